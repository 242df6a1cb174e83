import { App, Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import { components } from './components';

const app = new App();
const chart = new Chart(app, 'order-processing', { namespace: 'shop' });
const { store, bus, vault, settings } = components(chart);

// What every application of the shop has: traces, metrics without a label for each path, and no secrets by the API.
const observed = {
  tracing: dapr.Tracing.otel('otel-collector.observability:4317', { protocol: dapr.OtelProtocol.GRPC, isSecure: false, samplingRate: 0.1 }),
  metrics: { enabled: true, http: { increasedCardinality: false, pathMatching: ['/orders', '/orders/{id}'] } },
  secrets: { scopes: [{ storeName: vault.name, defaultAccess: dapr.Access.DENY }] },
};
const shopConfig = new dapr.Configuration(chart, 'shop-config', observed);

// Orders may be placed by checkout alone, and read by shipping.
const ordersConfig = new dapr.Configuration(chart, 'orders-config', {
  ...observed,
  accessControl: {
    defaultAction: dapr.Access.DENY,
    policies: [
      {
        appId: 'checkout',
        defaultAction: dapr.Access.DENY,
        operations: [{ name: '/orders', httpVerb: [dapr.HttpVerb.POST], action: dapr.Access.ALLOW }],
      },
      {
        appId: 'shipping',
        defaultAction: dapr.Access.DENY,
        operations: [{ name: '/orders/*', httpVerb: [dapr.HttpVerb.GET], action: dapr.Access.ALLOW }],
      },
    ],
  },
});

const image = (name: string): string => `ghcr.io/example/${name}:1.4.0`;
new dapr.Application(chart, 'checkout', { image: image('checkout'), port: 5000, replicas: 3, healthPath: '/healthz', config: shopConfig });
const orders = new dapr.Application(chart, 'orders', {
  image: image('orders'),
  port: 5001,
  replicas: 3,
  healthPath: '/healthz',
  config: ordersConfig,
});
new dapr.Application(chart, 'notification', { image: image('notification'), port: 5002, replicas: 2, config: shopConfig });
new dapr.Application(chart, 'shipping', { image: image('shipping'), port: 5003, replicas: 2, config: shopConfig });

// An order that is placed is announced; notification and shipping each hear of it.
for (const appId of ['notification', 'shipping']) {
  new dapr.Subscription(chart, `${appId}-orders`, {
    pubsub: bus,
    topic: 'orders',
    route: '/events/orders',
    deadLetterTopic: `orders-${appId}-dead`,
    scopes: [appId],
  });
}

// How failures are met: calls to orders, messages that come in, and the store.
const resiliency = new dapr.Resiliency(chart, 'shop-resiliency');
const important = resiliency.addRetry('important', dapr.Retry.exponential({ maxInterval: Duration.seconds(15), maxRetries: 10 }));
const breaker = resiliency.addCircuitBreaker('simple', { trip: 'consecutiveFailures > 8', timeout: Duration.seconds(5) });
resiliency.targetApp(orders, { timeout: Duration.seconds(2), retry: important, circuitBreaker: breaker });
resiliency.targetComponent(store, { outbound: { timeout: Duration.seconds(1), retry: important, circuitBreaker: breaker } });
resiliency.targetComponent(bus, {
  outbound: { retry: important },
  inbound: { retry: resiliency.addRetry('redeliver', dapr.Retry.constant({ duration: Duration.seconds(2), maxRetries: 5 })) },
});
resiliency.targetComponent(settings, { outbound: { timeout: Duration.seconds(1), retry: important } });

app.synth();
