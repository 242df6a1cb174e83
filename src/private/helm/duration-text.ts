const UNIT: { [unit: string]: number } = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** Reads what `goDuration` writes. */
export function goMilliseconds(text: string): number {
  return [...text.matchAll(/(\d+)(ms|h|m|s)/g)].reduce((sum, [, count, unit]) => sum + Number(count) * UNIT[unit], 0);
}

/** What Helm lets pass as a duration: whole units from hours down; milliseconds only where they are asked for. */
export function durationPattern(milliseconds: boolean): string {
  const ms = milliseconds ? '([0-9]+ms)?' : '';
  return `^([0-9]+h([0-9]+m)?([0-9]+s)?${ms}|[0-9]+m([0-9]+s)?${ms}|[0-9]+s${ms}${milliseconds ? '|[0-9]+ms' : ''})$`;
}

/** What Kubernetes reads as a quantity. */
export const QUANTITY = '^[0-9]+([.][0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$';

const FACTOR: { [unit: string]: number } = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
  Pi: 1024 ** 5,
  Ei: 1024 ** 6,
};

/** How much a quantity is, or nothing where a text is none. */
export function amountOf(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)([A-Za-z]{0,2})$/.exec(text) ?? [];
  return digits === undefined || FACTOR[unit] === undefined ? undefined : Number(digits) * FACTOR[unit];
}
