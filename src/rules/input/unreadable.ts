import type { RuleDoc } from '../rule';

export const unreadable: RuleDoc = {
  id: 'DAPR296',
  severity: 'error',
  title: 'A file that could not be read',
  why: 'It was named or found, and the system did not hand it out: it vanished, nobody here may read it, or links lead in a circle. The other files were checked.',
  fix: 'See to it that the file is there and may be read.',
  source: 'cdk8s-dapr',
  facts: [],
};
