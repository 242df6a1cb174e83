import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

export interface ApplicationConfigurations {
  readonly ordersConfig: dapr.Configuration;
  readonly checkoutConfig: dapr.Configuration;
}

export function applicationConfigurations(chart: Chart): ApplicationConfigurations {
  // Who may call orders is said at orders: there it is enforced. `/orders/*` is /orders and what is one step below it; the exception comes
  // first. Without the star, `/orders` would decide about everything below it, and the exception would never be looked at.
  const ordersConfig = new dapr.Configuration(chart, 'orders-config', {
    accessControl: {
      defaultAction: dapr.Access.DENY,
      trustDomain: 'public',
      policies: [
        {
          appId: 'checkout',
          defaultAction: dapr.Access.DENY,
          operations: [
            { name: '/orders/export', action: dapr.Access.DENY },
            { name: '/orders/*', httpVerb: [dapr.HttpVerb.POST, dapr.HttpVerb.GET], action: dapr.Access.ALLOW },
          ],
        },
        // An application of another namespace has another identity: without its namespace, the policy would not be about it.
        {
          appId: 'export',
          namespace: 'warehouse',
          defaultAction: dapr.Access.DENY,
          operations: [{ name: '/orders/export', httpVerb: [dapr.HttpVerb.GET], action: dapr.Access.ALLOW }],
        },
      ],
    },
    // What orders may ask of its own sidecar. Each protocol has its own list: one for HTTP alone leaves gRPC open altogether. The SDK for
    // JavaScript asks for the metadata first, to see that the sidecar is there.
    api: { allowed: [dapr.HttpApi.STATE_V1, dapr.HttpApi.METADATA_V1, dapr.GrpcApi.STATE_V1] },
    // Components that keep data in the sidecar's memory or file system have no place here.
    components: { deny: ['state.in-memory', 'pubsub.in-memory', 'secretstores.local.file', 'secretstores.local.env'] },
    logging: { apiLogging: { enabled: true, obfuscateUrls: true, omitHealthChecks: true } },
  });

  // checkout is called by no one through Dapr, and calls others.
  const checkoutConfig = new dapr.Configuration(chart, 'checkout-config', {
    accessControl: { defaultAction: dapr.Access.DENY },
    api: { allowed: [dapr.HttpApi.INVOKE_V1, dapr.HttpApi.METADATA_V1, dapr.GrpcApi.INVOKE_V1] },
  });

  return { ordersConfig, checkoutConfig };
}
