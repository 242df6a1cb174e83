import type { Rule } from '../rule';

export const mcpServerSince: Rule = {
  id: 'DAPR195',
  severity: 'error',
  title: 'An MCPServer for a Dapr that has none',
  why: 'Dapr knows MCPServers since version 1.18. Before, the API server has no such kind, and a self-hosted sidecar skips the file without a word.',
  fix: 'Use Dapr 1.18 or later, or leave the MCPServer out.',
  source: 'charts/dapr/crds/mcpservers.yaml',
  facts: ['R222'],
  until: '1.17',
  symptoms: [/no matches for kind "MCPServer" in version "dapr\.io\/v1alpha1"/],
  bad: [
    {
      daprVersion: '1.17',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { streamableHTTP: { url: https://tools.example.com/mcp } } }
`,
      says: ['Dapr 1.17 has no MCPServer: it came with 1.18'],
    },
  ],
  good: [
    {
      daprVersion: '1.18',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { streamableHTTP: { url: https://tools.example.com/mcp } } }
`,
    },
  ],
  check({ mcpServers, daprVersion }, report) {
    for (const { manifest } of mcpServers) {
      report.add(manifest, ['kind'], `Dapr ${daprVersion} has no MCPServer: it came with 1.18`);
    }
  },
};
