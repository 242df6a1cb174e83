import type { RuleDoc } from '../rule';

export const failedRule: RuleDoc = {
  id: 'DAPR290',
  severity: 'error',
  title: 'A rule that could not be checked',
  why: 'The rule itself failed on this input, so nobody knows whether the input breaks it. The other rules were checked.',
  fix: 'Report it, with what was checked; until then turn the rule off in the configuration.',
  source: 'cdk8s-dapr',
  facts: [],
};
