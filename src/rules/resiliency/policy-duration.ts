import { millisecondsOf } from '../go-duration';

const INTEGER = /^[+-]?\d+$/;

/** What Go counts in is a 64-bit number of nanoseconds; a text near that limit is not judged. */
const MOST = 2 ** 63 / 1e6;

/** A duration as Dapr reads it in a policy. */
export interface PolicyDuration {
  readonly milliseconds: number;
  /** Whether it is a number without a unit, which counts milliseconds. */
  readonly bare: boolean;
}

/** Reads a Go duration or a whole number of milliseconds; nothing where Dapr refuses the text. */
export function readDuration(text: string): PolicyDuration | undefined {
  if (INTEGER.test(text)) {
    return { milliseconds: Number(text), bare: text !== '0' };
  }
  const milliseconds = millisecondsOf(text);
  return milliseconds === undefined || Math.abs(milliseconds) > MOST ? undefined : { milliseconds, bare: false };
}

/** What somebody most likely meant by a text that is no duration: `5 sec` is `5s`, `1d` is `24h`. */
export function meantDuration(text: string): string | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, number, word] = match;
  const lower = word.toLowerCase();
  if (/^(d|days?)$/.test(lower)) {
    return `${Number(number) * 24}h`;
  }
  const unit = Object.entries(WORDS).find(([, words]) => words.test(lower))?.[0];
  return unit === undefined ? undefined : `${Number(number)}${unit}`;
}

const WORDS: { readonly [unit: string]: RegExp } = {
  ms: /^(ms|msecs?|millis|milliseconds?)$/,
  s: /^(|s|secs?|seconds?)$/,
  m: /^(m|mins?|minutes?)$/,
  h: /^(h|hrs?|hours?)$/,
};
