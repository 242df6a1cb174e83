import { didYouMean } from '../../private/nearest';
import { at, list, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { configuration } from './examples';

export const secretScopes: Rule = {
  id: 'DAPR162',
  severity: 'error',
  title: 'Secret scopes that stop the sidecar',
  why: 'A sidecar does not start with a Configuration that names one store twice, or whose default access is neither allow nor deny.',
  fix: 'Keep one scope for each store, with allow or deny.',
  source: 'pkg/config/configuration.go sortAndValidateSecretsConfiguration',
  facts: ['R161'],
  symptoms: [/storeName is repeated in secrets configuration/, /defaultAccess .* can be either allow or deny/],
  bad: [
    {
      yaml: configuration(`
secrets:
  scopes:
    - { storeName: vault, defaultAccess: denied }
    - { storeName: vault, allowedSecrets: [db] }`),
      says: [
        "'spec.secrets.scopes[0].defaultAccess' must be allow or deny: got 'denied'",
        "'spec.secrets.scopes[1]' is the second scope of the store 'vault': a store may have one",
      ],
    },
  ],
  good: [
    {
      yaml: configuration(
        'secrets: { scopes: [{ storeName: vault, defaultAccess: Deny, allowedSecrets: [db] }, { storeName: kubernetes }] }',
      ),
    },
  ],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      const stores = new Set<string>();
      list(at(spec, 'secrets', 'scopes')).forEach((scope, i) => {
        const path = ['spec', 'secrets', 'scopes', i];
        const store = text(at(scope, 'storeName')) ?? '';
        if (stores.has(store) && !isUnrendered(store)) {
          report.add(manifest, path, `'spec.secrets.scopes[${i}]' is the second scope of the store '${store}': a store may have one`);
        }
        stores.add(store);
        const access = text(at(scope, 'defaultAccess')) ?? '';
        if (access !== '' && !isUnrendered(access) && !/^(allow|deny)$/i.test(access)) {
          const meant = didYouMean(access, ['allow', 'deny']);
          const message = `'spec.secrets.scopes[${i}].defaultAccess' must be allow or deny: got '${access}'${meant}`;
          report.add(manifest, [...path, 'defaultAccess'], message);
        }
      });
    }
  },
};
