import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Stage, stageOf } from '../private/apply-order';
import { Code } from '../private/codes';
import { propsOf } from '../private/copied';
import { checkFields, Fields } from '../private/fields';
import { Problems } from '../private/problems';
import { DaprVersion } from '../dapr-version';

/**
 * The waves in which Argo CD applies the objects of a chart.
 */
export interface SyncWavesOptions {
  /**
   * The wave of namespaces.
   *
   * @default -30
   */
  readonly namespaces?: number;

  /**
   * The wave of what pods and sidecars read, and of the right to read it: Secrets, ConfigMaps, service accounts, roles, volumes, CRDs, and
   * the objects from which controllers make Secrets.
   *
   * @default -20
   */
  readonly prerequisites?: number;

  /**
   * The wave of Dapr's own objects: components, configurations, subscriptions and the others.
   *
   * @default -10
   */
  readonly dapr?: number;

  /**
   * The wave of each kind that should not go by the above, such as `{ Job: -5 }` for a migration that runs before the applications.
   *
   * @default - all other kinds are in wave 0, which needs no annotation
   */
  readonly kinds?: { [kind: string]: number };
}

/**
 * Puts the objects of a chart into the order in which Argo CD should apply them.
 *
 * Within a wave Argo CD applies kinds that it knows before all others: Deployments before Components. A sidecar that starts without its
 * Configuration exits, and one that starts without its Components answers with errors until it has loaded them. So each must come
 * in a wave before the workloads.
 *
 * ```ts
 * dapr.gitops.SyncWaves.addTo(chart);
 * ```
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 */
export class SyncWaves {
  /** The annotation that Argo CD reads. */
  public static readonly ANNOTATION = 'argocd.argoproj.io/sync-wave';

  /**
   * Annotates all objects that the scope holds now: call it last. An object that has the annotation keeps it.
   *
   * @param scope a chart, or whatever holds objects
   * @param options other waves than the usual ones
   */
  public static addTo(scope: Construct, options: SyncWavesOptions = {}): void {
    const given = propsOf(options);
    const objects = scope.node.findAll().filter((node): node is ApiObject => ApiObject.isApiObject(node));
    check(scope, given, objects);
    for (const object of objects) {
      const own = given.kinds?.[object.kind];
      const wave = own ?? waveOf(given, stageOf(object.apiVersion, object.kind));
      const { annotations } = object.metadata.toJson() as { annotations?: { [name: string]: string } };
      const annotated = annotations?.[SyncWaves.ANNOTATION] !== undefined;
      if (!annotated && wave !== 0) {
        object.metadata.addAnnotation(SyncWaves.ANNOTATION, String(wave));
      }
    }
  }

  private constructor() {}
}

const WAVE = { is: 'integer' } as const;

const FIELDS: Fields = {
  namespaces: WAVE,
  prerequisites: WAVE,
  dapr: WAVE,
  kinds: { is: 'object', expected: 'a wave for each kind, e.g. { Job: -5 }' },
};

function waveOf(options: SyncWavesOptions, stage: Stage): number {
  switch (stage) {
    case Stage.NAMESPACE:
      return options.namespaces ?? -30;
    case Stage.GROUND:
      return options.prerequisites ?? -20;
    case Stage.DAPR:
      return options.dapr ?? -10;
    case Stage.WORKLOAD:
      return 0;
  }
}

function check(scope: Construct, options: SyncWavesOptions, objects: readonly ApiObject[]): void {
  const problems = new Problems(scope, '');
  const place = { owner: 'SyncWaves', version: DaprVersion.of(scope) };
  const { kinds, ...waves } = options;
  const kindFields = Object.fromEntries(Object.keys(kinds ?? {}).map((kind) => [kind, WAVE]));
  checkFields(problems, place, { ...FIELDS, kinds: { ...FIELDS.kinds, fields: kindFields } }, { ...waves, kinds });
  if (objects.length === 0) {
    problems.add(Code.REQUIRED, 'SyncWaves found no objects: got an empty chart, expected the call after all that the chart holds');
  }
  problems.throwIfAny();
}
