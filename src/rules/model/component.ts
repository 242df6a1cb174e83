import { ComponentFacts, factsOf, KeyFacts, keyOf } from '../facts';
import { at, dynamicText, list, Mapping, mapping, Path, text } from '../read';
import { Manifest } from './manifest';
import { Resource, resourceOf } from './resource';

/** One item of `spec.metadata`. */
export interface MetadataItem {
  readonly name: string;
  /** The value as the component gets it, where the manifest holds one. */
  readonly value: string | undefined;
  /** The value as it was written: a text, number, boolean, or more. */
  readonly raw: unknown;
  readonly secretKeyRef: Mapping | undefined;
  readonly envRef: string | undefined;
  /** Whether the value is only known at run time: from a secret, the environment or a template such as `{uuid}`. */
  readonly late: boolean;
  /** The key as it is documented, where the component reads it in this spelling. */
  readonly key: string | undefined;
  /** What the catalog knows of that key. */
  readonly known: KeyFacts | undefined;
  readonly path: Path;
}

/** An object of kind Component. */
export interface Component extends Resource {
  /** As it was written. */
  readonly type: string;
  /** As it was written; empty where there is none, which Dapr takes for the first version. */
  readonly version: string;
  /** What the type begins with: `state`. */
  readonly category: string;
  readonly metadata: readonly MetadataItem[];
  readonly ignoreErrors: boolean;
  /** `auth.secretStore`, where it is set. */
  readonly secretStore: string | undefined;
  /** What the catalog knows of the type and version; nothing for one of the user's own, or a wrong one. */
  readonly facts: ComponentFacts | undefined;
}

export function componentOf(manifest: Manifest): Component {
  const resource = resourceOf(manifest);
  const type = text(resource.spec.type) ?? '';
  const version = text(resource.spec.version) ?? '';
  const facts = factsOf(type, version);
  const secretStore = text(at(manifest.body, 'auth', 'secretStore'));
  return {
    ...resource,
    type,
    version,
    category: type.split('.', 1)[0],
    metadata: list(resource.spec.metadata).map((item, i) => new Item(mapping(item), i, facts)),
    ignoreErrors: resource.spec.ignoreErrors === true,
    secretStore: secretStore === '' ? undefined : secretStore,
    facts,
  };
}

/** What the sidecar replaces when it starts. */
const LATE = /\{(uuid|podName|namespace|appID)\}/;

/** There may be hundreds of thousands: a path is only made where one is asked for. */
class Item implements MetadataItem {
  public readonly name: string;
  public readonly value: string | undefined;
  public readonly raw: unknown;
  public readonly secretKeyRef: Mapping | undefined;
  public readonly envRef: string | undefined;
  public readonly late: boolean;
  public readonly key: string | undefined;
  public readonly known: KeyFacts | undefined;

  constructor(
    item: Mapping,
    private readonly index: number,
    facts: ComponentFacts | undefined,
  ) {
    this.name = text(item.name) ?? '';
    this.raw = item.value;
    this.value = this.raw === undefined || this.raw === null ? undefined : dynamicText(this.raw);
    this.secretKeyRef = at(item, 'secretKeyRef') === undefined ? undefined : mapping(item.secretKeyRef);
    this.envRef = text(item.envRef) || undefined;
    this.late =
      this.secretKeyRef !== undefined ||
      (this.value === undefined && this.envRef !== undefined) ||
      (this.value?.includes('{') === true && LATE.test(this.value));
    const found = facts === undefined ? undefined : keyOf(facts, this.name);
    this.key = found?.name;
    this.known = found?.facts;
  }

  public get path(): Path {
    return ['spec', 'metadata', this.index];
  }
}

/** The item of a key, in any case: most components do not tell cases apart. The last one counts, as for Dapr. */
export function itemNamed(component: Component, key: string): MetadataItem | undefined {
  const lower = key.toLowerCase();
  // Asked by many rules of every component: no list is made for it.
  for (let i = component.metadata.length - 1; i >= 0; i--) {
    const { name } = component.metadata[i];
    if (name.length === lower.length && name.toLowerCase() === lower) {
      return component.metadata[i];
    }
  }
  return undefined;
}

/** The text of a key, where the manifest holds one. */
export function valueOf(component: Component, key: string): string | undefined {
  return itemNamed(component, key)?.value;
}

/** What Dapr takes for true in most places; everything else is false. */
export function isTruthy(value: string | undefined): boolean {
  return value !== undefined && /^(y|yes|true|t|on|1)$/i.test(value.trim());
}
