import type { Rule } from '../rule';

export const missingDirection: Rule = {
  id: 'DAPR121',
  severity: 'info',
  title: 'An input binding without a direction',
  why: 'Without direction the sidecar asks the application at its start whether it takes the binding, and waits up to three seconds. An application that is not ready yet, or answers anything but yes, gets nothing; an error ends the reading of all bindings that follow.',
  fix: 'Write direction: input where the application reads it, output where it only writes, or both.',
  source: 'pkg/runtime/processor/binding/send.go startInputBinding, StartReadingFromBindings',
  facts: ['R115', 'R116'],
  symptoms: [
    /app has not subscribed to binding \S+/,
    /could not invoke OPTIONS method on input binding subscription endpoint/,
    /failed to read from bindings/,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: every-minute }
spec: { type: bindings.cron, version: v1, metadata: [{ name: schedule, value: '@every 1m' }] }
`,
      says: [
        'without direction the sidecar first asks the application with OPTIONS /every-minute, or ListInputBindings, whether it reads this',
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: every-minute }
spec: { type: bindings.cron, version: v1, metadata: [{ name: schedule, value: '@every 1m' }, { name: direction, value: input }] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: files }
spec: { type: bindings.localstorage, version: v1, metadata: [{ name: rootPath, value: /tmp/files }] }
`,
    },
  ],
  check({ components }, report) {
    for (const component of components) {
      const hasKey = component.metadata.some(({ name }) => name.toLowerCase() === 'direction');
      if (hasKey || !component.facts?.directions?.includes('input')) {
        continue;
      }
      const route = component.metadata.find(({ name }) => name === 'route')?.value ?? component.name;
      const message = `without direction the sidecar first asks the application with OPTIONS /${route.replace(/^\/+/, '')}, or ListInputBindings, whether it reads this`;
      report.add(component.manifest, ['spec', 'metadata'], message);
    }
  },
};
