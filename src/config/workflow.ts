import { Duration } from 'cdk8s';
import { Field, Fields } from '../private/fields';

/**
 * How much the workflows of an application may do at once, and how long their state is kept.
 *
 * @see https://docs.dapr.io/reference/resource-specs/configuration-schema/
 */
export interface WorkflowOptions {
  /**
   * How many workflows one sidecar runs at once; further ones wait. At least 1.
   *
   * @default - no limit
   */
  readonly maxConcurrentWorkflowInvocations?: number;

  /**
   * How many activities one sidecar runs at once; further ones wait. At least 1.
   *
   * @default - no limit
   */
  readonly maxConcurrentActivityInvocations?: number;

  /**
   * How many workflows all replicas together run at once. At least 1. Dapr 1.18 and later.
   *
   * @default - no limit
   */
  readonly globalMaxConcurrentWorkflowInvocations?: number;

  /**
   * How many activities all replicas together run at once. At least 1. Dapr 1.18 and later.
   *
   * @default - no limit
   */
  readonly globalMaxConcurrentActivityInvocations?: number;

  /**
   * Limits for single workflows, over all replicas. Dapr 1.18 and later.
   *
   * @default - none
   */
  readonly workflowConcurrencyLimits?: ConcurrencyLimit[];

  /**
   * Limits for single activities, over all replicas. Dapr 1.18 and later.
   *
   * @default - none
   */
  readonly activityConcurrencyLimits?: ConcurrencyLimit[];

  /**
   * How long the state of workflows is kept that have ended.
   *
   * @default - for ever
   */
  readonly stateRetentionPolicy?: WorkflowStateRetention;
}

/**
 * How often one workflow or activity may run at once.
 */
export interface ConcurrencyLimit {
  /** The name of the workflow or activity. */
  readonly name: string;

  /** How many may run at once, over all replicas. At least 1. */
  readonly maxConcurrent: number;
}

/**
 * How long the state of an ended workflow is kept. It counts for workflows that end from then on.
 *
 * @see https://docs.dapr.io/developing-applications/building-blocks/workflow/workflow-history-retention-policy/
 */
export interface WorkflowStateRetention {
  /**
   * For every way of ending that has no time of its own.
   *
   * @default - for ever
   */
  readonly anyTerminal?: Duration;

  /**
   * For workflows that were completed.
   *
   * @default - `anyTerminal`
   */
  readonly completed?: Duration;

  /**
   * For workflows that failed.
   *
   * @default - `anyTerminal`
   */
  readonly failed?: Duration;

  /**
   * For workflows that were terminated.
   *
   * @default - `anyTerminal`
   */
  readonly terminated?: Duration;
}

// A limit of 0 or less is ignored.
const LIMIT: Field = { is: 'integer', min: 1, max: 2 ** 31 - 1 };
const LIMITS: Field = {
  is: 'objects',
  since: '1.18',
  fields: { name: { is: 'text', required: true, pattern: /./ }, maxConcurrent: { ...LIMIT, required: true } },
};

export const WORKFLOW: Fields = {
  maxConcurrentWorkflowInvocations: LIMIT,
  maxConcurrentActivityInvocations: LIMIT,
  globalMaxConcurrentWorkflowInvocations: { ...LIMIT, since: '1.18' },
  globalMaxConcurrentActivityInvocations: { ...LIMIT, since: '1.18' },
  workflowConcurrencyLimits: LIMITS,
  activityConcurrencyLimits: LIMITS,
  stateRetentionPolicy: {
    is: 'object',
    fields: {
      anyTerminal: { is: 'duration' },
      completed: { is: 'duration' },
      failed: { is: 'duration' },
      terminated: { is: 'duration' },
    },
  },
};
