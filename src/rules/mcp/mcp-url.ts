import { text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';
import { brokenUrl, shownUrl } from '../endpoint/url';
import { transportsOf } from './endpoints';

export const mcpUrl: Rule = {
  id: 'DAPR198',
  severity: 'error',
  title: 'An MCPServer whose url is no HTTP address',
  why: 'Every sidecar that sees the MCPServer exits when it loads it, or goes without it where ignoreErrors is set.',
  fix: "Write e.g. 'https://tools.example.com/mcp'.",
  source: 'pkg/internal/loader/validate/mcpserver.go validateMCPURL',
  facts: ['R204'],
  since: '1.18',
  symptoms: [/\w+\.url (is not a valid URL|scheme must be http or https|must have a host)/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { sse: { url: "localhost:8080/sse" } } }
---
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: other }
spec: { endpoint: { streamableHTTP: { url: "grpc://tools:50051" } } }
---
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: nowhere }
spec: { endpoint: { streamableHTTP: { url: "https:///mcp" } } }
`,
      says: [
        "the sidecar exits on the url 'localhost:8080/sse': it does not begin with 'http://' or 'https://'",
        "the sidecar exits on the url 'grpc://tools:50051': its scheme is 'grpc', expected http or https",
        "the sidecar exits on the url 'https:///mcp': it has no host",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { streamableHTTP: { url: "http://tools:8080/mcp?session=1" } } }
`,
    },
  ],
  check({ mcpServers }, report) {
    for (const resource of mcpServers) {
      for (const { settings, path } of transportsOf(resource)) {
        const url = text(settings.url) ?? '';
        const broken = url === '' || isUnrendered(url) ? undefined : brokenUrl(url);
        if (broken !== undefined) {
          report.add(resource.manifest, [...path, 'url'], `the sidecar exits on the url ${shownUrl(url).replace(/\s+/g, ' ')}: ${broken}`);
        }
      }
    }
  },
};
