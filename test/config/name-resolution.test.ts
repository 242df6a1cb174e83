import { Duration } from 'cdk8s';
import { Configuration, NameResolution } from '../../src/config';
import { DaprVersion } from '../../src/dapr-version';
import { SecretValue } from '../../src/metadata-value';
import { manifestOf, mistakesOf, shop } from '../support/resources';

function nameResolutionOf(nameResolution: NameResolution): any {
  const chart = shop();
  new Configuration(chart, 'appconfig', { nameResolution });
  return manifestOf(chart).spec.nameResolution;
}

function refused(nameResolution: NameResolution, dapr?: DaprVersion): string[] {
  return mistakesOf(() => new Configuration(shop({ dapr }), 'appconfig', { nameResolution }));
}

test.each<[string, NameResolution, object]>([
  [
    'kubernetes',
    NameResolution.kubernetes({ clusterDomain: 'cluster.test', template: '{{.ID}}-{{.Port}}' }),
    { clusterDomain: 'cluster.test', template: '{{.ID}}-{{.Port}}' },
  ],
  ['mdns', NameResolution.mdns(), {}],
  ['nameformat', NameResolution.nameFormat({ format: '{appid}.shop:50002' }), { format: '{appid}.shop:50002' }],
  [
    'sqlite',
    NameResolution.sqlite({
      connectionString: '/shared/nr.db',
      timeout: Duration.seconds(2),
      busyTimeout: Duration.millis(500),
      disableWal: true,
      tableName: 'hosts_2',
      updateInterval: Duration.seconds(10),
      cleanupInterval: Duration.hours(2),
    }),
    {
      connectionString: '/shared/nr.db',
      timeout: '2s',
      busyTimeout: '500ms',
      disableWAL: true,
      tableName: 'hosts_2',
      updateInterval: '10s',
      cleanupInterval: '2h',
    },
  ],
  [
    'aws.cloudmap',
    NameResolution.awsCloudMap({
      namespaceName: 'shop',
      region: 'eu-central-1',
      defaultDaprPort: 50002,
      accessKey: SecretValue.unsafePlainText('id'),
      secretKey: SecretValue.unsafePlainText('key'),
    }),
    { namespaceName: 'shop', region: 'eu-central-1', defaultDaprPort: 50002, accessKey: 'id', secretKey: 'key' },
  ],
])('%s is written with its settings', (component, nameResolution, configuration) => {
  expect(nameResolutionOf(nameResolution)).toEqual({ component, version: 'v1', configuration });
});

test('Consul gets its client, queries, checks and registration, blocking times in nanoseconds', () => {
  const nameResolution = NameResolution.hashicorpConsul({
    client: {
      address: 'consul:8500',
      scheme: 'https',
      waitTime: Duration.seconds(5),
      token: SecretValue.unsafePlainText('t'),
      httpAuth: { username: 'u', password: SecretValue.unsafePlainText('p') },
      tlsConfig: { caFile: '/ca.pem', insecureSkipVerify: false },
    },
    queryOptions: { useCache: true, maxAge: Duration.minutes(1), waitIndex: 3, nodeMeta: { a: 'b' } },
    checks: [
      {
        name: 'health',
        checkId: 'id:${APP_ID}',
        interval: Duration.seconds(15),
        http: 'http://x/healthz',
        header: { a: ['b'] },
        grpcUseTls: true,
      },
    ],
    tags: ['dapr'],
    meta: { team: 'shop' },
    selfRegister: true,
    advancedRegistration: { name: '${APP_ID}', port: 80 },
  });
  expect(nameResolutionOf(nameResolution)).toEqual({
    component: 'consul',
    version: 'v1',
    configuration: {
      client: {
        address: 'consul:8500',
        scheme: 'https',
        waitTime: 5_000_000_000,
        token: 't',
        httpAuth: { username: 'u', password: 'p' },
        tlsConfig: { caFile: '/ca.pem', insecureSkipVerify: false },
      },
      queryOptions: { useCache: true, maxAge: 60_000_000_000, waitIndex: 3, nodeMeta: { a: 'b' } },
      checks: [
        { name: 'health', checkID: 'id:${APP_ID}', interval: '15s', http: 'http://x/healthz', header: { a: ['b'] }, grpcUseTLS: true },
      ],
      tags: ['dapr'],
      meta: { team: 'shop' },
      selfRegister: true,
      advancedRegistration: { name: '${APP_ID}', port: 80 },
    },
  });
});

test('any other component is written as it is, from a copy', () => {
  const configuration = { nested: { list: [1] } };
  const nameResolution = NameResolution.of({ component: 'mine', version: 'v2', configuration });
  configuration.nested.list.push(2);
  expect(nameResolutionOf(nameResolution)).toEqual({ component: 'mine', version: 'v2', configuration: { nested: { list: [1] } } });
});

test('the component may be asked for', () => {
  expect(NameResolution.hashicorpConsul().component).toBe('consul');
});

const SETTING = "[shop/appconfig] 'nameResolution.configuration.";

test.each<[string, NameResolution, string]>([
  [
    'a misspelt setting',
    NameResolution.kubernetes({ clusterdomain: 'x' } as any),
    `DAPR010 ${SETTING}clusterdomain' is not a property of Configuration: did you mean 'nameResolution.configuration.clusterDomain'?`,
  ],
  [
    'a format without the app id',
    NameResolution.nameFormat({ format: 'x:50002' }),
    `DAPR014 ${SETTING}format' of Configuration must be text with {appid} in it, e.g. '{appid}.shop.svc:50002': got 'x:50002'`,
  ],
  [
    'Cloud Map without a namespace',
    NameResolution.awsCloudMap({}),
    `DAPR012 [shop/appconfig] 'nameResolution.configuration.namespaceName' or 'nameResolution.configuration.namespaceId' is required by Configuration: got neither`,
  ],
  [
    'Cloud Map with a role and nothing to assume it with',
    NameResolution.awsCloudMap({ namespaceId: 'ns', assumeRoleArn: 'arn' }),
    `DAPR012 ${SETTING}trustAnchorArn' and 'nameResolution.configuration.trustProfileArn' of Configuration must be given too: of assumeRoleArn, trustAnchorArn, trustProfileArn Dapr reads all or none`,
  ],
  [
    'a secret by reference, which Dapr does not resolve here',
    NameResolution.awsCloudMap({ namespaceId: 'ns', secretKey: SecretValue.fromSecretKeyRef('aws', 'key') }),
    `DAPR013 ${SETTING}secretKey' of Configuration cannot be a reference, which Dapr does not resolve here: expected the role of the pod, or SecretValue.unsafePlainText`,
  ],
  [
    'a nested secret by reference',
    NameResolution.hashicorpConsul({ client: { token: SecretValue.fromEnv('TOKEN') } }),
    `DAPR013 ${SETTING}client.token' of Configuration cannot be a reference, which Dapr does not resolve here: expected client.tokenFile, or SecretValue.unsafePlainText`,
  ],
  [
    'a secret as text, without showing it',
    NameResolution.hashicorpConsul({ client: { token: 'hunter2' as any } }),
    `DAPR011 ${SETTING}client.token' of Configuration must be a SecretValue, e.g. SecretValue.fromSecretKeyRef('name', 'key'): got plain text, not shown`,
  ],
  [
    'a SQLite update that comes before its timeout',
    NameResolution.sqlite({ connectionString: 'x', timeout: Duration.seconds(5) }),
    `DAPR015 ${SETTING}updateInterval' of Configuration must be whole seconds, and a second more than 'timeout': got 5000ms with a timeout of 5000ms`,
  ],
  [
    'no component',
    NameResolution.of({ component: '' }),
    `DAPR012 [shop/appconfig] 'nameResolution.component' is required by Configuration: got nothing, expected a short name, e.g. 'consul'`,
  ],
])('refuses %s', (_, nameResolution, message) => {
  expect(refused(nameResolution)).toEqual([message]);
});

test('the pattern of names is refused for Dapr 1.17', () => {
  expect(refused(NameResolution.nameFormat({ format: '{appid}' }), DaprVersion.V1_17)).toEqual([
    `DAPR016 [shop/appconfig] the name resolution 'nameformat' is known to Dapr 1.18 and later, and the manifests are for Dapr 1.17: leave it out, or set another version with DaprVersion.use`,
  ]);
});
