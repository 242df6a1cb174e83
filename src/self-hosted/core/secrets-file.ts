/** A file of secret values. What a user has filled in is kept. */
export interface SecretsFile {
  /** Below the folder that is written. */
  readonly path: string;
  readonly format: 'json' | 'env';
  /** The values by Secret and key, or, of an `env` file, by variable under the empty name. One that is not known is undefined. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string | undefined>>;
}

export interface MergedSecrets {
  readonly text: string;
  /** What is still to be filled in, sorted: `redis/password`, or a variable. */
  readonly missing: readonly string[];
}

/** The text of a file, with the values that an earlier one has. */
export function mergedSecrets(file: SecretsFile, existing: string | undefined): MergedSecrets {
  return file.format === 'json' ? mergedJson(file, existing) : mergedEnv(file, existing);
}

function mergedJson({ path, values }: SecretsFile, existing: string | undefined): MergedSecrets {
  const kept = existing === undefined ? {} : parsed(existing, path);
  const merged = new Map(Object.entries(kept));
  const missing: string[] = [];
  for (const [secret, keys] of values) {
    const there = merged.get(secret);
    const old = typeof there === 'object' && there !== null ? (there as Record<string, unknown>) : {};
    const all = new Map(Object.entries(old));
    for (const [key, value] of keys) {
      if (typeof all.get(key) === 'string' && (all.get(key) !== '' || value === undefined)) {
        // An empty text is what stands where nobody has filled in a value.
      } else {
        all.set(key, value ?? '');
      }
      if (all.get(key) === '' && value === undefined) {
        missing.push(`${secret}/${key}`);
      }
    }
    merged.set(secret, Object.fromEntries([...all].sort(byName)));
  }
  return { text: `${JSON.stringify(Object.fromEntries([...merged].sort(byName)), null, 2)}\n`, missing: missing.sort() };
}

/** What is wrong with it is not said: a message of JSON.parse shows a part of the text. */
function parsed(text: string, path: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value;
    }
  } catch {
    // The same as any other text.
  }
  throw new Error(`${path} is no JSON object: mend it, or move it away`);
}

const LINE = /^([A-Za-z_]\w*)=(.*)$/;

function mergedEnv({ values }: SecretsFile, existing = ''): MergedSecrets {
  const wanted = values.get('') ?? new Map<string, string | undefined>();
  // A value in quotes may have several lines.
  const entries = existing.match(/^[A-Za-z_]\w*=(?:'[^']*'|\\'|[^'\n])*$/gm) ?? [];
  const kept = new Map(entries.map((line) => [LINE.exec(line.split('\n', 1)[0])![1], line.slice(line.indexOf('=') + 1)]));
  const missing: string[] = [];
  for (const [name, value] of wanted) {
    const old = kept.get(name);
    if (old === undefined || old === '' || old === "''") {
      kept.set(name, value === undefined ? '' : shellQuoted(value));
      if (value === undefined) {
        missing.push(name);
      }
    }
  }
  return {
    text: [...kept]
      .sort(byName)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
    missing: missing.sort(),
  };
}

/** A text as a shell takes it, whatever it holds. */
export function shellQuoted(text: string): string {
  return /^[\w@%+:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
