import { COMPONENTS, TYPE_ALIASES } from '../generated/component-facts';

/** What the catalog knows of one key of `spec.metadata`. */
export interface KeyFacts {
  readonly is: string;
  readonly required?: boolean;
  readonly of?: readonly string[];
  readonly secret?: boolean;
  readonly since?: string;
  readonly until?: string;
}

/** What the catalog knows of one component type and version. */
export interface ComponentFacts {
  readonly type: string;
  readonly version: string;
  /** The class of this library: `state.Redis`. */
  readonly class: string;
  /** Whether the image with stable components only has it. */
  readonly stableImage: boolean;
  readonly since?: string;
  /** `actors`, `transactions`, `etag`, `ttl`, `query`, `bulk`, … */
  readonly capabilities: readonly string[];
  /** Of a binding: `input`, `output`. */
  readonly directions?: readonly string[];
  /** Of an output binding. */
  readonly operations?: readonly string[];
  readonly keys: { readonly [key: string]: KeyFacts };
}

/** The facts of a type and version as a manifest names them: any case, an alias, and no version for the first. */
export function factsOf(type: string, version: string): ComponentFacts | undefined {
  const lower = type.toLowerCase();
  const versions = COMPONENTS[TYPE_ALIASES[lower] ?? lower];
  if (versions === undefined) {
    return undefined;
  }
  const wanted = version.toLowerCase();
  return (
    versions.find((facts) => facts.version === wanted) ??
    (/^(v0)?$/.test(wanted) ? versions.find((facts) => facts.version === 'v1') : undefined)
  );
}
