import { itemNamed } from '../model/component';
import type { Rule } from '../rule';
import { DIRECTIONS, directionsOf, meantDirection } from './direction';

export const bindingDirection: Rule = {
  id: 'DAPR120',
  severity: 'error',
  title: 'A direction that the binding does not have',
  why: 'Dapr starts a binding only in the directions that direction names. Where it has none of them the component is loaded and nothing is started, without a word.',
  fix: 'Write a direction that the type has, or several parted by commas.',
  source: 'pkg/runtime/processor/binding/binding.go isBindingOfDirection',
  facts: ['R114'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: every-minute }
spec: { type: bindings.cron, version: v1, metadata: [{ name: schedule, value: '@every 1m' }, { name: direction, value: output }] }
`,
      says: ["bindings.cron has only the direction 'input': got 'output', so nothing is started"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: queue }
spec: { type: bindings.of-our-own, version: v1, metadata: [{ name: direction, value: in }] }
`,
      says: ["there is no direction 'in', so nothing is started; did you mean 'input'?"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: every-minute }
spec: { type: bindings.cron, version: v1, metadata: [{ name: schedule, value: '@every 1m' }, { name: direction, value: 'input;output' }] }
`,
      says: ["there is no direction 'input;output', so nothing is started"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: queue }
spec:
  type: bindings.azure.storagequeues
  version: v1
  metadata:
    - { name: accountName, value: shop }
    - { name: queueName, value: orders }
    - { name: direction, value: 'input, ouput' }
`,
      says: ["there is no direction 'ouput'; did you mean 'output'?"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: every-minute }
spec: { type: bindings.cron, version: v1, metadata: [{ name: schedule, value: '@every 1m' }, { name: direction, value: ' Input, output' }] }
`,
    },
  ],
  check({ components }, report) {
    for (const component of components.filter(({ category }) => category === 'bindings')) {
      const directions = directionsOf(component);
      if (directions === undefined) {
        continue;
      }
      const { manifest, facts } = component;
      const { path, value } = itemNamed(component, 'direction')!;
      const known = directions.filter((direction) => (DIRECTIONS as readonly string[]).includes(direction));
      const has = facts?.directions ?? DIRECTIONS;
      if (known.length === 0) {
        const meant = directions.length === 1 ? meantDirection(directions[0]) : '';
        report.add(manifest, path, `there is no direction '${(value ?? '').trim()}', so nothing is started${meant}`);
      } else if (!known.some((direction) => has.includes(direction))) {
        const message = `${component.type} has only the direction '${has.join("', '")}': got '${(value ?? '').trim()}', so nothing is started`;
        report.add(manifest, path, message);
      } else {
        for (const direction of directions.filter((word) => !known.includes(word) && word !== '')) {
          report.add(manifest, path, `there is no direction '${direction}'${meantDirection(direction)}`, { severity: 'warning' });
        }
      }
    }
  },
};
