import { isDeepStrictEqual } from 'node:util';
import { Yaml } from 'cdk8s';
import fc from 'fast-check';
import { isChangedByCdk8sWriter } from '../src/private/unsafe-text';
import verdicts from './support/kubectl-verdicts.json';
import { jsYaml, pyYaml, Reader, TRICKY_STRINGS, yaml11 } from './support/yaml';

type Place = 'value' | 'key';

/** Manifests that hold a text at several depths; a key is never the first of a document. */
const MANIFESTS: { readonly [place in Place]: readonly ((text: string) => unknown)[] } = {
  value: [
    (text) => ({ spec: text }),
    (text) => [text],
    (text) => ({ spec: { args: { value: text, last: 1 } }, z: 1 }),
    (text) => ({ spec: [{ value: text, last: 1 }, { value: text }], z: [[text], text] }),
  ],
  key: [
    (text) => ({ kind: 'a', data: { [text]: 'a' } }),
    (text) => ({ spec: { args: { [text]: 'a', last: {} } } }),
    (text) => ({ spec: [{ [text]: 1 }], z: { [text]: ['a'] } }),
  ],
};

/** Which of the texts a reader reads otherwise, written by cdk8s. */
function changedFor(reader: Reader, texts: readonly string[], place: Place): string[] {
  const manifests = MANIFESTS[place];
  const readings = reader(texts.flatMap((text) => manifests.map((manifest) => Yaml.stringify(manifest(text)))));
  return texts.filter((text, i) =>
    manifests.some((manifest, j) => {
      const reading = readings[i * manifests.length + j];
      return 'error' in reading || !isDeepStrictEqual(reading.documents, [manifest(text)]);
    }),
  );
}

const reported = (place: Place, texts = TRICKY_STRINGS): string[] => texts.filter((text) => isChangedByCdk8sWriter(text, place));

/**
 * What kubectl's reader (sigs.k8s.io/yaml 1.6.0) was measured to change or refuse of the table, written by cdk8s 2.70.106 with yaml 2.9.1.
 * It decides where readers differ.
 */
const NUMBERS = ['0o17', '0O17', '-0o17', '0X1F', '0B101', '0b-1', '-_1', '+_1', '0_X9', '-0B1', '-_.08', '7e_8', '0e1_'];
const CONTROLS = ['\u007f', 'a\u007fb', '\u0080', '\u009f'];
const NEXT_LINES = ['\u0085', 'a\u0085b'];
const HALVES = ['\ud800', 'a\udc00b', '\udc00\ud800'];
const NOT_CHARACTERS = ['\ufffe', '\uffff', 'a\uffffb'];
const TABS = ['\ta\nb', '\n\ta', '\t\n', '\t\n\n', '\t#!/bin/sh\nset -e\n'];
const BLANK_LINES = [' \n', '  \n', '\n \n', ' \t\n'];
const FOLDED = [
  ' \n\r a line that is long enough to be folded in quotes\n \nand one more\r\n',
  'a line that is long enough to be folded in quotes\n \n ',
];
const SEPARATORS = [
  'a\u2028b',
  'a\u2029b',
  '\u2028',
  'a\u2028',
  '\u2028a',
  ' \u2028 ',
  '-\u2028 ',
  'a\n\u2028b',
  'x: \u2028y',
  'a\u2028 b: ',
];
const SEPARATORS_IN_KEYS = ['"\u2028"', 'a\u2028\nb', '\ra\u2028b'];

const MEASURED: { readonly [place in Place]: readonly string[] } = {
  value: [...NUMBERS, ...CONTROLS, ...NEXT_LINES, ...HALVES, ...NOT_CHARACTERS, ...TABS, ...BLANK_LINES, ...FOLDED, ...SEPARATORS],
  key: [...NUMBERS, ...CONTROLS, ...NEXT_LINES, ...HALVES, ...NOT_CHARACTERS, ...SEPARATORS, ...SEPARATORS_IN_KEYS, '<<'],
};

/** Where the JavaScript readers take as text what kubectl's does not, and what that makes of it. */
const KUBECTL_ALONE: readonly (readonly [what: string, text: RegExp, kubectl: string])[] = [
  ['numbers in Go’s spelling', /^[-+]?[0-9_][\w.+-]*$/, 'a number: underscores dropped, then as strconv.ParseInt reads it'],
  ['a block that starts with a tab', /^\n*\t[^]*\n|^\n+\t/, 'error: found a tab character where an indentation space is expected'],
  ['separators of lines', /[\u2028\u2029]/, 'a line break, with the blanks around it dropped, or an error after it'],
  ['control characters', /[\u007f-\u009f\ufffe\uffff]/, 'error: control characters are not allowed'],
  ['halves of a surrogate pair', /\p{Cs}/u, 'error: found invalid Unicode character escape code'],
  ['the key of a merge', /^<<$/, 'error: map merge requires map or sequence of maps as the value'],
];

describe('of the table of texts that YAML writers get wrong', () => {
  test('there are enough, and each once', () => {
    expect(TRICKY_STRINGS.length).toBeGreaterThan(350);
    expect(new Set(TRICKY_STRINGS).size).toBe(TRICKY_STRINGS.length);
  });

  test.each(['value', 'key'] as const)('exactly those that kubectl was seen to change are reported as a %s', (place) => {
    expect(reported(place).sort()).toEqual([...MEASURED[place]].sort());
  });

  test.each(['value', 'key'] as const)('the JavaScript readers change the reported ones only, but not all, as a %s', (place) => {
    for (const reader of [jsYaml, yaml11]) {
      const changed = changedFor(reader, TRICKY_STRINGS, place);
      expect(changed.filter((text) => !isChangedByCdk8sWriter(text, place))).toEqual([]);
      expect(reported(place).filter((text) => !changed.includes(text) && !isKubectlAlone(text))).toEqual([]);
    }
  });

  test('each row where kubectl is alone is needed', () => {
    const accepted = reported('value')
      .concat(reported('key'))
      .filter((text) => !changedFor(jsYaml, [text], 'value').includes(text));
    expect(KUBECTL_ALONE.filter(([, pattern]) => !accepted.some((text) => pattern.test(text))).map(([what]) => what)).toEqual([]);
  });

  const python = pyYaml();
  (python.read === undefined ? test.skip : test)(
    `PyYAML changes the reported ones, = and << only${python.reason ? ` (not run: ${python.reason})` : ''}`,
    () => {
      // Without a type for them, PyYAML's safe loader refuses these two in YAML 1.1; kubectl takes them as texts.
      const known = ['=', '<<'];
      const texts = TRICKY_STRINGS.filter((text) => !/\p{Cs}/u.test(text));
      const changed = changedFor(python.read!, texts, 'value').filter((text) => !isChangedByCdk8sWriter(text, 'value'));
      expect(changed.sort()).toEqual(known.sort());
      expect(changedFor(python.read!, texts, 'key').filter((text) => !isChangedByCdk8sWriter(text, 'key'))).toEqual([]);
    },
  );
});

describe('of random texts near the edge, measured with kubectl’s reader,', () => {
  test.each(Object.entries(verdicts as { [name: string]: { [verdict: string]: string[] } }))(
    'the %s are told apart as it does',
    (_, measured) => {
      const { value = [], key = [], both = [], neither = [] } = measured;
      const all = [...value, ...key, ...both, ...neither];
      expect(reported('value', all)).toEqual([...value, ...both]);
      expect(reported('key', all)).toEqual([...key, ...both]);
    },
  );
});

describe('of random texts', () => {
  const pieces = [
    ' ',
    '\n',
    '\t',
    'a',
    ': ',
    '- ',
    '#',
    '"',
    "'",
    '\\',
    '\r',
    '---',
    '{',
    '%',
    '0',
    '_',
    '.',
    'e',
    'x',
    '\u2028',
    '\u00a0',
    '😀',
    'a line of words',
  ];
  const text = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((some) => some.join('')),
    fc.string({ unit: fc.constantFrom(...'0178oxXbBeE_+-.:TZ'), maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );

  test.each(['value', 'key'] as const)('a %s that some reader changes is reported, and no other but where kubectl is alone', (place) => {
    fc.assert(
      fc.property(text, (some) => {
        const changed = [jsYaml, yaml11].some((reader) => changedFor(reader, [some], place).length > 0);
        return isChangedByCdk8sWriter(some, place) ? changed || isKubectlAlone(some) : !changed;
      }),
      { numRuns: 1500, examples: ['__proto__', 'constructor', ''].map((name): [string] => [name]) },
    );
  });
});

test.each(['yes', '0755', '1e3', '12:30', '=', '{uuid}', '{{ .Values.x }}', 'é', '2001-12-14', 'a: b', ' a', 'a\nb\n', '😀'])(
  '%j is never reported',
  (text) => {
    expect([isChangedByCdk8sWriter(text, 'value'), isChangedByCdk8sWriter(text, 'key')]).toEqual([false, false]);
  },
);

function isKubectlAlone(text: string): boolean {
  return KUBECTL_ALONE.some(([, pattern]) => pattern.test(text));
}
