import { Duration } from 'cdk8s';
import { PubSub } from '../../src/pub-sub';
import {
  BrokerSubscription,
  KafkaValueSchemaType,
  RabbitMqQueueType,
  RocketMqFilterType,
  Subscription,
  SubscriptionProps,
} from '../../src/subscription';
import { manifestOf, mistakesOf, shop } from '../support/resources';

const bus = { pubsubName: 'orderpubsub' };
const orders = { pubsub: bus, topic: 'orders', route: '/orders' };

function specOf(props: SubscriptionProps): any {
  const chart = shop();
  new Subscription(chart, 'orders', props);
  return manifestOf(chart).spec;
}

function refused(props: object): string[] {
  return mistakesOf(() => new Subscription(shop(), 'orders', props as SubscriptionProps));
}

test('a subscription without rules has the default route only', () => {
  const chart = shop();
  new Subscription(chart, 'orders', { ...orders, scopes: ['shipping', 'notification'] });
  expect(manifestOf(chart)).toEqual({
    apiVersion: 'dapr.io/v2alpha1',
    kind: 'Subscription',
    metadata: { name: 'orders' },
    spec: { pubsubname: 'orderpubsub', topic: 'orders', routes: { default: '/orders' } },
    scopes: ['notification', 'shipping'],
  });
});

test('rules stay in their order, and the rest goes to the route', () => {
  const rules = [
    { match: 'event.type == "order.placed" && has(event.data.size)', path: '/placed' },
    { match: "event.data.sizes.exists(x, x > 3) || event.type in ['a', 'b']", path: 'large' },
  ];
  expect(specOf({ ...orders, rules }).routes).toEqual({ rules, default: '/orders' });
});

test('everything else is written as the schema has it', () => {
  const spec = specOf({
    pubsub: bus,
    topic: 'orders/#',
    rules: [{ match: 'true', path: '' }],
    deadLetterTopic: 'orders-dead',
    bulkSubscribe: { maxMessagesCount: 50, maxAwaitDuration: Duration.millis(250) },
    rawPayload: true,
    metadata: { priority: '1' },
  });
  expect(spec).toEqual({
    pubsubname: 'orderpubsub',
    topic: 'orders/#',
    routes: { rules: [{ match: 'true', path: '' }] },
    deadLetterTopic: 'orders-dead',
    bulkSubscribe: { enabled: true, maxMessagesCount: 50, maxAwaitDurationMs: 250 },
    metadata: { priority: '1', rawPayload: 'true' },
  });
});

test.each<[string, BrokerSubscription, object]>([
  [
    'RabbitMQ',
    BrokerSubscription.rabbitMq({ queueType: RabbitMqQueueType.QUORUM, singleActiveConsumer: true, maxLen: 1000, routingKey: 'a,b' }),
    { queueType: 'quorum', singleActiveConsumer: 'true', maxLen: '1000', routingKey: 'a,b' },
  ],
  ['Kafka', BrokerSubscription.kafka({ valueSchemaType: KafkaValueSchemaType.AVRO }), { valueSchemaType: 'avro' }],
  ['MQTT', BrokerSubscription.mqtt({ unsubscribeOnClose: true }), { unsubscribeOnClose: 'true' }],
  [
    'RocketMQ',
    BrokerSubscription.rocketMq({ subType: RocketMqFilterType.SQL92, subExpression: 'a > 1' }),
    { 'rocketmq-sub-type': 'sql92', 'rocketmq-sub-expression': 'a > 1' },
  ],
  [
    'Azure Service Bus',
    BrokerSubscription.azureServiceBus({ requireSessions: true, sessionIdleTimeout: Duration.minutes(2), maxConcurrentSessions: 4 }),
    { requireSessions: 'true', sessionIdleTimeoutInSec: '120', maxConcurrentSessions: '4' },
  ],
  [
    'Azure Event Hubs',
    BrokerSubscription.azureEventHubs({ requireAllProperties: true, checkPointFrequencyPerPartition: 10 }),
    { requireAllProperties: 'true', checkPointFrequencyPerPartition: '10' },
  ],
  [
    'Pulsar',
    BrokerSubscription.pulsar({ subscribeType: 'key_shared' as any, processMode: 'sync' as any }),
    { subscribeType: 'key_shared', processMode: 'sync' },
  ],
])('%s reads its own settings as texts', (_, broker, metadata) => {
  expect(specOf({ ...orders, broker }).metadata).toEqual(metadata);
});

test('a component of the program gives its name', () => {
  const chart = shop();
  const pubsub = new PubSub(chart, 'bus', { type: 'pubsub.kafka', objectMeta: { name: 'orderpubsub' } });
  const subscription = new Subscription(chart, 'orders', { ...orders, pubsub, broker: BrokerSubscription.kafka({}) });
  expect(subscription.toJson().spec.pubsubname).toBe('orderpubsub');
});

test('scopes can be added later', () => {
  const chart = shop();
  const subscription = new Subscription(chart, 'orders', orders);
  expect(subscription.scopes).toEqual([]);
  subscription.addScopes('shipping', 'notification');
  subscription.addScopes('shipping');
  expect(manifestOf(chart).scopes).toEqual(['notification', 'shipping']);
  expect(mistakesOf(() => subscription.addScopes('Shipping'))).toEqual([
    `DAPR003 [shop/orders] an app id in scopes cannot be 'Shipping': expected at most 58 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'shipping'`,
  ]);
});

test('null is nothing, as other languages write it', () => {
  const chart = shop();
  new Subscription(chart, 'orders', { ...orders, rules: null, bulkSubscribe: null, broker: null, metadata: null, scopes: null } as any);
  expect(manifestOf(chart).spec).toEqual({ pubsubname: 'orderpubsub', topic: 'orders', routes: { default: '/orders' } });
});

test('without props, everything that is missing is named', () => {
  expect(mistakesOf(() => new Subscription(shop(), 'orders', undefined as any))).toHaveLength(3);
});

test.each<[string, object, string[]]>([
  [
    'neither route nor rules, with which messages are dropped',
    { pubsub: bus, topic: 'orders', rules: [] },
    [
      `DAPR012 [shop/orders] 'route' or 'rules' is required by Subscription: got neither, with which Dapr takes the messages and drops them; expected e.g. route: '/orders'`,
    ],
  ],
  [
    'an empty condition, which hides what comes after it',
    { ...orders, rules: [{ match: '', path: '/a' }] },
    [
      `DAPR014 [shop/orders] 'rules[0].match' of Subscription must be a condition, e.g. 'event.type == "order.placed"'; every message goes to 'route': got ''`,
    ],
  ],
  [
    'a condition that stops sidecars',
    { ...orders, rules: [{ match: 'event.type == "order', path: '/a' }] },
    [
      `DAPR014 [shop/orders] 'rules[0].match' of Subscription must be a condition that can be read, else sidecars stop: got 'event.type == "order', in which a " is left open`,
    ],
  ],
  [
    'a condition over anything but the event',
    { ...orders, rules: [{ match: 'data.size > 3', path: '/a' }] },
    [
      `DAPR013 [shop/orders] 'rules[0].match' of Subscription must look at 'event' only, because nothing else exists when a message comes: got 'data', expected e.g. 'event.data', or '"data"' for a text`,
    ],
  ],
  [
    'no topic and no component',
    { route: '/orders' },
    [
      `DAPR012 [shop/orders] 'pubsub' is required by Subscription: got nothing, expected a pub/sub component`,
      `DAPR012 [shop/orders] 'topic' is required by Subscription: got nothing, expected the name of a topic`,
    ],
  ],
  [
    'a component that is no pub/sub',
    { ...orders, pubsub: 'orderpubsub' },
    [`DAPR011 [shop/orders] 'pubsub' of Subscription must be a pub/sub component, which has a pubsubName: got 'orderpubsub'`],
  ],
  [
    'settings of a broker that the messages do not come from',
    { ...orders, pubsub: { ...bus, componentType: 'pubsub.redis' }, broker: BrokerSubscription.kafka({}) },
    [`DAPR015 [shop/orders] 'broker' of Subscription is for pubsub.kafka, and the messages come from pubsub.redis, which does not read it`],
  ],
  [
    'a setting that is given twice',
    { ...orders, rawPayload: true, metadata: { rawPayload: 'false' } },
    [`DAPR015 [shop/orders] 'metadata.rawPayload' of Subscription is set by another property too: expected one of them`],
  ],
  [
    'numbers in the open settings',
    { ...orders, metadata: { maxLen: 5 } },
    [`DAPR011 [shop/orders] 'metadata' of Subscription must be an object whose values are texts: got an object with maxLen`],
  ],
  [
    'bulk settings that Dapr reads as its defaults',
    { ...orders, bulkSubscribe: { maxMessagesCount: 0, maxAwaitDuration: Duration.millis(0) } },
    [
      `DAPR014 [shop/orders] 'bulkSubscribe.maxMessagesCount' of Subscription must be a whole number from 1 to 2147483647: got 0`,
      expect.stringMatching(
        /^DAPR014 \[shop\/orders\] 'bulkSubscribe.maxAwaitDuration' of Subscription must be a Duration .*: got Duration of 0ms$/,
      ),
    ],
  ],
])('refuses %s', (_, props, messages) => {
  expect(refused(props)).toEqual(messages);
});
