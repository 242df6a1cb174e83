import { Duration } from 'cdk8s';
import * as dapr from '../../../src';
import { startRedis } from '../../../tools/real/servers/redis';
import { describeLoads } from '../support/loads';

const { SecretValue } = dapr;

describeLoads(
  'Redis',
  async (processes) => {
    const redis = await startRedis(processes);
    await redis.command('SET', 'greeting', 'hello||1');
    return redis;
  },
  [
    {
      title: 'state.Redis, the least',
      lacks: ['query'], // needs RedisJSON
      of: (chart, id, { address, password }) =>
        new dapr.state.Redis(chart, id, { redisHost: address, redisPassword: SecretValue.unsafePlainText(password) }),
    },
    {
      title: 'state.Redis, with a port of its own, as the actor state store, and with all times',
      lacks: ['query'],
      of: (chart, id, { host, port, password }) =>
        new dapr.state.Redis(chart, id, {
          redisHost: host,
          redisPort: port,
          redisUsername: 'default',
          redisPassword: SecretValue.unsafePlainText(password),
          redisDB: 1,
          actorStateStore: true,
          keyPrefix: dapr.KeyPrefix.NAME,
          enableTLS: false,
          failover: false,
          redisMaxRetries: 5,
          redisMinRetryInterval: Duration.millis(20),
          redisMaxRetryInterval: Duration.seconds(2),
          dialTimeout: Duration.seconds(5),
          readTimeout: Duration.seconds(3),
          writeTimeout: Duration.seconds(3),
          poolSize: 5,
          poolTimeout: Duration.seconds(4),
          maxConnAge: Duration.hours(1),
          minIdleConns: 1,
          idleCheckFrequency: Duration.minutes(1),
          idleTimeout: Duration.minutes(5),
        }),
    },
    {
      title: 'pubsub.Redis',
      of: (chart, id, { address, password }) =>
        new dapr.pubsub.Redis(chart, id, {
          redisHost: address,
          redisPassword: SecretValue.unsafePlainText(password),
          consumerID: 'me',
          processingTimeout: Duration.seconds(15),
          redeliverInterval: Duration.seconds(30),
          concurrency: 3,
        }),
    },
    {
      title: 'bindings.Redis',
      use: {
        calls: [
          { operation: 'create', data: 'one', metadata: { key: 'k' } },
          { operation: 'get', metadata: { key: 'k' }, answers: /one/ },
        ],
      },
      of: (chart, id, { address, password }) =>
        new dapr.bindings.Redis(chart, id, { redisHost: address, redisPassword: SecretValue.unsafePlainText(password) }),
    },
    {
      title: 'configurationstores.Redis',
      of: (chart, id, { address, password }) =>
        new dapr.configurationstores.Redis(chart, id, { redisHost: address, redisPassword: SecretValue.unsafePlainText(password) }),
    },
    {
      title: 'lock.Redis',
      of: (chart, id, { address, password }) =>
        new dapr.lock.Redis(chart, id, { redisHost: address, redisPassword: SecretValue.unsafePlainText(password) }),
    },
  ],
);
