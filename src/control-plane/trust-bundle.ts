import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { SecretValue } from '../metadata-value';
import { Code } from '../private/codes';
import { DaprVersion } from '../dapr-version';
import { propsOf } from '../private/copied';
import { checkFields, Fields } from '../private/fields';
import { checkManifestsOf } from '../private/manifest-checks';
import { originOf } from '../private/origin';
import { Problems } from '../private/problems';
import { certificates, checkIssuer, checkKey, checkRoots } from './certificates';
import { TRUST_BUNDLE, trustBundleMeta } from './trust-bundle-meta';

/**
 * The certificates of your own authority.
 */
export interface TrustBundleProps {
  /** The root certificate in PEM, or several while one replaces another: every sidecar trusts them. Each has signed itself. */
  readonly rootCertificate: string;

  /** The certificate by which sentry signs, and its chain, in PEM. A root has signed it. */
  readonly issuerCertificate: string;

  /**
   * The private key of `issuerCertificate`, in PEM. It stands in the manifest: encrypt that, or leave the key out.
   *
   * @default - only the ConfigMap is written: the Secret `dapr-trust-bundle` comes from elsewhere, with these same certificates
   */
  readonly issuerKey?: SecretValue;

  /**
   * The namespace of the control plane.
   *
   * @default - the one of the chart, or `dapr-system` where it has none
   */
  readonly namespace?: string;

  /**
   * The name of the Helm release that takes the two objects over: without it, Helm would refuse to install into them.
   *
   * @default 'dapr'
   */
  readonly releaseName?: string;
}

/**
 * Certificates of your own for sentry: the Secret and the ConfigMap `dapr-trust-bundle`, with one and the same root. Where the two differ, sentry
 * throws both away and makes its own.
 *
 * Apply it before the control plane. It goes in place of `sentry.tls` of the ControlPlane, and outlives upgrades of the release.
 *
 * @see https://docs.dapr.io/operations/security/mtls/
 */
export class TrustBundle extends Construct {
  constructor(scope: Construct, id: string, props: TrustBundleProps) {
    const { issuerKey, ...given } = propsOf(props);
    const problems = Problems.forNew(scope, id);
    const namespace = given.namespace ?? Chart.of(scope).namespace ?? 'dapr-system';
    const releaseName = given.releaseName ?? 'dapr';
    checkFields(problems, { owner: OWNER, version: DaprVersion.of(scope) }, FIELDS, { ...given, issuerKey });
    const roots = given.rootCertificate === undefined ? [] : certificates(problems, OWNER, 'rootCertificate', given.rootCertificate);
    const chain = given.issuerCertificate === undefined ? [] : certificates(problems, OWNER, 'issuerCertificate', given.issuerCertificate);
    checkRoots(problems, OWNER, 'rootCertificate', roots);
    checkIssuer(problems, OWNER, chain, roots);
    const key = keyText(problems, issuerKey);
    if (key !== undefined) {
      checkKey(problems, OWNER, key, chain[0]);
    }
    problems.throwIfAny();

    super(scope, id);
    const metadata = trustBundleMeta(namespace, releaseName);
    const root = given.rootCertificate;
    this.write('config-map', { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'ca.crt': root } });
    if (key !== undefined) {
      const data = { 'ca.crt': root, 'issuer.crt': given.issuerCertificate, 'issuer.key': key };
      const encoded = Object.entries(data).map(([name, text]) => [name, Buffer.from(text).toString('base64')]);
      this.write('secret', { apiVersion: 'v1', kind: 'Secret', type: 'Opaque', metadata, data: Object.fromEntries(encoded) });
    }
  }

  private write(id: string, object: object): void {
    checkManifestsOf(new ApiObject(this, id, object as ConstructorParameters<typeof ApiObject>[2]));
  }
}

const OWNER = 'TrustBundle';

const FIELDS: Fields = {
  rootCertificate: { is: 'text', required: true, expected: 'a certificate in PEM' },
  issuerCertificate: { is: 'text', required: true, expected: 'a certificate in PEM' },
  issuerKey: { is: 'secret', expected: 'SecretValue.unsafePlainText of a key in PEM' },
  ...TRUST_BUNDLE,
};

function keyText(problems: Problems, key: SecretValue | undefined): string | undefined {
  const text = originOf(key)?.text;
  if (originOf(key) !== undefined && text === undefined) {
    problems.add(
      Code.NOT_ALLOWED,
      `'issuerKey' of ${OWNER} comes from a Secret or the environment, and a Secret cannot refer to one: expected SecretValue.unsafePlainText, or leave it out and bring the Secret dapr-trust-bundle along by other means`,
    );
  }
  return text;
}
