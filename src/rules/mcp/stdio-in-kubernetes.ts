import type { Rule } from '../rule';
import { transportsOf } from './endpoints';

export const stdioInKubernetes: Rule = {
  id: 'DAPR197',
  severity: 'error',
  title: 'An MCPServer that is to run inside the sidecar on Kubernetes',
  why: 'The API server takes the stdio transport, but on Kubernetes every sidecar that sees the MCPServer exits, or goes without it where ignoreErrors is set.',
  fix: 'Run the server in a container of its own, and use streamableHTTP.',
  source: 'pkg/internal/loader/validate/mcpserver.go MCPServerSecurity',
  facts: ['R203'],
  since: '1.18',
  symptoms: [/stdio transport is not allowed in Kubernetes mode/],
  bad: [
    {
      target: 'kubernetes',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { stdio: { command: npx, args: ["-y", "@example/tools"] } } }
`,
      says: ['Dapr refuses the stdio transport on Kubernetes, and the sidecar exits: expected streamableHTTP or sse'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { stdio: { command: npx } } }
`,
      says: [
        'Dapr refuses the stdio transport on Kubernetes, and the sidecar exits: expected streamableHTTP or sse (on Kubernetes only; --target says where the manifests run)',
      ],
    },
  ],
  good: [
    {
      target: 'self-hosted',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { stdio: { command: npx, args: ["-y", "@example/tools"] } } }
`,
    },
  ],
  check({ mcpServers }, report) {
    for (const resource of mcpServers) {
      for (const { path } of transportsOf(resource).filter(({ name }) => name === 'stdio')) {
        const message = 'Dapr refuses the stdio transport on Kubernetes, and the sidecar exits: expected streamableHTTP or sse';
        report.add(resource.manifest, path, message, { only: 'kubernetes' });
      }
    }
  },
};
