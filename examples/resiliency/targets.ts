import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

export interface ShopTargets {
  readonly orders: dapr.IApplicationTarget;
  readonly carts: dapr.IComponent;
  readonly bus: dapr.IComponent;
  readonly exchangeRates: dapr.HttpEndpoint;
}

/** What is special. A target takes nothing from the defaults: what it leaves out does not apply. */
export function targets(chart: Chart, { orders, carts, bus, exchangeRates }: ShopTargets): void {
  const resiliency = new dapr.Resiliency(chart, 'checkout-resiliency', { scopes: ['checkout'] });

  // A breaker for each path of orders. It forgets its counts every 30 seconds, so that old failures do not add up; when it has opened,
  // two calls in a row must succeed before it closes.
  const manyFail = resiliency.addCircuitBreaker('many-fail', {
    trip: 'requests >= 20 && totalFailures * 2 > requests',
    interval: Duration.seconds(30),
    timeout: Duration.seconds(10),
    maxRequests: 2,
  });

  // Placing an order twice is a mistake, and a 5xx may come after it was placed: only what surely never arrived is repeated. There is no
  // timeout beside it, on purpose: a try that took too long has no status code, and such a try is repeated whatever `matching` says.
  resiliency.targetApp(orders, {
    retry: resiliency.addRetry(
      'not-arrived',
      dapr.Retry.constant({
        duration: Duration.millis(300),
        maxRetries: 3,
        matching: [dapr.StatusCodes.http(503), dapr.StatusCodes.grpc(dapr.GrpcStatusCode.UNAVAILABLE)],
      }),
    ),
    circuitBreaker: manyFail,
    circuitBreakerCacheSize: 500, // `/orders/1` and `/orders/2` are two paths
  });

  // A server outside the cluster has its policies by the name of its HTTPEndpoint. Yesterday's rates are better than waiting.
  resiliency.targetAppId(exchangeRates.name, {
    timeout: Duration.millis(800),
    circuitBreaker: resiliency.addCircuitBreaker('rates-down', { trip: 'consecutiveFailures >= 3', timeout: Duration.minutes(2) }),
  });

  const publishAgain = {
    timeout: Duration.seconds(5),
    retry: resiliency.addRetry('publish-again', dapr.Retry.exponential({ maxRetries: 8 })),
  };
  resiliency.targetComponent(bus, { outbound: publishAgain });

  // A cart that cannot be read within a second is shown empty.
  resiliency.targetComponent(carts, { outbound: { timeout: Duration.seconds(1) } });

  // What comes from the broker is tried again where it is received: here, not in the resource that checkout sees. Both directions are said,
  // for orders publishes its dead letters: with one alone, the other would have nothing, not even a default.
  const receiving = new dapr.Resiliency(chart, 'orders-resiliency', { scopes: ['orders'] });
  receiving.targetComponent(bus, {
    inbound: { retry: receiving.addRetry('handle-again', dapr.Retry.constant({ duration: Duration.seconds(2), maxRetries: 5 })) },
    outbound: { retry: receiving.addRetry('dead-letter-again', dapr.Retry.exponential({ maxRetries: 8 })) },
  });
}
