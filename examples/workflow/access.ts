import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

/**
 * Since 1.18, workflows and activities can be run by other applications too, past the paths that access control names. Nobody needs that
 * here: without rules, only orders itself may use what is orders'. `scopes` are the applications that are protected, those that are called.
 */
export function access(chart: Chart): void {
  new dapr.WorkflowAccessPolicy(chart, 'orders-workflows', { scopes: ['orders'] });
}
