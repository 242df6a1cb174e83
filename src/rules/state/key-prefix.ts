import { Component, itemNamed, MetadataItem } from '../model/component';
import type { Rule } from '../rule';

export const keyPrefix: Rule = {
  id: 'DAPR084',
  severity: 'error',
  title: 'A keyPrefix that Dapr refuses or takes literally',
  why: 'The sidecar stops where a prefix holds ||, which parts the prefix from the key. Everything that is none of appid, namespace, name and none becomes a prefix as it stands, in small letters.',
  fix: 'Write appid, namespace, name or none, or a prefix of your own in small letters without ||.',
  source: 'pkg/components/state/state_config.go SaveStateConfiguration',
  facts: ['R079', 'R081'],
  demand: [24],
  symptoms: [/failed to save lock keyprefix/, /input key\/keyPrefix '.*' can't contain '\|\|'/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: keyPrefix, value: 'shop||eu' }] }
`,
      says: ["keyPrefix must not hold '||': got 'shop||eu'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: keyPrefix, value: app-id }] }
`,
      says: ["keyPrefix 'app-id' is taken as a prefix of its own; did you mean 'appid'?"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: keyPrefix, value: ShopEU }] }
`,
      says: ["keyPrefix 'ShopEU' is written into the keys as 'shopeu'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: keyPrefix, value: namespace }] }
`,
      target: 'self-hosted',
      says: ["keyPrefix 'namespace' is the same as 'appid' where no NAMESPACE is set, and keys change where one is set later"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: keyPrefix, value: appId }] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: shared }
spec: { type: state.in-memory, version: v1, metadata: [{ name: keyPrefix, value: shop }] }
`,
    },
  ],
  check({ components, target }, report) {
    for (const component of components) {
      const item = component.category === 'state' ? prefixOf(component) : undefined;
      if (item === undefined) {
        continue;
      }
      const { value, path } = item;
      const lower = value.toLowerCase();
      const meant = meantStrategy(value, STRATEGIES);
      if (value.includes('||')) {
        report.add(component.manifest, path, `keyPrefix must not hold '||': got '${value}'`);
      } else if (meant !== undefined) {
        report.add(component.manifest, path, `keyPrefix '${value}' is taken as a prefix of its own; did you mean '${meant}'?`, {
          severity: 'warning',
          fix: `Write ${meant}, or a prefix that does not look like it.`,
        });
      } else if (!STRATEGIES.includes(lower) && lower !== value) {
        report.add(component.manifest, path, `keyPrefix '${value}' is written into the keys as '${lower}'`, {
          severity: 'info',
          fix: `Write '${lower}', so that nobody looks for other keys.`,
        });
      } else if (lower === 'namespace' && target === 'self-hosted') {
        report.add(
          component.manifest,
          path,
          "keyPrefix 'namespace' is the same as 'appid' where no NAMESPACE is set, and keys change where one is set later",
          { severity: 'info', fix: 'Set NAMESPACE for the sidecar from the beginning, or write appid.' },
        );
      }
    }
  },
};

const STRATEGIES: readonly string[] = ['appid', 'namespace', 'name', 'none'];

/** What people write for a strategy, without its dashes and braces. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['app', 'appid'],
  ['appids', 'appid'],
  ['applicationid', 'appid'],
  ['daprappid', 'appid'],
  ['namespaces', 'namespace'],
  ['storename', 'name'],
  ['componentname', 'name'],
  ['null', 'none'],
]);

/** The prefix of a component, where the manifest holds it. */
export function prefixOf(component: Component): (MetadataItem & { readonly value: string }) | undefined {
  const item = itemNamed(component, 'keyPrefix');
  return item !== undefined && !item.late && hasValue(item) ? item : undefined;
}

function hasValue(item: MetadataItem): item is MetadataItem & { readonly value: string } {
  return item.value !== undefined;
}

/** The strategy that a text was meant to be, where it is none but looks like one. */
export function meantStrategy(value: string, strategies: readonly string[]): string | undefined {
  if (strategies.includes(value.toLowerCase())) {
    return undefined;
  }
  const plain = value.toLowerCase().replace(/[^a-z]/g, '');
  const meant = ALIASES.get(plain) ?? plain;
  return strategies.includes(meant) ? meant : undefined;
}
