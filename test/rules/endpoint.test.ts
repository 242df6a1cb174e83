import * as fc from 'fast-check';
import * as dapr from '../../src';
import { ENDPOINT_RULES } from '../../src/rules/endpoint';
import { brokenUrl, hasPassword, shownUrl } from '../../src/rules/endpoint/url';
import { exampleOf } from '../support/manifests';
import { shop } from '../support/resources';
import { findings, rule } from '../support/rules';

describe('addresses', () => {
  test('of every host, port and path can be called', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(brokenUrl(url)).toBeUndefined();
      }),
    );
  });

  // Each was called through daprd 1.18.3, and failed.
  test.each([
    ['127.0.0.1:24900', "it does not begin with 'http://' or 'https://'"],
    ['localhost:24900', "it does not begin with 'http://' or 'https://'"],
    [' http://127.0.0.1:24900', 'it begins with a space'],
    ['http://127.0.0.1:24900 ', 'there is a space in its host'],
  ])('such as %j cannot', (url, why) => {
    expect(brokenUrl(url)).toBe(why);
  });

  test('are shown without what may be a secret', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{5,20}$/), fc.constantFrom('https', 'amqp'), (secret, scheme) => {
        const url = `${scheme}://me:${secret}@host/path?key=${secret}`;
        expect(shownUrl(url)).toBe(`'${scheme}://…@host/path?…'`);
        expect(hasPassword(url)).toBe(true);
        expect(hasPassword(`${scheme}://host:8080/${secret}@2`)).toBe(false);
      }),
    );
  });
});

describe('secrets', () => {
  const endpoint = (name: string): string => `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github, namespace: shop }
spec: { baseUrl: https://api.github.com, headers: [{ name: Authorization, secretKeyRef: { name: ${name}, key: token } }] }
`;
  const secret = (namespace: string): string => `
apiVersion: v1
kind: Secret
metadata: { name: github-token, namespace: ${namespace} }
data: { token: bm90LWEtcmVhbC1vbmU= }
`;
  const missing = [rule('DAPR189')];

  test('that are not here may be elsewhere', () => {
    expect(findings(endpoint('elsewhere'), missing)).toEqual([]);
    expect(findings({ yaml: endpoint('elsewhere'), complete: true }, missing)).toEqual([
      "error DAPR189 HTTPEndpoint/github spec.headers[0].secretKeyRef: there is no Secret 'elsewhere', so no application of the namespace sees any HTTPEndpoint",
    ]);
  });

  test('of another namespace do not count', () => {
    expect(findings({ yaml: `${endpoint('github-token')}---${secret('shop')}`, complete: true }, missing)).toEqual([]);
    expect(findings({ yaml: `${endpoint('github-token')}---${secret('other')}`, complete: true }, missing)).toHaveLength(1);
  });

  test('with a typo in the name are worth a warning', () => {
    expect(findings(`${endpoint('github-tokne')}---${secret('shop')}`, missing)).toEqual([
      "warning DAPR189 HTTPEndpoint/github spec.headers[0].secretKeyRef: there is no Secret 'github-tokne', so no application of the namespace sees any HTTPEndpoint; did you mean 'github-token'?",
    ]);
  });

  test('in plain text are never repeated', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9]{12,24}$/), (text) => {
        const yaml = `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec:
  baseUrl: "amqp://me:${text}@host/?key=${text}"
  headers: [{ name: Authorization, value: "${text}\\n" }, { name: X-Api-Key, value: "${text}" }, { name: "X-Key: ${text}" }]
  clientTLS: { rootCA: { value: "${text}" }, privateKey: { value: "PRIVATE KEY ${text}" }, certificate: { value: "${text}" } }
---
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { stdio: { command: x, env: [{ name: "TOKEN=${text}" }] }, sse: { url: "ftp://me:${text}@host/?key=${text}" } } }
`;
        const said = findings({ yaml, target: 'self-hosted' }, [...ENDPOINT_RULES, rule('DAPR198'), rule('DAPR199')]);
        expect(said.length).toBeGreaterThan(8);
        expect(said.join('\n')).not.toContain(text);
      }),
    );
  });
});

describe('clientTLS', () => {
  const endpoint = (clientTLS: string): string => `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: billing }
spec: { baseUrl: https://billing.example.com, clientTLS: ${clientTLS} }
`;

  test.each(['{}', '{ rootCA: {} }', '{ certificate: { value: x } }', '{ rootCA: { value: null } }'])(
    '%s crashes the sidecar on Kubernetes only',
    (tls) => {
      const crashes = [rule('DAPR186')];
      expect(findings({ yaml: endpoint(tls), target: 'kubernetes' }, crashes).map((line) => line.split(' ', 1)[0])).toEqual(['error']);
      expect(findings({ yaml: endpoint(tls), target: 'self-hosted' }, crashes)).toEqual([]);
      expect(findings(endpoint(tls), crashes).map((line) => line.split(' ', 1)[0])).toEqual(['warning']);
    },
  );

  test('a secret takes the place of a text that is no PEM', () => {
    expect(findings(endpoint('{ rootCA: { value: x, secretKeyRef: { name: ca } } }'), [rule('DAPR188')])).toEqual([]);
    expect(findings(endpoint('{ rootCA: { value: x } }'), [rule('DAPR188')])).toHaveLength(1);
  });
});

test('what the construct renders is beyond reproach', () => {
  const chart = shop();
  const vault = new dapr.secretstores.Kubernetes(chart, 'vault');
  new dapr.HttpEndpoint(chart, 'payments', {
    baseUrl: 'https://api.example.com/v1',
    headers: { authorization: dapr.SecretValue.fromSecretKeyRef('payments', 'token'), 'x-tenant': 'shop' },
    clientTls: {
      rootCa: dapr.MetadataValue.fromSecretKeyRef('tls', 'ca.crt'),
      certificate: dapr.MetadataValue.fromSecretKeyRef('tls', 'tls.crt'),
      privateKey: dapr.SecretValue.fromSecretKeyRef('tls', 'tls.key'),
    },
    secretStore: { secretStoreName: vault.name },
    scopes: ['checkout'],
  });
  expect(findings(exampleOf(chart), ENDPOINT_RULES)).toEqual([]);
});
