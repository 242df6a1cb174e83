import type { RuleDoc } from '../rule';

export const tooMuch: RuleDoc = {
  id: 'DAPR294',
  severity: 'error',
  title: 'Input that is larger or deeper than any manifest',
  why: 'Reading it would take more memory than it is worth: a huge file, aliases that multiply, or nesting without end. The API server refuses such objects too. It was not checked.',
  fix: 'Part the file, or write out what its aliases stand for.',
  source: 'go.yaml.in/yaml/v2 decode.go allowedAliasRatio; k8s.io/apiserver MaxRequestBodyBytes',
  facts: [],
  symptoms: [/yaml: document contains excessive aliasing/, /yaml: exceeded max depth/, /etcdserver: request is too large/],
};
