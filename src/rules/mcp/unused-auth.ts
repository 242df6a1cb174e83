import { at, isMapping } from '../read';
import type { Rule } from '../rule';
import { transportsOf } from './endpoints';

export const unusedAuth: Rule = {
  id: 'DAPR201',
  severity: 'warning',
  title: 'A SPIFFE identity that is never sent',
  why: 'Where oauth2 is set, its token is sent and spiffe is left alone. A spiffe without jwt sends nothing either. In both cases nothing is logged.',
  fix: 'Set either oauth2, or spiffe with jwt.',
  source: 'pkg/runtime/mcp/auth/auth.go BuildHTTPClient',
  facts: ['R209'],
  since: '1.18',
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec:
  endpoint:
    streamableHTTP:
      url: https://tools.example.com/mcp
      auth:
        oauth2: { issuer: https://login.example.com/token, secretKeyRef: { name: tools, key: secret } }
        spiffe: { jwt: { header: Authorization, audience: tools } }
---
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: other }
spec: { endpoint: { sse: { url: https://tools.example.com/sse, auth: { spiffe: {} } } } }
`,
      says: ['spiffe is not used where oauth2 is set', 'spiffe does nothing without jwt'],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec:
  endpoint:
    streamableHTTP:
      url: https://tools.example.com/mcp
      auth: { spiffe: { jwt: { header: Authorization, headerValuePrefix: "Bearer ", audience: tools } } }
`,
    },
  ],
  check({ mcpServers }, report) {
    for (const resource of mcpServers) {
      for (const { settings, path } of transportsOf(resource)) {
        const spiffe = at(settings, 'auth', 'spiffe');
        if (!isMapping(spiffe)) {
          continue;
        }
        if (isMapping(at(settings, 'auth', 'oauth2'))) {
          report.add(resource.manifest, [...path, 'auth', 'spiffe'], 'spiffe is not used where oauth2 is set');
        } else if (!isMapping(spiffe.jwt)) {
          report.add(resource.manifest, [...path, 'auth', 'spiffe'], 'spiffe does nothing without jwt');
        }
      }
    }
  },
};
