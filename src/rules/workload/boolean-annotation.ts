import { didYouMean } from '../../private/nearest';
import type { Rule } from '../rule';
import { podAnnotations, quoted } from './annotations';
import { deploymentWith } from './examples';
import { isTruthy } from '../model/component';
import { isFalsyText } from './go-values';

export const booleanAnnotation: Rule = {
  id: 'DAPR043',
  severity: 'error',
  title: 'A switch that is neither on nor off',
  why: "The injector takes y, yes, true, t, on and 1 for true, in any case, and every other text for false without a word: a misspelt 'true' switches off.",
  fix: `Write "true" or "false", in quotes.`,
  source: 'pkg/injector/patcher/sidecar.go setValueFromString; kit strings/strings.go IsTruthy',
  facts: ['R013'],
  bad: [
    {
      yaml: deploymentWith(['dapr.io/enable-api-logging: ture', 'dapr.io/enable-metrics: enabled', 'dapr.io/log-as-json: ""']),
      says: [
        "'dapr.io/enable-api-logging' must be 'true' or 'false': got 'ture', which Dapr takes for false; did you mean 'true'?",
        "'dapr.io/enable-metrics' must be 'true' or 'false': got 'enabled', which Dapr takes for false",
        "'dapr.io/log-as-json' must be 'true' or 'false': got '', which Dapr takes for false",
      ],
    },
  ],
  good: [{ yaml: deploymentWith(['dapr.io/enable-api-logging: "Yes"', 'dapr.io/enable-metrics: "off"', 'dapr.io/log-as-json: "1"']) }],
  check(model, report) {
    for (const { workload, name, value, facts, path } of podAnnotations(model)) {
      if (facts.is === 'boolean' && name !== 'dapr.io/enabled' && !isTruthy(value) && !isFalsyText(value)) {
        const message = `'${name}' must be 'true' or 'false': got ${quoted(value)}, which Dapr takes for false${didYouMean(value, ['true', 'false'])}`;
        report.add(workload.manifest, path, message, { severity: value === '' ? 'warning' : 'error' });
      }
    }
  },
};
