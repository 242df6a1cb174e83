import { Experiment, trial } from '../experiment';
import { all, doesNotLog, logs, starts } from '../expectations';

export const WORKFLOW: readonly Experiment[] = [
  {
    rule: 'DAPR206',
    bad: [trial(all(starts, logs('WorkflowAccessPolicy "orders" failed validation, skipping')))],
    good: [trial(doesNotLog('failed validation'))],
  },
  {
    rule: 'DAPR208',
    bad: [
      trial(
        all(
          logs(`Invalid glob pattern 'Process[' in WorkflowAccessPolicy 'orders', skipping workflow rule`),
          logs(`Invalid glob pattern 'Charge[]*' in WorkflowAccessPolicy 'orders', skipping activity rule`),
          logs(`Invalid glob pattern 'Refund[a-]' in WorkflowAccessPolicy 'orders', skipping activity rule`),
        ),
      ),
    ],
    good: [trial(doesNotLog('Invalid glob pattern'))],
  },
];
