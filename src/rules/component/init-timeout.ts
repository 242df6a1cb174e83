import { at } from '../read';
import type { Rule } from '../rule';
import { millisecondsOf } from '../go-duration';
import { isPlaceholder } from './placeholder';

export const initTimeout: Rule = {
  id: 'DAPR064',
  severity: 'error',
  title: "An 'initTimeout' that is no time",
  why: 'The sidecar takes what it cannot parse for 5 seconds, without a word; a number without a unit is not parsed either. With none or less than none, every component fails.',
  fix: 'Write a duration with its unit, such as 30s or 1m30s.',
  source: 'pkg/runtime/processor/components.go processComponentAndDependents',
  facts: ['R052'],
  symptoms: [/init timeout for component \S+/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, initTimeout: '60', metadata: [] }
`,
      says: ["'60' is no duration, and the sidecar waits 5s: write '60s'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, initTimeout: 1 minute, metadata: [] }
`,
      says: ["'1 minute' is no duration, and the sidecar waits 5s: write a number and its unit, as in 30s"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, initTimeout: 0s, metadata: [] }
`,
      says: ["'0s' leaves the component no time, and its start fails: write more than 0s"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, initTimeout: 1m30s, metadata: [] }
`,
    },
  ],
  check({ components }, report) {
    for (const { manifest, spec } of components) {
      const value = at(spec, 'initTimeout');
      const written = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      const problem = isPlaceholder(written) ? undefined : problemOf(written);
      if (problem !== undefined) {
        report.add(manifest, ['spec', 'initTimeout'], `'${written}' ${problem}`);
      }
    }
  },
};

function problemOf(written: string): string | undefined {
  if (written === '') {
    return undefined;
  }
  const time = millisecondsOf(written);
  if (time === undefined) {
    const instead = /^\d+$/.test(written) ? `'${written}s'` : 'a number and its unit, as in 30s';
    return `is no duration, and the sidecar waits 5s: write ${instead}`;
  }
  return time > 0 ? undefined : 'leaves the component no time, and its start fails: write more than 0s';
}
