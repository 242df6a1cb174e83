import { unknownToGo } from '../../private/go-regexp';
import { at, list, mapping } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { configuration } from './examples';

export const metricsRegex: Rule = {
  id: 'DAPR160',
  severity: 'error',
  title: 'A regular expression of a metrics rule that Go refuses',
  why: 'A sidecar compiles all expressions at once: one that Go does not take cancels every rule, with one line in the log, and the labels keep all their values.',
  fix: "Write an expression that Go's RE2 knows: no looking ahead or behind, no references back.",
  source: 'pkg/diagnostics/utils/metrics_utils.go CreateRulesMap',
  facts: ['R159'],
  symptoms: [/failed to compile regex for rule/],
  bad: [
    {
      yaml: configuration(`
metrics:
  enabled: true
  rules:
    - name: dapr_runtime_service_invocation_req_sent_total
      labels:
        - name: method
          regex: { 'orders/': 'orders/(?!new).+', 'all/': '(.+' }`),
      says: [
        "no metrics rule applies: Go refuses the expression for 'all/', which is not well-formed",
        "no metrics rule applies: Go refuses the expression for 'orders/', which looks ahead or behind",
      ],
    },
  ],
  good: [
    {
      yaml: configuration(`
metrics:
  enabled: true
  rules:
    - name: dapr_runtime_service_invocation_req_sent_total
      labels:
        - name: method
          regex: { 'orders/': '(?i)orders/[^/]+', 'all/': '(?P<all>.+)' }`),
    },
  ],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      for (const section of ['metric', 'metrics']) {
        list(at(spec, section, 'rules')).forEach((rule, i) => {
          list(at(rule, 'labels')).forEach((label, j) => {
            for (const [name, pattern] of Object.entries(mapping(at(label, 'regex')))) {
              const problem = typeof pattern === 'string' && !isUnrendered(pattern) ? problemOf(pattern) : undefined;
              if (problem !== undefined) {
                const message = `no metrics rule applies: Go refuses the expression for '${name}', which ${problem}`;
                report.add(manifest, ['spec', section, 'rules', i, 'labels', j, 'regex', name], message);
              }
            }
          });
        });
      }
    }
  },
};

/** Only where both agree on the syntax can JavaScript speak for Go. */
const OWN_TO_GO = /\(\?|\[\[?:|\\[pPzAQECx]/;

function problemOf(pattern: string): string | undefined {
  const unknown = unknownToGo(pattern);
  if (unknown !== undefined || OWN_TO_GO.test(pattern)) {
    return unknown;
  }
  try {
    new RegExp(pattern);
    return undefined;
  } catch {
    return 'is not well-formed';
  }
}
