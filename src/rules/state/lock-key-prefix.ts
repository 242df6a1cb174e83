import type { Rule } from '../rule';
import { meantStrategy, prefixOf } from './key-prefix';

export const lockKeyPrefix: Rule = {
  id: 'DAPR085',
  severity: 'error',
  title: 'A keyPrefix of a lock that Dapr refuses or takes literally',
  why: 'The sidecar stops where the prefix holds ||. A lock knows only appid, name and none; namespace, as for state stores, becomes a prefix as it stands, which applications of all namespaces share.',
  fix: 'Write appid, name or none, or a prefix of your own without ||.',
  source: 'pkg/components/lock/lock_config.go SaveLockConfiguration',
  facts: ['R090'],
  symptoms: [/failed to save lock keyprefix/, /input key\/keyPrefix '.*' can't contain '\|\|'/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: lockstore }
spec: { type: lock.redis, version: v1, metadata: [{ name: redisHost, value: 'redis:6379' }, { name: keyPrefix, value: 'a||b' }] }
`,
      says: ["keyPrefix must not hold '||': got 'a||b'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: lockstore }
spec: { type: lock.redis, version: v1, metadata: [{ name: redisHost, value: 'redis:6379' }, { name: keyPrefix, value: namespace }] }
`,
      says: ["a lock has no keyPrefix 'namespace': the word itself becomes the prefix"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: lockstore }
spec: { type: lock.redis, version: v1, metadata: [{ name: redisHost, value: 'redis:6379' }, { name: keyPrefix, value: app-id }] }
`,
      says: ["keyPrefix 'app-id' is taken as a prefix of its own; did you mean 'appid'?"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: lockstore }
spec: { type: lock.redis, version: v1, metadata: [{ name: redisHost, value: 'redis:6379' }, { name: keyPrefix, value: name }] }
`,
    },
  ],
  check({ components }, report) {
    for (const component of components) {
      const item = component.category === 'lock' ? prefixOf(component) : undefined;
      if (item === undefined) {
        continue;
      }
      const { value, path } = item;
      const meant = meantStrategy(value, ['appid', 'name', 'none']);
      if (value.includes('||')) {
        report.add(component.manifest, path, `keyPrefix must not hold '||': got '${value}'`);
      } else if (/^namespaces?$/i.test(value)) {
        report.add(component.manifest, path, `a lock has no keyPrefix '${value}': the word itself becomes the prefix`, {
          severity: 'warning',
        });
      } else if (meant !== undefined) {
        report.add(component.manifest, path, `keyPrefix '${value}' is taken as a prefix of its own; did you mean '${meant}'?`, {
          severity: 'warning',
        });
      }
    }
  },
};
