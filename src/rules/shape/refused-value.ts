import { didYouMean } from '../../private/nearest';
import { pathText } from '../read';
import type { Rule } from '../rule';
import { Difference, differencesOf } from './differences';

export const refusedValue: Rule = {
  id: 'DAPR023',
  severity: 'error',
  title: 'A value that the API server does not take',
  why: 'A few fields allow only some words, need at least one item or letter, or must not say the same twice; the API server refuses the resource.',
  fix: 'Write one of the values that the message names.',
  source: 'charts/dapr/crds',
  facts: ['R190', 'R202', 'R214', 'R145'],
  symptoms: [
    /Unsupported value: "[^"]*": supported values:/,
    /should be at least 1 chars long/,
    /should have at least 1 items/,
    /Duplicate value: /,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: payments }
spec:
  rules:
    - callers: [{ appID: '' }]
      workflows: [{ name: pay, operations: [shedule, get, get] }]
    - callers: []
      workflows: [{ name: refund, operations: [schedule] }]
scopes: [payments]
`,
      target: 'kubernetes',
      says: [
        "'spec.rules[0].callers[0].appID' must not be empty",
        "'spec.rules[0].workflows[0].operations[0]' must be one of schedule, terminate, raise, pause, resume, purge, get, rerun: got 'shedule'; did you mean 'schedule'?",
        "'spec.rules[0].workflows[0].operations[2]' says 'get' a second time",
        "'spec.rules[1].callers' must have at least 1 item: got none",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: bank }
spec: { baseUrl: 'https://bank.example', clientTLS: { renegotiation: never } }
`,
      target: 'kubernetes',
      says: ["'spec.clientTLS.renegotiation' must be one of Never, OnceAsClient, FreelyAsClient: got 'never'; did you mean 'Never'?"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: payments }
spec:
  rules:
    - callers: [{ appID: shop }]
      workflows: [{ name: pay, operations: [schedule, get] }]
scopes: [payments]
`,
    },
  ],
  check(model, report) {
    for (const { manifest, difference } of differencesOf(model, 'unknown value', 'too short', 'too long', 'repeated item')) {
      report.add(manifest, difference.path, `'${pathText(difference.path)}' ${problem(difference)}`, { only: 'kubernetes' });
    }
  },
};

function problem(difference: Extract<Difference, { is: 'unknown value' | 'too short' | 'too long' | 'repeated item' }>): string {
  switch (difference.is) {
    case 'unknown value': {
      const { of, value } = difference;
      return `must be one of ${of.join(', ')}: got '${value}'${didYouMean(value, of)}`;
    }
    case 'repeated item':
      return `says ${typeof difference.value === 'string' ? `'${difference.value}'` : 'the same'} a second time`;
    case 'too long':
      return `must have at most ${difference.bound} items`;
    case 'too short':
      return difference.expected.is === 'text' ? 'must not be empty' : `must have at least ${difference.bound} item: got none`;
  }
}
