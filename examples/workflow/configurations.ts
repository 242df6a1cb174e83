import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

export interface WorkflowConfigurations {
  readonly ordersConfig: dapr.Configuration;
  readonly stepConfig: dapr.Configuration;
}

/** Limits and retention of the workflows, and who may call whom. */
export function configurations(chart: Chart): WorkflowConfigurations {
  const ordersConfig = new dapr.Configuration(chart, 'orders-config', {
    workflow: {
      maxConcurrentWorkflowInvocations: 100, // in one replica
      workflowConcurrencyLimits: [{ name: 'place-order', maxConcurrent: 500 }], // in all replicas together
      // The payment provider takes ten calls at a time from us, however many replicas there are.
      activityConcurrencyLimits: [
        { name: 'charge', maxConcurrent: 8 },
        { name: 'refund', maxConcurrent: 2 },
      ],
      // Without it, the history of every order stays in the store for ever. What failed is kept longer: someone will ask.
      stateRetentionPolicy: { completed: Duration.days(30), terminated: Duration.days(30), failed: Duration.days(180) },
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

  // The steps of the saga are orders' alone: nobody charges a card without an order.
  const stepConfig = new dapr.Configuration(chart, 'step-config', {
    accessControl: {
      defaultAction: dapr.Access.DENY,
      policies: [{ appId: 'orders', defaultAction: dapr.Access.ALLOW }],
    },
  });

  return { ordersConfig, stepConfig };
}
