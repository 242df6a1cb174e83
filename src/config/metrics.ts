import { Duration } from 'cdk8s';
import { Code } from '../private/codes';
import { show } from '../private/field-words';
import { Field, Fields } from '../private/fields';
import { unknownToGo } from '../private/go-regexp';
import { isObject } from '../private/objects';
import { Problems } from '../private/problems';

/**
 * What the sidecar measures. The endpoint that offers the numbers is switched by the annotation `dapr.io/enable-metrics`.
 *
 * @see https://docs.dapr.io/operations/observability/metrics/metrics-overview/
 */
export interface Metrics {
  /**
   * Whether anything is measured.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Counts the error codes that the sidecar answers with.
   *
   * @default false
   */
  readonly recordErrorCodes?: boolean;

  /**
   * How finely HTTP calls are told apart.
   *
   * @default - as each of its properties says
   */
  readonly http?: HttpMetrics;

  /**
   * The upper bounds of the latency histograms, in milliseconds.
   *
   * @default - 34 bounds from 1 to 100000
   */
  readonly latencyDistributionBuckets?: number[];

  /**
   * Rewrites the labels of single metrics, to keep their number small.
   *
   * @default - none
   */
  readonly rules?: MetricRule[];

  /**
   * The latency histograms of workflows and activities. Dapr 1.19 and later.
   *
   * @default - as the other latency histograms
   */
  readonly workflow?: WorkflowMetrics;
}

/**
 * How finely HTTP calls are told apart.
 *
 * @see https://docs.dapr.io/operations/observability/metrics/metrics-overview/
 */
export interface HttpMetrics {
  /**
   * Gives each path and method a number of its own. Unbounded where paths hold ids. Without it there is no
   * `dapr_http_server_response_count`, which the dashboards of Dapr show.
   *
   * @default true
   */
  readonly increasedCardinality?: boolean;

  /**
   * The paths that are told apart, such as `/orders/{orderID}`; all others are counted together.
   *
   * @default - none
   */
  readonly pathMatching?: string[];

  /**
   * Leaves the HTTP verb out.
   *
   * @default false
   */
  readonly excludeVerbs?: boolean;
}

/**
 * Rewrites labels of one metric.
 *
 * @see https://docs.dapr.io/operations/observability/metrics/metrics-overview/
 */
export interface MetricRule {
  /** The metric's name, such as `dapr_runtime_service_invocation_req_sent_total`. */
  readonly name: string;

  /** What becomes of its labels. */
  readonly labels: MetricLabel[];
}

/**
 * Rewrites one label of a metric.
 */
export interface MetricLabel {
  /** The label, such as `method`. */
  readonly name: string;

  /**
   * For each new value the regular expression (Go's syntax) of the values that it replaces:
   * `{ 'orders/': 'orders/.+' }`. One that cannot be read switches all rules off.
   */
  readonly regex: { [newValue: string]: string };
}

/**
 * The latency histograms of workflows and activities.
 */
export interface WorkflowMetrics {
  /**
   * The upper bounds, in `latencyDistributionUnits`.
   *
   * @default - the bounds of the other latency histograms
   */
  readonly latencyDistributionBuckets?: number[];

  /**
   * The unit of the bounds. More than zero.
   *
   * @default Duration.millis(1)
   */
  readonly latencyDistributionUnits?: Duration;
}

const BUCKETS: Field = { is: 'any' };

export const METRICS: Fields = {
  enabled: { is: 'boolean' },
  recordErrorCodes: { is: 'boolean' },
  http: {
    is: 'object',
    fields: {
      increasedCardinality: { is: 'boolean' },
      pathMatching: { is: 'texts' },
      excludeVerbs: { is: 'boolean' },
    },
  },
  latencyDistributionBuckets: BUCKETS,
  rules: {
    is: 'objects',
    fields: {
      name: { is: 'text', required: true, pattern: /./, expected: `the name of a metric` },
      labels: {
        is: 'objects',
        required: true,
        fields: {
          name: { is: 'text', required: true, pattern: /./, expected: `the name of a label` },
          regex: { is: 'texts by name', required: true },
        },
      },
    },
  },
  workflow: {
    is: 'object',
    since: '1.19',
    fields: {
      latencyDistributionBuckets: BUCKETS,
      latencyDistributionUnits: { is: 'duration', min: 1 },
    },
  },
};

/** A copy in which the required switch is set. */
export function completeMetrics(metrics: Metrics): Metrics {
  return {
    enabled: true,
    ...metrics,
    ...copyBuckets(metrics),
    ...(isObject(metrics.workflow) ? { workflow: { ...metrics.workflow, ...copyBuckets(metrics.workflow) } } : {}),
  };
}

/** Reports what the table of fields cannot say: the numbers of lists, and expressions that Go does not read. */
export function checkMetrics(problems: Problems, owner: string, metrics: Metrics | undefined): void {
  if (!isObject(metrics)) {
    return;
  }
  checkBuckets(problems, owner, 'metrics.latencyDistributionBuckets', metrics.latencyDistributionBuckets);
  checkBuckets(problems, owner, 'metrics.workflow.latencyDistributionBuckets', metrics.workflow?.latencyDistributionBuckets);
  for (const [i, rule] of list(metrics.rules).entries()) {
    for (const [j, label] of list(rule?.labels).entries()) {
      for (const [value, pattern] of Object.entries(label?.regex ?? {})) {
        const why = typeof pattern === 'string' ? unknownToGo(pattern) : undefined;
        if (why !== undefined) {
          problems.add(
            Code.MALFORMED,
            `'metrics.rules[${i}].labels[${j}].regex' of ${owner} must hold regular expressions that Go reads, else all rules are off: got ${show(pattern)} for '${value}', which ${why}`,
          );
        }
      }
    }
  }
}

function checkBuckets(problems: Problems, owner: string, name: string, buckets: unknown): void {
  if (buckets !== undefined && !(Array.isArray(buckets) && buckets.every((bound) => Number.isSafeInteger(bound)))) {
    problems.add(Code.WRONG_TYPE, `'${name}' of ${owner} must be a list of whole numbers: got ${show(buckets)}`);
  }
}

function copyBuckets(holder: { latencyDistributionBuckets?: number[] }): object {
  const buckets = holder.latencyDistributionBuckets;
  return Array.isArray(buckets) ? { latencyDistributionBuckets: [...buckets] } : {};
}

function list<T>(value: T[] | undefined): T[] {
  return Array.isArray(value) ? value : [];
}
