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
 * Which artifact Flux watches.
 */
export interface FluxOciRepositoryProps {
  /** The artifact, without a tag: `oci://registry/name`. */
  readonly url: string;

  /**
   * The tag. Give one of tag, semver and digest at most.
   *
   * @default - `latest`, where there is neither semver nor digest
   */
  readonly tag?: string;

  /**
   * A range of versions: the newest tag that is in it counts.
   *
   * @default - the tag counts
   */
  readonly semver?: string;

  /**
   * The digest: `sha256:…`.
   *
   * @default - the tag counts
   */
  readonly digest?: string;

  /**
   * Whose identity opens the registry: `aws`, `azure` or `gcp` for the one of the pod, `generic` for a Secret.
   *
   * @default 'generic'
   */
  readonly provider?: string;

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
   * The Secret that opens the registry, in the namespace of this object.
   *
   * @default - the registry is open, or the provider's identity opens it
   */
  readonly secretName?: string;

  /**
   * What of the artifact is left out, as a `.gitignore` would say it.
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
 * Manifests in a container registry, as `flux push artifact` puts them there.
 *
 * @see https://fluxcd.io/flux/components/source/ocirepositories/
 */
export class FluxOciRepository extends Resource implements IFluxSource {
  /**
   * One that exists already.
   *
   * @param name its name
   * @param namespace its namespace, else `flux-system`
   */
  public static fromName(name: string, namespace?: string): IFluxSource {
    return { kind: 'OCIRepository', name, namespace: namespace ?? FLUX_NAMESPACE };
  }

  /** The namespace of the object. */
  public readonly namespace: string;
  private readonly spec: object;

  constructor(scope: Construct, id: string, props: FluxOciRepositoryProps) {
    const { objectMeta, ...given } = propsOf(props);
    const namespace = objectMeta?.namespace ?? Chart.of(scope).namespace ?? FLUX_NAMESPACE;
    const problems = Problems.forNew(scope, id);
    checkName(problems, OWNER, objectMeta?.name ?? id);
    checkFields(problems, { owner: OWNER, version: DaprVersion.of(scope) }, FIELDS, given);
    checkReference(problems, given);
    problems.throwIfAny();

    super(scope, id, { apiVersion: 'source.toolkit.fluxcd.io/v1', kind: 'OCIRepository', objectMeta: { ...objectMeta, namespace } });
    this.namespace = namespace;
    const { url, tag, semver, digest, provider, secretName, ignore } = given;
    this.spec = {
      url,
      ref: (tag ?? semver ?? digest) === undefined ? { tag: 'latest' } : { tag, semver, digest },
      provider,
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

const OWNER = 'FluxOciRepository';

const FIELDS: Fields = {
  url: {
    is: 'text',
    required: true,
    pattern: /^oci:\/\/[^\s/]+\/[^\s:@]+$/,
    expected: `oci:// and no tag, which has a property of its own, e.g. 'oci://ghcr.io/example/shop'`,
  },
  tag: { is: 'text', pattern: /^\S+$/, expected: `a tag, e.g. '1.4.0'` },
  semver: { is: 'text', pattern: /./, expected: `a range of versions, e.g. '>=1.4.0 <2.0.0'` },
  digest: { is: 'text', pattern: /^sha256:[0-9a-f]{64}$/, expected: `'sha256:' and 64 digits and letters from a to f` },
  provider: { is: 'enum', of: ['generic', 'aws', 'azure', 'gcp'] },
  ...SOURCE_FIELDS,
};

function checkReference(problems: Problems, { tag, semver, digest }: FluxOciRepositoryProps): void {
  const given = Object.entries({ tag, semver, digest }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (given.length > 1) {
    problems.add(Code.CONFLICT, `${given.join(' and ')} of ${OWNER} exclude each other: Flux looks at one of them only; keep that one`);
  }
}
