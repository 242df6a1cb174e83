import { isPlain } from '../private/objects';
import { CONTROL_PLANE_VALUES } from '../generated/control-plane-tables';
import { ChartValues } from './values';

const SECRETS = Object.values(CONTROL_PLANE_VALUES)
  .filter(({ is }) => is === 'secret')
  .map(({ key }) => key);

export interface AksSettings {
  readonly plain: { [key: string]: string };
  readonly secret: { [key: string]: string };
}

/** The values as texts by their keys, in the spelling of `helm --set`. */
export function aksSettings(values: ChartValues): AksSettings {
  const plain: { [key: string]: string } = {};
  const secret: { [key: string]: string } = {};
  // The extension has a default of its own for this one: on.
  const all = { ...values, global: { ...(values.global as object), ha: { enabled: false, ...(values.global as any)?.ha } } };
  for (const [key, value] of flat(all, '')) {
    (SECRETS.includes(key) ? secret : plain)[key] = value;
  }
  return { plain, secret };
}

function flat(value: unknown, key: string): [string, string][] {
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => flat(item, `${key}[${i}]`));
  }
  if (!isPlain(value)) {
    return [[key, String(value)]];
  }
  return Object.entries(value).flatMap(([name, item]) => flat(item, `${key === '' ? '' : `${key}.`}${name.replace(/[.\\]/g, '\\$&')}`));
}
