import type { Rule } from '../rule';
import { callersOf, namedValuesOf } from './callers';
import { isUnrendered } from '../unrendered';

/** The letters of a token, as HTTP defines it. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

export const headerName: Rule = {
  id: 'DAPR194',
  severity: 'error',
  title: 'A header that HTTP does not allow',
  why: 'Nobody looks at headers before the first call; Go then refuses to send any request that has one with a space or colon in its name, or a line break in its value. For an MCPServer that is when the sidecar starts, and it exits.',
  fix: 'Write a name of letters, digits and dashes, and a value of one line.',
  source: 'pkg/channel/http/http_channel.go constructRequest; pkg/runtime/mcp/auth/auth.go headerRoundTripper',
  facts: ['R199', 'R206'],
  symptoms: [/net\/http: invalid header field (name|value)/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec:
  baseUrl: https://api.github.com
  headers:
    - { name: "Accept Language", value: en }
    - name: X-Region
      value: |
        eu
`,
      says: [
        "no call succeeds: 'Accept Language' is no name of a header; did you mean 'Accept-Language'?",
        "no call succeeds: the value of the header 'X-Region' has a line break in it",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { sse: { url: "https://tools.example.com/sse", headers: [{ name: "X-Region:", value: eu }] } } }
`,
      says: ["no call succeeds: 'X-Region:' is no name of a header; did you mean 'X-Region'?"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec:
  baseUrl: https://api.github.com
  headers: [{ name: X_Region.1, value: "eu west" }]
`,
    },
  ],
  check(model, report) {
    for (const resource of callersOf(model)) {
      for (const { kind, name, value = '', path } of namedValuesOf(resource)) {
        if (kind !== 'header' || name === '' || isUnrendered(name)) {
          continue;
        }
        if (!TOKEN.test(name)) {
          // What stands behind a colon may be a secret.
          const [before, behind] = name.trim().split(/:([^]*)/);
          const shown = behind === undefined ? name : `${before}:${behind === '' ? '' : '…'}`;
          const meant = before.replace(/\s+/g, '-');
          const hint = TOKEN.test(meant) ? `; did you mean '${meant}'?` : '';
          report.add(resource.manifest, [...path, 'name'], `no call succeeds: '${shown}' is no name of a header${hint}`);
        } else if (/[\r\n]/.test(value) && !isUnrendered(value)) {
          const message = `no call succeeds: the value of the header '${name}' has a line break in it`;
          report.add(resource.manifest, [...path, 'value'], message);
        }
      }
    }
  },
};
