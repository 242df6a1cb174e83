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
