import { Definition, Limits } from './definition';
import { isObjectJson } from './json';
import { bare, mapAt, mapInside } from './switches';
import { isDynamic, Merge, Node, Ref, Text, Tree, When } from './tree';

type Members = { [key: string]: Tree };

/** Brought along by the release. */
export function ofRelease(path: 'Name' | 'Service' | 'Namespace'): Definition {
  return { path: `Release.${path}`, kind: 'release name', default: path, place: 'Helm' };
}

/** Adds Helm's own labels to the objects themselves: selectors and pods keep theirs, which cannot change once they are applied. */
export function labelled(tree: Tree, chart: string, version: string, limits: ReadonlyMap<string, Limits>): Tree {
  const own: Members = {
    'helm.sh/chart': `${chart}-${version}`
      .replaceAll('+', '_')
      .slice(0, 63)
      .replace(/[^A-Za-z0-9]+$/, ''),
    'app.kubernetes.io/instance': new Ref(ofRelease('Name')),
    'app.kubernetes.io/managed-by': new Ref(ofRelease('Service')),
  };
  return mapAt(tree, ['metadata'], (metadata) => ({ ...metadata, labels: withLabels(metadata.labels, own, limits) }));
}

function withLabels(labels: Tree | undefined, own: Members, limits: ReadonlyMap<string, Limits>): Tree {
  if (labels instanceof Merge || labels instanceof Ref) {
    Object.keys(own).forEach((label) => limits.get(labels.value.path)?.keys.add(label));
    return new Merge({ ...own, ...(labels instanceof Merge ? labels.fixed : {}) }, labels.value);
  } else if (labels instanceof When && labels.then instanceof Ref) {
    return withLabels(labels.then, own, limits);
  } else if (labels instanceof Node) {
    return mapInside(labels, (one) => withLabels(one, own, limits));
  }
  return { ...own, ...(labels as Members | undefined) };
}

/** Asks each Service of the chart whether anything listens: `helm test`. */
export function connectionTests(objects: ReadonlyMap<string, Tree>, image: Definition): Map<string, Tree> {
  const tests = new Map<string, Tree>();
  for (const [place, tree] of objects) {
    if (bare(tree)?.kind === 'Service' && isReachable(bare(tree)!)) {
      tests.set(
        place,
        mapAt(tree, [], (service) => connectionTest(service, image)),
      );
    }
  }
  return tests;
}

function isReachable({ spec }: Members): boolean {
  const { type, clusterIP, selector, ports } = (spec ?? {}) as Members;
  return type !== 'ExternalName' && clusterIP !== 'None' && selector !== undefined && Array.isArray(ports) && isObjectJson(ports[0]);
}

function connectionTest(service: Members, image: Definition): Members {
  const { name, namespace } = service.metadata as Members;
  const { port, protocol } = ((service.spec as Members).ports as Members[])[0];
  const reach: Tree[] = protocol === 'UDP' ? ['nc', '-u'] : ['nc'];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name:
        typeof name === 'string'
          ? `${name}-connection-test`
          : new Text([...(name instanceof Text ? name.parts : [name as Ref]), '-connection-test']),
      ...(namespace === undefined ? {} : { namespace }),
      annotations: { 'helm.sh/hook': 'test', 'helm.sh/hook-delete-policy': 'before-hook-creation,hook-succeeded' },
    },
    spec: {
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 65534, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'connect',
          image: new Ref(image),
          command: [...reach, '-z', '-w', '5', name, isDynamic(port) ? new Text([port as Ref]) : String(port as number)],
          securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
        },
      ],
    },
  };
}
