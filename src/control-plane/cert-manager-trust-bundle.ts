import { ApiObject, Chart, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ControlPlaneIssuerFilenames } from '../generated/control-plane-options';
import { DaprVersion } from '../dapr-version';
import { propsOf } from '../private/copied';
import { checkFields, Fields } from '../private/fields';
import { goDuration } from '../private/go-duration';
import { checkManifestsOf } from '../private/manifest-checks';
import { Problems } from '../private/problems';
import { Code } from '../private/codes';
import { certificates, checkRoots } from './certificates';
import { helmOwnership, NAME, TRUST_BUNDLE, trustBundleMeta } from './trust-bundle-meta';

/**
 * How cert-manager issues the certificate of sentry.
 */
export interface CertManagerTrustBundleProps {
  /** The name of cert-manager's issuer, which signs with the root itself: an issuer of the type CA. */
  readonly issuerName: string;

  /**
   * `Issuer` or `ClusterIssuer`.
   *
   * @default 'Issuer'
   */
  readonly issuerKind?: string;

  /** The root certificate of that issuer, in PEM: one, which has signed itself. Every sidecar trusts it. */
  readonly rootCertificate: string;

  /**
   * How long the certificate of sentry lasts. cert-manager renews it in time.
   *
   * @default Duration.days(365)
   */
  readonly duration?: Duration;

  /**
   * How long before its end the certificate is renewed.
   *
   * @default - a third of its duration
   */
  readonly renewBefore?: Duration;

  /**
   * The namespace of the control plane.
   *
   * @default - the one of the chart, or `dapr-system` where it has none
   */
  readonly namespace?: string;

  /**
   * The name of the Helm release that takes the Secret and the ConfigMap over: without it, Helm would refuse to install into them.
   *
   * @default 'dapr'
   */
  readonly releaseName?: string;
}

/**
 * Certificates of cert-manager for sentry: a `Certificate` that fills the Secret `dapr-trust-bundle`, and the ConfigMap of that name with the same
 * root, letter for letter. Where the two differ, sentry throws both away and makes its own.
 *
 * The Secret must be filled before sentry starts for the first time: wait for the Certificate to be ready, then install the control plane with
 * `sentry: { issuer: bundle.issuer }`.
 *
 * @see https://docs.dapr.io/operations/security/mtls/
 */
export class CertManagerTrustBundle extends Construct {
  /** Where sentry finds what cert-manager writes: for `sentry.issuer` of the ControlPlane. */
  public readonly issuer: ControlPlaneIssuerFilenames = { caFilename: 'ca.crt', certificateFilename: 'tls.crt', keyFilename: 'tls.key' };

  constructor(scope: Construct, id: string, props: CertManagerTrustBundleProps) {
    const given = propsOf(props);
    const problems = Problems.forNew(scope, id);
    const namespace = given.namespace ?? Chart.of(scope).namespace ?? 'dapr-system';
    const releaseName = given.releaseName ?? 'dapr';
    checkFields(problems, { owner: OWNER, version: DaprVersion.of(scope) }, FIELDS, given);
    const roots = given.rootCertificate === undefined ? [] : certificates(problems, OWNER, 'rootCertificate', given.rootCertificate);
    checkRoots(problems, OWNER, 'rootCertificate', roots);
    if (roots.length > 1) {
      problems.add(
        Code.NOT_ALLOWED,
        `'rootCertificate' of ${OWNER} has ${roots.length} certificates, and cert-manager writes one into the Secret: expected the one of the issuer`,
      );
    }
    problems.throwIfAny();

    super(scope, id);
    const duration = given.duration ?? Duration.days(365);
    this.write('certificate', {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: NAME, namespace },
      spec: {
        secretName: NAME,
        secretTemplate: helmOwnership(namespace, releaseName),
        isCA: true,
        commonName: 'dapr-sentry',
        usages: ['digital signature', 'cert sign', 'crl sign'],
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
        duration: goDuration(duration),
        ...(given.renewBefore === undefined ? {} : { renewBefore: goDuration(given.renewBefore) }),
        issuerRef: { group: 'cert-manager.io', kind: given.issuerKind ?? 'Issuer', name: given.issuerName },
      },
    });
    // As cert-manager spells it: the plain block, with a newline at its end.
    const data = { 'ca.crt': roots[0].toString() };
    this.write('config-map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: trustBundleMeta(namespace, releaseName), data });
  }

  private write(id: string, object: object): void {
    checkManifestsOf(new ApiObject(this, id, object as ConstructorParameters<typeof ApiObject>[2]));
  }
}

const OWNER = 'CertManagerTrustBundle';

const FIELDS: Fields = {
  issuerName: {
    is: 'text',
    required: true,
    pattern: /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/,
    expected: `the name of an issuer of cert-manager`,
  },
  issuerKind: { is: 'enum', of: ['Issuer', 'ClusterIssuer'] },
  rootCertificate: { is: 'text', required: true, expected: 'a certificate in PEM' },
  duration: { is: 'duration', min: 3_600_000 },
  renewBefore: { is: 'duration', min: 300_000 },
  ...TRUST_BUNDLE,
};
