import { loadAll } from 'js-yaml';
import { namespacesIn, renamed } from '../../tools/test-cluster/admission/texts';

const TEXT = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  namespace: shop
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: shop
  namespace: "shop"
subjects:
  - kind: ServiceAccount
    name: shop
    namespace: shop
  - namespace: bank
data:
  note: 'namespace: shop'
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: alone
`;

test('finds the namespaces that a text speaks of', () => {
  expect(namespacesIn(TEXT)).toEqual(['shop']);
});

test('renames namespaces, and leaves all else letter for letter', () => {
  const other = renamed(TEXT, new Map([['shop', 'shop-1']]));
  expect((loadAll(other) as any[]).map(({ metadata, subjects, data }) => ({ metadata, subjects, data }))).toEqual([
    { metadata: { name: 'shop-1', namespace: 'shop-1' } },
    {
      metadata: { name: 'shop', namespace: 'shop-1' },
      subjects: [{ kind: 'ServiceAccount', name: 'shop', namespace: 'shop-1' }, { namespace: 'bank' }],
      data: { note: 'namespace: shop' },
    },
    { metadata: { name: 'alone' } },
  ]);
  expect(renamed(TEXT, new Map()).replaceAll('"', '')).toBe(TEXT.replaceAll('"', ''));
});
