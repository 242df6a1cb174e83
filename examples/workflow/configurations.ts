import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

export interface WorkflowConfigurations {
  readonly ordersConfig: dapr.Configuration;
  readonly paymentConfig: dapr.Configuration;
  readonly shippingConfig: dapr.Configuration;
}

/** Limits and retention: each Configuration counts for what the applications that use it run themselves. */
export function configurations(chart: Chart): WorkflowConfigurations {
  // Without it, the history of every order stays in the store for ever. What failed is kept longer: someone will ask.
  const stateRetentionPolicy = { completed: Duration.days(30), terminated: Duration.days(30), failed: Duration.days(180) };

  const ordersConfig = new dapr.Configuration(chart, 'orders-config', {
    workflow: {
      maxConcurrentWorkflowInvocations: 100, // in one replica
      workflowConcurrencyLimits: [{ name: 'place-order', maxConcurrent: 500 }], // in all replicas together
      stateRetentionPolicy,
    },
    // checkout places orders; backoffice approves them, and orders raises the event that its workflow waits for.
    accessControl: {
      defaultAction: dapr.Access.DENY,
      policies: [
        {
          appId: 'checkout',
          defaultAction: dapr.Access.DENY,
          operations: [{ name: '/orders', httpVerb: [dapr.HttpVerb.POST, dapr.HttpVerb.GET], action: dapr.Access.ALLOW }],
        },
        {
          appId: 'backoffice',
          defaultAction: dapr.Access.DENY,
          operations: [{ name: '/approvals', httpVerb: [dapr.HttpVerb.POST], action: dapr.Access.ALLOW }],
        },
      ],
    },
  });

  // The payment provider takes ten calls at a time from us, however many replicas there are.
  const paymentConfig = new dapr.Configuration(chart, 'payment-config', {
    workflow: {
      activityConcurrencyLimits: [
        { name: 'charge', maxConcurrent: 8 },
        { name: 'refund', maxConcurrent: 2 },
      ],
    },
  });

  const shippingConfig = new dapr.Configuration(chart, 'shipping-config', { workflow: { stateRetentionPolicy } });

  return { ordersConfig, paymentConfig, shippingConfig };
}
