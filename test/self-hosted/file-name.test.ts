import fc from 'fast-check';
import { fileName } from '../../src/self-hosted/core/file-name';
import { component, good, inNamespace, OUTDIR } from './support';

const names = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ minLength: 150, maxLength: 300 }),
  fc.constantFrom('.', '..', 'a/b', 'A', 'a', 'a.', '.a'),
);

test('a name of Kubernetes is its own file name', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]([-a-z0-9.]{0,60}[a-z0-9])?$/), (name) => {
      expect(fileName(name)).toBe(name);
    }),
  );
});

test('any other is short, safe on every system, and has no path in it', () => {
  fc.assert(
    fc.property(names, (name) => {
      expect(fileName(name)).toMatch(/^[a-z0-9._-]{0,150}$/);
      expect(['.', '..']).not.toContain(fileName(name));
      expect(fileName(name)).not.toMatch(/^\.|\.$/);
    }),
  );
});

test('two names are two files', () => {
  fc.assert(
    fc.property(names, names, (a, b) => {
      expect(fileName(a) === fileName(b)).toBe(a === b);
    }),
  );
});

test('no object is lost, and no file stands outside of the folder', () => {
  const key = ({ name, namespace }: { name: string; namespace: string }): string => `${namespace}/${name}`;
  const one = fc.record({ name: fc.string({ minLength: 1, unit: 'binary' }), namespace: fc.constantFrom('shop', 'bank') });
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: key }), (given) => {
      const objects = given.flatMap(({ name, namespace }) => inNamespace(namespace, [component(name, 'state.in-memory')]));
      const paths = [...good(objects).files(OUTDIR).keys()].filter((path) => path.includes('resources/component-'));
      expect(paths).toHaveLength(given.length);
      paths.forEach((path) => expect(path).toMatch(/^((shop|bank)\/)?resources\/component-[a-z0-9._-]*\.yaml$/));
    }),
  );
});
