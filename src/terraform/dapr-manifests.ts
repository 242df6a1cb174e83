import { join } from 'node:path';
import { Chart, Names } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { DaprVersion } from '../dapr-version';
import { Stage, STAGES } from '../private/apply-order';
import { Code } from '../private/codes';
import { checkFields, Fields } from '../private/fields';
import { show } from '../private/field-words';
import { Problems } from '../private/problems';
import { apiServerForm } from './api-server-form';
import { DaprRelease } from './dapr-release';
import { ITerraformLibrary, libraryOf } from './library';
import { addResource, TerraformOptions } from './resources';
import { StagedObject, stagedObjects } from './staged-objects';
import { jsonText, literals } from './template-text';

/**
 * What Terraform applies, and as what.
 */
export interface DaprManifestsProps extends TerraformOptions {
  /** A chart of cdk8s, with all that it should hold. */
  readonly chart: Chart;

  /**
   * `manifests`: a `kubernetes_manifest` for each object, whose plan shows each field; the kinds must be known to the cluster when the plan is
   * made. `release`: two Helm releases of a chart that holds the objects, for which the kinds must be known only when it is applied.
   *
   * @default 'release' where `dependsOn` has a DaprRelease, which brings the kinds along, else 'manifests'
   */
  readonly as?: 'manifests' | 'release';

  /**
   * The name of the release. Only for a release.
   *
   * @default - the name of the chart's file
   */
  readonly releaseName?: string;

  /**
   * Whether Terraform waits until the pods are ready.
   *
   * @default true
   */
  readonly wait?: boolean;
}

/**
 * The objects of a chart of cdk8s as resources of Terraform: what sidecars read comes before the workloads.
 *
 * The chart is read when this is made: make it last.
 */
export class DaprManifests extends Construct {
  /** The resources that hold the objects. */
  public readonly resources: Construct[];

  constructor(scope: Construct, id: string, props: DaprManifestsProps) {
    const library = libraryOf(scope, OWNER, id, props?.library);
    check(scope, id, props);
    const { provider, dependsOn = [], chart } = props;
    const objects = stagedObjects(chart);
    super(scope, id);
    const as = props.as ?? (dependsOn.some((one) => one instanceof DaprRelease) ? 'release' : 'manifests');
    const make = as === 'release' ? releases : manifests;
    this.resources = make(library, this, objects, { ...props, provider, dependsOn, wait: props.wait ?? true });
  }
}

const OWNER = 'DaprManifests';

interface Made extends DaprManifestsProps {
  readonly dependsOn: IConstruct[];
  readonly wait: boolean;
}

/** Helm takes 53 letters, and the first release has five more. */
const RELEASE_NAME = /^(?=.{1,48}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

const ANY = { is: 'any' } as const;
const FIELDS: Fields = {
  chart: ANY,
  as: { is: 'enum', of: ['manifests', 'release'] },
  releaseName: {
    is: 'text',
    pattern: RELEASE_NAME,
    expected: `at most 48 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'shop'`,
  },
  wait: { is: 'boolean' },
  library: ANY,
  provider: ANY,
  dependsOn: ANY,
};

function check(scope: Construct, id: string, props: DaprManifestsProps): void {
  const problems = Problems.forNew(scope, id);
  checkFields(problems, { owner: OWNER, version: DaprVersion.of(scope) }, FIELDS, props ?? {});
  if (!Chart.isChart(props?.chart)) {
    problems.add(Code.REQUIRED, `'chart' is required by ${OWNER}: got ${show(props?.chart)}, expected a chart of cdk8s`);
  }
  problems.throwIfAny();
}

/** A resource for each object. Between two stages is a resource that stands for the end of the first, or each object would name them all. */
function manifests(library: ITerraformLibrary, scope: Construct, objects: readonly StagedObject[], props: Made): Construct[] {
  const made = new Map<string, Construct>();
  let before: IConstruct[] = props.dependsOn;
  for (const stage of STAGES) {
    const staged = objects.filter((object) => object.stage === stage);
    for (const { key, json, after } of staged) {
      const told = after.flatMap((other) => made.get(other) ?? []);
      const rollout = props.wait && stage === Stage.WORKLOAD && /^(Deployment|StatefulSet|DaemonSet)$/.test(json.kind);
      made.set(
        key,
        addResource(library, scope, key, {
          type: 'kubernetes_manifest',
          provider: props.provider,
          dependsOn: [...before, ...told],
          attributes: { ...manifestAttributes(json), ...(rollout ? { wait: [{ rollout: true }] } : {}) },
        }),
      );
    }
    if (staged.length > 0 && stage !== Stage.WORKLOAD) {
      const dependsOn = staged.map(({ key }) => made.get(key)!);
      before = [addResource(library, scope, `after-${stage}`, { type: 'terraform_data', dependsOn, attributes: {} })];
    }
  }
  return [...made.values()];
}

/** The object, and what of it the API server may give back otherwise: the first two are what the provider takes for it by itself. */
function manifestAttributes(json: object): { [name: string]: unknown } {
  const { manifest, fields } = apiServerForm(json);
  const computed = fields.length > 0 ? { computed_fields: ['metadata.annotations', 'metadata.labels', ...fields] } : {};
  return { manifest: literals(manifest), ...computed };
}

/** A release of what comes before the workloads, and one of the workloads: Helm itself applies kinds that it does not know last. */
function releases(library: ITerraformLibrary, scope: Construct, objects: readonly StagedObject[], props: Made): Construct[] {
  const asset = new library.TerraformAsset(scope, 'chart', {
    path: join(__dirname, '..', '..', 'templates', 'terraform-chart'),
    type: library.AssetType.DIRECTORY,
  });
  const name = props.releaseName ?? Names.toDnsLabel(props.chart, { maxLen: 48 });
  const namespace = releaseNamespace(props.chart, objects);
  const release = (suffix: string, held: readonly StagedObject[], dependsOn: readonly IConstruct[]): Construct[] =>
    held.length === 0
      ? []
      : [
          addResource(library, scope, `release${suffix}`, {
            type: 'helm_release',
            provider: props.provider,
            dependsOn,
            attributes: {
              name: `${name}${suffix}`,
              chart: `\${path.module}/${asset.path}`,
              namespace,
              create_namespace: namespace !== 'default',
              wait: props.wait,
              values: [jsonText(library, { manifests: Object.fromEntries(held.map(({ key, json }) => [key, json])) })],
            },
          }),
        ];
  const first = release(
    '-dapr',
    objects.filter(({ stage }) => stage !== Stage.WORKLOAD),
    props.dependsOn,
  );
  const second = release(
    '',
    objects.filter(({ stage }) => stage === Stage.WORKLOAD),
    first.length > 0 ? first : props.dependsOn,
  );
  return [...first, ...second];
}

/** Where Helm keeps the releases. It makes the namespace, but for one that is among the objects: two would make it then. */
function releaseNamespace({ namespace }: Chart, objects: readonly StagedObject[]): string {
  const own = objects.some(({ json }) => json.apiVersion === 'v1' && json.kind === 'Namespace' && json.metadata.name === namespace);
  return namespace === undefined || own ? 'default' : namespace;
}
