import type { RuleDoc } from '../../rules/rule';
import type { Result } from '../result';

/** What a report may need beside the findings. */
export interface FormatOptions {
  readonly colour: boolean;
  /** The rules that were checked, and those about the input. */
  readonly rules: readonly (Pick<RuleDoc, 'id' | 'severity' | 'fix'> & Partial<Pick<RuleDoc, 'title' | 'why'>>)[];
  /** The version of cdk8s-dapr. */
  readonly version: string;
}

/** Prints a result; without a line break at the end. */
export type Format = (result: Result, options: FormatOptions) => string;
