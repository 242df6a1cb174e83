/** What Go takes a text for, where Dapr parses an annotation or a flag with Go's own parsers. */

const MAX_INT64 = 2n ** 63n - 1n;

/** `strconv.ParseInt` with base 10: nothing for what it refuses. */
export function goInteger(text: string): bigint | undefined {
  if (!/^[+-]?\d+$/.test(text)) {
    return undefined;
  }
  const value = BigInt(text.replace(/^\+/, ''));
  return value > MAX_INT64 || value < -MAX_INT64 - 1n ? undefined : value;
}

const NANOSECONDS: { readonly [unit: string]: bigint } = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const PART = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/gy;

/** `time.ParseDuration`, in nanoseconds: nothing for what it refuses. */
export function goDuration(text: string): bigint | undefined {
  const [, sign, rest] = /^([+-]?)(.*)$/s.exec(text)!;
  if (rest === '0') {
    return 0n;
  }
  let total = 0n;
  let end = 0;
  for (const [part, whole, fraction = '', unit] of rest.matchAll(PART)) {
    if (whole === '' && fraction === '') {
      return undefined;
    }
    const size = NANOSECONDS[unit];
    total += BigInt(whole === '' ? '0' : whole) * size + (BigInt(`0${fraction}`) * size) / 10n ** BigInt(fraction.length);
    end += part.length;
  }
  if (end === 0 || end < rest.length || total > MAX_INT64) {
    return undefined;
  }
  return sign === '-' ? -total : total;
}

const QUANTITY = /^([+-]?)(\d*)(?:\.(\d*))?([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/;
const POWERS = ' kMGTPE';

/** A quantity of Kubernetes. */
export interface Quantity {
  /** As near as a number can be. */
  readonly value: number;
  /** The whole number that `Quantity.AsInt64` gives; nothing where it gives none, as for `1.5Gi`. */
  readonly whole: bigint | undefined;
}

/** `resource.ParseQuantity`: nothing for what it refuses. */
export function quantity(text: string): Quantity | undefined {
  const parts = text === '' ? null : QUANTITY.exec(text);
  if (parts === null) {
    return undefined;
  }
  const [, sign, digits, fraction = '', suffix = ''] = parts;
  const mantissa = BigInt(`0${digits}${fraction}`);
  const signed = sign === '-' ? -mantissa : mantissa;
  if (suffix.endsWith('i')) {
    const factor = 1024n ** BigInt(POWERS.toUpperCase().indexOf(suffix[0]));
    return {
      value: (Number(signed) / 10 ** fraction.length) * Number(factor),
      whole: fraction === '' ? int64(signed * factor) : zero(mantissa),
    };
  }
  const exponent = exponentOf(suffix) - fraction.length;
  return {
    value: Number(signed) * 10 ** exponent,
    whole: exponent < 0 ? zero(mantissa) : int64(signed * 10n ** BigInt(Math.min(exponent, 40))),
  };
}

function exponentOf(suffix: string): number {
  if (/^[eE]./.test(suffix)) {
    return Number(suffix.slice(1));
  }
  const small = 'mun'.indexOf(suffix);
  return suffix === '' ? 0 : small >= 0 ? -3 * (small + 1) : 3 * POWERS.indexOf(suffix);
}

function int64(value: bigint): bigint | undefined {
  return value > MAX_INT64 || value < -MAX_INT64 ? undefined : value;
}

function zero(mantissa: bigint): bigint | undefined {
  return mantissa === 0n ? 0n : undefined;
}

/**
 * Whether daprd takes the value of a flag for the name of another one: a word that begins with one dash and is longer than two characters
 * gets a second dash, so `-10` arrives as `--10`.
 */
export function becomesFlag(text: string): boolean {
  return text.length > 2 && text.startsWith('-') && text[1] !== '-';
}

/** What a person means by false. */
export function isFalsyText(text: string): boolean {
  return /^(n|no|false|f|off|0)$/i.test(text.trim());
}
