import { mistake } from './problems';

/** Where a value comes from; exactly one of the three. */
export interface Origin {
  readonly text?: string;
  readonly secretKeyRef?: { name: string; key?: string };
  readonly envRef?: string;
}

export function secretKeyRef(name: string, key?: string): { name: string; key?: string } {
  if (typeof name !== 'string' || name === '') {
    throw mistake(`a secret reference needs the secret's name: got ${JSON.stringify(name)}`);
  }
  return key === undefined ? { name } : { name, key };
}

// Dapr upper-cases the name before it looks it up, and refuses what could leak its own settings.
export function envRef(name: string): string {
  if (!/^[A-Z_][A-Z0-9_]*$/.test(name) || name === 'APP_API_TOKEN' || name.startsWith('DAPR_')) {
    throw mistake(
      `an environment reference must be upper case letters, digits and underscores, and neither APP_API_TOKEN nor DAPR_…, which Dapr does not hand to components: got '${name}'`,
    );
  }
  return name;
}

/** The origin of a MetadataValue or SecretValue, also of one from another copy of this library. */
export function originOf(value: unknown): Origin | undefined {
  return (value as { _origin?: Origin } | undefined)?._origin;
}

/** Whether a value is a SecretValue. */
export function isSecret(value: unknown): boolean {
  return (value as { _secret?: boolean } | undefined)?._secret === true;
}
