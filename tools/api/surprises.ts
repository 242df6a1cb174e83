import { Assembly, membersOf, Type } from './assembly';

/** The parameters of every construct, which every user of constructs knows. */
const KNOWN = ['scope', 'id', 'props'];

/** What users of other languages would meet and nobody meant. */
export function surprises(assembly: Assembly): string[] {
  return [...cycles(assembly), ...undocumented(assembly)];
}

/**
 * A submodule becomes a package in Go, where packages that need each other do not compile. Submodules build on the root, so that the root must not
 * build on them.
 */
function cycles({ types }: Assembly): string[] {
  return Object.entries(types)
    .filter(([, type]) => type.namespace === undefined)
    .flatMap(([fqn, type]) =>
      [...references(type)]
        .filter((name) => types[name]?.namespace !== undefined)
        .map((name) => `${fqn} refers to ${name}: a type outside of submodules that refers to one in them does not compile in Go`),
    );
}

function references(type: Type): Set<string> {
  const found = new Set<string>();
  const visit = (value: unknown, key?: string): void => {
    if (typeof value === 'string' && (key === 'fqn' || key === 'base' || key === 'interfaces')) {
      found.add(value);
    } else if (Array.isArray(value)) {
      value.forEach((item) => visit(item, key));
    } else if (typeof value === 'object' && value !== null) {
      Object.entries(value).forEach(([name, inner]) => visit(inner, name));
    }
  };
  visit({ ...type, fqn: undefined });
  return found;
}

function undocumented({ types }: Assembly): string[] {
  return Object.entries(types).flatMap(([fqn, type]) => {
    const members = membersOf(type).filter((member) => member.overrides === undefined);
    // jsii shows protected constructors, too, but nobody can call those of this library.
    const constructors = type.initializer?.protected ? [] : [{ name: 'constructor', ...type.initializer }];
    const parameters = [...constructors, ...members].flatMap((member) =>
      (member.parameters ?? [])
        .filter(({ name, docs }) => !docs?.summary && !(member.name === 'constructor' && KNOWN.includes(name)))
        .map(({ name }) => `${fqn}.${member.name}(${name})`),
    );
    const named = members.filter(({ docs }) => !docs?.summary).map(({ name }) => `${fqn}.${name}`);
    return [...(type.docs?.summary ? [] : [fqn]), ...named, ...parameters].map((name) => `${name} has no comment`);
  });
}

/** Counts by kind and by submodule, and where the type is open. */
export function summary({ types }: Assembly): string[] {
  const all = Object.entries(types);
  const count = (of: (type: Type) => string): string =>
    [...all.reduce((counts, [, type]) => counts.set(of(type), (counts.get(of(type)) ?? 0) + 1), new Map<string, number>())]
      .map(([name, number]) => `${name} ${number}`)
      .join(', ');
  const open = all.flatMap(([fqn, type]) =>
    membersOf(type)
      .filter((member) => JSON.stringify([member.type, member.returns, member.parameters?.map((p) => p.type)]).includes('"any"'))
      .map(({ name }) => `${fqn}.${name}`),
  );
  return [
    `${all.length} types: ${count((type) => (type.datatype ? 'struct' : type.kind))}`,
    `by submodule: ${count((type) => type.namespace ?? 'none')}`,
    `open JSON (any): ${open.length === 0 ? 'nowhere' : open.join(', ')}`,
  ];
}
