import { declaredDifferences } from '../../tools/catalog-update/declared';
import { Difference, holds, minorOf } from '../../tools/catalog-update/difference';
import { explain } from '../../tools/catalog-update/explained';
import { report } from '../../tools/catalog-update/report';
import { resourceDifferences } from '../../tools/catalog-update/resources';
import { annotationDifferences, valueDifferences } from '../../tools/catalog-update/tables';

const lines = (differences: Difference[]): string[] =>
  differences.map(({ place, what, found, propose }) => `${what} ${place}: ${found} -> ${propose}`);

test('versions are compared by number', () => {
  expect(holds({ since: '1.9' }, '1.10')).toBe(true);
  expect(holds({ since: '1.10' }, '1.9')).toBe(false);
  expect(holds({ until: '1.9' }, '1.10')).toBe(false);
  expect(holds({}, '1.15')).toBe(true);
  expect(minorOf('1.19.0-rc.2')).toBe('1.19');
  expect(() => minorOf('latest')).toThrow("'latest' is no version of Dapr: expected one such as 1.18.3");
});

test('annotations come and go', () => {
  const catalog = { 'dapr.io/old': {}, 'dapr.io/new': { since: '1.18' }, 'dapr.io/both': {} };
  expect(lines(annotationDifferences(['dapr.io/both', 'dapr.io/new', 'dapr.io/nova'], catalog, '1.17'))).toEqual([
    "came dapr.io/new: Dapr 1.17 has it, the catalog has since: '1.18' -> since: '1.17', or none",
    "came dapr.io/nova: Dapr 1.17 has it, the catalog does not -> an entry of catalog/annotations.yaml, with since: '1.17'",
    'went dapr.io/old: Dapr 1.17 does not have it -> since: the first version that has it, in catalog/annotations.yaml',
  ]);
});

test('values of the chart come, go and change their default', () => {
  const catalog = { 'a.b': { chart: 1 }, 'a.c': { chart: true }, 'a.d': { chart: [] }, 'a.readOnly': {} };
  expect(lines(valueDifferences({ 'a.b': 2, 'a.d': [], 'a.e': '' }, catalog, '1.18'))).toEqual([
    'went a.c: Dapr 1.18 does not have it -> since: the first version that has it, in catalog/control-plane.yaml',
    "came a.e: Dapr 1.18 has it, the catalog does not -> an entry of catalog/control-plane.yaml, with since: '1.18'",
    'changed a.b: the default is 2 in 1.18, 1 in the catalog -> chart: 2',
  ]);
});

test('resources differ by path, and what a later version brings is no difference', () => {
  const spec = (properties: object, required: string[] = []): object => ({
    type: 'object',
    properties: { spec: { type: 'object', required, properties } },
  });
  const catalog = {
    Thing: {
      v1: spec(
        { name: { type: 'string' }, size: { type: 'integer' }, later: { type: 'string', 'x-since': '1.19' }, gone: { type: 'string' } },
        ['name'],
      ),
    },
  };
  const released = {
    Thing: {
      v1: spec({
        name: { type: 'string', description: 'x' },
        size: { type: 'string' },
        more: { type: 'array', items: { type: 'string' } },
      }),
    },
    Nova: { v1: spec({}) },
  };
  expect(lines(resourceDifferences(released, catalog, '1.18'))).toEqual([
    'came Nova/v1: Dapr 1.18 has it, the catalog does not -> a new file in catalog/crds',
    'went Thing/v1 .spec.gone: not in 1.18, type: "string" in the catalog -> x-since: the first version that has it',
    'came Thing/v1 .spec.more: type: "array" in 1.18, not in the catalog -> the property, with x-since: \'1.18\'',
    'came Thing/v1 .spec.more[]: type: "string" in 1.18, not in the catalog -> the property, with x-since: \'1.18\'',
    'came Thing/v1 .spec.name: type: "string" in 1.18, not in the catalog -> the property, with x-since: \'1.18\'',
    'went Thing/v1 .spec.name!: not in 1.18, type: "string" in the catalog -> x-since: the first version that has it',
    'changed Thing/v1 .spec.size: type: "string" in 1.18, type: "integer" in the catalog -> type: "string"',
  ]);
});

test('declarations that changed are shown, but for keys that the catalog dates', () => {
  const declared = (fields: object): any => ({ 'state.redis/v1': { status: 'stable', capabilities: ['crud'], fields } });
  const plain = { required: false, sensitive: false };
  const before = declared({ redisHost: plain });
  const after = declared({ redisHost: { ...plain, required: true, default: 'x' }, insecureSkipTLSVerify: plain, nova: plain });
  expect(lines(declaredDifferences(before, after, '1.17.5', '1.18.3'))).toEqual([
    'changed state.redis/v1 redisHost: required is false in 1.17.5, true in 1.18.3 -> see what the code does',
    'changed state.redis/v1 redisHost: default is undefined in 1.17.5, x in 1.18.3 -> see what the code does',
    'went state.redis/v1 nova: declared in 1.18.3 only -> see whether the code reads it',
  ]);
});

test('a difference is explained by its place, and an explanation that nothing needs is named', () => {
  const difference = (place: string): Difference => ({ place, what: 'came', found: 'f', propose: 'p' });
  const all = [difference('state.redis/v1 a'), difference('state.redisX/v1 a'), difference('b')];
  expect(explain(all, { 'state.redis/v1 *': 'because', 'c.d': 'nothing' })).toEqual({
    open: [all[1], all[2]],
    explained: [{ difference: all[0], because: 'because' }],
    unused: ['c.d'],
  });
});

test('the report says what is open first', () => {
  const open: Difference = { place: 'a', what: 'came', found: 'x | y', propose: 'z' };
  const found = { open: [open], explained: [{ difference: { ...open, place: 'b' }, because: 'So be it.' }], unused: ['c'] };
  expect(report('1.19.0', [{ title: 'Annotations', found }]).split('\n')).toEqual([
    '# Dapr 1.19.0 against the catalog',
    '',
    '1 open, 1 explained.',
    '',
    '## Annotations',
    '',
    '| where | | found | proposed |',
    '|---|---|---|---|',
    '| `a` | came | x \\| y | z |',
    '',
    'Explained:',
    '',
    '- `b`: x \\| y. So be it.',
    '',
    'Explanations that nothing needed here:',
    '',
    '- `c`',
    '',
  ]);
});
