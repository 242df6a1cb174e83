import { App, Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

const app = new App();
const chart = new Chart(app, 'pubsub', { namespace: 'shop' });

// The broker, with who may publish and subscribe to what.
const bus = new dapr.pubsub.RabbitMq(chart, 'bus', {
  auth: dapr.pubsub.RabbitMqAuth.connectionString({ connectionString: dapr.SecretValue.fromSecretKeyRef('rabbitmq', 'url') }),
  durable: true,
  deletedWhenUnused: false,
  publishingScopes: { publisher: ['orders', 'clicks'], subscriber: ['orders-dead'] },
  subscriptionScopes: { publisher: [], subscriber: ['orders', 'orders-dead', 'clicks'] },
  protectedTopics: ['orders', 'orders-dead', 'clicks'],
  scopes: ['publisher', 'subscriber'],
});

// Large orders take their own way through the subscriber; what fails three times goes to the dead letter topic.
new dapr.Subscription(chart, 'orders', {
  pubsub: bus,
  topic: 'orders',
  rules: [{ match: 'has(event.data.total) && event.data.total > 1000', path: '/orders/large' }],
  route: '/orders',
  deadLetterTopic: 'orders-dead',
  scopes: ['subscriber'],
});
new dapr.Subscription(chart, 'orders-dead', { pubsub: bus, topic: 'orders-dead', route: '/orders/dead', scopes: ['subscriber'] });

// Of clicks there are many: they are delivered many at a time, or what there is after half a second.
new dapr.Subscription(chart, 'clicks', {
  pubsub: bus,
  topic: 'clicks',
  route: '/clicks',
  bulkSubscribe: { maxMessagesCount: 100, maxAwaitDuration: Duration.millis(500) },
  scopes: ['subscriber'],
});

// Without a retry policy for what comes in, the first failure would already go to the dead letter topic.
const resiliency = new dapr.Resiliency(chart, 'resiliency', { scopes: ['subscriber'] });
resiliency.targetComponent(bus, {
  inbound: { retry: resiliency.addRetry('three-times', dapr.Retry.constant({ duration: Duration.seconds(1), maxRetries: 3 })) },
});

new dapr.Application(chart, 'publisher', { image: 'ghcr.io/example/publisher:1.0.0', port: 5000 });
new dapr.Application(chart, 'subscriber', { image: 'ghcr.io/example/subscriber:1.0.0', port: 6000, replicas: 2 });

app.synth();
