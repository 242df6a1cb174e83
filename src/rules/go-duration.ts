const PART = '(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|µs|μs|ms|s|m|h)';
const DURATION = new RegExp(`^[+-]?(?:0|(?:${PART})+)$`);

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

/** Whether `time.ParseDuration` takes a text; one that is too long for Go is taken here. */
export function isGoDuration(text: string): boolean {
  return DURATION.test(text);
}

/** How long a Go duration is; nothing for what is none. */
export function millisecondsOf(text: string): number | undefined {
  if (!isGoDuration(text)) {
    return undefined;
  }
  const parts = [...text.matchAll(new RegExp(PART, 'g'))];
  const sum = parts.reduce((total, [part]) => total + parseFloat(part) * MILLISECONDS[part.replace(/^[\d.]+/, '')], 0);
  return text.startsWith('-') ? -sum : sum;
}
