import type { RuleDoc, Severity } from '../rules/rule';
import type { DocumentText } from './yaml/split';

/** What a file is beside what it holds: a JSON file that nobody named may be anything. */
export type Role = 'chart template' | 'patch' | 'found json';

/** One input: its text, or why there is none. */
export type Input =
  | { readonly name: string; readonly text: string; readonly role?: Role | undefined }
  | { readonly name: string; readonly problem: InputFailure };

/** Why an input has no text. */
export interface InputFailure {
  readonly rule: RuleDoc;
  readonly message: string;
  /** Where, from 1. Default: at its beginning. */
  readonly line?: number;
  readonly column?: number;
}

/** What is wrong with an input itself. */
export interface InputProblem {
  readonly rule: RuleDoc;
  readonly severity: Severity;
  readonly message: string;
  /** From the start of the text. */
  readonly start: number;
  readonly end: number;
  readonly document?: DocumentText;
}
