import { isMapping } from '../read';
import type { Rule } from '../rule';
import { TRANSPORTS } from './endpoints';

export const oneTransport: Rule = {
  id: 'DAPR196',
  severity: 'error',
  title: 'An MCPServer without exactly one transport',
  why: 'The API server refuses it. A self-hosted sidecar exits, unless ignoreErrors is set: then it goes without the MCPServer.',
  fix: 'Set one of streamableHTTP, sse and stdio.',
  source: 'charts/dapr/crds/mcpservers.yaml; pkg/runtime/processor/mcpservers.go processMCPServers',
  facts: ['R202'],
  since: '1.18',
  symptoms: [/exactly one of streamableHTTP, sse, or stdio must be set/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec:
  endpoint:
    streamableHTTP: { url: https://tools.example.com/mcp }
    sse: { url: https://tools.example.com/sse }
---
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: other }
spec: { endpoint: {} }
`,
      says: [
        'an MCPServer has exactly one of streamableHTTP, sse and stdio: got streamableHTTP and sse',
        'an MCPServer has exactly one of streamableHTTP, sse and stdio: got none',
      ],
    },
    {
      target: 'kubernetes',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { streamableHttp: { url: https://tools.example.com/mcp } } }
`,
      says: ["an MCPServer has exactly one of streamableHTTP, sse and stdio: got none; did you mean 'streamableHTTP'?"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { streamableHTTP: { url: https://tools.example.com/mcp }, sse: null } }
`,
    },
  ],
  check({ mcpServers }, report) {
    for (const { manifest, spec } of mcpServers) {
      if (!isMapping(spec.endpoint)) {
        continue;
      }
      const set = Object.entries(spec.endpoint).flatMap(([key, value]) => (value === undefined || value === null ? [] : [key]));
      const exact = TRANSPORTS.filter((transport) => set.includes(transport));
      const anyCase = TRANSPORTS.filter((transport) => set.some((key) => key.toLowerCase() === transport.toLowerCase()));
      if (exact.length === 1 && anyCase.length === 1) {
        continue;
      }
      const [meant] = exact.length === 0 ? anyCase : [];
      const hint = meant === undefined ? '' : `; did you mean '${meant}'?`;
      const message = `an MCPServer has exactly one of streamableHTTP, sse and stdio: got ${exact.join(' and ') || 'none'}${hint}`;
      // A self-hosted sidecar does not tell cases apart.
      report.add(manifest, ['spec', 'endpoint'], message, anyCase.length === 1 ? { only: 'kubernetes' } : {});
    }
  },
};
