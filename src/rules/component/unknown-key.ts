import { didYouMean, nearest } from '../../private/nearest';
import { CLASS_KEYS, COMPONENTS } from '../../generated/component-facts';
import { isSpelled, keysOf, patternOf, versionsOf } from '../facts';
import type { Rule } from '../rule';
import { KnownComponent, knownComponents, nameOf } from './metadata-keys';
import { isPlaceholder } from './placeholder';

/** What stands beside `metadata` in the spec, and is often written into it. */
const OF_SPEC = ['type', 'version', 'ignoreErrors', 'initTimeout'];
const OF_ROOT: { readonly [key: string]: string } = { scopes: 'scopes', secretstore: 'auth.secretStore' };

export const unknownKey: Rule = {
  id: 'DAPR010',
  severity: 'error',
  title: 'A metadata key that the component does not read',
  why: 'Components look their keys up by name; one that nothing looks up changes nothing, and nothing is logged.',
  fix: 'Write the key that the message names, or remove it.',
  source: 'kit/metadata/utils.go DecodeMetadata; components-contrib, the metadata structs of each component',
  facts: ['R055'],
  demand: [1, 2],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHst, value: 'redis:6379' }
    - { name: ignoreErrors, value: 'true' }
    - { name: connectionString, value: redis }
    - { name: consumerID, value: orders }
`,
      says: [
        "'redisHst' is no key of state.redis v1; did you mean 'redisHost'?",
        "'ignoreErrors' is no key of state.redis v1: it belongs beside 'metadata', as spec.ignoreErrors",
        "'connectionString' is no key of state.redis v1, and nothing reads it",
        "'consumerID' is no key of state.redis v1: it is one of pubsub components",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec:
  type: pubsub.kafka
  version: v1
  metadata:
    - { name: brokers, value: 'kafka:9092' }
    - { name: authType, value: none }
    - { name: initialoffset, value: oldest }
`,
      says: ["'initialoffset' of pubsub.kafka v1 is found in one spelling only: write 'initialOffset'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.azure.blobstorage
  version: v2
  metadata:
    - { name: accountName, value: shop }
    - { name: containerName, value: orders }
    - { name: keyPrefx, value: name }
`,
      says: ["'keyPrefx' is no key of state.azure.blobstorage v2; did you mean 'keyPrefix'?"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: REDISHOST, value: 'redis:6379' }
    - { name: actorStateStore, value: 'true' }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: mine }
spec: { type: state.mine, version: v1, metadata: [{ name: anything, value: x }] }
`,
    },
  ],
  check(model, report) {
    for (const component of knownComponents(model)) {
      const keys = keysOf(component.facts);
      for (const item of component.metadata) {
        const { name } = item;
        if (item.known !== undefined) {
          continue;
        }
        const known = keys.get(name.toLowerCase());
        if (name === '' || isPlaceholder(name) || isNotRead(component, name) || patternOf(component.facts, name) !== undefined) {
          continue;
        }
        if (known === undefined) {
          const near = nearest(
            name,
            [...keys.values()].map((key) => key.name),
          );
          // What a later Dapr reads is known in part only.
          const sure = near !== undefined || model.daprVersion.name === '1.18';
          report.add(component.manifest, [...item.path, 'name'], unknown(component, name, near), { severity: sure ? 'error' : 'warning' });
        } else if (known.facts.exactCase === true && !known.alias && !isSpelled(name, known.name)) {
          const message = `'${name}' of ${nameOf(component)} is found in one spelling only: write '${known.name}'`;
          report.add(component.manifest, [...item.path, 'name'], message);
        }
      }
    }
  },
};

function isNotRead({ facts }: KnownComponent, name: string): boolean {
  return Object.keys(facts.notRead ?? {}).some((key) => key.toLowerCase() === name.toLowerCase());
}

function unknown(component: KnownComponent, name: string, near: string | undefined): string {
  const what = `'${name}' is no key of ${nameOf(component)}`;
  const lower = name.toLowerCase();
  const ofSpec = OF_SPEC.find((key) => key.toLowerCase() === lower);
  if (ofSpec !== undefined) {
    return `${what}: it belongs beside 'metadata', as spec.${ofSpec}`;
  }
  if (Object.hasOwn(OF_ROOT, lower)) {
    return `${what}: it belongs beside 'spec', as ${OF_ROOT[lower]}`;
  }
  const other = versionsOf(component.facts.type)?.find((facts) => facts !== component.facts && keysOf(facts).has(lower));
  if (other !== undefined) {
    return `${what}: ${other.version} has it`;
  }
  if (near !== undefined) {
    return `${what}${didYouMean(name, [near])}`;
  }
  const ofClass = Object.entries(CLASS_KEYS).find(([, keys]) => Object.keys(keys).some((key) => key.toLowerCase() === lower));
  if (ofClass !== undefined) {
    return `${what}: it is one of ${ofClass[0]} components`;
  }
  const family = component.facts.type.split('.').slice(1).join('.');
  const sister = Object.keys(COMPONENTS).find(
    (type) => type !== component.facts.type && type.endsWith(`.${family}`) && COMPONENTS[type].some((facts) => keysOf(facts).has(lower)),
  );
  return sister === undefined ? `${what}, and nothing reads it` : `${what}: it is one of ${sister}`;
}
