import type { Severity } from '../rules/rule';
import type { Source } from './source';

/** A finding as reports show it. Texts are empty where there is nothing to say. */
export interface LocatedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** The field: `spec.metadata[2].value`. */
  readonly path: string;
  /** The address of the rule's documentation; empty for a rule of the user's own. */
  readonly docs: string;
  /** What the excerpt is cut from; nothing where the file could not be read. */
  readonly source: Source | undefined;
  /** From the start of the source. */
  readonly start: number;
  readonly end: number;
  /** The document that it stands in. */
  readonly document: { readonly start: number; readonly text: string } | undefined;
}

export interface Summary {
  readonly files: number;
  /** YAML documents that hold something. */
  readonly documents: number;
  /** Objects that rules look at. */
  readonly checked: number;
  /** Documents without an object, and objects that no rule looks at. */
  readonly skipped: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that somebody accepted, with a reason. */
  readonly acknowledged: number;
  /** Findings that the baseline knows. */
  readonly known: number;
}

export interface AcknowledgedFinding extends LocatedFinding {
  readonly reason: string;
}

export interface Result {
  readonly findings: readonly LocatedFinding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
  readonly known: readonly LocatedFinding[];
  readonly summary: Summary;
  /** What was skipped: how many of each kind, the most first. */
  readonly skipped: readonly { readonly what: string; readonly count: number }[];
}
