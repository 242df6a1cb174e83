import { Need } from '../facts';
import type { Rule } from '../rule';
import { given, isGiven, KnownComponent, knownComponents, nameOf } from './metadata-keys';

export const requiredKey: Rule = {
  id: 'DAPR012',
  severity: 'error',
  title: 'A metadata key is missing that the component cannot do without',
  why: 'The component refuses to be initialised, and the sidecar exits with it; where only its calls need the key, every one of them fails.',
  fix: 'Add the key that the message names.',
  source: 'components-contrib, Init of each component; pkg/runtime/processor/components.go processComponents',
  facts: ['R051'],
  symptoms: [/INIT_COMPONENT_FAILURE.*(\bis required|\bare required|missing|must be (set|specified)|not set\b)/],
  bad: [
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
    - { name: authType, value: password }
    - { name: saslUsername, value: shop }
`,
      says: ["'saslPassword' is required by pubsub.kafka v1 where authType is password: got nothing"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.postgresql, version: v2, metadata: [] }
`,
      says: ["'connectionString', 'host', 'hostaddr' or another of its kind is required by state.postgresql v2: got none of them"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: web }
spec: { type: bindings.http, version: v1, metadata: [] }
`,
      says: ["'url' is required by bindings.http v1: without it every call fails"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [] }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: files }
spec:
  type: bindings.azure.blobstorage
  version: v1
  metadata:
    - { name: storageAccount, value: shop }
    - { name: containerName, value: '{appID}' }
`,
    },
  ],
  check(model, report) {
    for (const component of knownComponents(model)) {
      const at = ['spec', 'metadata'];
      for (const need of (component.facts.needs ?? []).filter((one) => isMissing(component, one))) {
        const nothing = need.anyOf.length === 1 ? 'got nothing' : 'got none of them';
        report.add(component.manifest, at, `${required(component, need)}: ${nothing}`);
      }
      for (const need of (component.facts.callsNeed ?? []).filter((one) => isMissing(component, one))) {
        report.add(component.manifest, at, `${required(component, need)}: without it every call fails`, { severity: 'warning' });
      }
    }
  },
};

function required(component: KnownComponent, { anyOf, when }: Need): string {
  const shown = anyOf.length > 3 ? anyOf.slice(0, 3) : anyOf;
  const names = shown.map((name) => `'${name}'`);
  const all = anyOf.length > 3 ? `${names.join(', ')} or another of its kind` : names.join(' or ');
  return `${all} is required by ${nameOf(component)}${when === undefined ? '' : ` where ${when[0]} is ${when[1]}`}`;
}

function isMissing(component: KnownComponent, { anyOf, when, unless }: Need): boolean {
  if (when !== undefined) {
    const { value, late } = given(component, when[0]);
    if (late || value?.toLowerCase() !== when[1].toLowerCase()) {
      return false;
    }
  }
  if ((unless ?? []).some((key) => isGiven(component, key) && !/^(false|no|off|0|n|f)$/i.test(given(component, key).value ?? ''))) {
    return false;
  }
  return !anyOf.some((key) => isGiven(component, key));
}
