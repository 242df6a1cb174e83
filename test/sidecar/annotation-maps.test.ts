import fc from 'fast-check';
import { ANNOTATION_MAPS, lostIn } from '../../src/private/annotation-maps';

const TEXTS = fc.dictionary(
  fc.oneof(fc.constantFrom('a', 'b', 'A_1', 'my.var', 'x-y'), fc.string({ maxLength: 4 })),
  fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(',', '=', ':', ' ', 'a', 'B', '1', '\t', '\n', '/'), maxLength: 8 }),
    fc.constantFrom('secret', 'secret:key'),
  ),
  { maxKeys: 4 },
);

describe.each(Object.entries(ANNOTATION_MAPS))('%s', (_, form) => {
  test('says which texts are lost exactly when Dapr would read another map', () => {
    fc.assert(
      fc.property(TEXTS, (map) => {
        const arrives = Object.keys(map).length === 0 || JSON.stringify(sorted(form.read(form.write(map)))) === JSON.stringify(sorted(map));
        return arrives === (Object.keys(map).length === 0 || lostIn(form, map).length === 0);
      }),
    );
  });
});

function sorted(map: { readonly [name: string]: string }): [string, string][] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}

// Read from annotations by the injector and the operator of Dapr 1.18.3.
test.each([
  ['env', 'A=1,B=2', { A: '1', B: '2' }],
  ['env', ' A=1 ,  B=2,3 , C', { A: '1', B: '2,3 , C' }],
  ['env', 'A=1,my.var=2', { A: '1,my.var=2' }],
  ['env', 'A', {}],
  ['envFromSecret', 'A=s,B=s:k,C=s:k:l', { A: 's', B: 's:k' }],
  ['volumeMounts', 'a:/a, b:/b,c,d:e:f', { a: '/a', b: '/b' }],
  ['sidecarSvcAnnotations', 'a=b, c = d ,e', { a: 'b', c: 'd' }],
])('%s reads %j as Dapr does', (option, text, map) => {
  expect(ANNOTATION_MAPS[option].read(text)).toEqual(map);
});
