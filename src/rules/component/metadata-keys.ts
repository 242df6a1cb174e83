import { ComponentFacts, KeyFacts, keysOf } from '../facts';
import type { Component, MetadataItem } from '../model/component';
import type { Model } from '../model/model';
import { once } from '../once';
import { isPlaceholder } from './placeholder';

/** A component of the catalog, as its messages name it. */
export interface KnownComponent extends Component {
  readonly facts: ComponentFacts;
}

/** The components that the catalog knows. */
export function knownComponents({ components }: Pick<Model, 'components'>): readonly KnownComponent[] {
  return knownAmong(components);
}

const knownAmong = once((components: readonly Component[]) =>
  components.filter((component): component is KnownComponent => component.facts !== undefined),
);

/** `state.redis v1`. */
export function nameOf({ facts }: KnownComponent): string {
  return `${facts.type} ${facts.version}`;
}

/** An item whose key the component reads. */
export interface KnownItem extends MetadataItem {
  /** The key as it is documented. */
  readonly key: string;
  readonly known: KeyFacts;
}

/** Worked out once for each component, and kept with it: many rules ask. */
const READ = Symbol('known items');
const PLAIN = Symbol('plain items');
type Kept = KnownComponent & { [READ]?: readonly KnownItem[]; [PLAIN]?: readonly PlainItem[] };

/** The items whose keys the component reads, as they are spelled. */
export function knownItems(component: KnownComponent): readonly KnownItem[] {
  return ((component as Kept)[READ] ??= component.metadata.filter((item): item is KnownItem => item.known !== undefined));
}

/** An item whose text stands in the manifest, and is the one that the component gets. */
export type PlainItem = KnownItem & { readonly value: string };

export function plainItems(component: KnownComponent): readonly PlainItem[] {
  return ((component as Kept)[PLAIN] ??= knownItems(component).filter(
    (item): item is PlainItem => item.value !== undefined && !item.late && !isPlaceholder(item.value),
  ));
}

/** What the component gets for a key: a text, `'late'` where it is only known later, or nothing. */
export function given(
  component: KnownComponent,
  key: string,
): { readonly value: string | undefined; readonly late: boolean; readonly item?: KnownItem } {
  const canonical = keysOf(component.facts).get(key.toLowerCase())?.name ?? key;
  const items = knownItems(component).filter((item) => item.key === canonical);
  const item = items.find(({ value, late }) => late || (value !== undefined && value !== '')) ?? items.at(-1);
  if (item === undefined) {
    return { value: undefined, late: false };
  }
  const late = item.late || item.envRef !== undefined || (item.value !== undefined && isPlaceholder(item.value));
  return { value: item.value, late, item };
}

/** Whether the component gets anything but an empty text. */
export function isGiven(component: KnownComponent, key: string): boolean {
  const { value, late } = given(component, key);
  return late || (value !== undefined && value !== '');
}
