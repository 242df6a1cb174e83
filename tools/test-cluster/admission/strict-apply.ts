/** Applies manifests as `kubectl apply --server-side --validate=strict` does, for real, and reads back whether all of it is there. */
import { Kube } from '../../real/cluster/kube';
import { lost } from './lost';
import { Namespaces } from './namespaces';
import { objectsOf, refusal } from './objects';
import { namespacesIn, objectsIn, renamed } from './texts';

/** What became of a text. */
export interface Applied {
  /** How many objects are there, whole. */
  readonly objects: number;
  /** Kinds that the cluster does not have, so that their objects were not tried. */
  readonly unknown: readonly string[];
}

export class StrictApply {
  private readonly kinds = new Map<string, Promise<readonly string[]>>();

  public constructor(
    private readonly kube: Kube,
    private readonly namespaces: Namespaces,
  ) {}

  /** Applies a text in namespaces of its own; throws with what the API server refused or dropped. */
  public async apply(text: string): Promise<Applied> {
    const names = new Map<string, string>();
    for (const name of namespacesIn(text)) {
      names.set(name, await this.empty(name));
    }
    const documents: string[] = [];
    const unknown = new Set<string>();
    for (const document of renamed(text, names).split(/^---\n/m)) {
      const missing = await this.unknownIn(document);
      missing.forEach((kind) => unknown.add(kind));
      documents.push(...(missing.length === 0 ? [document] : []));
    }
    // kubectl takes no `--namespace` beside objects that name another.
    const placed = documents.filter((document) => objectsIn(document).every(({ metadata }) => metadata.namespace !== undefined));
    const others = documents.filter((document) => !placed.includes(document));
    const counts = [
      await this.take(placed, []),
      others.length === 0 ? 0 : await this.take(others, ['--namespace', await this.empty('default')]),
    ];
    return { objects: counts[0] + counts[1], unknown: [...unknown].sort() };
  }

  private async take(documents: readonly string[], place: readonly string[]): Promise<number> {
    const text = documents.join('---\n');
    const objects = objectsIn(text);
    if (objects.length === 0) {
      return 0;
    }
    const { status, stderr } = await this.kube.tryKubectl(['apply', '--server-side', '--validate=strict', ...place, '-f', '-'], text);
    if (status !== 0) {
      throw new Error(refusal(stderr));
    }
    const read = objectsOf(await this.kube.kubectl(['get', ...place, '-o', 'json', '-f', '-'], text));
    const problems = objects.flatMap((object, i) => lost(object, read[i]).map((line) => `${object.kind}/${object.metadata.name} ${line}`));
    if (problems.length > 0) {
      throw new Error(`not all that was applied is there:\n${problems.join('\n')}`);
    }
    return objects.length;
  }

  /** The kinds of a document that the cluster does not have. */
  private async unknownIn(document: string): Promise<string[]> {
    const kinds = objectsIn(document).map(async ({ apiVersion, kind }) =>
      (await this.kindsOf(apiVersion)).includes(kind) ? [] : [`${apiVersion} ${kind}`],
    );
    return (await Promise.all(kinds)).flat();
  }

  private kindsOf(version: string): Promise<readonly string[]> {
    const asked = this.kinds.get(version) ?? this.askKindsOf(version);
    this.kinds.set(version, asked);
    return asked;
  }

  private async askKindsOf(version: string): Promise<readonly string[]> {
    const { status, stdout } = await this.kube.tryKubectl(['get', '--raw', version.includes('/') ? `/apis/${version}` : `/api/${version}`]);
    return status === 0 ? (JSON.parse(stdout).resources as { kind: string }[]).map(({ kind }) => kind) : [];
  }

  /** A namespace in which workloads make no pods: their images are nowhere, and it is the manifests that are judged. */
  private async empty(name: string): Promise<string> {
    const namespace = await this.namespaces.fresh(name);
    const limits = [{ type: 'Pod', max: { cpu: '1m' } }];
    const object = { apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'no-pods', namespace }, spec: { limits } };
    await this.kube.apply([object]);
    return namespace;
  }
}
