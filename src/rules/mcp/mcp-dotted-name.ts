import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';

export const mcpDottedName: Rule = {
  id: 'DAPR202',
  severity: 'error',
  title: 'An MCPServer whose name has a dot',
  why: 'The name becomes a part of the workflows that list and call the tools, and Dapr finds the parts of such a name by its dots: every one of the workflows fails.',
  fix: 'Write a dash in place of the dot.',
  source: 'pkg/runtime/wfengine/inprocess/mcp/v1/worker.go parseMCPWorkflowName',
  facts: ['R210'],
  since: '1.18',
  symptoms: [/unknown MCP workflow name \\?"/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools.v2 }
spec: { endpoint: { streamableHTTP: { url: https://tools.example.com/mcp } } }
`,
      says: ["no tool of 'tools.v2' can be called, because of the dot in the name; did you mean 'tools-v2'?"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools-v2 }
spec: { endpoint: { streamableHTTP: { url: https://tools.example.com/mcp } } }
`,
    },
  ],
  check({ mcpServers }, report) {
    for (const { manifest, name } of mcpServers) {
      if (name.includes('.') && !isUnrendered(name)) {
        const message = `no tool of '${name}' can be called, because of the dot in the name; did you mean '${name.replaceAll('.', '-')}'?`;
        report.add(manifest, ['metadata', 'name'], message);
      }
    }
  },
};
