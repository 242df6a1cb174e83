import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

/** What the applications use by name. Which product each of them is, an environment decides: the applications do not know. */
export interface ShopComponents {
  readonly vault: dapr.Component;
  readonly store: dapr.Component;
  readonly bus: dapr.PubSub;
  readonly settings: dapr.Component;
}

/** What differs from one environment to the next beside the components. */
export interface ShopProps {
  /** The image of an application, by its id. */
  readonly image: (appId: string) => string;
  /** How many pods each application has. */
  readonly replicas: { readonly [appId in 'checkout' | 'orders' | 'notification' | 'shipping']: number };
  /** Where traces go: host and port of a collector that speaks OTLP by gRPC. */
  readonly collector: string;
  /** The part of the traces that is kept. */
  readonly samplingRate: number;
}

/** The four applications, and what they may do. */
export function shop(chart: Chart, { vault, store, bus, settings }: ShopComponents, props: ShopProps): void {
  // What every application of the shop has: traces, and metrics without a label for each path.
  const observed = {
    tracing: dapr.Tracing.otel(props.collector, {
      protocol: dapr.OtelProtocol.GRPC,
      isSecure: false,
      samplingRate: props.samplingRate,
    }),
    metrics: { enabled: true, http: { increasedCardinality: false, pathMatching: ['/orders', '/orders/{id}'] } },
  };
  // Secrets are for components. Only notification reads one by the API: the key by which it signs links.
  const noSecrets = { storeName: vault.name, defaultAccess: dapr.Access.DENY };
  const shopConfig = new dapr.Configuration(chart, 'shop-config', { ...observed, secrets: { scopes: [noSecrets] } });
  const notificationConfig = new dapr.Configuration(chart, 'notification-config', {
    ...observed,
    secrets: { scopes: [{ ...noSecrets, allowedSecrets: ['links'] }] },
  });

  // Orders may be placed by checkout alone. Shipping may read them, and say that they are on their way.
  const ordersConfig = new dapr.Configuration(chart, 'orders-config', {
    ...observed,
    secrets: { scopes: [noSecrets] },
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
          operations: [
            { name: '/orders/*', httpVerb: [dapr.HttpVerb.GET], action: dapr.Access.ALLOW },
            { name: '/shipments/*', httpVerb: [dapr.HttpVerb.POST], action: dapr.Access.ALLOW },
          ],
        },
      ],
    },
  });

  // Whether a Service spreads over nodes must not follow from the number of pods, which a Helm chart offers as a value.
  const application = (appId: keyof ShopProps['replicas'], rest: Omit<dapr.ApplicationProps, 'image'>): dapr.Application =>
    new dapr.Application(chart, appId, {
      image: props.image(appId),
      replicas: props.replicas[appId],
      spread: true,
      healthPath: '/healthz',
      ...rest,
    });
  application('checkout', { port: 5000, config: shopConfig });
  const orders = application('orders', { port: 5001, config: ordersConfig });
  // One message at a time in a pod: the SMTP binding keeps what one mail says in a place that it shares with the next.
  application('notification', { port: 5002, config: notificationConfig, sidecar: { appMaxConcurrency: 1 } });
  application('shipping', { port: 5003, config: shopConfig });

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
  // No timeout here: Dapr takes it for the whole life of a subscription, so that no change would ever arrive.
  resiliency.targetComponent(settings, { outbound: { retry: important } });
}
