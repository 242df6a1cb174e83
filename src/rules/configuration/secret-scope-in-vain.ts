import type { Model } from '../model/model';
import { Resource } from '../model/resource';
import { NearMisses } from '../near-miss';
import { at, list, text, texts } from '../read';
import type { Rule } from '../rule';
import { component, configuration } from './examples';

export const secretScopeInVain: Rule = {
  id: 'DAPR163',
  severity: 'warning',
  title: 'A secret scope that does not do what it says',
  why: 'Where a scope lists allowed secrets, only those are handed out, and neither denied secrets nor the default access are looked at. A store that no scope names is open as a whole; all this is about the Secrets API and never about secretKeyRef in components.',
  fix: 'Keep the list of allowed secrets alone, and write the name of the store as the Component has it.',
  source: 'pkg/config/configuration.go IsSecretAllowed; pkg/api/universal/secrets.go isSecretAllowed',
  facts: ['R162'],
  demand: [28],
  bad: [
    {
      yaml:
        configuration(`
secrets:
  scopes:
    - { storeName: vault, allowedSecrets: [db, root], deniedSecrets: [root] }
    - { storeName: locl-secrets, defaultAccess: deny }`) +
        component('vault', 'secretstores.local.env') +
        component('local-secrets', 'secretstores.local.env'),
      says: [
        "the denied secrets of 'vault' are not looked at, because it lists allowed ones: 'root' is handed out",
        "there is no secret store 'locl-secrets', so the scope protects none; did you mean 'local-secrets'?",
      ],
    },
    {
      yaml: configuration('secrets: { scopes: [{ storeName: vault, defaultAccess: allow, allowedSecrets: [db] }] }'),
      says: ["'vault' hands out its allowed secrets only: defaultAccess: allow is not looked at"],
    },
  ],
  good: [
    {
      yaml:
        configuration(
          'secrets: { scopes: [{ storeName: vault, defaultAccess: deny, allowedSecrets: [db] }, { storeName: kubernetes, defaultAccess: deny }] }',
        ) + component('vault', 'secretstores.local.env'),
    },
  ],
  check(model, report) {
    const near = new NearMisses(secretStores(model).map(({ name }) => name));
    for (const { manifest, namespace, spec } of model.configurations) {
      list(at(spec, 'secrets', 'scopes')).forEach((scope, i) => {
        const path = ['spec', 'secrets', 'scopes', i];
        const store = text(at(scope, 'storeName')) ?? '';
        const allowed = texts(at(scope, 'allowedSecrets'));
        const denied = texts(at(scope, 'deniedSecrets'));
        if (allowed.length > 0 && denied.length > 0) {
          const both = denied.find((secret) => allowed.includes(secret));
          const open = both === undefined ? '' : `: '${both}' is handed out`;
          const message = `the denied secrets of '${store}' are not looked at, because it lists allowed ones${open}`;
          report.add(manifest, [...path, 'deniedSecrets'], message);
        } else if (allowed.length > 0 && /^allow$/i.test(text(at(scope, 'defaultAccess')) ?? '')) {
          const message = `'${store}' hands out its allowed secrets only: defaultAccess: allow is not looked at`;
          report.add(manifest, [...path, 'defaultAccess'], message);
        }
        const meant = near.find(store);
        if (meant !== undefined && store !== 'kubernetes' && model.componentsNamed(store, { namespace }).length === 0) {
          const message = `there is no secret store '${store}', so the scope protects none; did you mean '${meant}'?`;
          report.add(manifest, [...path, 'storeName'], message);
        }
      });
    }
  },
};

function secretStores({ components }: Model): readonly Resource[] {
  return components.filter(({ category }) => category === 'secretstores');
}
