import { at, isMapping, text } from '../read';
import type { Model } from '../model/model';
import type { Rule } from '../rule';
import { callersOf, HTTP_TRANSPORTS, namedValuesOf } from './callers';
import { isUnrendered } from '../unrendered';
import { hasPassword } from './url';

/** Headers and variables that hold secrets by their names. */
const SECRET_NAMES =
  /^(proxy-)?authorization$|^cookie$|(^|[-_])(api[-_]?key|token|secret|password|passwd|access[-_]?key|subscription[-_]key|private[-_]?key|credentials?)$/i;

export const plainSecret: Rule = {
  id: 'DAPR193',
  severity: 'warning',
  title: 'A secret in plain text',
  why: 'Whoever may read the resource, or the repository that it is in, has the secret. Dapr never points it out.',
  fix: 'Put it into a Secret, and refer to it with secretKeyRef.',
  source: 'pkg/apis/httpEndpoint/v1alpha1/types.go; pkg/apis/mcpserver/v1alpha1/types.go',
  facts: [],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec:
  baseUrl: https://user:letmein@api.github.com
  headers: [{ name: Authorization, value: Bearer abc123 }]
`,
      says: [
        'the baseUrl holds a password in plain text: expected an address without one, and a header with a secretKeyRef',
        "the header 'Authorization' holds plain text: expected a secretKeyRef",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec:
  endpoint:
    streamableHTTP:
      url: https://user:letmein@tools.example.com/mcp
      headers: [{ name: X-Api-Key, value: abc123 }]
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: billing }
spec:
  baseUrl: https://billing.example.com
  clientTLS:
    certificate: { secretKeyRef: { name: client, key: tls.crt } }
    privateKey:
      value: |
        -----BEGIN PRIVATE KEY-----
        MIIBhTCCASugAwIBAgIQIRi6zePL6mKjOipn
        -----END PRIVATE KEY-----
`,
      says: [
        "the header 'X-Api-Key' holds plain text: expected a secretKeyRef",
        'the url holds a password in plain text: expected an address without one, and a header with a secretKeyRef',
        'the privateKey holds plain text: expected a secretKeyRef',
      ],
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
  headers:
    - { name: Authorization, secretKeyRef: { name: github, key: token } }
    - { name: Accept-Language, value: en }
    - { name: X-Token, value: "{{ .Values.token }}" }
    - { name: X-Use-Token, value: "true" }
`,
    },
  ],
  check(model, report) {
    for (const resource of callersOf(model)) {
      for (const { kind, name, value = '', path } of namedValuesOf(resource)) {
        // Too short to be a secret: a switch or a number.
        const harmless = value.trim().length < 4 || /^(true|false|null|none)$/i.test(value) || isUnrendered(value);
        if (SECRET_NAMES.test(name) && !harmless) {
          report.add(resource.manifest, [...path, 'value'], `the ${kind} '${name}' holds plain text: expected a secretKeyRef`);
        }
      }
      for (const field of ADDRESSES.filter((path) => hasPassword(text(at(resource.manifest.body, ...path)) ?? ''))) {
        const message = `the ${field.at(-1)} holds a password in plain text: expected an address without one, and a header with a secretKeyRef`;
        report.add(resource.manifest, field, message);
      }
    }
    for (const { manifest } of privateKeysOf(model)) {
      report.add(manifest, PRIVATE_KEY, 'the privateKey holds plain text: expected a secretKeyRef');
    }
  },
};

const ADDRESSES = [['spec', 'baseUrl'], ...HTTP_TRANSPORTS.map((transport) => ['spec', 'endpoint', transport, 'url'])];
const PRIVATE_KEY = ['spec', 'clientTLS', 'privateKey', 'value'];

function privateKeysOf({ httpEndpoints }: Model): Model['httpEndpoints'] {
  return httpEndpoints.filter(({ manifest: { body } }) => {
    const key = text(at(body, ...PRIVATE_KEY)) ?? '';
    return /PRIVATE KEY/.test(key) && !isMapping(at(body, ...PRIVATE_KEY.slice(0, -1), 'secretKeyRef'));
  });
}
