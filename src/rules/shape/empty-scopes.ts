import type { Rule } from '../rule';
import { resourcesOf } from './scoped';

export const emptyScopes: Rule = {
  id: 'DAPR027',
  severity: 'info',
  title: 'Scopes that are an empty list',
  why: 'An empty list means what no list means: every application of the namespace sees the resource. It reads as if none did.',
  fix: 'Name the applications, or remove the line.',
  source: 'pkg/apis/common/scoped.go IsAppScoped',
  facts: ['R039'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
scopes: []
`,
      says: ['empty scopes open the Component to every application of its namespace'],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
    },
  ],
  check(model, report) {
    for (const { manifest } of resourcesOf(model)) {
      const { scopes } = manifest.body;
      if (Array.isArray(scopes) && scopes.length === 0) {
        report.add(manifest, ['scopes'], `empty scopes open the ${manifest.kind} to every application of its namespace`);
      }
    }
  },
};
