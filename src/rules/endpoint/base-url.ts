import { text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';
import { brokenUrl, shownUrl } from './url';

export const baseUrl: Rule = {
  id: 'DAPR185',
  severity: 'error',
  title: 'A baseUrl that cannot be called',
  why: 'Nobody looks at the baseUrl before the first call. Dapr puts a slash and the method behind it as text, and hands the result to Go: what is no HTTP address fails each time, and what ends in a slash or has a query becomes another address than the one that was meant.',
  fix: "Write e.g. 'https://api.example.com', with a path if need be, but without a slash at the end and without a query.",
  source: 'pkg/channel/http/http_channel.go constructRequest',
  facts: ['R191'],
  symptoms: [
    /failed to invoke, id: .*(unsupported protocol scheme|first path segment in URL cannot contain colon|no Host in request URL|invalid control character in URL)/,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec: { baseUrl: "api.github.com:443" }
`,
      says: ["no call of 'api.github.com:443' succeeds: it does not begin with 'http://' or 'https://'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec: { baseUrl: "https://api.github.com/" }
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: search }
spec: { baseUrl: "https://search.example.com/find?apikey=abc" }
`,
      says: [
        "calls go to 'https://api.github.com//method', with two slashes: expected 'https://api.github.com'",
        "the method is put behind the query of 'https://search.example.com/find?…': expected an address without one",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec:
  baseUrl: |
    https://api.github.com
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: queue }
spec: { baseUrl: "amqp://user:pass@broker" }
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: nowhere }
spec: { baseUrl: "https:///path" }
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: spaced }
spec: { baseUrl: "https://api.github.com :443" }
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: indented }
spec: { baseUrl: " https://api.github.com" }
`,
      says: [
        'no call of the baseUrl succeeds: it has a line break or another control character in it',
        "no call of 'amqp://…@broker' succeeds: its scheme is 'amqp', expected http or https",
        "no call of 'https:///path' succeeds: it has no host",
        "no call of 'https://api.github.com :443' succeeds: there is a space in its host",
        "no call of ' https://api.github.com' succeeds: it begins with a space",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec: { baseUrl: HTTPS://api.github.com/v3 }
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: later }
spec: { baseUrl: "{{ .Values.url }}" }
`,
    },
  ],
  check({ httpEndpoints }, report) {
    for (const { manifest, spec } of httpEndpoints) {
      const url = text(spec.baseUrl);
      if (url === undefined || isUnrendered(url)) {
        continue;
      }
      const path = ['spec', 'baseUrl'];
      const broken = brokenUrl(url);
      if (broken !== undefined) {
        const shown = /[\x00-\x1f\x7f]/.test(url) ? 'the baseUrl' : shownUrl(url);
        report.add(manifest, path, `no call of ${shown} succeeds: ${broken}`);
      } else if (/[?#]/.test(url)) {
        const what = url.includes('?') ? 'query' : 'fragment';
        const message = `the method is put behind the ${what} of ${shownUrl(url)}: expected an address without one`;
        report.add(manifest, path, message, { severity: 'warning' });
      } else if (url.endsWith('/')) {
        const shown = shownUrl(url);
        const message = `calls go to ${shown.slice(0, -1)}/method', with two slashes: expected ${shownUrl(url.replace(/\/+$/, ''))}`;
        report.add(manifest, path, message, { severity: 'warning' });
      }
    }
  },
};
