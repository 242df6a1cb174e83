import type { Rule } from '../rule';
import { versionsOf } from '../facts';
import { knownComponents } from './metadata-keys';

export const deprecatedVersion: Rule = {
  id: 'DAPR076',
  severity: 'warning',
  title: 'A deprecated version of a component',
  why: 'The sidecar logs a warning at each start, and a later Dapr will not have it; without a version the oldest counts, not the newest. Versions may keep their data differently.',
  fix: 'Move the data, then write the version that the message names.',
  source: 'pkg/components/versioning.go CheckDeprecated; cmd/daprd/components/state_etcd.go',
  facts: ['R049'],
  symptoms: [/state store \S+ is deprecated and will be removed in a future version/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.etcd, version: v1, metadata: [{ name: endpoints, value: 'etcd:2379' }] }
`,
      says: ['state.etcd v1 is deprecated: v2 takes its place'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.etcd, version: '', metadata: [{ name: endpoints, value: 'etcd:2379' }] }
`,
      says: ['state.etcd without a version is v1, which is deprecated: v2 takes its place'],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.etcd, version: v2, metadata: [{ name: endpoints, value: 'etcd:2379' }] }
`,
    },
  ],
  check(model, report) {
    for (const { facts, version, manifest } of knownComponents(model).filter((component) => component.facts.deprecated === true)) {
      const [newest] = versionsOf(facts.type) ?? [];
      const what =
        version === ''
          ? `${facts.type} without a version is ${facts.version}, which is deprecated`
          : `${facts.type} ${facts.version} is deprecated`;
      report.add(manifest, ['spec', 'version'], `${what}: ${newest.version} takes its place`);
    }
  },
};
