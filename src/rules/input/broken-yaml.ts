import type { RuleDoc } from '../rule';

export const brokenYaml: RuleDoc = {
  id: 'DAPR291',
  severity: 'error',
  title: 'YAML that cannot be read',
  why: 'kubectl refuses the file. A self-hosted sidecar logs a warning, goes on without the document, and the component is simply not there. The other documents of the file are checked.',
  fix: 'Correct the YAML at the place that is shown.',
  source: 'sigs.k8s.io/yaml Unmarshal; pkg/internal/loader/disk/manifest.go decodeYaml',
  facts: [],
  symptoms: [
    /error converting YAML to JSON/,
    /error parsing \S+: .*yaml: /,
    /error when parsing manifests yaml resource in .*yaml: /,
    /yaml: (line \d+: )?(did not find expected|mapping values are not allowed|found character that cannot start|could not find expected)/,
  ],
};
