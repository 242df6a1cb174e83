import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseNeed, readCatalog } from '../../tools/generate/catalog';

const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
afterAll(() => rmSync(folder, { recursive: true }));

function refusedReads(reads: string): string {
  mkdirSync(join(folder, 'components/state'), { recursive: true });
  writeFileSync(join(folder, 'components/state/x.yaml'), `{ type: state.x, version: v1, class: X, fields: {}, reads: ${reads} }`);
  for (const name of ['auth', 'glossary', 'class-keys']) {
    writeFileSync(join(folder, `${name}.yaml`), '{}');
  }
  try {
    readCatalog(folder);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

test.each([
  ['{ key: {} }', "unknown fact 'key': expected one of by, keys, aliases"],
  ['{ by: itself, keys: { a: integer } }', "a 'integer' is not known: expected one of string, bool, int,"],
  ['{ by: kit/other }', "by 'kit/other' is not known: expected one of kit/config, itself"],
  ['{ patterns: { ^a: text } }', "^a 'text' is not known: expected one of string,"],
  ['{ since: { a: 1.3 } }', "since: a '1.3' is not known: expected one of 1.15, 1.16,"],
  ["{ needs: ['a or b'] }", "'a or b' is no need: write 'a|b', 'a if key=value' or 'a unless b'"],
])('reads: %s is refused', (reads, message) => {
  expect(refusedReads(reads)).toContain(`catalog/components/state/x.yaml: reads: ${message}`);
});

test('what is understood is taken', () => {
  expect(refusedReads("{ keys: { a: int }, aliases: { b: a }, needs: ['a|c if b=1'], callsNeed: [d unless a] }")).toBe('');
});

test.each([
  ['a', { anyOf: ['a'] }],
  ['a|b-c', { anyOf: ['a', 'b-c'] }],
  ['a if b=c', { anyOf: ['a'], when: ['b', 'c'] }],
  ['a unless b|c', { anyOf: ['a'], unless: ['b', 'c'] }],
])('the need %s', (text, expected) => {
  expect(parseNeed('here', text)).toEqual(expected);
});
