import type { RuleDoc } from '../rule';

export const unsafeText: RuleDoc = {
  id: 'DAPR018',
  severity: 'error',
  title: "A text that cdk8s's own YAML writer changes",
  why: 'The writer of cdk8s.App spells a few texts so that kubectl reads another text or nothing at all. Only a synth with cdk8s.App can find it: in YAML the text is changed already.',
  fix: 'Take dapr.App in place of cdk8s.App: its writer keeps every text.',
  source: 'cdk8s src/yaml.ts',
  facts: [],
};
