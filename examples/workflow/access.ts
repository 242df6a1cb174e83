import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

/**
 * Who may run what. `scopes` are the applications that are protected: those that are called.
 *
 * There is none for orders itself: a policy there would also judge what comes back from the child workflows of shipping.
 */
export function access(chart: Chart): void {
  new dapr.WorkflowAccessPolicy(chart, 'inventory-activities', {
    scopes: ['inventory'],
    rules: [{ callers: ['orders'], activities: [{ name: 'reserve-stock' }, { name: 'release-stock' }] }],
  });

  new dapr.WorkflowAccessPolicy(chart, 'payment-activities', {
    scopes: ['payment'],
    rules: [{ callers: ['orders'], activities: [{ name: 'charge' }, { name: 'refund' }] }],
  });

  // TERMINATE, because who ends an order ends its shipment too.
  new dapr.WorkflowAccessPolicy(chart, 'shipping-workflows', {
    scopes: ['shipping'],
    rules: [
      {
        callers: ['orders'],
        workflows: [{ name: 'ship-order', operations: [dapr.WorkflowOperation.SCHEDULE, dapr.WorkflowOperation.TERMINATE] }],
      },
    ],
  });
}
