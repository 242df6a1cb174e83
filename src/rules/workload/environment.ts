import { quoted } from './annotations';

/** A variable of the sidecar that comes from a Secret. */
export interface SecretVariable {
  readonly secret: string;
  readonly key: string;
}

/** The items of `dapr.io/env` and `dapr.io/env-from-secret`, as the injector splits them: at a comma that a name and '=' follow. */
export function variablesIn(text: string): string[] {
  return text === '' ? [] : text.split(/,(?=\s*[a-zA-Z_][a-zA-Z0-9_]*=)/).map((item) => item.trim());
}

/** The Secrets that `dapr.io/env-from-secret` refers to; what the injector drops is left out. */
export function secretVariables(text: string): SecretVariable[] {
  return variablesIn(text).flatMap((item) => {
    const at = item.indexOf('=');
    const parts = item
      .slice(at + 1)
      .split(':')
      .map((part) => part.trim());
    return at < 0 || parts.length > 2 || parts.includes('') ? [] : [{ secret: parts[0], key: parts.at(-1)! }];
  });
}

/** Why the injector drops an item, without its value: it may be a secret. */
export function droppedVariable(item: string, from: 'text' | 'secret'): string | undefined {
  const at = item.indexOf('=');
  if (at < 0) {
    return /^[A-Z][A-Z0-9_]*$/.test(item) ? `${quoted(item)} has no '='` : `an item has no '='`;
  }
  if (at === 0) {
    return `an item has no name before its '='`;
  }
  const colons = item.slice(at + 1).split(':').length - 1;
  return from === 'secret' && colons > 1 ? `${quoted(item.slice(0, at))} has ${colons} colons` : undefined;
}

/** The variable that somebody parted by something else than a comma: it becomes a part of the one before it. */
export function swallowedVariable(item: string): string | undefined {
  return /^[^=]+=[^=]*[;\s]\s*([A-Z_][A-Z0-9_]*)=/.exec(item)?.[1];
}
