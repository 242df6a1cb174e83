/**
 * How much a finding weighs.
 */
export enum Severity {
  /** Dapr or Kubernetes rejects it, exits on it or drops it without a word. It stops synth. */
  ERROR = 'error',

  /** It works, and will hurt. */
  WARNING = 'warning',

  /** Advice. */
  INFO = 'info',
}
