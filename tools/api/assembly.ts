/** What is read of a `.jsii`: see jsii's own specification for the rest. */
export interface Assembly {
  readonly name: string;
  readonly types: { readonly [fqn: string]: Type };
}

export interface Type {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly namespace?: string;
  readonly datatype?: boolean;
  readonly docs?: Docs;
  readonly initializer?: Callable;
  readonly members?: readonly Member[];
  readonly properties?: readonly Member[];
  readonly methods?: readonly (Member & Callable)[];
}

export interface Docs {
  readonly summary?: string;
}

export interface Callable {
  readonly protected?: boolean;
  readonly parameters?: readonly Member[];
}

export interface Member {
  readonly name: string;
  readonly docs?: Docs;
  readonly overrides?: string;
  readonly type?: unknown;
  readonly returns?: { readonly type: unknown };
}

/** Everything that carries a name of its own: members of enums, properties and methods. */
export function membersOf(type: Type): readonly (Member & Callable)[] {
  return [...(type.members ?? []), ...(type.properties ?? []), ...(type.methods ?? [])];
}
