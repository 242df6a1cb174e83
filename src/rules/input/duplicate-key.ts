import type { RuleDoc } from '../rule';

export const duplicateKey: RuleDoc = {
  id: 'DAPR292',
  severity: 'error',
  title: 'A key that stands twice in one mapping',
  why: 'kubectl and daprd keep the later one and drop the earlier without a word; kustomize, Flux and strict readers refuse the file. It is a warning where both say the same, and where nothing of Dapr is in the document.',
  fix: 'Keep one of the two.',
  source: 'sigs.k8s.io/yaml Unmarshal, UnmarshalStrict',
  facts: [],
  symptoms: [/key "[^"]+" already set in map/, /mapping key "[^"]+" already defined at line \d+/],
};
