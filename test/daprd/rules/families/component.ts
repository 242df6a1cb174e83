import { Change, keeping, realRedis, replacing, secrets, setting, subscription, beside } from '../changes';
import { Experiment, Expectation, nth, trial } from '../experiment';
import { all, doesNotLog, exits, fails, holds, lacks, loads, logs, neverNames, probe } from '../expectations';
import { publish } from '../probes';

const REFUSED = 'connection refused';
/** An address at which nobody listens: port 1 is nobody's. */
const NOBODY = '127.0.0.1:1';
const onRedis = { redis: true, change: [realRedis] } as const;
const address = setting('redisHost', ({ redis }) => redis.address);
const password = setting('redisPassword', ({ redis }) => redis.password);
const secondRedis: Change = ([first], { redis }) => {
  const hosts = first.spec.metadata.filter(({ name }: { name: string }) => name === 'redisHost');
  [hosts[0].value, hosts[1].value] = [NOBODY, redis.address];
};
const splitAddress: Change = ([first], { redis }) => {
  first.spec.metadata.find(({ name }: { name: string }) => name === 'redisHost').value = redis.address;
  first.spec.metadata.find(({ name }: { name: string }) => name === 'redisPort').value = String(redis.port);
};
const REDIS_PASSWORD = 'let-me-in';
const redisSecret = { redis: { password: REDIS_PASSWORD, redis: REDIS_PASSWORD } };

/** Which consumer group of Redis the subscription of the application makes. */
function group(name: string): Expectation {
  return probe(`consumes as the group \`${name}\``, async (scene) => {
    await scene.runs();
    await scene.until('made the group', async () => (await scene.redis.command('XINFO', 'GROUPS', 'orders')).split('\n').includes(name));
  });
}

/** The key of Redis in which a topic is kept. */
function stream(key: string): Expectation {
  return probe(`keeps the topic \`orders\` as \`${key}\``, async (scene) => {
    await scene.runs();
    await publish(scene, 'events', 'orders');
    const keys = (await scene.redis.command('KEYS', '*')).split('\n');
    holds(keys.includes(key), `it has ${keys.join()}`);
  });
}

export const COMPONENT: readonly Experiment[] = [
  {
    rule: 'DAPR010',
    bad: [trial(neverNames('redis:6379'))],
    good: [
      trial(loads('statestore'), {
        redis: true,
        change: [
          replacing(
            'Component',
            ({ spec }, { redis }) =>
              (spec.metadata = [
                { name: 'REDISHOST', value: redis.address },
                { name: 'redisPassword', value: redis.password },
                ...spec.metadata.slice(1),
              ]),
          ),
        ],
      }),
    ],
  },
  {
    rule: 'DAPR012',
    bad: [
      nth(0, exits("missing SASL Password for authType 'password'")),
      nth(1, exits('failed to build connection string')),
      nth(
        2,
        probe('answers each call with an error', async (scene) => {
          await scene.runs();
          const { status, text } = await scene.post('/v1.0/bindings/web', { operation: 'get' });
          holds(status >= 400, `${status} ${text}`);
        }),
      ),
    ],
    good: [trial(loads('statestore'), onRedis)],
  },
  {
    rule: 'DAPR013',
    bad: [
      nth(0, exits('invalid initialOffset: latest')),
      nth(0, exits('invalid compression: GZIP'), { change: [keeping('brokers', 'authType', 'compression')] }),
      nth(1, exits('invalid Azure cloud: AzureGermany')),
    ],
    good: [
      trial(fails(REFUSED), {
        change: [secrets('vault', { rabbitmq: { url: `amqp://${NOBODY}` } }, { nestedSeparator: ':', multiValued: 'true' })],
      }),
    ],
  },
  {
    rule: 'DAPR014',
    bad: [
      nth(0, exits('invalid bool "yes"')),
      nth(0, exits(`error decoding 'redisMaxRetries'`)),
      nth(0, exits('invalid Duration "5 seconds"')),
      nth(0, all(logs('actors: state store is not configured'), loads('statestore')), {
        redis: true,
        controlPlane: true,
        change: [keeping('redisHost', 'actorStateStore'), realRedis],
      }),
      nth(1, exits('end of range (7) above maximum (6): 7')),
      nth(2, exits('priority value must be between 1 (highest) and 5 (lowest)')),
      nth(3, exits('invalid identifier: my-state'), { change: [setting('connectionString', 'data.db')] }),
      nth(3, exits("found forbidden option '_pragma=busy_timeout' in the connection string"), { change: [keeping('connectionString')] }),
      nth(4, exits('missing the slash separating the database name')),
    ],
    good: [nth(0, fails(REFUSED), { change: [setting('connectionString', 'host=127.0.0.1 port=1')] }), nth(1, loads('often'))],
  },
  {
    rule: 'DAPR015',
    bad: [
      nth(0, exits('already contains port 6379, but redisPort is set to 6380')),
      nth(1, exits('token mount path and token both set')),
      nth(2, exits('only one of connectionString or eventHubNamespace should be passed')),
      nth(3, exits('zstd compression requires Version >= V2_1_0_0')),
      nth(4, exits('Consumer.Group.Heartbeat.Interval must be < Consumer.Group.Session.Timeout')),
    ],
    good: [nth(0, loads('mail')), nth(1, loads('statestore'), { redis: true, change: [splitAddress, password] })],
  },
  {
    rule: 'DAPR017',
    bad: [
      nth(0, exits('incorrect type seccretstores.local.env')),
      nth(1, exits('incorrect type PubSub.redis')),
      nth(2, exits('incorrect type nameresolution.sqlite')),
      nth(3, exits('HTTP middleware middleware.bearer/v1 has not been registered')),
      nth(4, exits("couldn't find state store state.postgresql/v3")),
      nth(5, exits("couldn't find state store state.etcd/v0")),
      nth(6, exits("couldn't find message bus pubsub.natsstreaming/v1")),
      nth(7, exits("couldn't find state store state.our-own-engine/v1")),
    ],
    good: [trial(loads('statestore'))],
  },
  {
    rule: 'DAPR060',
    bad: [
      nth(
        1,
        probe('writes the file under another name', async (scene) => {
          await scene.runs();
          const { text } = await scene.post('/v1.0/bindings/files', { operation: 'create', data: 'x' });
          holds(text.includes('fileName') && !text.includes('orders.json'), text);
        }),
        { change: [setting('rootPath', ({ folder }) => folder)] },
      ),
    ],
    good: [trial(fails(REFUSED), { change: [setting('connectionString', `amqp://${NOBODY}`)] })],
  },
  {
    rule: 'DAPR061',
    bad: [
      nth(0, exits('key connectionstring is duplicate in the metadata')),
      nth(1, loads('statestore'), { redis: true, change: [keeping('redisHost'), secondRedis, password] }),
    ],
    good: [trial(loads('statestore'))],
  },
  {
    rule: 'DAPR062',
    bad: [
      nth(0, exits('key consumerid is duplicate in the metadata')),
      nth(1, group('check'), { redis: true, app: () => undefined, change: [realRedis, beside(subscription('events', 'orders'))] }),
    ],
    good: [trial(group('orders'), { redis: true, app: () => undefined, change: [realRedis, beside(subscription('events', 'orders'))] })],
  },
  {
    rule: 'DAPR064',
    bad: [nth(2, exits('init timeout for component statestore (state.in-memory/v1)'))],
    good: [trial(loads('statestore'))],
  },
  {
    rule: 'DAPR065',
    bad: [
      nth(0, loads('statestore'), {
        redis: true,
        env: { REDIS_HOST: NOBODY },
        change: [
          keeping('redisHost'),
          replacing('Component', ({ spec, ...rest }, { redis }) => {
            spec.metadata[0].value = redis.address;
            void rest;
          }),
          password,
        ],
      }),
      nth(0, exits(`error decoding 'redisDB': invalid int ""`), { env: { REDIS_DB: '1' }, change: [keeping('redisDB')] }),
    ],
    good: [trial(fails(NOBODY), { env: { REDIS_HOST: NOBODY } })],
  },
  {
    rule: 'DAPR066',
    bad: [
      nth(0, logs("references an env variable that isn't allowed: DAPR_REDIS"), { env: { DAPR_REDIS: NOBODY } }),
      nth(0, logs("references an env variable that isn't allowed: APP_API_TOKEN")),
      nth(1, logs("references an env variable that isn't allowed: RedisHost"), {
        // As the injector gives them, with the list of what a component may ask for.
        env: { RedisHost: NOBODY, DAPR_ENV_KEYS: 'RedisHost' },
        change: [keeping('redisHost')],
      }),
    ],
    good: [trial(fails(NOBODY), { env: { REDIS_HOST: NOBODY, DAPR_ENV_KEYS: 'REDIS_HOST X' } })],
  },
  {
    rule: 'DAPR067',
    bad: [trial(loads('statestore'), { redis: true, change: [address, secrets('kubernetes', redisSecret, { multiValued: 'true' })] })],
    good: [trial(loads('statestore'), { redis: true, change: [address, secrets('kubernetes', redisSecret, { multiValued: 'true' })] })],
  },
  {
    rule: 'DAPR068',
    bad: [
      nth(0, all(logs("Component statestore references a secret store that isn't loaded: vault-stor"), lacks('statestore')), {
        change: [setting('secretsFile', ({ folder }) => `${folder}/secrets.json`), secrets('secrets', {})],
      }),
      nth(1, all(logs("Component statestore references a secret store that isn't loaded: cache"), lacks('statestore'))),
      nth(2, all(logs("Component statestore references a secret store that isn't loaded: vault-store"), lacks('statestore')), {
        appId: 'orders',
      }),
    ],
    good: [trial(loads('statestore'), { redis: true, change: [address, secrets('vault', redisSecret, { multiValued: 'true' })] })],
  },
  {
    rule: 'DAPR069',
    bad: [trial(logs("Component statestore references a secret store that isn't loaded: "))],
    good: [],
  },
  {
    rule: 'DAPR070',
    bad: [nth(0, lacks('vault', 'files')), nth(1, lacks('vault'))],
    good: [
      trial(loads('vault', 'files'), {
        change: [secrets('given', { t: 'x' }), setting('secretsFile', ({ folder }) => `${folder}/given.json`, 'files')],
      }),
    ],
  },
  {
    rule: 'DAPR071',
    bad: [
      nth(0, exits('property consumerID refers to {podName} but podName is not set')),
      nth(1, exits('property consumerID refers to {podName} but podName is not set')),
    ],
    good: [trial(loads('events'), { ...onRedis, env: { POD_NAME: 'orders-0' } })],
  },
  {
    rule: 'DAPR072',
    bad: [trial(stream('shoporders'), { ...onRedis, namespace: 'shop' })],
    good: [trial(stream('orders'), { ...onRedis, namespace: 'shop' })],
  },
  {
    rule: 'DAPR076',
    bad: [
      nth(0, logs('state store state.etcd/v1 is deprecated and will be removed in a future version, please use state.etcd/v2')),
      nth(1, logs('state store state.etcd/v1 is deprecated and will be removed in a future version, please use state.etcd/v2')),
    ],
    good: [trial(doesNotLog('is deprecated'))],
  },
  {
    rule: 'DAPR077',
    bad: [
      trial(
        probe('loads it, and finds none of the servers', async (scene) => {
          await scene.runs();
          const { text } = await scene.post('/v1.0/state/statestore', [{ key: 'a', value: 1 }]);
          holds(text.includes('no servers configured or available'), text);
        }),
        { change: [setting('hosts', `${NOBODY}, ${NOBODY}`)] },
      ),
    ],
    good: [trial(fails(REFUSED), { change: [setting('hosts', `${NOBODY},${NOBODY}`)] })],
  },
];
