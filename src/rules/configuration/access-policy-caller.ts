import { pathText } from '../read';
import type { Rule } from '../rule';
import { accessPolicies } from './access-policies';
import { configuration } from './examples';

export const accessPolicyCaller: Rule = {
  id: 'DAPR165',
  severity: 'error',
  title: 'An access policy that does not say whose it is',
  why: 'The CRD asks for the app id alone, but a sidecar does not start with a policy that lacks the app id, the trust domain or the namespace of the caller.',
  fix: 'Write appId, trustDomain and namespace; the trust domain is public where the caller has none of its own.',
  source: 'pkg/acl/acl.go ParseAccessControlSpec',
  facts: ['R164'],
  demand: [20],
  symptoms: [/invalid access control spec\. missing trustdomain for apps/],
  bad: [
    {
      yaml: configuration(`
accessControl:
  defaultAction: deny
  policies:
    - { appId: shop, defaultAction: allow }
    - { appId: '', namespace: default, trustDomain: public }`),
      says: [
        "'spec.accessControl.policies[0]' needs trustDomain and namespace: the sidecars that use this Configuration do not start, write trustDomain: public and the namespace of 'shop'",
        "'spec.accessControl.policies[1]' needs appId: the sidecars that use this Configuration do not start",
      ],
    },
  ],
  good: [
    { yaml: configuration('accessControl: { defaultAction: deny, policies: [{ appId: shop, namespace: default, trustDomain: public }] }') },
  ],
  check(model, report) {
    for (const { configuration, policy, path, appId } of accessPolicies(model)) {
      const missing = ['appId', 'trustDomain', 'namespace'].filter((name) => (policy[name] ?? '') === '');
      if (missing.length === 0) {
        continue;
      }
      const values: { readonly [name: string]: string } = { trustDomain: 'trustDomain: public', namespace: `the namespace of '${appId}'` };
      const write = appId === '' ? [] : missing.map((name) => values[name]);
      const message = `'${pathText(path)}' needs ${missing.join(' and ')}: the sidecars that use this Configuration do not start`;
      report.add(configuration.manifest, path, `${message}${write.length === 0 ? '' : `, write ${write.join(' and ')}`}`);
    }
  },
};
