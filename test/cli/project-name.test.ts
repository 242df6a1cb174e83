import * as fc from 'fast-check';
import { isProjectName, projectName } from '../../src/cli/init/project-name';

test.each([
  ['shop', 'shop'],
  ['My Shop', 'my-shop'],
  ['OrderService', 'order-service'],
  ['shop_2', 'shop-2'],
  ['2024-shop', 'app-2024-shop'],
  ['.hidden', 'hidden'],
  ['-Café-', 'cafe'],
  ['a'.repeat(70), 'a'.repeat(58)],
  [`${'a'.repeat(57)}-b`, 'a'.repeat(57)],
  ['注文', undefined],
  ['', undefined],
])('the folder %j gives the name %j', (folder, name) => {
  expect(projectName(folder)).toBe(name);
});

test('whatever the folder is called, the name is one that Kubernetes and Dapr take', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (folder) => {
      const name = projectName(folder);
      expect(name === undefined ? !/[a-z0-9]/i.test(folder) : isProjectName(name)).toBe(true);
    }),
  );
});

test('a valid name stays as it is', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/), (name) => projectName(name) === name.replace(/-+/g, '-')));
});

test.each(['', 'Shop', '1shop', 'shop-', '-shop', 'my_shop', 'my.shop', 'a'.repeat(59)])('%j is no name for a project', (name) => {
  expect(isProjectName(name)).toBe(false);
});
