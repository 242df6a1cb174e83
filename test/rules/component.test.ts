import { scheduleProblem } from '../../src/rules/component/cron-schedule';
import { refusedBy } from '../../src/rules/component/go-text';
import { isGoDuration, millisecondsOf } from '../../src/rules/go-duration';
import { meantType } from '../../src/rules/component/meant-type';
import { isPlaceholder } from '../../src/rules/component/placeholder';
import { factsOf, keysOf, versionsOf } from '../../src/rules/facts';
import { COMPONENTS, TYPE_ALIASES } from '../../src/generated/component-facts';
import { CATALOG } from '../support/samples';
import { findings, rule } from '../support/rules';

const TYPES = [...Object.keys(COMPONENTS), ...Object.keys(TYPE_ALIASES)];

describe('the facts', () => {
  test.each(CATALOG.components.map((component) => [`${component.type} ${component.version}`, component] as const))(
    'know every key, alias and need of %s',
    (_, { type, version, fields, reads }) => {
      const facts = factsOf(type, version)!;
      const keys = keysOf(facts);
      const names = [
        ...Object.entries(fields).map(([name, { wire }]) => wire ?? name),
        ...Object.keys(reads.keys ?? {}),
        ...Object.keys(reads.aliases ?? {}),
        ...Object.keys(reads.values ?? {}),
        ...(reads.perRequest ?? []),
        ...(reads.exactCase ?? []),
        ...(reads.anyText ?? []),
        ...[...(facts.needs ?? []), ...(facts.callsNeed ?? [])].flatMap(({ anyOf, when, unless }) => [
          ...anyOf,
          ...(when === undefined ? [] : [when[0]]),
          ...(unless ?? []),
        ]),
      ];
      expect(names.filter((name) => !keys.has(name.toLowerCase()))).toEqual([]);
    },
  );

  test.each([
    ['state.redis', '', 'state.redis v1'],
    ['state.redis', 'V0', 'state.redis v1'],
    ['STATE.Redis', 'v1', 'state.redis v1'],
    ['state.postgres', '', 'state.postgresql v1'],
    ['state.postgresql', 'v2', 'state.postgresql v2'],
    ['state.postgresql', 'v0', undefined],
    ['state.yugabyte', '', 'state.yugabytedb v2'],
    ['state.yugabytedb', 'v1', undefined],
    ['state.redis', 'v2', undefined],
    ['state.constructor', 'v1', undefined],
    ['constructor', '', undefined],
  ])('%s of version %j is %s', (type, version, expected) => {
    const facts = factsOf(type, version);
    expect(facts && `${facts.type} ${facts.version}`).toBe(expected);
  });

  test('list the newest version of a type first', () => {
    expect(versionsOf('state.etcd')!.map(({ version }) => version)).toEqual(['v2', 'v1']);
  });
});

describe('a text is taken for a value of a Go type as daprd takes it', () => {
  test.each([
    ['bool', 'true yes Y on 1 t no off 0 n f disabled', 'enabled ja 2 wahr'],
    ['config.bool', 'true TRUE 1 t F 0', 'yes on no y tRUE'],
    ['strconv.ParseBool', 'true 0 F', 'yes no'],
    ['int', '5 -5 +5 0x1f 1_000 017 08', 'five 1.5 5s 1e3'],
    ['int32', '2147483647 -2147483648', '2147483648'],
    ['config.int', '5 -5 08', '0x1f 1_000 1.5'],
    ['uint8', '0 255', '256 -1 +1'],
    ['config.uint16', '65535', '65536 -1'],
    ['float64', '1 1.5 .5 1e3 -2', 'fast 1,5'],
    ['time.Duration', '5s 1h30m 5 -5 1.5s 100ms', 'soon 5d 5sec 1.5'],
    ['config.Duration', '5s 500 -1', 'soon 1.5'],
    ['[]time.Duration', '50ms,1s,5 1s', '50ms;1s soon'],
    ['metadata.ByteSize', '4Mi 100 1G 1.5G 5k 2e3', '4MB 1.5Gi 1.0Gi 100m 1.5 much'],
    ['strconv.Atoi', '5 -5', '1.5 0x1'],
    ['string', 'anything', ''],
    ['[]string', 'a,b', ''],
  ])('%s', (go, taken, refused) => {
    const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
    expect(words(taken).filter((word) => refusedBy(go, word) !== undefined)).toEqual([]);
    expect(words(refused).filter((word) => refusedBy(go, word) === undefined)).toEqual([]);
  });

  test.each(['bool', 'int', 'uint8', 'time.Duration', 'float64', 'strconv.Atoi'])('nothing is fine for %s', (go) => {
    expect(refusedBy(go, '')).toBeUndefined();
  });

  test.each(['config.bool', 'config.int', 'config.Duration', 'metadata.ByteSize'])('nothing is not fine for %s', (go) => {
    expect(refusedBy(go, '')).toBeDefined();
  });

  test('durations are told and measured', () => {
    expect(['1h2m3s', '0', '-1.5h', '1µs', '.5s'].map(isGoDuration)).toEqual([true, true, true, true, true]);
    expect(['1', '1 s', '', 's', '1d'].map(isGoDuration)).toEqual([false, false, false, false, false]);
    expect(['1h30m', '-1.5s', '0', '10ms', '1d'].map(millisecondsOf)).toEqual([5_400_000, -1500, 0, 10, undefined]);
  });
});

test.each([
  ['@every 15m', undefined],
  ['@daily', undefined],
  ['*/5 * * * *', undefined],
  ['15 30 3-6,20-23 * * *', undefined],
  ['0 0 1 JAN-mar ?', undefined],
  ['CRON_TZ=Europe/Berlin 0 6 * * MON-FRI', undefined],
  ['0 9-17/2 * * 1', undefined],
  ['@reboot', "expected one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly or @every: got '@reboot'"],
  ['@every 1d', "@every takes a duration of hours, minutes and seconds such as 1h30m: got '1d'"],
  ['TZ=UTC @every 1h', '@every takes no time zone'],
  ['* * * *', 'expected 5 fields, or 6 with seconds in front: got 4'],
  ['60 * * * *', "the minute is from 0 to 59, as in 1, 1-3 or */2: got '60'"],
  ['0 0 * * SUNDAY', "the day of week is from 0 to 6, as in 1, 1-3 or */2: got 'SUNDAY'"],
  ['0 0 5-1 * *', "the day of month is from 1 to 31, as in 1, 1-3 or */2: got '5-1'"],
  ['0 */0 * * *', "the hour is from 0 to 23, as in 1, 1-3 or */2: got '*/0'"],
])('the schedule %s: %s', (schedule, problem) => {
  expect(scheduleProblem(schedule)).toBe(problem);
});

test.each([
  ['state.mongo', 'state.mongodb'],
  ['state.cosmosdb', 'state.azure.cosmosdb'],
  ['state.azurecosmosdb', 'state.azure.cosmosdb'],
  ['pubsub.servicebus', 'pubsub.azure.servicebus'],
  ['secretstores.vault', 'secretstores.hashicorp.vault'],
  ['pubsub.rabitmq', 'pubsub.rabbitmq'],
  ['state.inmemory', 'state.in-memory'],
  ['state.redis-ours', undefined],
  ['state.redis.ours', undefined],
  ['state.our-own-engine', undefined],
  ['pubsub.abc', undefined],
])('%s is meant as %s', (type, meant) => {
  expect(meantType(type, TYPES)).toBe(meant);
});

test.each(['${HOST}', '$(HOST)', '{{ .Values.host }}', '#{host}#', '<host>', '%HOST%', '__HOST__', '$HOST'])(
  '%s is a placeholder',
  (text) => {
    expect(isPlaceholder(text)).toBe(true);
  },
);

test.each(['redis:6379', '{podName}', 'a < b', '100%', '$1', ''])('%j is a text', (text) => {
  expect(isPlaceholder(text)).toBe(false);
});

function component(type: string, items: string, more = ''): string {
  return `{ apiVersion: dapr.io/v1alpha1, kind: Component, metadata: { name: it }, spec: { type: ${type}, version: v1, metadata: [${items}] }${more} }`;
}

describe('values that come late', () => {
  test.each(['secretKeyRef: { name: s, key: k }', 'envRef: X', "value: '{uuid}'", "value: '${X}'"])('%s is not judged', (source) => {
    const yaml = component('pubsub.kafka', `{ name: brokers, ${source} }, { name: authType, ${source} }, { name: skipVerify, ${source} }`);
    const rules = ['DAPR010', 'DAPR012', 'DAPR013', 'DAPR014', 'DAPR015'].map(rule);
    expect(findings(yaml, rules)).toEqual([]);
  });
});

describe('a secret is never shown', () => {
  test.each([
    ['state.redis', 'redisPassword', 'hunter2'],
    ['pubsub.rabbitmq', 'connectionString', 'amqp://shop:hunter2@rabbitmq'],
    ['state.mysql', 'connectionString', 'shop:hunter2@tcp(mysql)/'],
    ['state.sqlserver', 'connectionString', 'Server=sql;User=shop;Password=hunter2'],
    ['pubsub.redis', 'redisHost', 'redis://shop:hunter2@redis:6379'],
  ])('%s %s', (type, key, value) => {
    const said = findings(component(type, `{ name: ${key}, value: '${value}' }`), [rule('DAPR063')]);
    expect(said).toHaveLength(1);
    expect(said[0]).not.toContain('hunter2');
  });

  test('where the text of a secret key has the wrong form', () => {
    const items = "{ name: connectionString, value: 'x' }, { name: keyType, value: 'x' }";
    expect(findings(component('state.sqlserver', items), [rule('DAPR013')])).toEqual([
      "error DAPR013 Component/it spec.metadata[1].value: 'keyType' of state.sqlserver v1 takes string, uuid, integer: got 'x'",
    ]);
  });
});

test.each([
  ['scopes', "'scopes' is no key of state.redis v1: it belongs beside 'spec', as scopes"],
  ['secretStore', "'secretStore' is no key of state.redis v1: it belongs beside 'spec', as auth.secretStore"],
  ['initTimeout', "'initTimeout' is no key of state.redis v1: it belongs beside 'metadata', as spec.initTimeout"],
  ['streamTTL', "'streamTTL' is no key of state.redis v1: it is one of pubsub.redis"],
  ['actorStateStores', "'actorStateStores' is no key of state.redis v1; did you mean 'actorStateStore'?"],
  ['outboxpubsub', "'outboxpubsub' of state.redis v1 is found in one spelling only: write 'outboxPubsub'"],
])('the key %s', (key, message) => {
  expect(findings(component('state.redis', `{ name: ${key}, value: x }`), [rule('DAPR010')])).toEqual([
    `error DAPR010 Component/it spec.metadata[0].name: ${message}`,
  ]);
});

test('a key that may have come with 1.19 is a warning there', () => {
  const yaml = component('state.redis', '{ name: somethingElse, value: x }');
  expect(findings({ yaml, daprVersion: '1.19' }, [rule('DAPR010')])).toEqual([
    "warning DAPR010 Component/it spec.metadata[0].name: 'somethingElse' is no key of state.redis v1, and nothing reads it",
  ]);
});

test('any shape of a component is read', () => {
  const shapes = [
    '[]',
    '{ spec: [] }',
    '{ spec: { metadata: {} } }',
    '{ spec: { metadata: [1, null, [], { name: 5 }] } }',
    '{ auth: 5, scopes: 7 }',
  ];
  const yaml = shapes
    .map((shape) => (shape === '[]' ? '{ metadata: [] }' : shape))
    .map((shape) => `{ apiVersion: dapr.io/v1alpha1, kind: Component, ${shape.slice(1)}`)
    .join('\n---\n');
  const failed = findings(yaml, [...Array.from({ length: 20 }, (_, i) => rule(`DAPR0${60 + i}`)), rule('DAPR017'), rule('DAPR012')]);
  expect(failed.filter((line) => line.includes('DAPR290'))).toEqual([]);
});

test.each([
  ['{ name: user, value: shop }', ['error']],
  ['{ name: user, secretKeyRef: { name: s, key: k } }', ['warning']],
  ['{ name: user, value: shop }, { name: password, secretKeyRef: { name: s, key: k } }', []],
  ["{ name: user, value: '' }", []],
])('the pair user and password of bindings.smtp: %s', (items, severities) => {
  const yaml = component('bindings.smtp', `{ name: host, value: h }, { name: port, value: 25 }, ${items}`);
  expect(findings(yaml, [rule('DAPR015')]).map((line) => line.split(' ', 1)[0])).toEqual(severities);
});

test.each([
  ['pubsub.azure.servicebus.topics', 'publishInitialRetryInternalInMs'],
  ['pubsub.aws.snssqs', 'awsAccountID'],
  ['pubsub.rocketmq', 'consumeFromWhere'],
  ['state.azure.blobstorage', 'storageAccountKey'],
  ['state.redis', 'maxRetryBackoff'],
  ['pubsub.kafka', 'authRequired'],
  ['secretstores.kubernetes', 'defaultNamespace'],
  ['bindings.rabbitmq', 'saslExternal'],
  ['bindings.graphql', 'header:X-Shop'],
  ['pubsub.pulsar', 'orders.jsonschema'],
  ['middleware.http.routeralias', '/v1.0/orders'],
])('%s reads the old or chosen key %s', (type, key) => {
  expect(findings(component(type, `{ name: '${key}', value: '1' }`), [rule('DAPR010')])).toEqual([]);
});
