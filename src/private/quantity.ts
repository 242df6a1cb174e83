import { Size } from 'cdk8s';

const UNITS = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'];

/** Spells a size as a Kubernetes quantity, in the largest unit that needs no fraction: `4Mi`, `1536Mi`. */
export function quantity(size: Size): string {
  let amount = size.toKibibytes() * 1024;
  let unit = 0;
  while (unit < UNITS.length - 1 && amount > 0 && amount % 1024 === 0) {
    amount /= 1024;
    unit++;
  }
  return `${amount}${UNITS[unit]}`;
}

/** Whether a value is a cdk8s `Size`, also one from another copy of cdk8s. */
export function isSize(value: unknown): value is Size {
  return typeof (value as Size | undefined)?.toKibibytes === 'function';
}
