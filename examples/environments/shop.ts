import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { APPS, Environment, NAMES } from './environment';

/** The shop, which is the same everywhere. */
export class Shop extends Chart {
  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, { namespace: `shop-${environment.name}`, labels: { environment: environment.name } });
    const { store, bus } = environment.components(this, NAMES);

    const { version, replicas, tracing } = environment;
    const config = new dapr.Configuration(this, 'shop-config', {
      tracing,
      metrics: { http: { increasedCardinality: false } },
      secrets: {
        scopes: [
          { storeName: NAMES.secrets, allowedSecrets: ['payment-provider'] },
          { storeName: 'kubernetes', defaultAccess: dapr.Access.DENY }, // every sidecar has it, and it is open where it is not listed
        ],
      },
    });
    const serviceAccount = new kplus.ServiceAccount(this, 'account', {
      metadata: { name: 'shop', annotations: environment.accountAnnotations },
    });
    const common = { replicas, config, serviceAccount, healthPath: '/healthz' };
    new dapr.Application(this, APPS.checkout, { ...common, image: `ghcr.io/example/checkout:${version}`, port: 5000 });
    const orders = new dapr.Application(this, APPS.orders, { ...common, image: `ghcr.io/example/orders:${version}`, port: 5001 });

    // A broker may drop what fails for good, or bring it again for ever: the dead letter topic is the same everywhere.
    const subscribe = { pubsub: bus, scopes: [APPS.orders] };
    new dapr.Subscription(this, 'placed', { ...subscribe, topic: 'placed', route: '/events/placed', deadLetterTopic: 'placed-dead' });
    new dapr.Subscription(this, 'placed-dead', { ...subscribe, topic: 'placed-dead', route: '/events/dead' });

    // Failures are met in the same way everywhere, or production would be the first to try it.
    const resiliency = new dapr.Resiliency(this, 'shop-resiliency');
    const retry = resiliency.addRetry('again', dapr.Retry.exponential({ maxInterval: Duration.seconds(10), maxRetries: 6 }));
    resiliency.targetApp(orders, { timeout: Duration.seconds(3), retry });
    resiliency.targetComponent(store, { outbound: { timeout: Duration.seconds(2), retry } });
    resiliency.targetComponent(bus, { inbound: { retry }, outbound: { retry } });
  }
}
