import { Code } from '../codes';
import { mistake } from '../problems';
import { Definition } from './definition';
import { isObjectJson, JsonObject } from './json';
import { evaluate, isDynamic, Merge, Node, Ref, Text, Tree, When } from './tree';

type Members = { [key: string]: Tree };

/** Values that a published chart usually has, made from what the objects say; the defaults are what they say already. */
export class Switches {
  public readonly definitions = new Map<string, Definition>();

  constructor(private readonly chart: string) {}

  /** The name of every Secret that is referred to and is not part of the chart. */
  public existingSecrets(objects: ReadonlyMap<string, Tree>): Map<string, Tree> {
    const own = new Set([...objects.values()].map((tree) => bare(tree)).flatMap((tree) => (tree?.kind === 'Secret' ? [nameOf(tree)] : [])));
    const refer = (name: string): Tree => {
      const path = `secrets.${identifier(name)}.existingSecret`;
      const value = this.define({ path, kind: 'string', default: name, description: `The Secret that takes the place of ${name}` });
      return new Ref(value);
    };
    const named = (tree: Tree): Tree => (typeof tree === 'string' && tree !== '' && !own.has(tree) ? refer(tree) : tree);
    const walk = (tree: Tree, key: string, kubernetes: boolean): Tree => {
      if (tree instanceof Node) {
        return mapInside(tree, (one) => walk(one, key, kubernetes));
      } else if (!isContainer(tree)) {
        return tree;
      }
      return mapMembers(tree, (member, name) => {
        // Without a key, the name is the key as well: it cannot change.
        if (name === 'secretName' || (name === 'name' && NAMED.has(key) && (key !== 'secretKeyRef' || 'key' in tree))) {
          return kubernetes ? named(member) : member;
        }
        if (name === 'dapr.io/env-from-secret' && typeof member === 'string') {
          return envFromSecret(member, named);
        }
        return walk(member, /^\d+$/.test(name) ? key : name, kubernetes);
      });
    };
    const replaced = new Map([...objects].map(([place, tree]) => [place, walk(tree, '', readsKubernetes(bare(tree)))]));
    return new Map([...replaced].map(([place, tree]) => [place, permitted(tree, named, this.definitions)]));
  }

  /** Pull secrets, service account and resources of every workload. */
  public pods(objects: ReadonlyMap<string, Tree>): Map<string, Tree> {
    return new Map([...objects].map(([place, tree]) => [place, this.pod(tree)]));
  }

  private pod(tree: Tree): Tree {
    const object = bare(tree);
    const name = object && nameOf(object);
    const path = POD[(object?.kind as string) ?? ''];
    if (name === undefined || path === undefined) {
      return tree;
    }
    const base = `workloads.${identifier(name)}`;
    return mapAt(tree, path, (spec) => {
      const containers = Array.isArray(spec.containers) ? spec.containers : [];
      return {
        ...spec,
        ...this.optional(spec, 'imagePullSecrets', {
          path: `${base}.imagePullSecrets`,
          kind: 'any',
          default: [],
          description: `Secrets with the credentials of the image registry, for ${name}`,
        }),
        ...this.optional(spec, 'serviceAccountName', {
          path: `${base}.serviceAccountName`,
          kind: 'string',
          default: '',
          description: `The service account of ${name}; the namespace's own where it is empty`,
        }),
        containers: containers.map((container) => {
          if (!isObjectJson(container)) {
            return container as Tree;
          }
          const inner = containers.length === 1 ? base : `${base}.${identifier(String(container.name))}`;
          const description = `Processor time and memory of ${containers.length === 1 ? name : `${name}'s container ${String(container.name)}`}`;
          return {
            ...container,
            ...this.optional(container as Members, 'resources', { path: `${inner}.resources`, kind: 'any', default: {}, description }),
          } as Tree;
        }),
      };
    });
  }

  /** A field that is left out where its value is empty. What depends on values already stays. */
  private optional(owner: Members, field: string, wanted: Omit<Definition, 'place'>): Members {
    const now = owner[field];
    if (now !== undefined && isDynamic(now)) {
      return {};
    }
    const value = this.define({ ...wanted, default: now === undefined ? wanted.default : (now as JsonObject) });
    return { [field]: new When(value, new Ref(value)) };
  }

  private define(wanted: Omit<Definition, 'place'>): Definition {
    const known = this.definitions.get(wanted.path);
    if (known !== undefined && known.description !== wanted.description) {
      throw mistake(
        `${Code.CONFLICT} [${this.chart}] two names give the same value '${wanted.path}' (${known.description}; ${wanted.description}): rename one of them, or leave the switches out`,
      );
    }
    const definition = known ?? { ...wanted, place: 'the options of the chart' };
    this.definitions.set(wanted.path, definition);
    return definition;
  }
}

/** The fields whose `name` is a Secret's. */
const NAMED = new Set(['secretKeyRef', 'secretRef', 'secret', 'imagePullSecrets']);

const POD: { [kind: string]: string[] | undefined } = {
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  Pod: ['spec'],
};

/** Dapr's objects look up secrets in a store of their own, where they name one. */
function readsKubernetes(object: Members | undefined): boolean {
  const store = (object?.auth as Members | undefined)?.secretStore;
  return store === undefined || store === 'kubernetes';
}

/** `NAME=secret:key,…` */
function envFromSecret(text: string, named: (name: Tree) => Tree): Tree {
  const parts = text.split(',').flatMap((one, i): (string | Ref)[] => {
    const [, head, secret, tail] = /^([^=]*=)([^:]*)(:.*)$/s.exec(one) ?? [];
    const name = secret === undefined ? undefined : named(secret.trim());
    return name instanceof Ref ? [i === 0 ? head : `,${head}`, name, tail] : [i === 0 ? one : `,${one}`];
  });
  return parts.some((part) => typeof part !== 'string') ? new Text(parts.filter((part) => part !== '')) : text;
}

/** Whoever may read a Secret by its name may read the one that takes its place. */
function permitted(tree: Tree, named: (name: Tree) => Tree, known: ReadonlyMap<string, Definition>): Tree {
  const kind = bare(tree)?.kind;
  if (kind !== 'Role' && kind !== 'ClusterRole') {
    return tree;
  }
  return mapAt(tree, [], (role) => ({
    ...role,
    rules: mapMembers(role.rules ?? [], (rule) => {
      const { resources, resourceNames } = (rule ?? {}) as Members;
      if (!Array.isArray(resources) || !resources.includes('secrets') || !Array.isArray(resourceNames)) {
        return rule;
      }
      const switched = (name: Tree): boolean => known.has(`secrets.${identifier(String(name))}.existingSecret`);
      return { ...(rule as Members), resourceNames: (resourceNames as Tree[]).map((name) => (switched(name) ? named(name) : name)) };
    }),
  }));
}

/** A name as part of a path. */
export function identifier(name: string): string {
  const joined = name.replace(/[^A-Za-z0-9]+(.)?/g, (_, next?: string) => next?.toUpperCase() ?? '');
  return /^[A-Za-z]/.test(joined) ? joined : `x${joined}`;
}

function isContainer(tree: Tree): tree is Tree[] | Members {
  return typeof tree === 'object' && tree !== null;
}

function mapMembers(tree: Tree, change: (member: Tree, key: string) => Tree): Tree {
  if (Array.isArray(tree)) {
    return tree.map((member, i) => change(member, String(i)));
  }
  if (!(tree instanceof Node)) {
    return Object.fromEntries(Object.entries(tree as Members).map(([key, member]) => [key, change(member, key)]));
  }
  return mapInside(tree, (one) => change(one, ''));
}

/** Changes what stands in a place that depends on values. */
export function mapInside(tree: Node, change: (inner: Tree) => Tree): Tree {
  const copy = Object.assign(Object.create(Object.getPrototypeOf(tree)) as Node, tree) as Node & { [field: string]: unknown };
  if ('cases' in copy) {
    copy.cases = (copy.cases as [unknown, Tree | undefined][]).map(([value, one]) => [value, one === undefined ? undefined : change(one)]);
  } else if ('then' in copy) {
    copy.then = change(copy.then as Tree);
  } else if (tree instanceof Merge) {
    copy.fixed = change(tree.fixed);
  }
  return copy;
}

/** Changes an object somewhere inside, in each of its cases. */
export function mapAt(tree: Tree, path: readonly string[], change: (object: Members) => Members): Tree {
  if (tree instanceof Node) {
    return mapInside(tree, (inner) => mapAt(inner, path, change));
  }
  if (!isObjectJson(tree)) {
    return tree;
  }
  const [first, ...rest] = path;
  return first === undefined
    ? change(tree as Members)
    : { ...(tree as Members), [first]: mapAt((tree as Members)[first] ?? null, rest, change) };
}

/** The object, in one of its cases. */
export function bare(tree: Tree | undefined): Members | undefined {
  if (tree instanceof Node && 'cases' in tree) {
    return (tree.cases as [unknown, Tree | undefined][]).map(([, one]) => bare(one)).find((one) => one !== undefined);
  }
  return isObjectJson(tree) ? (tree as Members) : undefined;
}

function nameOf(object: Members): string | undefined {
  const name = evaluate((object.metadata as Members | undefined)?.name, (value) => value.default);
  return typeof name === 'string' ? name : undefined;
}
