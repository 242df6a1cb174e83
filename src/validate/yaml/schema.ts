import { defineMappingTag, defineScalarTag, defineSequenceTag, mapTag, mergeTag, NOT_RESOLVED, Schema, seqTag, strTag } from 'js-yaml';

/**
 * How Kubernetes, daprd and their tools read plain values: they turn YAML into JSON by sigs.k8s.io/yaml, which is YAML 1.1 as go-yaml v2
 * understands it. `yes` is true, `0o17` and `017` are 15, `1:30` and dates stay texts, a tag that nobody knows does not matter.
 */
const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word): [string, boolean] => [word, true]),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word): [string, boolean] => [word, false]),
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, null] => [word, null]),
]);

const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const DATE = /^[0-9]{4}-/;

const wordTag = (name: string, is: (value: boolean | null) => boolean): ReturnType<typeof defineScalarTag> =>
  defineScalarTag<boolean | null>(`tag:yaml.org,2002:${name}`, {
    implicit: true,
    implicitFirstChars: ['', ...'yYnNtTfFoO~'],
    resolve: (source) => {
      const value = WORDS.get(source);
      return value !== undefined && is(value) ? value : NOT_RESOLVED;
    },
    identify: () => false,
  });

const numberTag = (name: string, resolve: (source: string) => number | typeof NOT_RESOLVED): ReturnType<typeof defineScalarTag> =>
  defineScalarTag<number>(`tag:yaml.org,2002:${name}`, {
    implicit: true,
    implicitFirstChars: [...'+-.0123456789'],
    resolve,
    identify: () => false,
  });

function integer(source: string): number | typeof NOT_RESOLVED {
  const match = INTEGER.exec(source.replaceAll('_', ''));
  if (match === null || !/^[-+]?[0-9]/.test(source)) {
    return NOT_RESOLVED;
  }
  const [, sign, hex, binary, octal, decimal] = match;
  const value = decimal === undefined ? parseInt(hex ?? binary ?? octal, hex ? 16 : binary ? 2 : 8) : Number(decimal);
  // What does not fit into 64 bits is read once more, as a fraction: in decimals.
  return value > 2 ** 64 ? NOT_RESOLVED : sign === '-' ? -value : value;
}

function float(source: string): number | typeof NOT_RESOLVED {
  const plain = source.startsWith('.') ? source : source.replaceAll('_', '');
  if (!FLOAT.test(plain) || DATE.test(source)) {
    return NOT_RESOLVED;
  }
  const value = Number(plain);
  return Number.isFinite(value) ? value : NOT_RESOLVED;
}

/** The value of a text that has neither quotes nor a tag. */
export function plainValue(source: string): string | number | boolean | null {
  const word = WORDS.get(source);
  if (word !== undefined) {
    return word;
  }
  // A digit, a sign or a point in front.
  const first = source.charCodeAt(0);
  if (first > 57 || first < 43 || first === 44 || first === 47) {
    return source;
  }
  const number = integer(source);
  const value = number === NOT_RESOLVED ? float(source) : number;
  return value === NOT_RESOLVED ? source : value;
}

/** A tag that nobody knows leaves a node as it is. */
const anyScalar = defineScalarTag<string>('', { matchByTagPrefix: true, resolve: (source) => source, identify: () => false });
const anyMapping = defineMappingTag('', { ...mapTag, matchByTagPrefix: true, finalize: undefined });
const anySequence = defineSequenceTag('', { ...seqTag, matchByTagPrefix: true, finalize: undefined });

const binaryTag = defineScalarTag<string>('tag:yaml.org,2002:binary', {
  resolve: (source) => Buffer.from(source, 'base64').toString(),
  identify: () => false,
});

/** JSON has no other keys than texts, and no key that is nothing. */
const keyedMap: typeof mapTag = {
  ...mapTag,
  addPair: (container, key, value) =>
    key === null || typeof key === 'object' ? 'a key is a text: got a list, a mapping or nothing' : mapTag.addPair(container, key, value),
};

export const KUBERNETES_SCHEMA = new Schema([
  strTag,
  seqTag,
  keyedMap,
  mergeTag,
  wordTag('null', (value) => value === null),
  wordTag('bool', (value) => value !== null),
  numberTag('int', integer),
  numberTag('float', float),
  binaryTag,
  anyScalar,
  anyMapping,
  anySequence,
]);
