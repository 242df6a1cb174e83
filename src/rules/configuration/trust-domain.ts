import { at, pathText, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { policiesOf } from './access-policies';
import { configuration } from './examples';

export const trustDomain: Rule = {
  id: 'DAPR170',
  severity: 'error',
  title: 'A trust domain that SPIFFE refuses',
  why: 'A trust domain is lower case letters, digits, dots, dashes and underscores. Sentry refuses a certificate for any other, so the applications with this Configuration do not start; a policy with any other fits no caller.',
  fix: 'Write the trust domain in lower case, without a scheme or a path.',
  source: 'pkg/sentry/server/validator/kubernetes/kubernetes.go Validate; github.com/spiffe/go-spiffe/v2/spiffeid TrustDomainFromString',
  facts: ['R170', 'R169'],
  demand: [20],
  symptoms: [/failed to parse trust domain/, /trust domain characters are limited to lowercase letters/],
  bad: [
    {
      yaml: configuration(
        'accessControl: { defaultAction: deny, trustDomain: Shop.Example, policies: [{ appId: web, namespace: web, trustDomain: Web }] }',
      ),
      target: 'kubernetes',
      says: [
        "'spec.accessControl.policies[0].trustDomain' is no trust domain: got 'Web', did you mean 'web'?",
        "'spec.accessControl.trustDomain' is no trust domain: got 'Shop.Example', did you mean 'shop.example'?",
      ],
    },
  ],
  good: [{ yaml: configuration('accessControl: { defaultAction: deny, trustDomain: shop.example }') }],
  check({ configurations }, report) {
    for (const configuration of configurations) {
      const own = { path: ['spec', 'accessControl', 'trustDomain'], domain: text(at(configuration.spec, 'accessControl', 'trustDomain')) };
      const others = policiesOf(configuration).map((policy) => ({ path: [...policy.path, 'trustDomain'], domain: policy.trustDomain }));
      for (const { path, domain = '' } of [own, ...others]) {
        // Sentry takes a whole SPIFFE id apart; so nothing is said of one.
        if (domain === '' || isUnrendered(domain) || domain.includes(':/') || /^[a-z0-9._-]+$/.test(domain)) {
          continue;
        }
        const lower = domain.trim().toLowerCase();
        const hint = /^[a-z0-9._-]+$/.test(lower)
          ? `, did you mean '${lower}'?`
          : ", expected lower case letters, digits, '.', '-' and '_'";
        const message = `'${pathText(path)}' is no trust domain: got '${domain}'${hint}`;
        report.add(configuration.manifest, path, message, { only: 'kubernetes' });
      }
    }
  },
};
