import { existsSync, readFileSync } from 'node:fs';

/** What jsii wrote down about the public API: the part of `.jsii` that the checks and the pages read. */
export interface Assembly {
  readonly name: string;
  readonly types: { readonly [fqn: string]: Type };
}

export interface Docs {
  readonly summary?: string;
  readonly remarks?: string;
  readonly default?: string;
  readonly returns?: string;
  readonly see?: string;
  readonly example?: string;
  readonly deprecated?: string;
  /** Tags that jsii does not know. */
  readonly custom?: { readonly [tag: string]: string };
}

export interface Type {
  readonly fqn: string;
  readonly name: string;
  readonly namespace?: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** An interface of plain properties: what props are. */
  readonly datatype?: boolean;
  readonly abstract?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly docs?: Docs;
  readonly initializer?: Callable;
  readonly methods?: readonly Method[];
  readonly properties?: readonly Property[];
  readonly members?: readonly { readonly name: string; readonly docs?: Docs }[];
  readonly locationInModule: { readonly filename: string };
}

export interface Callable {
  readonly docs?: Docs;
  readonly parameters?: readonly Parameter[];
  readonly protected?: boolean;
}

export interface Method extends Callable {
  readonly name: string;
  readonly static?: boolean;
  readonly abstract?: boolean;
  readonly async?: boolean;
  readonly overrides?: string;
  readonly returns?: { readonly type: TypeReference; readonly optional?: boolean };
}

export interface Parameter {
  readonly name: string;
  readonly docs?: Docs;
  readonly optional?: boolean;
  readonly variadic?: boolean;
  readonly type: TypeReference;
}

export interface Property {
  readonly name: string;
  readonly overrides?: string;
  readonly docs?: Docs;
  readonly optional?: boolean;
  readonly static?: boolean;
  readonly const?: boolean;
  readonly immutable?: boolean;
  readonly protected?: boolean;
  readonly type: TypeReference;
}

export interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
  readonly union?: { readonly types: readonly TypeReference[] };
}

export const NOT_BUILT = 'there is no .jsii: run npm run build first';

/** Reads a `.jsii`; gives nothing where it was not built yet. */
export function readAssembly(file: string): Assembly | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Assembly) : undefined;
}

/** Whatever carries a name of its own: a member of an enum, a property or a method. */
export type Member = { readonly name: string; readonly docs?: Docs } & Partial<Pick<Property, 'overrides' | 'type'>> &
  Partial<Pick<Method, 'parameters' | 'returns'>>;

export function membersOf(type: Type): readonly Member[] {
  return [...(type.members ?? []), ...(type.properties ?? []), ...(type.methods ?? [])];
}
