import type { Rule } from '../rule';
import { policiesOf } from './access-policies';
import { app, configuration } from './examples';
import { usersOf } from './users';

const POLICY = configuration(`
accessControl:
  defaultAction: deny
  policies: [{ appId: shop, namespace: default, trustDomain: public, defaultAction: allow }]`);

export const policyOnCaller: Rule = {
  id: 'DAPR171',
  severity: 'warning',
  title: 'Access control at the caller',
  why: 'The sidecar of the called application decides, with the Configuration of the called application; policies name the callers. A policy for the very application that uses the Configuration protects nothing.',
  fix: 'Use the Configuration for the application that is called: put dapr.io/config there.',
  source: 'pkg/api/grpc/daprinternal.go callLocalValidateACL; pkg/acl/acl.go',
  facts: ['R171'],
  demand: [20],
  bad: [
    {
      yaml: POLICY + app('shop', { 'dapr.io/config': 'app' }),
      says: [
        "only 'shop' uses this Configuration, and its policies are for calls from 'shop': it belongs to the application that 'shop' calls",
      ],
    },
  ],
  good: [{ yaml: POLICY + app('orders', { 'dapr.io/config': 'app' }) }],
  check(model, report) {
    for (const configuration of model.configurations) {
      const policies = policiesOf(configuration);
      const ids = new Set(usersOf(model, configuration).map(({ id }) => id));
      const [id] = ids;
      if (ids.size === 1 && policies.length > 0 && policies.every(({ appId }) => appId === id)) {
        const message = `only '${id}' uses this Configuration, and its policies are for calls from '${id}': it belongs to the application that '${id}' calls`;
        report.add(configuration.manifest, ['spec', 'accessControl'], message);
      }
    }
  },
};
