import type { Resource } from '../model/resource';
import { Path } from '../read';
import type { Rule } from '../rule';
import { seenTogether } from './merged';
import { policiesOf, POLICY_KINDS, targetsOf, WORD } from './policies';

export const sameName: Rule = {
  id: 'DAPR144',
  severity: 'warning',
  title: 'One name in two Resiliency resources',
  why: 'All Resiliency resources that an application sees share one space of names for policies, and one for targets. Of two with the same name the one that is loaded later wins, whole; the order is nowhere promised.',
  fix: 'Give each policy its own name, set each target in one resource, or part the resources with scopes.',
  source: 'pkg/resiliency/resiliency.go FromConfigurations, decodePolicies, decodeTargets',
  facts: ['R139'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: calls }
spec:
  policies: { timeouts: { short: 1s } }
  targets: { components: { pubsub: { outbound: { timeout: short } } } }
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: messages }
spec:
  policies: { timeouts: { short: 10s } }
  targets: { components: { pubsub: { inbound: { timeout: short } } } }
`,
      says: [
        "the timeout 'short' is also in the Resiliency 'calls', with other settings: only one of them holds",
        "the target components.pubsub is also in the Resiliency 'calls', with other settings: only one of them holds",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: calls }
scopes: [orders]
spec:
  policies: { timeouts: { short: 1s } }
  targets: { components: { pubsub: { outbound: { timeout: short } } } }
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: messages }
scopes: [billing]
spec:
  policies: { timeouts: { short: 10s } }
  targets: { components: { pubsub: { inbound: { timeout: short } } } }
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: same }
scopes: [orders]
spec: { policies: { timeouts: { short: 1s } }, targets: {} }
`,
    },
  ],
  check({ resiliencies, complete }, report) {
    const seen = new Map<string, Entry[]>();
    for (const resource of resiliencies) {
      for (const entry of entriesOf(resource)) {
        const others = seen.get(entry.key);
        if (others === undefined) {
          seen.set(entry.key, [entry]);
          continue;
        }
        const clash = others.find((other) => clashes(entry, other, complete));
        if (clash !== undefined) {
          const message = `${entry.what} is also in the Resiliency '${clash.resource.name}', with other settings: only one of them holds`;
          report.add(resource.manifest, entry.path, message);
        }
        if (others.length < MOST) {
          others.push(entry);
        }
      }
    }
  },
};

/** Enough to find a clash, and few enough to look through for each name. */
const MOST = 20;

interface Entry {
  readonly resource: Resource;
  readonly key: string;
  readonly what: string;
  readonly settings: string;
  readonly path: Path;
}

function entriesOf(resource: Resource): Entry[] {
  return [
    ...POLICY_KINDS.flatMap((kind) =>
      policiesOf(resource, kind).map(({ name, value, path }) => ({
        resource,
        key: `${kind}/${name}`,
        what: `the ${WORD[kind]} '${name}'`,
        settings: JSON.stringify(value),
        path,
      })),
    ),
    ...targetsOf(resource).map(({ kind, name, body, path }) => ({
      resource,
      key: `targets/${kind}/${name}`,
      what: `the target ${kind}.${name}`,
      settings: JSON.stringify(body),
      path,
    })),
  ];
}

/** Resources of different sources are often the same one for different environments, and those of one name always are. */
function clashes(a: Entry, b: Entry, complete: boolean): boolean {
  return (
    a.resource.name !== b.resource.name &&
    a.settings !== b.settings &&
    (complete || a.resource.manifest.source === b.resource.manifest.source) &&
    seenTogether(a.resource, b.resource)
  );
}
