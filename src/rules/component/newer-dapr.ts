import { DaprVersion } from '../../dapr-version';
import type { Rule } from '../rule';
import { knownComponents, knownItems, nameOf } from './metadata-keys';

export const newerDapr: Rule = {
  id: 'DAPR016',
  severity: 'error',
  title: 'A component or metadata key that the targeted Dapr does not have',
  why: 'An older sidecar exits where it does not know a component type, and takes no notice of a key that a later one reads.',
  fix: 'Leave it out, or check for the Dapr that runs: --dapr-version says which.',
  source: 'cmd/daprd/components; docs/release_notes of each version',
  facts: ['R047', 'R055'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: flags }
spec: { type: configuration.kubernetes, version: v1, metadata: [{ name: configMapName, value: flags }] }
`,
      daprVersion: '1.17',
      says: ['configuration.kubernetes v1 came with Dapr 1.18: the manifests are checked for 1.17'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec:
  type: pubsub.pulsar
  version: v1
  metadata:
    - { name: host, value: 'pulsar:6650' }
    - { name: topicsPattern, value: orders-.* }
`,
      says: ["'topicsPattern' of pubsub.pulsar v1 came with Dapr 1.19: the manifests are checked for 1.18"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata: [{ name: redisHost, value: redis }, { name: redisPort, value: '6379' }]
`,
      daprVersion: '1.16',
      says: ["'redisPort' of state.redis v1 came with Dapr 1.17: the manifests are checked for 1.16"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: flags }
spec: { type: configuration.kubernetes, version: v1, metadata: [{ name: configMapName, value: flags }] }
`,
    },
  ],
  check(model, report) {
    const target = model.daprVersion;
    const tooNew = (since: string | undefined): since is string => since !== undefined && !target.isAtLeast(DaprVersion.parse(since));
    const tooOld = (until: string | undefined): boolean =>
      until !== undefined && target.name !== until && target.isAtLeast(DaprVersion.parse(until));
    for (const component of knownComponents(model)) {
      const { since } = component.facts;
      if (tooNew(since)) {
        report.add(
          component.manifest,
          ['spec', 'type'],
          `${nameOf(component)} came with Dapr ${since}: the manifests are checked for ${target}`,
        );
        continue;
      }
      // An older spelling of a key was read before the newer one.
      for (const item of knownItems(component)) {
        const { since: first, until: last } = item.known;
        const problem = tooNew(first) ? `came with Dapr ${first}` : tooOld(last) ? `is read up to Dapr ${last}` : undefined;
        if (problem !== undefined && item.name.toLowerCase() === item.key.toLowerCase()) {
          const message = `'${item.key}' of ${nameOf(component)} ${problem}: the manifests are checked for ${target}`;
          report.add(component.manifest, [...item.path, 'name'], message);
        }
      }
    }
  },
};
