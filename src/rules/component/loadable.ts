import { ComponentFacts, versionsOf } from '../facts';
import type { Component } from '../model/component';
import type { Model } from '../model/model';
import { at } from '../read';
import type { Rule } from '../rule';
import { isPlaceholder } from './placeholder';
import { Wrong, wrongType } from './wrong-type';

export const loadable: Rule = {
  id: 'DAPR017',
  severity: 'error',
  title: 'A component type or version that the sidecar does not have',
  why: 'The sidecar looks the type up among those that it was built with, and exits where it finds none: every application that sees the component goes down.',
  fix: 'Write the type and version that the message names.',
  source: 'pkg/runtime/processor/components.go category; pkg/components/*/registry.go Create; pkg/components/versioning.go',
  facts: ['R044', 'R045', 'R046', 'R047', 'R048', 'R113'],
  demand: [8],
  symptoms: [
    /incorrect type \S+/,
    /couldn't find (state store|message bus|secret store|configuration store|lock store|crypto provider|conversation|(input|output) binding) /,
    /HTTP middleware \S+ has not been registered/,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: secrets }
spec: { type: seccretstores.local.env, version: v1, metadata: [] }
`,
      says: ["the sidecar has no component type 'seccretstores.local.env'; did you mean 'secretstores.local.env'?"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec: { type: PubSub.redis, version: v1, metadata: [] }
`,
      says: ["the sidecar has no component type 'PubSub.redis': the category is in lower case, as in 'pubsub.redis'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: resolver }
spec: { type: nameresolution.sqlite, version: v1, metadata: [] }
`,
      says: ["'nameresolution.sqlite' is no component: it is set as spec.nameResolution of a Configuration"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: auth }
spec: { type: middleware.bearer, version: v1, metadata: [] }
`,
      says: ["the sidecar has no component type 'middleware.bearer'; did you mean 'middleware.http.bearer'?"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.postgresql, version: v3, metadata: [] }
`,
      says: ['the sidecar has no state.postgresql v3: it has v2, v1'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.etcd, version: v0, metadata: [{ name: endpoints, value: 'etcd:2379' }] }
`,
      says: ['the sidecar has no state.etcd v0: it has v2, v1'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec: { type: pubsub.natsstreaming, version: v1, metadata: [] }
`,
      says: ["Dapr 1.12 was the last with 'pubsub.natsstreaming': write 'pubsub.jetstream'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: ours }
spec: { type: state.our-own-engine, version: v1, metadata: [] }
`,
      says: [
        "Dapr brings no component type 'state.our-own-engine': without a program of your own beside the sidecar that brings it, the sidecar exits",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.SQLITE3, version: V1, metadata: [{ name: connectionString, value: data.db }] }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: ours, annotations: { dapr.io/component-container: '{"image": "ours:1"}' } }
spec: { type: state.our-own-engine, version: v1, metadata: [] }
`,
    },
  ],
  check(model, report) {
    const pluggable = hasPluggable(model);
    const types = new Map<string, Wrong | undefined>();
    for (const component of model.components) {
      const { manifest, type, version } = component;
      if (type === '' || isPlaceholder(type) || isPlaceholder(version)) {
        continue;
      }
      const wrong = types.get(type) ?? wrongType(component, model.daprVersion);
      types.set(type, wrong);
      if (wrong === undefined) {
        const versions = versionsOf(type);
        if (versions !== undefined && component.facts === undefined) {
          report.add(manifest, ['spec', 'version'], wrongVersion(component, versions));
        }
      } else if (wrong.severity === 'error' || !(pluggable || isContainer(component))) {
        report.add(manifest, ['spec', 'type'], wrong.message, { severity: wrong.severity });
      }
    }
  },
};

function wrongVersion({ type, version }: Component, versions: readonly ComponentFacts[]): string {
  const has = versions.map((facts) => facts.version).join(', ');
  return `the sidecar has no ${type} ${version === '' ? 'without a version' : version}: it has ${has}`;
}

/** Whether some pod has pluggable components beside its sidecar: then types that Dapr does not bring are meant. */
function hasPluggable({ workloads }: Pick<Model, 'workloads'>): boolean {
  return workloads.some(
    ({ annotations }) =>
      annotations['dapr.io/pluggable-components'] !== undefined || annotations['dapr.io/inject-pluggable-components'] !== undefined,
  );
}

function isContainer({ manifest }: Component): boolean {
  return at(manifest.body, 'metadata', 'annotations', 'dapr.io/component-container') !== undefined;
}
