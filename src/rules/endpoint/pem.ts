import { at, dynamicText, isMapping, mapping } from '../read';
import type { Rule } from '../rule';
import { isGiven } from './client-tls';
import { isUnrendered } from '../unrendered';

const CERTIFICATE = /^CERTIFICATE$/;
const PRIVATE_KEY = /^(.+ )?PRIVATE KEY$/;

export const pem: Rule = {
  id: 'DAPR188',
  severity: 'error',
  title: 'A certificate or key that is not PEM',
  why: 'One certificate or key that cannot be read stops the setup of all channels, also of the one to the application: it gets no messages, events and calls any more. The sidecar says so in one warning, and looks healthy.',
  fix: 'Write the text of the PEM file after a |, or refer to a Secret that holds it.',
  source: 'pkg/runtime/channels/channels.go getHTTPEndpointAppChannel, Refresh',
  facts: ['R193'],
  symptoms: [/failed to add root cert to cert pool for http endpoint/, /failed to load client certificate for http endpoint/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: billing }
spec:
  baseUrl: https://billing.example.com
  clientTLS: { rootCA: { value: /certs/ca.pem } }
`,
      says: ["rootCA holds no certificate in PEM: expected a text that begins with '-----BEGIN CERTIFICATE-----'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: billing }
spec:
  baseUrl: https://billing.example.com
  clientTLS:
    rootCA: { value: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUI= }
    certificate:
      value: >
        -----BEGIN CERTIFICATE-----
        MIIBhTCCASugAwIBAgIQIRi6zePL6mKjOipn
        -----END CERTIFICATE-----
    privateKey:
      value: |
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIIBhTCCASugAwIBAgIQIRi6zePL6mKjOipn
        -----END ENCRYPTED PRIVATE KEY-----
`,
      says: [
        'certificate holds no certificate in PEM: its line breaks are lost; write it after a |',
        'privateKey is encrypted, which Dapr cannot read: expected a private key without a password',
        'rootCA holds no certificate in PEM: it is encoded as base64 once more; write what it decodes to',
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
    rootCA:
      value: |
        -----BEGIN CERTIFICATE-----
        MIIBkzCCATmgAwIBAgIUOgx5BDajEZS9YSLh7gpCWLE7ZIQwCgYIKoZIzj0EAwIw
        HjEcMBoGA1UEAwwTYmlsbGluZy5leGFtcGxlLmNvbTAgFw0yNjExMjMxODE3MDZa
        GA8yMTI2MTAzMDE4MTcwNlowHjEcMBoGA1UEAwwTYmlsbGluZy5leGFtcGxlLmNv
        bTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGVvPU4PacndUmLcee9LrSYP+e4V
        1Llpl7GPnVk4qUh6LP9EMaEtmJE3OCiwKNIuc1RbEzwSLXN5ObRVA+3h1t6jUzBR
        MB0GA1UdDgQWBBTqsdJ26jPx9JrD5Ucb7qMhdoQf7DAfBgNVHSMEGDAWgBTqsdJ2
        6jPx9JrD5Ucb7qMhdoQf7DAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gA
        MEUCIEbpRExSIoKNVrGWLRrtDUxWDLLdu7apOy3427Y84KqPAiEAt2G1r1D6UI8B
        cFp9mIja9rohGQCZGb0AyczjZTHCcbs=
        -----END CERTIFICATE-----
    certificate: { secretKeyRef: { name: client, key: tls.crt } }
    privateKey: { secretKeyRef: { name: client, key: tls.key } }
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: later }
spec: { baseUrl: https://stock.example.com, clientTLS: { rootCA: { value: "{{ .Values.ca }}" } } }
`,
    },
  ],
  check({ httpEndpoints }, report) {
    for (const { manifest, spec } of httpEndpoints) {
      const tls = mapping(spec.clientTLS);
      const pair = isGiven(tls.privateKey) && isGiven(tls.certificate) ? ['certificate', 'privateKey'] : [];
      for (const name of ['rootCA', ...pair]) {
        const document = tls[name];
        // A secret takes the place of the value.
        const value = isMapping(at(document, 'secretKeyRef')) ? undefined : at(document, 'value');
        const broken = value === undefined || value === null ? undefined : brokenPem(dynamicText(value), name);
        if (broken !== undefined) {
          report.add(manifest, ['spec', 'clientTLS', name], `${name} ${broken}`);
        }
      }
    }
  },
};

/** Blocks as Go finds them: the marks stand at the beginning of lines. */
const BLOCK = /^-----BEGIN ([A-Z0-9 ]+)-----[ \t]*\r?\n([\s\S]*?)^-----END \1-----/gm;

/** Why a text holds none of the documents, where that is sure; whether what is in the block is valid is left to Dapr. */
function brokenPem(text: string, name: string): string | undefined {
  if (isUnrendered(text) || /\.\.\.|…/.test(text)) {
    return undefined;
  }
  const blocks = [...text.matchAll(BLOCK)].map(([, label, body]) => ({ label, body: body.trim() }));
  const wanted = name === 'privateKey' ? PRIVATE_KEY : CERTIFICATE;
  const found = blocks.filter(({ label, body }) => wanted.test(label) && body !== '');
  if (name === 'privateKey' && found[0]?.label === 'ENCRYPTED PRIVATE KEY') {
    return 'is encrypted, which Dapr cannot read: expected a private key without a password';
  }
  if (found.length > 0) {
    return undefined;
  }
  const what = name === 'privateKey' ? 'private key' : 'certificate';
  const begin = name === 'privateKey' ? '-----BEGIN PRIVATE KEY-----' : '-----BEGIN CERTIFICATE-----';
  if (text.startsWith('LS0tLS1CRUdJTi')) {
    return `holds no ${what} in PEM: it is encoded as base64 once more; write what it decodes to`;
  }
  if (/-----BEGIN [A-Z0-9 ]+----- /.test(text)) {
    return `holds no ${what} in PEM: its line breaks are lost; write it after a |`;
  }
  return `holds no ${what} in PEM: expected a text that begins with '${begin}'`;
}
