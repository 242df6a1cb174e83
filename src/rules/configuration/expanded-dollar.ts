import { isMapping, Path, pathText } from '../read';
import type { Rule } from '../rule';
import { configuration } from './examples';

export const expandedDollar: Rule = {
  id: 'DAPR184',
  severity: 'warning',
  title: 'A dollar sign that a self-hosted sidecar takes for a variable',
  why: 'A self-hosted sidecar puts the environment into its configuration before it parses it: $ with a word, a digit or one of $*#@!?- behind it is replaced, by nothing where there is no such variable.',
  fix: 'Write the text without the dollar sign; there is no way to escape it.',
  source: 'pkg/config/configuration.go LoadStandaloneConfiguration',
  facts: ['R189'],
  bad: [
    {
      yaml: configuration(`
metrics:
  enabled: true
  rules:
    - name: dapr_http_server_request_count
      labels: [{ name: path, regex: { all: '/orders/$1' } }]`),
      target: 'self-hosted',
      says: ["'spec.metrics.rules[0].labels[0].regex.all' loses '$1' when the sidecar reads it"],
    },
  ],
  good: [
    { yaml: configuration("tracing: { samplingRate: '${SAMPLING_RATE}' }"), target: 'self-hosted' },
    {
      yaml: configuration("metrics: { enabled: true, rules: [{ name: m, labels: [{ name: path, regex: { all: '^/orders/.+$' } }] }] }"),
      target: 'self-hosted',
    },
  ],
  check({ configurations, target }, report) {
    if (target !== 'self-hosted') {
      return;
    }
    for (const { manifest, spec } of configurations) {
      for (const { path, value } of textsIn(spec, ['spec'])) {
        // A variable's name is meant as one, except where a pattern stands.
        const lost = (path.includes('regex') ? /\$(\w+|[*#$@!?-])/ : /\$(\d|[*#$@!?-])/).exec(value)?.[0];
        if (lost !== undefined) {
          report.add(manifest, path, `'${pathText(path)}' loses '${lost}' when the sidecar reads it`);
        }
      }
    }
  },
};

function textsIn(value: unknown, path: Path): { readonly path: Path; readonly value: string }[] {
  if (typeof value === 'string') {
    return [{ path, value }];
  }
  const entries = Array.isArray(value) ? value.entries() : isMapping(value) ? Object.entries(value) : [];
  return [...entries].flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}
