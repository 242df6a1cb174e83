import { at, isMapping } from '../read';
import type { Rule } from '../rule';
import { transportsOf } from './endpoints';

export const oauth2Secret: Rule = {
  id: 'DAPR200',
  severity: 'error',
  title: 'OAuth2 without a secret',
  why: 'The API server takes it, but the sidecar cannot connect to the MCPServer without a client secret: it tries a few times and exits, or goes without the MCPServer where ignoreErrors is set.',
  fix: 'Set secretKeyRef to the Secret that holds the client secret.',
  source: 'pkg/runtime/mcp/auth/auth.go buildOAuth2Client; pkg/runtime/processor/mcpservers.go processMCPServers',
  facts: ['R208'],
  since: '1.18',
  symptoms: [/auth\.oauth2\.secretKeyRef is required for OAuth2 client credentials/],
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
      auth: { oauth2: { issuer: https://login.example.com/token, clientID: tools } }
`,
      says: ['oauth2 has no secretKeyRef, so the sidecar cannot connect and exits'],
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
      auth:
        secretStore: kubernetes
        oauth2: { issuer: https://login.example.com/token, clientID: tools, secretKeyRef: { name: tools, key: secret } }
`,
    },
  ],
  check({ mcpServers }, report) {
    for (const resource of mcpServers) {
      for (const { settings, path } of transportsOf(resource)) {
        const oauth2 = at(settings, 'auth', 'oauth2');
        const reference = at(oauth2, 'secretKeyRef');
        if (isMapping(oauth2) && (reference === undefined || reference === null)) {
          const message = 'oauth2 has no secretKeyRef, so the sidecar cannot connect and exits';
          report.add(resource.manifest, [...path, 'auth', 'oauth2'], message);
        }
      }
    }
  },
};
