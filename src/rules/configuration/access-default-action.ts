import { at, isMapping, list } from '../read';
import type { Rule } from '../rule';
import { configuration } from './examples';

export const accessDefaultAction: Rule = {
  id: 'DAPR164',
  severity: 'warning',
  title: 'Access control without a default action',
  why: 'A sidecar reads the Configuration over its own defaults, which allow: without defaultAction every caller that no policy names is let in, although a denial is documented.',
  fix: 'Write defaultAction: deny beside the policies, or allow where that is meant.',
  source: 'pkg/config/configuration.go LoadDefaultConfiguration; pkg/acl/acl.go ParseAccessControlSpec',
  facts: ['R163'],
  demand: [20],
  bad: [
    {
      yaml: configuration(`
accessControl:
  policies:
    - { appId: shop, namespace: default, trustDomain: public, defaultAction: allow }`),
      says: ["'spec.accessControl' has no defaultAction, so callers without a policy are let in: write defaultAction: deny"],
    },
  ],
  good: [
    {
      yaml: configuration(`
accessControl:
  defaultAction: deny
  policies:
    - { appId: shop, namespace: default, trustDomain: public, defaultAction: allow }`),
    },
  ],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      const access = spec.accessControl;
      const action = at(access, 'defaultAction');
      if (isMapping(access) && list(access.policies).length > 0 && (action === undefined || action === null)) {
        const message = "'spec.accessControl' has no defaultAction, so callers without a policy are let in: write defaultAction: deny";
        report.add(manifest, ['spec', 'accessControl'], message);
      }
    }
  },
};
