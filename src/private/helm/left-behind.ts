import { Code } from '../codes';
import { mapInside } from './switches';
import { defaultsOf, Node, Tree, valuesIn } from './tree';

/** What kind of object a field names. */
const BY_FIELD: { readonly [field: string]: string | undefined } = {
  claimName: 'PersistentVolumeClaim',
  configMapName: 'ConfigMap',
  priorityClassName: 'PriorityClass',
  secretName: 'Secret',
  serviceAccountName: 'ServiceAccount',
  serviceName: 'Service',
  storageClassName: 'StorageClass',
};

/** What kind of object the `name` in a field names; other references say the kind beside the name. */
const BY_OWNER: { readonly [field: string]: string | undefined } = {
  configMap: 'ConfigMap',
  configMapKeyRef: 'ConfigMap',
  configMapRef: 'ConfigMap',
  imagePullSecrets: 'Secret',
  secret: 'Secret',
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
  service: 'Service',
};

/** Where other objects still call one by its default name, though a value decides its name. */
export function leftBehind(place: string, kind: string, name: Tree, objects: ReadonlyMap<string, Tree>): string[] {
  const now = defaultsOf(name);
  const problems: string[] = [];
  const walk = (tree: Tree | undefined, other: string, at: readonly string[], beside: unknown): void => {
    if (tree instanceof Node) {
      mapInside(tree, (inner) => (walk(inner, other, at, beside), inner));
    } else if (typeof tree === 'object' && tree !== null) {
      Object.entries(tree).forEach(([key, member]) => walk(member as Tree, other, [...at, key], tree));
    } else if (tree === now && at[0] !== 'metadata' && kindOf(at, beside) === kind) {
      problems.push(
        `${Code.CONFLICT} [${other}] ${at.join('.')}: '${now as string}' refers to ${place}, whose name ${namedValues(name)} decides: use the same value here`,
      );
    }
  };
  objects.forEach((tree, other) => walk(tree, other, [], undefined));
  return problems;
}

function kindOf(at: readonly string[], beside: unknown): unknown {
  const field = at.at(-1)!;
  if (field !== 'name') {
    return BY_FIELD[field];
  }
  const owner = at
    .slice(0, -1)
    .filter((key) => !/^\d+$/.test(key))
    .at(-1);
  return BY_OWNER[owner ?? ''] ?? (beside as { kind?: unknown }).kind;
}

/** Names the values of a tree in a message. */
export function namedValues(tree: Tree | undefined): string {
  const found = [...valuesIn(tree)].map(({ path }) => `'${path}'`);
  return `the value ${[...new Set(found)].join(' and ')}`;
}
