import { text } from '../read';
import { meantDuration, readDuration } from '../resiliency/policy-duration';
import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';
import { transportsOf } from './endpoints';

export const mcpTimeout: Rule = {
  id: 'DAPR204',
  severity: 'error',
  title: 'An MCPServer whose timeout is no duration',
  why: 'The API server takes any text, but Dapr cannot read the resource then: a self-hosted sidecar skips the file with a warning. With a timeout of zero or less every call is over before it begins, also the first one, without which the sidecar exits.',
  fix: 'Write a duration above zero with the units h, m, s or ms, e.g. 30s.',
  source: 'pkg/apis/mcpserver/v1alpha1/types.go; pkg/runtime/wfengine/inprocess/mcp/v1/worker.go CallTimeout',
  facts: ['R206'],
  since: '1.18',
  symptoms: [
    /load MCPServer error when parsing manifests yaml resource .*(duration|timeout)/,
    /failed to connect to MCP server .*context deadline exceeded/,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { streamableHTTP: { url: https://tools.example.com/mcp, timeout: "30" } } }
---
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: other }
spec: { endpoint: { sse: { url: https://tools.example.com/sse, timeout: 0s } } }
`,
      says: [
        "the timeout '30' is no duration, so Dapr cannot read the MCPServer; did you mean '30s'?",
        "with the timeout '0s' no call of the MCPServer succeeds: expected more than 0s",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { streamableHTTP: { url: https://tools.example.com/mcp, timeout: 1m30s } } }
`,
    },
  ],
  check({ mcpServers }, report) {
    for (const resource of mcpServers) {
      for (const { settings, path } of transportsOf(resource)) {
        const timeout = text(settings.timeout);
        if (timeout === undefined || isUnrendered(timeout)) {
          continue;
        }
        const read = readDuration(timeout);
        if (read === undefined || read.bare) {
          const meant = meantDuration(timeout);
          const hint = meant === undefined ? `: expected e.g. '30s'` : `; did you mean '${meant}'?`;
          const message = `the timeout '${timeout}' is no duration, so Dapr cannot read the MCPServer${hint}`;
          report.add(resource.manifest, [...path, 'timeout'], message);
        } else if (read.milliseconds <= 0) {
          const message = `with the timeout '${timeout}' no call of the MCPServer succeeds: expected more than 0s`;
          report.add(resource.manifest, [...path, 'timeout'], message);
        }
      }
    }
  },
};
