import { nearest } from '../../private/nearest';
import type { Model } from '../model/model';
import { Manifest } from '../model/manifest';
import { at, Path, pathText } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { policiesOf } from './access-policies';
import { configuration } from './examples';

export const accessAction: Rule = {
  id: 'DAPR166',
  severity: 'error',
  title: 'An action that is neither allow nor deny',
  why: 'A sidecar compares the action with allow, in any case; every other word, a typo too, denies.',
  fix: 'Write allow or deny.',
  source: 'pkg/acl/acl.go isActionAllowed',
  facts: ['R165'],
  demand: [20],
  bad: [
    {
      yaml: configuration(`
accessControl:
  defaultAction: block
  policies:
    - appId: shop
      namespace: default
      trustDomain: public
      defaultAction: allowed
      operations: [{ name: /orders, httpVerb: ['*'], action: alow }]`),
      says: [
        "'spec.accessControl.defaultAction' denies, as every word but allow does: got 'block', write deny",
        "'spec.accessControl.policies[0].defaultAction' denies, as every word but allow does: got 'allowed'; did you mean 'allow'?",
        "'spec.accessControl.policies[0].operations[0].action' denies, as every word but allow does: got 'alow'; did you mean 'allow'?",
      ],
    },
  ],
  good: [
    {
      yaml: configuration(`
accessControl:
  defaultAction: Deny
  policies:
    - { appId: shop, namespace: default, trustDomain: public, operations: [{ name: /orders, httpVerb: ['*'], action: allow }] }`),
    },
  ],
  check(model, report) {
    for (const { manifest, path, action } of actions(model)) {
      if (action === '' || isUnrendered(action) || /^(allow|deny)$/i.test(action)) {
        continue;
      }
      const allow = nearest(action, ['allow', 'deny']) === 'allow' || /^(allow|permit|accept|grant|yes|true)/i.test(action);
      const hint = allow ? "; did you mean 'allow'?" : ', write deny';
      report.add(manifest, path, `'${pathText(path)}' denies, as every word but allow does: got '${action}'${hint}`, {
        severity: allow ? 'error' : 'warning',
      });
    }
  },
};

interface Action {
  readonly manifest: Manifest;
  readonly path: Path;
  readonly action: string;
}

function actions({ configurations }: Model): Action[] {
  return configurations.flatMap((configuration) => {
    const { manifest, spec } = configuration;
    const policies = policiesOf(configuration);
    return [
      { path: ['spec', 'accessControl', 'defaultAction'], action: at(spec, 'accessControl', 'defaultAction') },
      ...policies.map(({ path, policy }) => ({ path: [...path, 'defaultAction'], action: policy.defaultAction })),
      ...policies.flatMap(({ operations }) => operations.map(({ path, action }) => ({ path: [...path, 'action'], action }))),
    ].flatMap(({ path, action }) => (typeof action === 'string' ? [{ manifest, path, action }] : []));
  });
}
