import { Duration } from 'cdk8s';

/**
 * A taint of nodes that pods put up with.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export interface ControlPlaneToleration {
  /**
   * The key of the taint.
   *
   * @default - every taint, with the operator `Exists`
   */
  readonly key?: string;

  /**
   * `Equal` compares the value, `Exists` takes any.
   *
   * @default 'Equal'
   */
  readonly operator?: string;

  /**
   * The value of the taint, with `Equal`.
   *
   * @default - an empty one
   */
  readonly value?: string;

  /**
   * `NoSchedule`, `PreferNoSchedule` or `NoExecute`.
   *
   * @default - every effect
   */
  readonly effect?: string;

  /**
   * How long the pods stay on a node that gets the taint, with `NoExecute`. Whole seconds.
   *
   * @default - for ever
   */
  readonly toleration?: Duration;
}

/**
 * What labels an object must have.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
 */
export interface ControlPlaneSelector {
  /**
   * Labels and their values, all of which the object must have.
   *
   * @default - none
   */
  readonly matchLabels?: { [name: string]: string };

  /**
   * Conditions, all of which must hold.
   *
   * @default - none
   */
  readonly matchExpressions?: ControlPlaneSelectorExpression[];
}

/**
 * A condition on one label.
 */
export interface ControlPlaneSelectorExpression {
  /** The key of the label. */
  readonly key: string;

  /** `In`, `NotIn`, `Exists` or `DoesNotExist`. */
  readonly operator: string;

  /**
   * The values, with `In` and `NotIn`.
   *
   * @default - none
   */
  readonly values?: string[];
}
