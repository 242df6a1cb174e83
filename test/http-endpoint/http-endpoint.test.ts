import { HttpEndpoint, HttpEndpointProps, TlsRenegotiation } from '../../src/http-endpoint';
import { MetadataValue, SecretValue } from '../../src/metadata-value';
import { manifestOf, mistakesOf, shop } from '../support/resources';

const baseUrl = 'https://api.example.com';
/** Self-signed, and used by nobody. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBODCB66ADAgECAhQNczCkI3ANrvOqbhlMiIq8pIH6RDAFBgMrZXAwEjEQMA4G
A1UEAwwHZXhhbXBsZTAeFw0yNjExMjMxNTQwMjFaFw0yNjExMjQxNTQwMjFaMBIx
EDAOBgNVBAMMB2V4YW1wbGUwKjAFBgMrZXADIQDYsw0EsKeit5j7Vzo0JmZ/63t1
Dx4E2sGatBCwoocDEaNTMFEwHQYDVR0OBBYEFAhF0lay8JY5WaOz+b3kYzaqadQl
MB8GA1UdIwQYMBaAFAhF0lay8JY5WaOz+b3kYzaqadQlMA8GA1UdEwEB/wQFMAMB
Af8wBQYDK2VwA0EA3+Mbh0bbhcK9JX/egDjFRdS8wCdV4EDZn8HHmD7RpJb9Obyo
aWF1u58EmoUcHmkuc6VvHvn/JpwIC6uD7ElFAw==
-----END CERTIFICATE-----
`;
const key = SecretValue.fromSecretKeyRef('tls', 'tls.key');

function refused(props: object, id = 'payments'): string[] {
  return mistakesOf(() => new HttpEndpoint(shop(), id, { baseUrl, ...props } as HttpEndpointProps));
}

test('an endpoint is a name for a URL', () => {
  const chart = shop();
  new HttpEndpoint(chart, 'payments', { baseUrl });
  expect(manifestOf(chart)).toEqual({
    apiVersion: 'dapr.io/v1alpha1',
    kind: 'HTTPEndpoint',
    metadata: { name: 'payments' },
    spec: { baseUrl },
  });
});

test('headers, TLS, secret store and scopes are written as the schema has them', () => {
  const chart = shop();
  new HttpEndpoint(chart, 'payments', {
    baseUrl,
    headers: {
      'x-tenant': 'shop',
      authorization: SecretValue.fromSecretKeyRef('payments', 'token'),
      'x-region': MetadataValue.fromEnv('REGION'),
    },
    clientTls: {
      rootCa: MetadataValue.fromSecretKeyRef('tls', 'ca.crt'),
      certificate: CERTIFICATE,
      privateKey: key,
      renegotiation: TlsRenegotiation.ONCE_AS_CLIENT,
    },
    secretStore: { secretStoreName: 'vault' },
    scopes: ['checkout'],
  });
  const { spec, auth, scopes } = manifestOf(chart);
  expect(spec).toEqual({
    baseUrl,
    headers: [
      { name: 'authorization', secretKeyRef: { name: 'payments', key: 'token' } },
      { name: 'x-region', envRef: 'REGION' },
      { name: 'x-tenant', value: 'shop' },
    ],
    clientTLS: {
      rootCA: { secretKeyRef: { name: 'tls', key: 'ca.crt' } },
      certificate: { value: CERTIFICATE },
      privateKey: { secretKeyRef: { name: 'tls', key: 'tls.key' } },
      renegotiation: 'OnceAsClient',
    },
  });
  expect(auth).toEqual({ secretStore: 'vault' });
  expect(scopes).toEqual(['checkout']);
});

test('a root authority is enough for TLS, and so is a certificate with its key', () => {
  expect(refused({ clientTls: { rootCa: 'pem' } })).toEqual([]);
  expect(refused({ clientTls: { certificate: 'pem', privateKey: key } })).toEqual([]);
});

test.each<[string, object, string]>([
  [
    'TLS with nothing in it, at which sidecars crash',
    { clientTls: { renegotiation: TlsRenegotiation.NEVER } },
    `DAPR012 [shop/payments] 'clientTls' of HttpEndpoint needs rootCa, or certificate and privateKey: got neither, at which sidecars crash; leave clientTls out where the system's authorities are enough`,
  ],
  [
    'a key without a certificate, at which sidecars crash',
    { clientTls: { rootCa: 'pem', privateKey: key } },
    `DAPR012 [shop/payments] 'clientTls.certificate' is required by HttpEndpoint where there is a privateKey: got nothing, at which sidecars crash`,
  ],
  [
    'a certificate without a key, which is ignored',
    { clientTls: { rootCa: 'pem', certificate: 'pem' } },
    `DAPR012 [shop/payments] 'clientTls.privateKey' is required by HttpEndpoint where there is a certificate: got nothing, and Dapr ignores the certificate then`,
  ],
  [
    'a key in plain text, without showing it',
    { clientTls: { certificate: 'pem', privateKey: 'hunter2' } },
    `DAPR011 [shop/payments] 'clientTls.privateKey' of HttpEndpoint must be a SecretValue, e.g. SecretValue.fromSecretKeyRef('name', 'key'): got plain text, not shown`,
  ],
  [
    'TLS from the environment',
    { clientTls: { rootCa: MetadataValue.fromEnv('CA') } },
    `DAPR013 [shop/payments] 'clientTls.rootCa' of HttpEndpoint cannot come from the environment, which Dapr does not look up here: got 'CA', expected SecretValue.fromSecretKeyRef('name', 'key')`,
  ],
  [
    'a renegotiation that the API server refuses',
    { clientTls: { rootCa: 'pem', renegotiation: 'never' } },
    `DAPR013 [shop/payments] 'clientTls.renegotiation' of HttpEndpoint must be one of Never, OnceAsClient, FreelyAsClient: got 'never'; did you mean 'Never'?`,
  ],
  [
    'a URL without a scheme',
    { baseUrl: 'api.example.com' },
    `DAPR014 [shop/payments] 'baseUrl' of HttpEndpoint must be an http or https URL without a query, e.g. 'https://api.example.com': got 'api.example.com'`,
  ],
  [
    'a URL with a query, behind which no path fits',
    { baseUrl: 'https://api.example.com?a=b' },
    `DAPR014 [shop/payments] 'baseUrl' of HttpEndpoint must be an http or https URL without a query, e.g. 'https://api.example.com': got 'https://api.example.com?a=b'`,
  ],
  [
    'a header that is no text',
    { headers: { a: true } },
    `DAPR011 [shop/payments] 'headers.a' of HttpEndpoint must be text or a MetadataValue, e.g. SecretValue.fromSecretKeyRef('name', 'key'): got boolean, not shown`,
  ],
  [
    'a secret store by its name',
    { secretStore: 'vault' },
    `DAPR011 [shop/payments] 'secretStore' of HttpEndpoint must be a secret store, e.g. SecretStore.fromName('vault'): got 'vault'`,
  ],
])('refuses %s', (_, props, message) => {
  expect(refused(props)).toEqual([message]);
});

test('refuses a name with a dot, which Dapr takes for an app id and a namespace', () => {
  expect(refused({}, 'api.example')).toEqual([
    `DAPR001 [shop/api.example] an HttpEndpoint cannot be named 'api.example': expected at most 253 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'api-example'`,
  ]);
});
