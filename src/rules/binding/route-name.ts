import type { Rule } from '../rule';

export const routeName: Rule = {
  id: 'DAPR122',
  severity: 'error',
  title: 'A route of a binding in other letters',
  why: 'Most metadata is read in any case; the route of an input binding is not. In other letters it is dropped, and the messages go to the path that the component is named after.',
  fix: 'Write route exactly so.',
  source: 'pkg/runtime/processor/binding/binding.go initInputBinding',
  facts: ['R117'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: every-minute }
spec:
  type: bindings.cron
  version: v1
  metadata: [{ name: schedule, value: '@every 1m' }, { name: direction, value: input }, { name: Route, value: /tick }]
`,
      says: ["'Route' is not read, so messages go to /every-minute: write 'route'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: every-minute }
spec:
  type: bindings.cron
  version: v1
  metadata: [{ name: schedule, value: '@every 1m' }, { name: direction, value: input }, { name: route, value: /tick }]
`,
    },
  ],
  check({ components }, report) {
    for (const { manifest, name: component, facts, metadata } of components) {
      // A key of the type's own, if there is one, is not ours to judge.
      if (!facts?.directions?.includes('input') || facts.keys.route !== undefined) {
        continue;
      }
      for (const { name, path } of metadata) {
        if (name !== 'route' && name.toLowerCase() === 'route') {
          report.add(manifest, [...path, 'name'], `'${name}' is not read, so messages go to /${component}: write 'route'`);
        }
      }
    }
  },
};
