import { Fields } from './fields';
import { Problems } from './problems';

/** What the catalog knows of one component type and version: the facts of a generated class. */
export interface ComponentSchema {
  readonly type: string;
  readonly version: string;
  /** The first Dapr version that loads it. */
  readonly since?: string;
  readonly fields: Fields;
  /** Properties of which at least one must be given. */
  readonly anyOf?: readonly string[];
  /** The class whose factories make a value of `auth`, and whether it must be given. */
  readonly auth?: { readonly required: boolean; readonly expected: string };
  /** Properties that do not go with `auth`. */
  readonly authExcludes?: readonly string[];
  readonly directions?: readonly string[];
}

/** What the catalog knows of one way to authenticate. */
export interface AuthFacts {
  readonly name: string;
  readonly since?: string;
  readonly fields: Fields;
  readonly anyOf?: readonly string[];
  /** Keys that say which profile it is. */
  readonly sets?: { readonly [key: string]: string };
}

/** A complete way for one component type to authenticate: what a named factory of its `…Auth` class makes. */
export interface AuthProfile<Type extends string = string> extends AuthFacts {
  readonly type: Type;
  readonly values: object;
}

/** The props of a construct whose types the fields have checked. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each class knows its own
export type ClassValues = Record<string, any>;

/** The keys of a class of components, e.g. `keyPrefix` of state stores, and how their values become metadata. */
export interface ClassSchema {
  readonly fields: Fields;
  /** Reports what the fields alone do not tell; the values are of the right types. */
  readonly check?: (problems: Problems, values: ClassValues) => void;
  readonly items: (values: ClassValues) => [string, unknown][];
}

const TYPED = Symbol.for('cdk8s-dapr.typed');
const CLASS = Symbol.for('cdk8s-dapr.class');

interface Hidden {
  [TYPED]?: { schema: ComponentSchema; values: object };
  [CLASS]?: ClassSchema;
}

/** The props of a generated class as `Component` takes them; the schema travels along, out of sight of jsii. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the props of whichever base the class has
export function typed(schema: ComponentSchema, props: object): any {
  const hidden: Hidden = { [TYPED]: { schema, values: props } };
  return { ...props, type: schema.type, version: schema.version, ...hidden };
}

/** Adds the keys of a class of components to the props. */
export function withClass<T extends object>(props: T, schema: ClassSchema): T {
  const hidden: Hidden = { [CLASS]: schema };
  return { ...props, ...hidden };
}

export function schemaOf(props: object): { schema: ComponentSchema; values: object } | undefined {
  return (props as Hidden)[TYPED];
}

export function classOf(props: object): ClassSchema | undefined {
  return (props as Hidden)[CLASS];
}
