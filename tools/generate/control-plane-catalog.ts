/** Reads and checks `catalog/control-plane.yaml`: what the generator does not understand is an error. */
import { load } from 'js-yaml';
import { snake } from './names';

/** One value that is offered; the keys are explained at the head of the catalog. */
export interface Entry {
  readonly option: string;
  readonly is: string;
  readonly says: string;
  readonly type?: string;
  readonly unit?: 's';
  readonly min?: number;
  readonly max?: number;
  readonly enum?: string;
  readonly enumSays?: string;
  readonly of?: readonly string[];
  readonly values?: { readonly [value: string]: string };
  readonly pattern?: string;
  readonly expected?: string;
  readonly bare?: true;
  readonly spelled?: string;
  readonly chart?: unknown;
  readonly default?: string;
  readonly since?: string;
}

export interface Group {
  readonly type: string;
  readonly says: string;
}

export interface ControlPlaneCatalog {
  readonly groups: { readonly [path: string]: Group };
  readonly shared: { readonly [type: string]: string };
  readonly absent: { readonly [key: string]: string };
  readonly offered: readonly { readonly key: string; readonly entry: Entry }[];
  /** Keys without an option; `fields` are the keys that stand in one of them. */
  readonly notOffered: readonly { readonly key: string; readonly because: string; readonly fields: readonly string[] }[];
}

/** The options by their paths. */
export interface Tree {
  readonly path: string;
  readonly children: { [name: string]: Tree };
  readonly entry?: Entry;
}

const ALWAYS = ['option', 'is', 'says', 'chart', 'default', 'since'];
const FACTS: { readonly [is: string]: readonly string[] } = {
  text: ['pattern', 'expected', 'bare', 'spelled'],
  secret: ['spelled'],
  integer: ['min', 'max'],
  boolean: [],
  duration: ['unit', 'min'],
  size: ['min'],
  enum: ['enum', 'enumSays', 'of', 'values'],
  texts: ['spelled'],
  'texts by name': ['spelled'],
  object: ['type', 'spelled'],
  objects: ['type', 'spelled'],
  resources: [],
  kubernetes: [],
};
const SPELLED = ['names', 'joined', 'quoted', 'quoted texts', 'bare texts', 'doubled backslashes', 'json'];

export function readControlPlane(yaml: string): ControlPlaneCatalog {
  const { groups, shared, absent, values } = load(yaml) as any;
  const offered: { key: string; entry: Entry }[] = [];
  const notOffered: { key: string; because: string; fields: string[] }[] = [];
  for (const [key, entry] of Object.entries<any>(values)) {
    const wrong = (what: string): never => {
      throw new Error(`catalog/control-plane.yaml: ${key}: ${what}`);
    };
    if (entry.option === undefined) {
      only(entry, ['because', 'instead', 'chart'], wrong);
      const fields = Object.keys(values).filter((other) => other.startsWith(`${key}.`));
      notOffered.push({ key, because: entry.because ?? wrong(`neither 'option' nor 'because'`), fields });
      continue;
    }
    only(entry, [...ALWAYS, ...(FACTS[entry.is] ?? wrong(`unknown kind '${entry.is}'`))], wrong);
    if (typeof entry.says !== 'string') {
      wrong(`needs 'says'`);
    }
    if (entry.spelled !== undefined && !SPELLED.includes(entry.spelled)) {
      wrong(`unknown spelling '${entry.spelled}'`);
    }
    const group = entry.option.split('.').slice(0, -1).join('.');
    if (groups[group] === undefined) {
      wrong(`there is no group '${group}'`);
    }
    if (/Seconds$/.test(entry.option) || offered.some((other) => snake(other.entry.option) === snake(entry.option))) {
      wrong(`the option '${entry.option}' is taken or ends in Seconds`);
    }
    offered.push({ key, entry });
  }
  return { groups, shared, absent, offered, notOffered };
}

function only(entry: object, known: readonly string[], wrong: (what: string) => never): void {
  for (const key of Object.keys(entry)) {
    if (!known.includes(key)) {
      wrong(`'${key}' is not understood here: expected ${known.join(', ')}`);
    }
  }
}

/** The options as a tree, groups in the order of the catalog. */
export function tree(catalog: ControlPlaneCatalog): Tree {
  const root: Tree = { path: '', children: {} };
  for (const { entry } of catalog.offered) {
    const names = entry.option.split('.');
    let node = root;
    names.forEach((name, i) => {
      const path = names.slice(0, i + 1).join('.');
      node.children[name] ??= { path, children: {}, entry: i === names.length - 1 ? entry : undefined };
      node = node.children[name];
    });
  }
  return root;
}
