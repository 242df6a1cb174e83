import { Severity } from './severity';

/**
 * One place of one object that breaks a rule.
 */
export interface Finding {
  /** The id of the rule, e.g. `DAPR022`. */
  readonly rule: string;

  /** How much it weighs; only errors stop synth. */
  readonly severity: Severity;

  /** What was found, and what is expected; never a secret's value. */
  readonly message: string;

  /** What to do. */
  readonly fix: string;

  /** The path of the construct that made the object. */
  readonly constructPath: string;

  /** The kind of the object. */
  readonly kind: string;

  /** The name of the object. */
  readonly name: string;

  /**
   * The namespace of the object.
   *
   * @default - the object names none
   */
  readonly namespace?: string;

  /** Where in the object, e.g. `spec.metadata[0].value`; empty for the object as a whole. */
  readonly path: string;
}

/**
 * A finding that somebody accepted.
 */
export interface AcknowledgedFinding extends Finding {
  /** Why it is accepted. */
  readonly reason: string;
}
