import type { Component } from '../model/component';
import type { Report } from '../report';
import type { Rule } from '../rule';
import { isPlaceholder } from './placeholder';

export const duplicateKey: Rule = {
  id: 'DAPR061',
  severity: 'error',
  title: 'A metadata key that is set twice',
  why: 'Most components do not tell upper from lower case, and refuse two keys that are equal but for it; of the very same key the last one counts.',
  fix: 'Keep one of the two.',
  source: 'kit/metadata/utils.go resolveAliases; kit/config/decode.go Decode; pkg/runtime/meta/meta.go convertItemsToProps',
  facts: ['R056', 'R057'],
  symptoms: [/key \S+ is duplicate in the metadata/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.sqlite
  version: v1
  metadata: [{ name: connectionString, value: data.db }, { name: connectionstring, value: other.db }]
`,
      says: ["'connectionstring' and 'connectionString' are one key for state.sqlite, which refuses to be given it twice"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: 'redis:6379' }
    - { name: redisHost, value: 'other:6379' }
    - { name: redisDb, value: '1' }
    - { name: redisDB, value: '2' }
`,
      says: [
        "'redisHost' is set twice: the last one counts",
        "'redisDB' and 'redisDb' are one key for state.redis: one of them is dropped",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.sqlite, version: v1, metadata: [{ name: connectionString, value: data.db }] }
`,
    },
  ],
  check({ components }, report) {
    components.forEach((component) => checkComponent(component, report));
  },
};

function checkComponent({ manifest, metadata, facts }: Component, report: Report): void {
  const seen = new Map<string, string>();
  for (const { name, path } of metadata.filter((item) => !isPlaceholder(item.name))) {
    const lower = name.toLowerCase();
    const first = seen.get(lower);
    if (first === undefined) {
      seen.set(lower, name);
    } else if (first === name) {
      report.add(manifest, [...path, 'name'], `'${name}' is set twice: the last one counts`, { severity: 'warning' });
    } else if (facts !== undefined && lower !== 'consumerid' && facts.decoder !== 'itself') {
      const one = `'${name}' and '${first}' are one key for ${facts.type}`;
      if (facts.decoder === undefined) {
        report.add(manifest, [...path, 'name'], `${one}, which refuses to be given it twice`);
      } else {
        report.add(manifest, [...path, 'name'], `${one}: one of them is dropped`, { severity: 'warning' });
      }
    }
  }
}
