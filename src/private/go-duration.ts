import { Duration } from 'cdk8s';

const UNITS: [string, number][] = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
];

/** Spells a duration as Go's `time.ParseDuration` reads it: `1h30m`, `1s500ms`, `0s`. */
export function goDuration(duration: Duration): string {
  let rest = duration.toMilliseconds();
  let text = '';
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0) {
      text += `${count}${unit}`;
      rest -= count * size;
    }
  }
  return text === '' ? '0s' : text;
}

/** Whether a value is a cdk8s `Duration`, also one from another copy of cdk8s. */
export function isDuration(value: unknown): value is Duration {
  return typeof (value as Duration | undefined)?.toMilliseconds === 'function';
}
