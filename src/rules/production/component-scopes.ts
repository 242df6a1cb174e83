import type { Rule } from '../rule';
import { component } from './examples';

const SECRET =
  'type: state.redis, version: v1, metadata: [{ name: redisHost, value: "redis:6379" }, { name: redisPassword, secretKeyRef: { name: redis, key: password } }]';

export const componentScopes: Rule = {
  id: 'DAPR231',
  severity: 'warning',
  title: 'A component that every application of its namespace loads',
  why: 'A component without scopes is loaded by every sidecar of its namespace: each of them reads its secrets and can use it, and if it fails to load, none of them starts.',
  fix: 'List the app ids that use it in scopes.',
  source: 'pkg/runtime/authorizer/authorizer.go; https://docs.dapr.io/operations/components/component-scopes/',
  facts: [],
  demand: [4, 28],
  bad: [
    {
      yaml: component('type: state.in-memory, version: v1, metadata: []', ''),
      says: ["every application of the namespace loads 'store', and stops where it fails: it has no scopes"],
    },
    {
      yaml: component(SECRET, ''),
      says: ["every application of the namespace loads 'store', and gets its secrets: it has no scopes"],
    },
  ],
  good: [{ yaml: component(SECRET) }],
  check({ components }, report) {
    for (const { manifest, name, scopes, metadata } of components) {
      if (scopes === undefined) {
        const what = metadata.some(({ secretKeyRef }) => secretKeyRef !== undefined) ? 'gets its secrets' : 'stops where it fails';
        report.add(manifest, [], `every application of the namespace loads '${name}', and ${what}: it has no scopes`);
      }
    }
  },
};
