import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import { components, ORDERS, PAYMENTS, SHIPMENTS } from './components';

const app = new dapr.App();
const chart = new Chart(app, 'event-driven', { namespace: 'shop' });
const { bus } = components(chart);

// orders says what happened and knows nobody who listens. Further applications can listen without a change here.
const image = (name: string): string => `ghcr.io/example/${name}:1.0.0`;
new dapr.Application(chart, 'orders', { image: image('orders'), port: 5000, replicas: 2 });
new dapr.Application(chart, 'payment', { image: image('payment'), port: 5001, replicas: 2 });
new dapr.Application(chart, 'shipping', { image: image('shipping'), port: 5002, replicas: 2 });
new dapr.Application(chart, 'notification', { image: image('notification'), port: 5003, replicas: 2 });

// Each application gets every message once, by one of its replicas.
const subscribe = (appId: string, topic: string, routes: Pick<dapr.SubscriptionProps, 'route' | 'rules'>): void => {
  const dead = `${topic}-${appId}-dead`;
  new dapr.Subscription(chart, `${appId}-${topic}`, { pubsub: bus, topic, ...routes, deadLetterTopic: dead, scopes: [appId] });
  // Who lets messages go should see where they went.
  new dapr.Subscription(chart, `${appId}-${topic}-dead`, { pubsub: bus, topic: dead, route: '/events/dead', scopes: [appId] });
};
subscribe('payment', ORDERS, {
  // A message without a status would be an error in the condition, and come again: hence `has`.
  rules: [{ match: 'has(event.data.status) && event.data.status == "cancelled"', path: '/events/orders/cancelled' }],
  route: '/events/orders/placed',
});
subscribe('shipping', PAYMENTS, { route: '/events/payments' });
subscribe('notification', ORDERS, { route: '/events/orders' });
subscribe('notification', SHIPMENTS, { route: '/events/shipments' });

// Without an inbound retry, the first failure would go to the dead letter topic. This one tries for about two minutes.
const resiliency = new dapr.Resiliency(chart, 'resiliency');
resiliency.targetComponent(bus, {
  inbound: {
    timeout: Duration.seconds(30),
    retry: resiliency.addRetry('handle-again', dapr.Retry.exponential({ maxInterval: Duration.seconds(30), maxRetries: 12 })),
  },
  outbound: { retry: resiliency.addRetry('publish-again', dapr.Retry.exponential({ maxInterval: Duration.seconds(5), maxRetries: 5 })) },
});

app.synth();
