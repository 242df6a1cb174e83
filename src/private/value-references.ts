import type { MetadataValue, SecretValue } from '../metadata-value';
import { Code } from './codes';
import { originOf } from './origin';
import { Problems } from './problems';

/** Where a value of a resource may come from besides plain text. */
export interface Sources {
  /** Whether Dapr resolves references to the environment at this place. */
  readonly env: boolean;
  /** Whether Dapr needs the key inside the secret, and does not fall back to the secret's name. */
  readonly key: boolean;
}

/** Values by name, such as HTTP headers. */
export type NamedValues = { readonly [name: string]: Value };

type Value = string | MetadataValue | SecretValue;

/** Reports values that are neither text nor a reference that Dapr resolves at this place. Never shows a value. */
export function checkNamedValues(problems: Problems, owner: string, name: string, values: unknown, sources: Sources): void {
  if (values === undefined || values === null) {
    return;
  }
  if (typeof values !== 'object' || Array.isArray(values)) {
    problems.add(Code.WRONG_TYPE, `'${name}' of ${owner} must be an object of texts and MetadataValues by name: got ${kindOf(values)}`);
    return;
  }
  for (const [key, value] of Object.entries(values)) {
    if (key.trim() === '') {
      problems.add(Code.MALFORMED, `'${name}' of ${owner} has an entry without a name`);
    }
    checkValue(problems, owner, `${name}.${key}`, value, sources);
  }
}

/** Reports a value that is neither text nor a reference that Dapr resolves at this place. Never shows the value. */
export function checkValue(problems: Problems, owner: string, name: string, value: unknown, sources: Sources): void {
  if (typeof value === 'string') {
    return;
  }
  const origin = originOf(value);
  if (origin === undefined) {
    problems.add(
      Code.WRONG_TYPE,
      `'${name}' of ${owner} must be text or a MetadataValue, e.g. SecretValue.fromSecretKeyRef('name', 'key'): got ${kindOf(value)}, not shown`,
    );
    return;
  }
  const { envRef, secretKeyRef } = origin;
  if (envRef !== undefined && !sources.env) {
    problems.add(
      Code.NOT_ALLOWED,
      `'${name}' of ${owner} cannot come from the environment, which Dapr does not look up here: got '${envRef}', expected SecretValue.fromSecretKeyRef('name', 'key')`,
    );
  }
  if (secretKeyRef !== undefined && secretKeyRef.key === undefined && sources.key) {
    problems.add(
      Code.REQUIRED,
      `'${name}' of ${owner} needs the key inside the secret '${secretKeyRef.name}': got the secret's name only, expected SecretValue.fromSecretKeyRef('${secretKeyRef.name}', 'key')`,
    );
  }
}

/** Dapr's list form of values by name, sorted: their order carries no meaning. */
export function namedValuesJson(values: NamedValues): object[] {
  return Object.keys(values)
    .sort()
    .map((name) => ({ name, ...valueJson(values[name]) }));
}

/** The text or the reference, as a resource holds it. */
export function valueJson(value: Value): object {
  if (typeof value === 'string') {
    return { value };
  }
  const { text, envRef, secretKeyRef } = value._origin;
  if (secretKeyRef !== undefined) {
    return { secretKeyRef: { ...secretKeyRef } };
  }
  return envRef === undefined ? { value: text } : { envRef };
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;
}
