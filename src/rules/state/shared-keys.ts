import type { Rule } from '../rule';
import { meantStrategy, prefixOf } from './key-prefix';

export const sharedKeys: Rule = {
  id: 'DAPR086',
  severity: 'info',
  title: 'Applications that share the keys of a state store',
  why: 'With appid or namespace each application has keys of its own. With name, none or a word of your own they all read and write the same keys; that may be what you want.',
  fix: 'Where the applications are not meant to share data, write keyPrefix: appid, or give each a store of its own through scopes.',
  source: 'pkg/components/state/state_config.go GetModifiedStateKey',
  facts: ['R081'],
  demand: [24],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: keyPrefix, value: none }] }
scopes: [orders, stock]
`,
      says: ["with keyPrefix 'none' orders, stock read and write the same keys"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: keyPrefix, value: none }] }
scopes: [orders]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: other }
spec: { type: state.in-memory, version: v1, metadata: [{ name: keyPrefix, value: appid }] }
scopes: [orders, stock]
`,
    },
  ],
  check(model, report) {
    for (const component of model.components) {
      const item = component.category === 'state' ? prefixOf(component) : undefined;
      if (
        item === undefined ||
        /^(appid|namespace)$/i.test(item.value) ||
        meantStrategy(item.value, ['appid', 'namespace']) !== undefined
      ) {
        continue;
      }
      const apps = [...new Set(component.scopes ?? model.appsThatSee(component).map(({ id }) => id))];
      if (apps.length > 1) {
        const shown = apps.length > 5 ? `${apps.length} applications` : apps.join(', ');
        report.add(component.manifest, item.path, `with keyPrefix '${item.value}' ${shown} read and write the same keys`);
      }
    }
  },
};
