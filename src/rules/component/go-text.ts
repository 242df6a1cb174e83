/** Whether daprd takes a text for a value of a Go type, as kit/metadata and kit/config parse it. */
import { isGoDuration } from '../go-duration';
import { isTruthy } from '../model/component';

/** Everything that is not true is false; these say so. */
const FALSE = /^(n|no|false|f|off|0|disabled?|none|null|nil|never)?$/i;
const PARSE_BOOL = /^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;
const WHOLE = /^[+-]?\d+$/;
/** `0x1f`, `0b1`, `0o17` and `1_000` too. */
const ANY_BASE = /^[+-]?(0x[\da-f_]+|0b[01_]+|0o[0-7_]+|\d[\d_]*)$/i;
const FLOAT = /^[+-]?((\d[\d_]*\.?\d*|\.\d+)(e[+-]?\d+)?|inf(inity)?|nan|0x[\da-f_.]+(p[+-]?\d+)?)$/i;
const QUANTITY = /^[+-]?(\d+(\.\d*)?|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/;

/** No whole bytes, or none that Go's quantities give out as such: `1.0Gi` is refused too. */
const NO_WHOLE_BYTES = /\.\d*[KMGTPE]i$|[num]$|\.\d*[1-9]\d*$/;

const BITS: { readonly [type: string]: number } = { int: 64, int32: 32, int64: 64, uint: 64, uint8: 8, uint16: 16, uint64: 64 };

/** What the type takes, where it does not take this text; nothing where it does. */
export function refusedBy(go: string, text: string): string | undefined {
  const strict = go.startsWith('config.');
  const type = strict ? go.slice('config.'.length) : go;
  if (text === '' && !strict && type !== 'metadata.ByteSize') {
    return undefined;
  }
  switch (type) {
    case 'bool':
      return strict ? unless(PARSE_BOOL.test(text), 'true or false') : unless(isTruthy(text) || FALSE.test(text.trim()), 'true or false');
    case 'strconv.ParseBool':
      return unless(PARSE_BOOL.test(text), 'true or false');
    case 'strconv.Atoi':
      return unless(WHOLE.test(text), 'a whole number');
    case 'float32':
    case 'float64':
      return unless(FLOAT.test(text), 'a number');
    case 'Duration':
      return unless(isGoDuration(text) || WHOLE.test(text), 'a duration such as 5s, or whole milliseconds');
    case 'time.Duration':
    case 'metadata.Duration':
      return unless(isGoDuration(text) || WHOLE.test(text), 'a duration such as 5s, or whole seconds');
    case '[]time.Duration':
      return unless(
        text.split(',').every((part) => part.trim() === '' || isGoDuration(part.trim()) || WHOLE.test(part.trim())),
        'durations such as 50ms,1s,10s',
      );
    case 'metadata.ByteSize':
      return unless(QUANTITY.test(text) && !NO_WHOLE_BYTES.test(text), 'a size such as 4Mi, without a fraction');
    default:
      return type in BITS ? wholeNumber(type, text, strict) : undefined;
  }
}

function wholeNumber(type: string, text: string, strict: boolean): string | undefined {
  const signed = !type.startsWith('u');
  const bits = BigInt(BITS[type]);
  const min = signed ? -(2n ** (bits - 1n)) : 0n;
  const max = 2n ** (signed ? bits - 1n : bits) - 1n;
  const wanted = bits === 64n ? (signed ? 'a whole number' : 'a whole number of at least 0') : `a whole number from ${min} to ${max}`;
  if (!(strict ? WHOLE : ANY_BASE).test(text) || (!signed && /^[+-]/.test(text))) {
    return wanted;
  }
  const value = integer(text);
  return unless(value >= min && value <= max, wanted);
}

function integer(text: string): bigint {
  const digits = text.replace(/_/g, '').replace(/^[+-]/, '');
  const value = BigInt(digits);
  return text.startsWith('-') ? -value : value;
}

function unless(fits: boolean, wanted: string): string | undefined {
  return fits ? undefined : wanted;
}
