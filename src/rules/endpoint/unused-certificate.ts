import { at, mapping } from '../read';
import type { Rule } from '../rule';
import { isGiven } from './client-tls';

export const unusedCertificate: Rule = {
  id: 'DAPR187',
  severity: 'warning',
  title: 'A client certificate that is never shown',
  why: 'The sidecar looks at the certificate only where there is a privateKey. Without one it calls the server without a certificate, and says nothing.',
  fix: 'Set privateKey too, or leave the certificate out.',
  source: 'pkg/runtime/channels/channels.go getHTTPEndpointAppChannel',
  facts: ['R196'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: billing }
spec:
  baseUrl: https://billing.example.com
  clientTLS:
    rootCA: { secretKeyRef: { name: ca, key: ca.crt } }
    certificate: { secretKeyRef: { name: client, key: tls.crt } }
`,
      says: ['the certificate is not used without a privateKey'],
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
    rootCA: { secretKeyRef: { name: ca, key: ca.crt } }
    certificate: { secretKeyRef: { name: client, key: tls.crt } }
    privateKey: { secretKeyRef: { name: client, key: tls.key } }
`,
    },
  ],
  check({ httpEndpoints }, report) {
    for (const { manifest, spec } of httpEndpoints) {
      const { certificate, privateKey } = mapping(at(spec, 'clientTLS'));
      if (isGiven(certificate) && !isGiven(privateKey)) {
        report.add(manifest, ['spec', 'clientTLS', 'certificate'], 'the certificate is not used without a privateKey');
      }
    }
  },
};
