import { at, isMapping, Mapping, mapping, text } from '../read';
import type { Rule } from '../rule';

export const clientTls: Rule = {
  id: 'DAPR186',
  severity: 'error',
  title: 'A clientTLS that crashes the sidecar',
  why: 'The sidecar sets up TLS only for a rootCA or a privateKey, and then writes the renegotiation into it, which the API server sets by itself: without either it crashes while it starts. A privateKey without a certificate crashes it too.',
  fix: 'Set rootCA, or certificate and privateKey together; leave clientTLS out where neither is needed.',
  source: 'pkg/runtime/channels/channels.go getHTTPEndpointAppChannel; charts/dapr/crds/httpendpoints.yaml',
  facts: ['R194', 'R195'],
  symptoms: [/invalid memory address or nil pointer dereference[\s\S]*getHTTPEndpointAppChannel/],
  bad: [
    {
      target: 'kubernetes',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec: { baseUrl: https://api.github.com, clientTLS: {} }
`,
      says: ['the sidecar crashes on a clientTLS with neither rootCA nor privateKey, because the API server adds a renegotiation'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: billing }
spec:
  baseUrl: https://billing.example.com
  clientTLS: { renegotiation: Never, rootCA: {} }
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: stock }
spec:
  baseUrl: https://stock.example.com
  clientTLS:
    privateKey: { secretKeyRef: { name: client, key: tls.key } }
`,
      says: [
        'the sidecar crashes on a renegotiation with neither rootCA nor privateKey',
        'the sidecar crashes on a privateKey without a certificate',
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: billing }
spec:
  baseUrl: https://billing.example.com
  clientTLS:
    certificate: { secretKeyRef: { name: client, key: tls.crt } }
    privateKey: { secretKeyRef: { name: client, key: tls.key } }
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: stock }
spec:
  baseUrl: https://stock.example.com
  clientTLS: { renegotiation: OnceAsClient, rootCA: { secretKeyRef: { name: ca, key: ca.crt } } }
`,
    },
    {
      target: 'self-hosted',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec: { baseUrl: https://api.github.com, clientTLS: {} }
`,
    },
  ],
  check({ httpEndpoints }, report) {
    for (const { manifest, spec } of httpEndpoints) {
      if (!isMapping(spec.clientTLS)) {
        continue;
      }
      const tls: Mapping = spec.clientTLS;
      const path = ['spec', 'clientTLS'];
      if (isGiven(tls.privateKey) && !isGiven(tls.certificate)) {
        report.add(manifest, [...path, 'privateKey'], 'the sidecar crashes on a privateKey without a certificate');
      } else if (!isGiven(tls.rootCA) && !isGiven(tls.privateKey)) {
        if (typeof tls.renegotiation === 'string') {
          report.add(manifest, path, 'the sidecar crashes on a renegotiation with neither rootCA nor privateKey');
        } else {
          const message =
            'the sidecar crashes on a clientTLS with neither rootCA nor privateKey, because the API server adds a renegotiation';
          report.add(manifest, path, message, { only: 'kubernetes' });
        }
      }
    }
  },
};

/** Whether a document of clientTLS has a value, now or once its secret is read. */
export function isGiven(document: unknown): boolean {
  const { value } = mapping(document);
  return (value !== undefined && value !== null) || (text(at(document, 'secretKeyRef', 'name')) ?? '') !== '';
}
