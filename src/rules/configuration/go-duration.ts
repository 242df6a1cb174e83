/** Whether `time.ParseDuration` takes a text. */
export function isGoDuration(text: string): boolean {
  return /^[+-]?(0|((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/.test(text);
}

const MILLISECONDS: { readonly [unit: string]: number } = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** How long a Go duration is; nothing for what is none. */
export function millisecondsOf(text: string): number | undefined {
  if (!isGoDuration(text)) {
    return undefined;
  }
  const parts = [...text.matchAll(/([\d.]+)([a-zµμ]+)/g)];
  const sum = parts.reduce((total, [, count, unit]) => total + Number(count) * MILLISECONDS[unit], 0);
  return text.startsWith('-') ? -sum : sum;
}

/** Ends a message: what to write in place of a text that Go refuses. */
export function writeDuration(text: string): string {
  const [, count, unit] = /^\s*(\d+)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const goUnit = UNITS.find(([pattern]) => pattern.test(unit ?? ' '))?.[1];
  if (count === undefined || goUnit === undefined) {
    return "expected a Go duration, e.g. '24h' or '15m'";
  }
  return `write '${Number(count) * goUnit.times}${goUnit.unit}'`;
}

const UNITS: readonly (readonly [RegExp, { readonly times: number; readonly unit: string }])[] = [
  [/^(d|days?)$/i, { times: 24, unit: 'h' }],
  [/^(w|weeks?)$/i, { times: 168, unit: 'h' }],
  [/^(H|hrs?|hours?)$/i, { times: 1, unit: 'h' }],
  [/^(M|mins?|minutes?)$/i, { times: 1, unit: 'm' }],
  [/^(S|secs?|seconds?)$/i, { times: 1, unit: 's' }],
];
