import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { YamlProblem } from '../../src/validate/yaml/events';
import { readAny, readDocument } from '../../src/validate/yaml/read-document';
import { NOT_SIMPLE, readSimple } from '../../src/validate/yaml/simple';
import { splitDocuments } from '../../src/validate/yaml/split';

/** What sigs.k8s.io/yaml v1.6.0 made of each, run with Go: the YAML, and the JSON that it became. */
const GO = require('./go-yaml.json') as { accepted: [string, unknown][]; refused: string[] };

/** The order of keys, and a document that holds nothing, are no matter. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

describe('YAML is read as Kubernetes reads it', () => {
  test.each(GO.accepted)('%j', (yaml, json) => {
    expect(plain(readDocument(yaml).value)).toEqual(json);
    expect(plain(readAny(yaml).value)).toEqual(json);
  });

  test.each(GO.refused)('%j is refused', (yaml) => {
    expect(() => readDocument(yaml)).toThrow(YamlProblem);
  });
});

describe('what is written at the left edge within brackets and quotes', () => {
  test.each([3, 300, 3000])('is read, in %i lines', (count) => {
    const lines = Array.from({ length: count }, (_, i) => `k${i}: v,`);
    const { value } = readDocument(`x:\n  a: {\n${lines.join('\n')}\n}\n  b: "c\nd"#e\n`);
    expect(Object.keys((value as any).x.a)).toHaveLength(count);
    expect((value as any).x.b).toBe('c d');
  });
});

describe('the reader of simple documents', () => {
  const line = fc.constantFrom(
    ...[
      'a:',
      'b: 1',
      'c: yes',
      '- x',
      '- d: e',
      '  f: "g"',
      '  - h',
      "    i: 'j'",
      '# k',
      '',
      'l: [m]',
      'n: o # p',
      '---',
      'q: |',
      '  r',
      's: {}',
    ],
    ...[
      '- - t',
      'u',
      'on: v',
      '1: w',
      'x: y: z',
      '"aa": b',
      '-',
      '  -',
      'a: b',
      'cc: "d\\n"',
      '    ',
      'dd:e',
      'ee: -',
      "ff: 'g''h'",
      'gg: ~',
      '<<: 1',
    ],
    ...[
      'hh: 0o7',
      'ii: 1e3',
      'constructor: 1',
      '__proto__: 2',
      'jj: #k',
      'll: a#b',
      '\tm: n',
      'oo: p:',
      'qq: :r',
      '...',
      '%YAML 1.1',
      '- # c',
      '-  s: t',
    ],
  );

  test('agrees with the reader of all YAML wherever it does not give up', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.join('\n');
        const simple = readSimple(text);
        if (simple !== NOT_SIMPLE) {
          read++;
          expect(plain(simple)).toEqual(plain(readAny(text).value));
        }
      }),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  test('agrees with it on whatever a writer writes', () => {
    const key = fc.stringMatching(/^[a-z][A-Za-z0-9_./-]{0,8}$/);
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string({ maxLength: 12 }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('map'),
      ),
      list: fc.array(tie('value'), { maxLength: 4 }),
      map: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 }), (object) => {
        const text = dump(object);
        const simple = readSimple(text);
        if (simple !== NOT_SIMPLE) {
          expect(plain(simple)).toEqual(plain(readAny(text).value));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('reads a manifest as it is mostly written', () => {
    const text =
      "---\n# c\nmetadata:\n  name: a # d\n  labels: {}\nspec:\n  list:\n  - name: x\n    value: '1'\n  - z\n  other:\n    - 1\n\n    - true\n";
    expect(readSimple(text)).toEqual({
      metadata: { name: 'a', labels: {} },
      spec: { list: [{ name: 'x', value: '1' }, 'z'], other: [1, true] },
    });
  });

  test('leaves deep documents to the other, which says that they are', () => {
    const deep = Array.from({ length: 5000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    expect(readSimple(deep)).toBe(NOT_SIMPLE);
    expect(() => readDocument(deep)).toThrow('it is nested deeper than 500 levels, or merges too much');
  });
});

describe('documents are parted by lines', () => {
  test.each([
    ['a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
    ['---\na: 1\n--- # c\n---\n...\n', ['---\na: 1\n']],
    ['--- {a: 1}\n', ['--- {a: 1}\n']],
    ['%YAML 1.1\n# c\n---\na: 1', ['%YAML 1.1\n# c\n---\na: 1']],
    ['a: |\n  ---\n ---x\n----\n', ['a: |\n  ---\n ---x\n----\n']],
    ['\r\n---\r\na: 1\r\n---\r\n# c\r\n', ['---\r\na: 1\r\n']],
    ['# only\n\n', []],
    ['', []],
  ])('%j', (text, documents) => {
    const found = splitDocuments(text);
    expect(found.map((document) => document.text)).toEqual(documents);
    found.forEach(({ start, text: part }) => expect(text.slice(start, start + part.length)).toBe(part));
  });
});

test('keys that stand twice are found, the last one counts, and a merge is none', () => {
  const { value, duplicates } = readDocument('a: 1\nb: {c: x, c: x}\na: 2\nd: &d {e: 1}\nf: {<<: *d, e: 2}\n');
  expect(value).toEqual({ a: 2, b: { c: 'x' }, d: { e: 1 }, f: { e: 2 } });
  expect(duplicates).toEqual([
    { key: 'c', offset: 15, first: 9, same: true },
    { key: 'a', offset: 21, first: 0, same: false },
  ]);
});

test('aliases that multiply, and one in itself, are refused', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x, x]',
    ...[...'bcdefgh'].map((c, i) => `${c}: &${c} [${Array(10).fill(`*${'abcdefg'[i]}`).join(', ')}]`),
  ];
  expect(() => readDocument(bomb.join('\n'))).toThrow('its aliases grow to more than 500000 values, and nothing reads that');
  expect(() => readDocument('a: &a\n  b: *a\n')).toThrow("the alias '*a' stands inside of what it means");
});

test('a message about broken YAML repeats no value: it may be a secret', () => {
  for (const secret of [
    '*hunter2',
    '!hunter2{',
    '!hunter2!x y',
    '&hunter2',
    '"\\hunter2"',
    '%hunter2',
    '@hunter2',
    '{hunter2',
    '"hunter2',
    '>hunter2',
  ]) {
    try {
      readDocument(`password: ${secret}\n`);
    } catch (error) {
      expect((error as Error).message).not.toContain('hunter2');
    }
  }
});
