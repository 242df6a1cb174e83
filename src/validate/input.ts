import type { RuleDoc, Severity } from '../rules/rule';
import type { DocumentText } from './yaml/split';

/** What a file is beside what it holds. */
export type Role = 'chart template' | 'patch';

/** One input: its text, or why there is none. */
export type Input =
  | { readonly name: string; readonly text: string; readonly role?: Role }
  | { readonly name: string; readonly problem: { readonly rule: RuleDoc; readonly message: string } };

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
