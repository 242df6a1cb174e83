import { Duration } from 'cdk8s';
import { DaprVersion } from '../../src/dapr-version';
import { McpAuth, McpEndpoint, McpServer, McpServerProps } from '../../src/mcp';
import { SecretValue } from '../../src/metadata-value';
import { manifestOf, mistakesOf, shop } from '../support/resources';

const url = 'https://mcp.example.com/mcp';

function specOf(props: McpServerProps): any {
  const chart = shop();
  new McpServer(chart, 'payments', props);
  return manifestOf(chart).spec;
}

function refused(props: object, id = 'payments', dapr?: DaprVersion): string[] {
  return mistakesOf(() => new McpServer(shop({ dapr }), id, props as McpServerProps));
}

test('a server has exactly one transport', () => {
  expect(specOf({ endpoint: McpEndpoint.streamableHttp(url) })).toEqual({ endpoint: { streamableHTTP: { url } } });
  expect(specOf({ endpoint: McpEndpoint.sse(url) })).toEqual({ endpoint: { sse: { url } } });
});

test('OAuth 2 takes the secret of the client by reference', () => {
  const endpoint = McpEndpoint.streamableHttp(url, {
    protocolVersion: '2025-06-18',
    timeout: Duration.seconds(30),
    headers: { 'x-tenant': 'shop', 'x-key': SecretValue.fromSecretKeyRef('mcp', 'key') },
    secretStore: { secretStoreName: 'vault' },
    auth: McpAuth.oauth2({
      issuer: 'https://login.example.com/token',
      clientId: 'agent',
      clientSecret: SecretValue.fromSecretKeyRef('mcp', 'client'),
      audience: 'mcp',
      scopes: ['tools'],
    }),
  });
  expect(specOf({ endpoint }).endpoint.streamableHTTP).toEqual({
    url,
    protocolVersion: '2025-06-18',
    timeout: '30s',
    headers: [
      { name: 'x-key', secretKeyRef: { name: 'mcp', key: 'key' } },
      { name: 'x-tenant', value: 'shop' },
    ],
    auth: {
      secretStore: 'vault',
      oauth2: {
        issuer: 'https://login.example.com/token',
        clientID: 'agent',
        audience: 'mcp',
        scopes: ['tools'],
        secretKeyRef: { name: 'mcp', key: 'client' },
      },
    },
  });
});

test('SPIFFE sends the identity of the sidecar in a header', () => {
  const auth = McpAuth.spiffe({ header: 'Authorization', headerValuePrefix: 'Bearer ', audience: 'mcp://payments' });
  expect(specOf({ endpoint: McpEndpoint.sse(url, { auth }) }).endpoint.sse.auth).toEqual({
    spiffe: { jwt: { header: 'Authorization', headerValuePrefix: 'Bearer ', audience: 'mcp://payments' } },
  });
});

test('a secret store alone is written too: headers need it', () => {
  const endpoint = McpEndpoint.sse(url, { secretStore: { secretStoreName: 'vault' } });
  expect(specOf({ endpoint }).endpoint.sse).toEqual({ url, auth: { secretStore: 'vault' } });
});

test('workflows around calls, the catalog and scopes are written as the schema has them', () => {
  const chart = shop();
  new McpServer(chart, 'payments', {
    endpoint: McpEndpoint.streamableHttp(url),
    ignoreErrors: true,
    scopes: ['agent'],
    middleware: {
      beforeCallTool: [
        { workflowName: 'authorize', appId: 'guard' },
        { workflowName: 'redact', mutate: true },
      ],
      afterCallTool: [{ workflowName: 'audit', mutate: false }],
      beforeListTools: [{ workflowName: 'authorize' }],
      afterListTools: [],
    },
    catalog: {
      displayName: 'Payments',
      description: 'Pays',
      owner: { team: 'shop', contact: '#shop' },
      tags: ['money'],
      links: { docs: 'https://example.com' },
    },
  });
  const { spec, scopes } = manifestOf(chart);
  expect(spec.middleware).toEqual({
    beforeCallTool: [{ workflow: { workflowName: 'authorize', appID: 'guard' } }, { workflow: { workflowName: 'redact' }, mutate: true }],
    afterCallTool: [{ workflow: { workflowName: 'audit' }, mutate: false }],
    beforeListTools: [{ workflow: { workflowName: 'authorize' } }],
    afterListTools: [],
  });
  expect(spec.ignoreErrors).toBe(true);
  expect(spec.catalog).toEqual({
    displayName: 'Payments',
    description: 'Pays',
    owner: { team: 'shop', contact: '#shop' },
    tags: ['money'],
    links: { docs: 'https://example.com' },
  });
  expect(scopes).toEqual(['agent']);
});

const endpoint = McpEndpoint.streamableHttp(url);

test.each<[string, object, string]>([
  [
    'a transport that is not a McpEndpoint, such as stdio',
    { endpoint: { stdio: { command: 'x' } } },
    `DAPR011 [shop/payments] 'endpoint' of McpServer must be an McpEndpoint, e.g. McpEndpoint.streamableHttp('https://mcp.example.com/mcp'): got an object with stdio`,
  ],
  [
    'no transport',
    {},
    `DAPR012 [shop/payments] 'endpoint' is required by McpServer: got nothing, expected an McpEndpoint, e.g. McpEndpoint.streamableHttp('https://mcp.example.com/mcp')`,
  ],
  [
    'a URL at which sidecars stop',
    { endpoint: McpEndpoint.sse('mcp.example.com') },
    `DAPR014 [shop/payments] 'endpoint.sse.url' of McpServer must be an http or https URL, e.g. 'https://mcp.example.com/mcp': got 'mcp.example.com'`,
  ],
  [
    'a client secret in plain text, which Dapr has no place for',
    { endpoint: McpEndpoint.sse(url, { auth: McpAuth.oauth2({ issuer: 'x', clientSecret: SecretValue.unsafePlainText('hunter2') }) }) },
    `DAPR013 [shop/payments] 'endpoint.sse.auth.oauth2.clientSecret' of McpServer must be a reference to a secret, which is all that Dapr takes here: expected SecretValue.fromSecretKeyRef('name', 'key')`,
  ],
  [
    'SPIFFE without an audience',
    { endpoint: McpEndpoint.sse(url, { auth: McpAuth.spiffe({ header: 'a' } as any) }) },
    `DAPR012 [shop/payments] 'endpoint.sse.auth.spiffe.audience' is required by McpServer: got nothing, expected whom the token is for, e.g. 'mcp://payments'`,
  ],
  [
    'another kind of identity',
    { endpoint: McpEndpoint.sse(url, { auth: { basic: {} } as any }) },
    `DAPR011 [shop/payments] 'endpoint.sse.auth' of McpServer must be an McpAuth, e.g. McpAuth.oauth2({ … }): got an object with basic`,
  ],
  [
    'a workflow without a name',
    { endpoint, middleware: { beforeListTools: [{ workflowName: '', appId: 'Guard' }] } },
    [
      `DAPR014 [shop/payments] 'middleware.beforeListTools[0].workflowName' of McpServer must be the name of a workflow: got ''`,
      `DAPR003 [shop/payments] 'middleware.beforeListTools[0].appId' cannot be 'Guard': expected at most 58 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'guard'`,
    ].join('\n'),
  ],
  [
    'a change before tools are listed, where there is nothing to change',
    { endpoint, middleware: { beforeListTools: [{ workflowName: 'a', mutate: true }] } },
    `DAPR010 [shop/payments] 'middleware.beforeListTools[0].mutate' is not a property of McpServer: it has workflowName, appId`,
  ],
])('refuses %s', (_, props, message) => {
  expect(refused(props).join('\n')).toBe(message);
});

test('refuses a name with a dot, at which the names of workflows are taken apart', () => {
  expect(refused({ endpoint }, 'mcp.payments')).toEqual([
    `DAPR001 [shop/mcp.payments] an McpServer cannot be named 'mcp.payments': expected at most 253 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'mcp-payments'`,
  ]);
});

test('is refused for Dapr 1.17, which has no such resource', () => {
  expect(refused({ endpoint }, 'payments', DaprVersion.V1_17)).toEqual([
    `DAPR016 [shop/payments] McpServer is known to Dapr 1.18 and later, and the manifests are for Dapr 1.17: leave it out, or set another version with DaprVersion.use`,
  ]);
});
