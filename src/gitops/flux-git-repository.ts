import { ApiObjectMetadata, Chart, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { DaprVersion } from '../dapr-version';
import { Code } from '../private/codes';
import { propsOf } from '../private/copied';
import { checkFields, Fields } from '../private/fields';
import { goDuration } from '../private/go-duration';
import { checkName } from '../private/names';
import { Problems } from '../private/problems';
import { Resource } from '../private/resource';
import { FLUX_NAMESPACE, SOURCE_FIELDS } from './flux-fields';
import { IFluxSource } from './flux-source';

/**
 * Which repository Flux watches, and what of it.
 */
export interface FluxGitRepositoryProps {
  /** The repository: `https://…` or `ssh://…`. */
  readonly url: string;

  /**
   * The branch.
   *
   * @default 'main', where there is neither tag, semver nor commit
   */
  readonly branch?: string;

  /**
   * The tag. Give one of tag, semver and commit at most.
   *
   * @default - the branch counts
   */
  readonly tag?: string;

  /**
   * A range of versions: the newest tag that is in it counts.
   *
   * @default - the branch counts
   */
  readonly semver?: string;

  /**
   * The commit. With a branch, it is looked for there.
   *
   * @default - the newest
   */
  readonly commit?: string;

  /**
   * How often Flux looks.
   *
   * @default Duration.minutes(5)
   */
  readonly interval?: Duration;

  /**
   * How long a fetch may take. Less than an hour.
   *
   * @default Duration.seconds(60)
   */
  readonly timeout?: Duration;

  /**
   * The Secret that opens the repository, in the namespace of this object.
   *
   * @default - the repository is open
   */
  readonly secretName?: string;

  /**
   * What of the repository is left out, as a `.gitignore` would say it.
   *
   * @default - nothing but what Flux leaves out by itself
   */
  readonly ignore?: string;

  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - named by the construct id, in the chart's namespace, or in `flux-system` where the chart has none
   */
  readonly objectMeta?: ApiObjectMetadata;
}

/**
 * A Git repository that Flux watches.
 *
 * @see https://fluxcd.io/flux/components/source/gitrepositories/
 */
export class FluxGitRepository extends Resource implements IFluxSource {
  /**
   * A repository that Flux watches already, such as the one of its bootstrap.
   *
   * @param name its name
   * @param namespace its namespace, else `flux-system`
   */
  public static fromName(name: string, namespace?: string): IFluxSource {
    return { kind: 'GitRepository', name, namespace: namespace ?? FLUX_NAMESPACE };
  }

  /** The namespace of the object. */
  public readonly namespace: string;
  private readonly spec: object;

  constructor(scope: Construct, id: string, props: FluxGitRepositoryProps) {
    const { objectMeta, ...given } = propsOf(props);
    const namespace = objectMeta?.namespace ?? Chart.of(scope).namespace ?? FLUX_NAMESPACE;
    const problems = Problems.forNew(scope, id);
    checkName(problems, OWNER, objectMeta?.name ?? id);
    checkFields(problems, { owner: OWNER, version: DaprVersion.of(scope) }, FIELDS, given);
    checkReference(problems, given);
    problems.throwIfAny();

    super(scope, id, { apiVersion: 'source.toolkit.fluxcd.io/v1', kind: 'GitRepository', objectMeta: { ...objectMeta, namespace } });
    this.namespace = namespace;
    const { url, tag, semver, commit, secretName, ignore } = given;
    const branch = given.branch ?? ((tag ?? semver ?? commit) === undefined ? 'main' : undefined);
    this.spec = {
      url,
      ref: { branch, tag, semver, commit },
      interval: goDuration(given.interval ?? Duration.minutes(5)),
      timeout: given.timeout && goDuration(given.timeout),
      secretRef: secretName === undefined ? undefined : { name: secretName },
      ignore,
    };
  }

  /** @internal */
  public _spec(): object {
    return this.spec;
  }
}

const OWNER = 'FluxGitRepository';
const REFERENCE = /^\S+$/;

const FIELDS: Fields = {
  url: {
    is: 'text',
    required: true,
    pattern: /^(https?|ssh):\/\/\S+$/,
    expected: `http://, https:// or ssh://, e.g. 'ssh://git@github.com/example/shop-deploy' for git@github.com:example/shop-deploy`,
  },
  branch: { is: 'text', pattern: REFERENCE, expected: `a branch, e.g. 'main'` },
  tag: { is: 'text', pattern: REFERENCE, expected: `a tag, e.g. 'v1.4.0'` },
  semver: { is: 'text', pattern: /./, expected: `a range of versions, e.g. '>=1.4.0 <2.0.0'` },
  commit: {
    is: 'text',
    pattern: /^[0-9a-f]{40}([0-9a-f]{24})?$/,
    expected: 'the whole hash of a commit: 40 or 64 digits and letters from a to f',
  },
  ...SOURCE_FIELDS,
};

function checkReference(problems: Problems, { branch, tag, semver, commit }: FluxGitRepositoryProps): void {
  const given = Object.entries({ branch, tag, semver, commit }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (given.length > 1 && given.join() !== 'branch,commit') {
    problems.add(Code.CONFLICT, `${given.join(' and ')} of ${OWNER} exclude each other: Flux looks at one of them only; keep that one`);
  }
}
