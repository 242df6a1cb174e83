import { Construct } from 'constructs';
import { Code } from '../private/codes';
import { propsOf } from '../private/copied';
import { show } from '../private/field-words';
import { checkFields, Fields } from '../private/fields';
import { Problems } from '../private/problems';
import { DaprVersion } from '../dapr-version';
import { ITerraformLibrary, libraryOf } from './library';
import { addResource, TerraformOptions } from './resources';
import { jsonText } from './template-text';

/**
 * The control plane, as far as Helm must know it: a `ControlPlane` is one.
 */
export interface IControlPlaneValues {
  /** The version of the chart. */
  readonly version: string;
  /** The namespace of the control plane. */
  readonly namespace: string;
  /** The name of the release. */
  readonly releaseName: string;
  /** The Helm repository: `https://…` or `oci://…`. */
  readonly repository: string;
  /** The values of the chart. */
  toValues(): any;
}

/**
 * Which Dapr, where, and with what values.
 */
export interface DaprReleaseProps extends TerraformOptions {
  /**
   * The control plane, with its version, its place and its values.
   *
   * @default - as the other properties say
   */
  readonly controlPlane?: IControlPlaneValues;

  /**
   * The version of Dapr's Helm chart, which is Dapr's own. Give this or `controlPlane`.
   *
   * @default - the one of `controlPlane`
   */
  readonly version?: string;

  /**
   * The values of the chart. Not together with `controlPlane`.
   *
   * @default - those of `controlPlane`, or the chart's own
   */
  readonly values?: object;

  /**
   * The namespace. It is made where it is missing. Not together with `controlPlane`.
   *
   * @default - the one of `controlPlane`, or `dapr-system`
   */
  readonly namespace?: string;

  /**
   * The name of the release. Not together with `controlPlane`.
   *
   * @default - the one of `controlPlane`, or `dapr`
   */
  readonly releaseName?: string;

  /**
   * The Helm repository. Not together with `controlPlane`.
   *
   * @default - the one of `controlPlane`, or `https://dapr.github.io/helm-charts/`
   */
  readonly repository?: string;

  /**
   * For how many seconds Terraform waits until the control plane is ready.
   *
   * @default 600
   */
  readonly timeoutSeconds?: number;
}

/**
 * Dapr's control plane as a `helm_release` of Terraform, which waits until it is ready.
 *
 * Helm does not upgrade the CRDs of a chart: see docs/terraform.md before the version changes.
 *
 * @see https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release
 */
export class DaprRelease extends Construct {
  /** The resource. */
  public readonly release: Construct;

  constructor(scope: Construct, id: string, props: DaprReleaseProps) {
    const library = libraryOf(scope, OWNER, id, props?.library);
    const { provider, dependsOn, controlPlane, ...given } = own(props);
    check(scope, id, { controlPlane, ...given });
    super(scope, id);
    this.release = addResource(library, this, 'release', {
      type: 'helm_release',
      provider,
      dependsOn: dependsOn ?? [],
      attributes: attributes(library, controlPlane, given),
    });
  }
}

const OWNER = 'DaprRelease';

const FIELDS: Fields = {
  controlPlane: { is: 'any' },
  version: {
    is: 'text',
    pattern: /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/,
    expected: `a whole version without 'v', e.g. '1.18.3'`,
  },
  values: { is: 'any' },
  namespace: { is: 'text', pattern: /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, expected: `a namespace, e.g. 'dapr-system'` },
  releaseName: {
    is: 'text',
    pattern: /^(?=.{1,53}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    expected: `at most 53 lower case letters, digits and '-', e.g. 'dapr'`,
  },
  repository: { is: 'text', pattern: /^(https?|oci):\/\/\S+$/, expected: `a Helm repository, e.g. 'https://dapr.github.io/helm-charts/'` },
  timeoutSeconds: { is: 'integer', min: 1 },
};

type Own = Omit<DaprReleaseProps, 'library' | 'provider' | 'dependsOn' | 'controlPlane'>;

/** The library and the constructs are kept as they are. */
function own(props: DaprReleaseProps): Omit<DaprReleaseProps, 'library'> {
  const { library: _, provider, dependsOn, controlPlane, ...given } = props ?? {};
  return { ...propsOf(given), provider, dependsOn, controlPlane };
}

function check(scope: Construct, id: string, given: Omit<DaprReleaseProps, 'library'>): void {
  const problems = Problems.forNew(scope, id);
  checkFields(problems, { owner: OWNER, version: DaprVersion.of(scope) }, FIELDS, given);
  const { values } = given;
  if (values !== undefined && (typeof values !== 'object' || Array.isArray(values))) {
    problems.add(Code.WRONG_TYPE, `'values' of ${OWNER} must be an object of values of the chart: got ${show(values)}`);
  }
  for (const name of ['version', 'values', 'namespace', 'releaseName', 'repository'] as const) {
    if (given.controlPlane !== undefined && given[name] !== undefined) {
      problems.add(
        Code.CONFLICT,
        `'${name}' of ${OWNER} is the one of 'controlPlane': got both; write it there, or leave controlPlane out`,
      );
    }
  }
  if (given.controlPlane === undefined && given.version === undefined) {
    problems.add(
      Code.REQUIRED,
      `'version' is required by ${OWNER} without a controlPlane: got nothing, expected the version of Dapr, e.g. '1.18.3'; Terraform would install another Dapr with each new one`,
    );
  }
  problems.throwIfAny();
}

function attributes(library: ITerraformLibrary, plane: IControlPlaneValues | undefined, given: Own): { [name: string]: unknown } {
  const values = plane === undefined ? given.values : plane.toValues();
  return {
    name: plane?.releaseName ?? given.releaseName ?? 'dapr',
    repository: plane?.repository ?? given.repository ?? 'https://dapr.github.io/helm-charts/',
    chart: 'dapr',
    version: plane?.version ?? given.version,
    namespace: plane?.namespace ?? given.namespace ?? 'dapr-system',
    create_namespace: true,
    wait: true,
    timeout: given.timeoutSeconds ?? 600,
    values: values === undefined ? [] : [jsonText(library, values)],
  };
}
