import type { Rule } from '../rule';
import { addTo, seenTogether } from './merged';
import { isDefaultName } from './names';
import { policiesOf, POLICY_KINDS, targetsOf, usesOf, WORD } from './policies';
import type { Resource } from '../model/resource';

export const unusedPolicy: Rule = {
  id: 'DAPR148',
  severity: 'info',
  title: 'A policy that no target names',
  why: 'Only a target makes a policy hold, or one of the names that stand for a default. Any other policy does nothing.',
  fix: 'Name the policy in a target, or leave it out.',
  source: 'pkg/resiliency/resiliency.go EndpointPolicy, getDefaultPolicy',
  facts: ['R137', 'R140'],
  demand: [14],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    timeouts: { short: 1s, long: 60s }
    retries: { important: { policy: constant, duration: 2s, maxRetries: 10 } }
  targets: { apps: { orders: { timeout: short, retry: important } } }
`,
      says: ["no target names the timeout 'long'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec: { policies: { timeouts: { short: 1s } }, targets: {} }
`,
      says: ['without targets and default policies the Resiliency does nothing'],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: policies }
spec:
  policies:
    timeouts: { short: 1s, DefaultTimeoutPolicy: 10s }
    retries: { DaprBuiltInServiceRetries: { policy: constant, duration: 1s, maxRetries: 5 } }
  targets: {}
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: targets }
spec: { policies: {}, targets: { components: { statestore: { outbound: { timeout: short } } } } }
`,
    },
  ],
  check({ resiliencies }, report) {
    const users = new Map<string, Resource[]>();
    for (const resource of resiliencies) {
      for (const { kind, name } of usesOf(resource)) {
        addTo(users, `${kind}/${name}`, resource);
      }
    }
    for (const resource of resiliencies) {
      const own = new Set(usesOf(resource).map(({ kind, name }) => `${kind}/${name}`));
      const policies = POLICY_KINDS.flatMap((kind) => policiesOf(resource, kind));
      const unused = policies.filter(
        ({ kind, name }) =>
          !isDefaultName(kind, name) &&
          !/^dapr-?built-?in/i.test(name) &&
          !own.has(`${kind}/${name}`) &&
          !(users.get(`${kind}/${name}`) ?? []).some((user) => seenTogether(user, resource)),
      );
      if (targetsOf(resource).length === 0 && unused.length === policies.length) {
        report.add(resource.manifest, ['spec', 'targets'], 'without targets and default policies the Resiliency does nothing');
        continue;
      }
      for (const { kind, name, path } of unused) {
        report.add(resource.manifest, path, `no target names the ${WORD[kind]} '${name}'`);
      }
    }
  },
};
