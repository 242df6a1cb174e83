/** What the cdk8s CLI hands to a validation plugin, as far as this one uses it: the CLI exports no types for it. */

export interface ValidationContext {
  /** The files that were synthesized. */
  readonly manifests: readonly string[];
  /** Whether the manifests go to stdout: then the files are gone when the report is read. */
  readonly stdout?: boolean;
  readonly report: ValidationReport;
}

export interface ValidationReport {
  addViolation(violation: Violation): void;
  /** Has to be called, whatever happens: the CLI fails without. */
  submit(status: 'success' | 'failure', metadata?: { readonly [name: string]: string }): void;
}

export interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly ViolatingResource[];
}

export interface ViolatingResource {
  /** By this alone the CLI looks the construct up. */
  readonly resourceName: string;
  readonly locations: readonly string[];
  readonly manifestPath: string;
}
