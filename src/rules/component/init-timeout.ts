import { at } from '../read';
import type { Rule } from '../rule';
import { isGoDuration } from './go-text';
import { isPlaceholder } from './placeholder';

export const initTimeout: Rule = {
  id: 'DAPR064',
  severity: 'error',
  title: "An 'initTimeout' that is no duration",
  why: 'The sidecar takes what it cannot parse for 5 seconds, without a word; a number without a unit is not parsed either.',
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
      if (written !== '' && !isGoDuration(written) && !isPlaceholder(written)) {
        const instead = /^\d+$/.test(written) ? `'${written}s'` : 'a number and its unit, as in 30s';
        report.add(manifest, ['spec', 'initTimeout'], `'${written}' is no duration, and the sidecar waits 5s: write ${instead}`);
      }
    }
  },
};
