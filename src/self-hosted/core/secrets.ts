import { grouped } from '../../rules/grouped';
import type { Manifest } from '../../rules/model/manifest';
import { mapping, text } from '../../rules/read';
import type { Draft } from './draft';
import type { SecretsFile } from './secrets-file';

/** The name of the store that Kubernetes has built in: applications and Configurations that name it need not change. */
export const BUILT_IN = 'kubernetes';

/** Secrets of Kubernetes itself, which no application reads. */
const NOT_FOR_APPS =
  /^(kubernetes\.io\/(dockercfg|dockerconfigjson|service-account-token)|bootstrap\.kubernetes\.io\/token|helm\.sh\/release\.v1)$/;

export interface SecretReference {
  readonly name: string;
  readonly key: string;
}

/** The Secrets of a namespace: what the manifests say of them, and what is asked of them. */
export class Secrets {
  private readonly known: ReadonlyMap<string, ReadonlyMap<string, string | undefined>>;
  private readonly asked = new Map<string, Set<string>>();
  private readonly variables = new Map<string, string | undefined>();
  private readonly sources = new Map<string, string>();

  public constructor(
    manifests: readonly Manifest[],
    given: { readonly [secret: string]: { readonly [key: string]: string } },
    /** Where the values of components go. */
    public readonly kept: 'file' | 'env',
    private readonly folder: string,
    private readonly draft: Draft,
  ) {
    const known = new Map<string, Map<string, string | undefined>>();
    for (const [name, same] of grouped(manifests.filter(isForApps), (manifest) => manifest.name)) {
      known.set(name, new Map(same.flatMap((manifest) => [...valuesOf(manifest, draft)])));
    }
    for (const [name, keys] of Object.entries(given)) {
      known.set(name, new Map([...(known.get(name) ?? []), ...Object.entries(keys)]));
    }
    this.known = known;
  }

  /** Whether a store is needed. */
  public get any(): boolean {
    return this.asked.size > 0 || (this.kept === 'file' && this.known.size > 0);
  }

  /** What a component asks the store for; what it must write instead where the store is the environment. */
  public reference({ name, key }: SecretReference): SecretReference {
    this.asked.set(name, (this.asked.get(name) ?? new Set()).add(key));
    if (this.kept === 'file') {
      return { name, key };
    }
    const variable = this.variable(`${name}_${key}`.toUpperCase().replace(/\W/g, '_'), { name, key });
    return { name: variable, key: variable };
  }

  /** The value of a reference, where a manifest has it. */
  public value({ name, key }: SecretReference): string | undefined {
    return this.known.get(name)?.get(key);
  }

  /** Lets a variable of the environment have a value; its name. */
  public variable(variable: string, from: SecretReference): string {
    const source = `${from.name}/${from.key}`;
    const other = this.sources.get(variable);
    if (other !== undefined && other !== source) {
      this.draft.problem(
        undefined,
        [],
        `the variable '${variable}' would have to hold two secrets, '${other}' and '${source}', because all that one dapr run starts shares one environment: give one of them another name, or leave one of the applications out`,
      );
    }
    this.sources.set(variable, source);
    this.variables.set(variable, this.value(from));
    return variable;
  }

  /** The keys of a Secret that is known. */
  public keysOf(name: string): readonly string[] {
    return [...(this.known.get(name)?.keys() ?? [])];
  }

  /**
   * What is to be written.
   *
   * @param hasStore whether a component reads it: a store whose file is missing stops its sidecar
   */
  public files(hasStore: boolean): SecretsFile[] {
    const files: SecretsFile[] = [];
    if (this.kept === 'file' && hasStore) {
      const values = new Map<string, Map<string, string | undefined>>();
      for (const [name, keys] of this.known) {
        values.set(name, new Map(keys));
      }
      for (const [name, keys] of this.asked) {
        const all = values.get(name) ?? new Map<string, string | undefined>();
        keys.forEach((key) => all.set(key, all.get(key)));
        values.set(name, all);
      }
      files.push({ path: `${this.folder}secrets.json`, format: 'json', values });
    }
    if (this.variables.size > 0) {
      files.push({ path: `${this.folder}secrets.env`, format: 'env', values: new Map([['', this.variables]]) });
    }
    return files;
  }
}

function isForApps({ kind, apiVersion, body }: Manifest): boolean {
  return kind === 'Secret' && apiVersion === 'v1' && !NOT_FOR_APPS.test(text(body.type) ?? '');
}

/** What a Secret holds, as texts: `stringData` counts, as it does for the API server. */
function valuesOf(manifest: Manifest, draft: Draft): Map<string, string | undefined> {
  const { data, stringData } = manifest.body;
  const values = new Map<string, string | undefined>();
  for (const [key, value] of Object.entries(mapping(data))) {
    const decoded = typeof value === 'string' ? decodedText(value) : undefined;
    if (decoded === undefined) {
      draft.note(`'${key}' of the Secret '${manifest.name}' holds no text, so its value is left to you.`);
    }
    values.set(key, decoded);
  }
  for (const [key, value] of Object.entries(mapping(stringData))) {
    values.set(key, text(value));
  }
  return values;
}

/** Base64 of UTF-8, or nothing: JSON cannot hold other bytes. */
function decodedText(value: string): string | undefined {
  const compact = value.replace(/\s/g, '');
  const bytes = Buffer.from(compact, 'base64');
  if (bytes.toString('base64').replace(/=+$/, '') !== compact.replace(/=+$/, '')) {
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
