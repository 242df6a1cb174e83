import { App, Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

const app = new App();
const chart = new Chart(app, 'service-invocation', { namespace: 'shop' });

// Only checkout may call orders, and only to place an order: everything else is refused.
const ordersConfig = new dapr.Configuration(chart, 'orders-config', {
  accessControl: {
    defaultAction: dapr.Access.DENY,
    policies: [
      {
        appId: 'checkout',
        defaultAction: dapr.Access.DENY,
        operations: [{ name: '/orders', httpVerb: [dapr.HttpVerb.POST], action: dapr.Access.ALLOW }],
      },
    ],
  },
  tracing: dapr.Tracing.zipkin('http://zipkin.observability:9411/api/v2/spans', { samplingRate: 1 }),
});

const orders = new dapr.Application(chart, 'orders', { image: 'ghcr.io/example/orders:1.0.0', port: 5001, config: ordersConfig });
new dapr.Application(chart, 'checkout', { image: 'ghcr.io/example/checkout:1.0.0', port: 5000, replicas: 3 });

// Calls to orders are tried again where that may help, and stopped where orders is down.
const resiliency = new dapr.Resiliency(chart, 'resiliency', { scopes: ['checkout'] });
resiliency.targetApp(orders, {
  timeout: Duration.seconds(2),
  retry: resiliency.addRetry(
    'unavailable',
    dapr.Retry.exponential({ maxInterval: Duration.seconds(15), maxRetries: 5, matching: [dapr.StatusCodes.http(502, 504)] }),
  ),
  circuitBreaker: resiliency.addCircuitBreaker('orders-down', { trip: 'consecutiveFailures > 8', timeout: Duration.seconds(30) }),
});

app.synth();
