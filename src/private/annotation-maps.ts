/** How a map of texts becomes one annotation, and how Dapr takes it apart again. */
export interface AnnotationMap {
  /** What a name must look like, and how to say so. */
  readonly name: RegExp;
  readonly nameExpected: string;
  /** What a value must be to survive. */
  readonly expected: string;
  write(map: Texts): string;
  read(text: string): Texts;
}

type Texts = { readonly [name: string]: string };

// What Go's strings.TrimSpace takes off; JavaScript's trim differs by two characters.
const SPACE = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const EDGES = new RegExp(`^${SPACE}+|${SPACE}+$`, 'g');

const VARIABLE = { name: /^[-._a-zA-Z][-._a-zA-Z0-9]*$/, nameExpected: `letters, digits, '_', '-' and '.', and no digit first` };
const VOLUME: AnnotationMap = {
  name: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  nameExpected: `a volume's name: lower case letters, digits and '-'`,
  expected: `a path without ',' and ':'`,
  write: (map) => join(byName(map), ':'),
  read: (text) => pairs(text.split(','), (item) => whole(trim(item).split(':'))),
};

/** The options that are maps, by name. */
export const ANNOTATION_MAPS: { readonly [option: string]: AnnotationMap } = {
  env: {
    ...VARIABLE,
    expected: `a text without white space at its end, and without a comma that is followed by a name and '=', where Dapr splits`,
    write: (map) => join(referencedFirst(map), '='),
    read: (text) => pairs(splitVariables(text), (item) => cut(trim(item), '=')),
  },
  envFromSecret: {
    ...VARIABLE,
    expected: `'secret:key', or 'secret' where the key has the same name`,
    write: (map) => join(byName(map), '='),
    read: (text) =>
      pairs(splitVariables(text), (item) => {
        const [name, source] = cut(trim(item), '=') ?? [];
        return source !== undefined && /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:[-._a-zA-Z0-9]+)?$/.test(source) ? [name!, source] : undefined;
      }),
  },
  volumeMounts: VOLUME,
  volumeMountsRw: VOLUME,
  sidecarSvcAnnotations: {
    name: /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/,
    nameExpected: `an annotation's name, e.g. 'example.com/team'`,
    expected: 'a text without a comma and without white space at its ends',
    write: (map) => join(byName(map), '='),
    read: (text) => pairs(text.split(','), (item) => cut(trim(item), '=')?.map(trim) as [string, string] | undefined),
  },
};

/** The names whose values would not arrive in Dapr as they were given. */
export function lostIn(form: AnnotationMap, map: Texts): string[] {
  if (same(form.read(form.write(map)), map)) {
    return [];
  }
  // Behind another one, as most are: there each can be told apart from what its neighbours do.
  return Object.keys(map).filter((name) => {
    const first = { [name === 'a' ? 'b' : 'a']: 'a' };
    const second = { [name]: map[name] };
    return !same(form.read(`${form.write(first)},${form.write(second)}`), { ...first, ...second });
  });
}

// The injector splits at a comma only where a variable's name and '=' follow.
function splitVariables(text: string): string[] {
  return text.split(/,(?=[\t\n\f\r ]*[a-zA-Z_][a-zA-Z0-9_]*=)/);
}

function cut(text: string, separator: string): [string, string] | undefined {
  const at = text.indexOf(separator);
  return at < 0 ? undefined : [text.slice(0, at), text.slice(at + separator.length)];
}

function whole(parts: string[]): [string, string] | undefined {
  return parts.length === 2 ? [parts[0], parts[1]] : undefined;
}

function pairs(items: string[], read: (item: string) => [string, string] | undefined): Texts {
  return Object.fromEntries(items.map(read).filter((pair) => pair !== undefined));
}

function trim(text: string): string {
  return text.replace(EDGES, '');
}

function join(entries: [string, string][], separator: string): string {
  return entries.map(([name, value]) => `${name}${separator}${value}`).join(',');
}

function byName(map: Texts): [string, string][] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** By name, but a variable that another one's value refers to as $(NAME) before it: Kubernetes expands only what stands earlier. */
function referencedFirst(map: Texts): [string, string][] {
  const ordered = new Map<string, string>();
  const visited = new Set<string>();
  const visit = (name: string): void => {
    if (visited.has(name) || map[name] === undefined) {
      return;
    }
    visited.add(name);
    for (const [, referenced] of map[name].matchAll(/\$\(([^)]+)\)/g)) {
      visit(referenced);
    }
    ordered.set(name, map[name]);
  };
  byName(map).forEach(([name]) => visit(name));
  return [...ordered];
}

function same(a: Texts, b: Texts): boolean {
  const names = Object.keys(b);
  return Object.keys(a).length === names.length && names.every((name) => a[name] === b[name]);
}
