import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { catalogCases, exampleCases } from '../../support/cases';
import { LOADED, NOT_REACHED, verdicts } from '../support/verdicts';

/**
 * What daprd says of each class where there is no network. Of most it says that it loads them, or that it does not reach their server; those are
 * not repeated one by one: a type that starts is a fact that rules build on, so it is listed which do.
 */
const FILE = join(__dirname, 'verdicts.yaml');

interface Verdicts {
  /** Cases that load though no server is there. */
  loaded: Record<string, string[]>;
  /** Cases that end before a server is asked for, and what daprd says: none of it about a field that we wrote wrongly. */
  otherwise: Record<string, string>;
}

const CASES = [...catalogCases(), ...exampleCases()];
const expected = load(readFileSync(FILE, 'utf8')) as Verdicts;
let found: string[];

beforeAll(async () => {
  found = await verdicts(CASES.map(({ manifest }) => manifest));
  if (process.env.UPDATE_EXPECTED) {
    writeFileSync(FILE, dump(table(found), { lineWidth: -1, flowLevel: 2 }));
  }
}, 600_000);

function table(words: readonly string[]): Verdicts {
  const verdict: Verdicts = { loaded: {}, otherwise: {} };
  CASES.forEach(({ title }, i) => {
    const [way, type] = title.split('  ');
    if (words[i] === LOADED && type !== undefined) {
      (verdict.loaded[type] ??= []).push(way);
    } else if (words[i] !== NOT_REACHED && words[i] !== LOADED) {
      verdict.otherwise[title] = words[i];
    }
  });
  return verdict;
}

function expectedOf(title: string): string {
  const [way, type] = title.split('  ');
  return expected.otherwise[title] ?? (expected.loaded[type]?.includes(way) ? LOADED : NOT_REACHED);
}

test.each(CASES.map(({ title }, i) => [title, i] as const))('%s: daprd understands what the class writes', (title, i) => {
  if (title.startsWith('example')) {
    expect([LOADED, NOT_REACHED, expected.otherwise[title]]).toContain(found[i]);
  } else {
    expect(found[i]).toBe(expectedOf(title));
  }
});

test('lists nothing that is no case', () => {
  const titles = new Set(CASES.map(({ title }) => title));
  const listed = [
    ...Object.keys(expected.otherwise),
    ...Object.entries(expected.loaded).flatMap(([type, ways]) => ways.map((way) => `${way}  ${type}`)),
  ];
  expect(listed.filter((title) => !titles.has(title))).toEqual([]);
});

/** What a sidecar says that does not understand a value, or misses one. */
const NOT_UNDERSTOOD =
  /decod|cannot parse '|invalid (bool|duration|int)|couldn't find|no such component|unmarshal|missing .*(metadata|property|attribute|field)|(is|are) (required|missing)|needs to be set/i;

test('no verdict is about a field that the class wrote', () => {
  expect(Object.entries(expected.otherwise).filter(([, word]) => NOT_UNDERSTOOD.test(word))).toEqual([]);
});
