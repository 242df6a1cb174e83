import { ApiObjectMetadata, Chart, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { DaprVersion } from '../dapr-version';
import { propsOf } from '../private/copied';
import { toJson } from '../private/field-text';
import { checkFields, Fields } from '../private/fields';
import { checkName } from '../private/names';
import { Problems } from '../private/problems';
import { Resource } from '../private/resource';
import { checkSince } from '../private/resource-checks';
import { Feature, FEATURE } from './feature';

/**
 * mTLS between the sidecars and with the control plane.
 *
 * @see https://docs.dapr.io/operations/security/mtls/
 */
export interface Mtls {
  /**
   * Whether sidecars identify and encrypt themselves. Without it, access control cannot tell callers apart.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * How long the certificate of a sidecar lasts. Sidecars renew it in time.
   *
   * @default Duration.hours(24)
   */
  readonly workloadCertTtl?: Duration;

  /**
   * How far the clocks of the machines may differ.
   *
   * @default Duration.minutes(15)
   */
  readonly allowedClockSkew?: Duration;

  /**
   * The trust domain of the control plane itself. Not the one of applications: see `AccessControl.trustDomain`.
   *
   * @default 'cluster.local'
   */
  readonly controlPlaneTrustDomain?: string;

  /**
   * The `host:port` where sidecars find sentry, which signs the certificates.
   *
   * @default - `dapr-sentry.<namespace>.svc.cluster.local:443`
   */
  readonly sentryAddress?: string;

  /**
   * Further ways for a sidecar to prove to sentry who it is.
   *
   * @default - its Kubernetes service account only
   */
  readonly tokenValidators?: TokenValidator[];
}

/**
 * Whose tokens sentry believes.
 */
export interface JwksOptions {
  /** The key set: a URL, a file of sentry, or the set itself, plain or in base64. */
  readonly source: string;

  /**
   * The authority that is trusted when the set is fetched: a file of sentry, or the certificate itself in PEM.
   *
   * @default - those of the system
   */
  readonly caCertificate?: string;

  /**
   * How often the set is fetched at most. More than one second.
   *
   * @default - the one of sentry
   */
  readonly minRefreshInterval?: Duration;

  /**
   * How long a fetch may take. More than one millisecond.
   *
   * @default - the one of sentry
   */
  readonly requestTimeout?: Duration;
}

/**
 * A way for a sidecar to prove to sentry who it is, beside its Kubernetes service account.
 *
 * @see https://docs.dapr.io/operations/security/mtls/
 */
export class TokenValidator {
  /**
   * Believes tokens (JWT) that a key of a key set (JWKS) has signed.
   *
   * @param options the key set and how it is fetched
   */
  public static jwks(options: JwksOptions): TokenValidator {
    return new TokenValidator({ name: 'jwks', options: { ...options } });
  }

  /** @internal */
  public readonly _values: object;

  private constructor(values: object) {
    this._values = values;
  }
}

/**
 * How the control plane behaves.
 */
export interface ControlPlaneConfigurationProps {
  /**
   * mTLS between the sidecars and with the control plane.
   *
   * @default - on, with certificates for a day
   */
  readonly mtls?: Mtls;

  /**
   * The preview features of sentry. Sidecars do not look here.
   *
   * @default - as the Dapr version has them
   */
  readonly features?: Feature[];

  /**
   * Name, namespace, labels and annotations of the Kubernetes object.
   *
   * @default - named `daprsystem`, in the chart's namespace, or in `dapr-system` where the chart has none
   */
  readonly objectMeta?: ApiObjectMetadata;
}

/**
 * The Configuration of the control plane itself: `daprsystem`, in its namespace. There is one in a cluster, and the Helm
 * chart of Dapr brings it along; write it only where you do not use the chart's values for it.
 *
 * Sidecars read none of it: what concerns applications belongs in a `Configuration`.
 *
 * @see https://docs.dapr.io/operations/security/mtls/
 */
export class ControlPlaneConfiguration extends Resource {
  private readonly spec: object;

  constructor(scope: Construct, id: string, props: ControlPlaneConfigurationProps = {}) {
    const { objectMeta, ...given } = propsOf(props);
    const meta: ApiObjectMetadata = {
      ...objectMeta,
      name: objectMeta?.name ?? 'daprsystem',
      namespace: objectMeta?.namespace ?? Chart.of(scope).namespace ?? 'dapr-system',
    };
    const version = DaprVersion.of(scope);
    const problems = Problems.forNew(scope, id);
    checkName(problems, OWNER, meta.name);
    const values = plain(given);
    checkFields(problems, { owner: OWNER, version }, FIELDS, values);
    for (const feature of Array.isArray(given.features) ? given.features : []) {
      if (feature?._since !== undefined) {
        checkSince(problems, version, `the feature '${feature.name}'`, feature._since);
      }
    }
    problems.throwIfAny();

    super(scope, id, { apiVersion: 'dapr.io/v1alpha1', kind: 'Configuration', objectMeta: meta });
    const { mtls, ...rest } = toJson(FIELDS, values);
    this.spec = {
      mtls: {
        enabled: true,
        controlPlaneTrustDomain: 'cluster.local',
        sentryAddress: `dapr-sentry.${meta.namespace}.svc.cluster.local:443`,
        ...(mtls as object | undefined),
      },
      ...rest,
    };
  }

  /** @internal */
  public _spec(): object {
    return this.spec;
  }
}

const OWNER = 'ControlPlaneConfiguration';

const MTLS: Fields = {
  enabled: { is: 'boolean' },
  workloadCertTtl: { is: 'duration', min: 1, wire: 'workloadCertTTL' },
  allowedClockSkew: { is: 'duration' },
  controlPlaneTrustDomain: {
    is: 'text',
    pattern: /^[a-z0-9._-]{1,255}$/,
    expected: `at most 255 lower case letters, digits, '.', '-' and '_', e.g. 'cluster.local'`,
  },
  sentryAddress: { is: 'text', pattern: /^[^\s/]+:\d+$/, expected: `host:port, e.g. 'dapr-sentry.dapr-system.svc.cluster.local:443'` },
  tokenValidators: {
    is: 'objects',
    expected: 'a list of TokenValidators',
    fields: {
      name: { is: 'enum', required: true, of: ['jwks'] },
      options: {
        is: 'object',
        fields: {
          source: { is: 'text', required: true, pattern: /./, expected: 'a URL, a file or a key set' },
          caCertificate: { is: 'text' },
          minRefreshInterval: { is: 'duration', min: 1001 },
          requestTimeout: { is: 'duration', min: 2 },
        },
      },
    },
  },
};

const FIELDS: Fields = {
  mtls: { is: 'object', fields: MTLS },
  features: { is: 'objects', fields: FEATURE, expected: 'a list of Features' },
};

function plain(given: Omit<ControlPlaneConfigurationProps, 'objectMeta'>): object {
  const { mtls, features } = given;
  const validators = mtls?.tokenValidators;
  return {
    ...given,
    mtls: Array.isArray(validators) ? { ...mtls, tokenValidators: validators.map((validator) => validator?._values ?? validator) } : mtls,
    features: Array.isArray(features) ? features.map((feature) => feature?._values ?? feature) : features,
  };
}
