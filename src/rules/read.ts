/** Reads plain data that may have any shape: a manifest is what somebody wrote. */

export type Path = readonly (string | number)[];

/** A YAML mapping. */
export type Mapping = { readonly [key: string]: unknown };

const NOTHING: Mapping = Object.freeze({});

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping itself, or an empty one for anything else. */
export function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : NOTHING;
}

/** The list itself, or an empty one for anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text itself, or nothing for anything else. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The texts among the items of a list. */
export function texts(value: unknown): string[] {
  return list(value).filter((item) => typeof item === 'string');
}

/** What stands at a path, or nothing where one of its steps is missing. Only own keys count. */
export function at(value: unknown, ...path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) {
      return undefined;
    }
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** A path as messages and reports show it: `spec.metadata[2].value`, and `metadata.annotations["dapr.io/app-id"]`. */
export function pathText(path: Path): string {
  return path
    .map((step, i) =>
      typeof step === 'number' ? `[${step}]` : /^[\w-]+$/.test(step) ? `${i === 0 ? '' : '.'}${step}` : `[${JSON.stringify(step)}]`,
    )
    .join('');
}

/** A value as Dapr's DynamicValue gives it to a component: a text as it is, anything else as its JSON. */
export function dynamicText(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
}
