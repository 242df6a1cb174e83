import { Duration, Testing } from 'cdk8s';
import * as dapr from '../../src';
import { mistakesOf, shop } from '../support/resources';
import { expectValid } from '../support/schemas';
import { ISSUER, ISSUER_KEY, LEAF, OTHER_KEY, OTHER_ROOT, ROOT } from './certificates';

const OWNED = {
  name: 'dapr-trust-bundle',
  namespace: 'dapr-system',
  labels: { 'app.kubernetes.io/managed-by': 'Helm' },
  annotations: { 'meta.helm.sh/release-name': 'dapr', 'meta.helm.sh/release-namespace': 'dapr-system' },
};
const KEY = dapr.SecretValue.unsafePlainText(ISSUER_KEY);
const OWN: dapr.TrustBundleProps = { rootCertificate: ROOT, issuerCertificate: ISSUER, issuerKey: KEY };

function refused(props: object): string[] {
  return mistakesOf(() => new dapr.TrustBundle(shop(), 'bundle', { ...OWN, ...props } as dapr.TrustBundleProps));
}

describe('certificates of your own', () => {
  test('make the Secret and the ConfigMap of one root, which Helm takes over', () => {
    const chart = shop();
    new dapr.TrustBundle(chart, 'bundle', OWN);
    const [map, secret] = Testing.synth(chart);
    [map, secret].forEach((object) => expectValid(object));
    expect(map).toEqual({ apiVersion: 'v1', kind: 'ConfigMap', metadata: OWNED, data: { 'ca.crt': ROOT } });
    expect({ ...secret, data: undefined }).toEqual({ apiVersion: 'v1', kind: 'Secret', type: 'Opaque', metadata: OWNED, data: undefined });
    const decoded = Object.entries<string>(secret.data).map(([key, text]) => [key, Buffer.from(text, 'base64').toString()]);
    expect(Object.fromEntries(decoded)).toEqual({ 'ca.crt': ROOT, 'issuer.crt': ISSUER, 'issuer.key': ISSUER_KEY });
  });

  test('take two roots while one replaces the other, and a chain that ends in its root', () => {
    expect(refused({ rootCertificate: ROOT + OTHER_ROOT })).toEqual([]);
    expect(refused({ issuerCertificate: ISSUER + ROOT })).toEqual([]);
  });

  test('without the key only the ConfigMap is written', () => {
    const chart = shop();
    new dapr.TrustBundle(chart, 'bundle', { rootCertificate: ROOT, issuerCertificate: ISSUER, namespace: 'platform', releaseName: 'mesh' });
    expect(
      Testing.synth(chart).map(({ kind, metadata }) => [kind, metadata.namespace, metadata.annotations['meta.helm.sh/release-name']]),
    ).toEqual([['ConfigMap', 'platform', 'mesh']]);
  });

  test.each<[string, object, string[]]>([
    [
      'no certificate',
      { rootCertificate: 'hello' },
      [
        "DAPR014 [shop/bundle] 'rootCertificate' of TrustBundle must be certificates in PEM: got text with none; expected '-----BEGIN CERTIFICATE-----…'",
      ],
    ],
    [
      'a broken certificate',
      { rootCertificate: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' },
      [
        "DAPR014 [shop/bundle] 'rootCertificate' of TrustBundle must be certificates in PEM: got text with one that is none; expected '-----BEGIN CERTIFICATE-----…'",
      ],
    ],
    [
      'an intermediate as the root',
      { rootCertificate: ISSUER, issuerCertificate: ISSUER },
      [
        "DAPR014 [shop/bundle] 'rootCertificate' of TrustBundle has 'O=example, CN=dapr-sentry', which 'O=example, CN=root' has signed: expected the root certificate, which has signed itself",
        "DAPR015 [shop/bundle] 'issuerCertificate' of TrustBundle does not lead to 'rootCertificate': expected that 'O=example, CN=dapr-sentry' has signed it, or the last of its chain",
      ],
    ],
    [
      'an issuer that may not sign',
      { issuerCertificate: LEAF, issuerKey: dapr.SecretValue.unsafePlainText(OTHER_KEY) },
      [
        "DAPR014 [shop/bundle] 'issuerCertificate' of TrustBundle begins with 'CN=leaf', which may not sign others: expected an intermediate authority (CA:TRUE)",
      ],
    ],
    [
      'an issuer of another root',
      { rootCertificate: OTHER_ROOT },
      [
        "DAPR015 [shop/bundle] 'issuerCertificate' of TrustBundle does not lead to 'rootCertificate': expected that 'CN=another root' has signed it, or the last of its chain",
      ],
    ],
    [
      'a chain with a gap before its root',
      { rootCertificate: OTHER_ROOT, issuerCertificate: ISSUER + OTHER_ROOT },
      [
        "DAPR015 [shop/bundle] 'issuerCertificate' of TrustBundle does not lead to 'rootCertificate': expected that 'CN=another root' has signed it, or the last of its chain",
      ],
    ],
    [
      'no root',
      { rootCertificate: undefined },
      ["DAPR012 [shop/bundle] 'rootCertificate' is required by TrustBundle: got nothing, expected a certificate in PEM"],
    ],
    [
      'the key of another certificate',
      { issuerKey: dapr.SecretValue.unsafePlainText(OTHER_KEY) },
      ["DAPR015 [shop/bundle] 'issuerKey' of TrustBundle is not the key of 'issuerCertificate': expected the one that it was made with"],
    ],
    [
      'a key that is none',
      { issuerKey: dapr.SecretValue.unsafePlainText('hunter2') },
      ["DAPR014 [shop/bundle] 'issuerKey' of TrustBundle must be a private key in PEM without a passphrase: got something else, not shown"],
    ],
    [
      'a key in plain text',
      { issuerKey: ISSUER_KEY },
      ["DAPR011 [shop/bundle] 'issuerKey' of TrustBundle must be SecretValue.unsafePlainText of a key in PEM: got plain text, not shown"],
    ],
    [
      'a key that a Secret cannot refer to',
      { issuerKey: dapr.SecretValue.fromSecretKeyRef('ca', 'key') },
      [
        "DAPR013 [shop/bundle] 'issuerKey' of TrustBundle comes from a Secret or the environment, and a Secret cannot refer to one: expected SecretValue.unsafePlainText, or leave it out and bring the Secret dapr-trust-bundle along by other means",
      ],
    ],
    [
      'no issuer',
      { issuerCertificate: undefined, issuerKey: undefined },
      ["DAPR012 [shop/bundle] 'issuerCertificate' is required by TrustBundle: got nothing, expected a certificate in PEM"],
    ],
  ])('refuses %s', (_, props, messages) => {
    expect(refused(props)).toEqual(messages);
  });
});

describe('certificates of cert-manager', () => {
  test('fill the Secret, and the ConfigMap has the same root as cert-manager spells it', () => {
    const chart = shop();
    const bundle = new dapr.CertManagerTrustBundle(chart, 'bundle', {
      issuerName: 'mesh',
      issuerKind: 'ClusterIssuer',
      // Comments and other ends of lines are not what cert-manager writes.
      rootCertificate: `my root\n${ROOT.replace(/\n/g, '\r\n')}`,
      duration: Duration.days(90),
      renewBefore: Duration.days(30),
    });
    const [certificate, map] = Testing.synth(chart);
    expectValid(map);
    expect(map).toEqual({ apiVersion: 'v1', kind: 'ConfigMap', metadata: OWNED, data: { 'ca.crt': ROOT } });
    expect(certificate).toEqual({
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: 'dapr-trust-bundle', namespace: 'dapr-system' },
      spec: {
        secretName: 'dapr-trust-bundle',
        secretTemplate: { labels: OWNED.labels, annotations: OWNED.annotations },
        isCA: true,
        commonName: 'dapr-sentry',
        usages: ['digital signature', 'cert sign', 'crl sign'],
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
        duration: '2160h',
        renewBefore: '720h',
        issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'mesh' },
      },
    });
    const plane = new dapr.ControlPlane(chart, 'dapr', { version: '1.18.3', sentry: { issuer: bundle.issuer } });
    expect(plane.toValues()).toEqual({ global: { issuerFilenames: { ca: 'ca.crt', cert: 'tls.crt', key: 'tls.key' } } });
  });

  test('refuse to be without issuer and root', () => {
    expect(mistakesOf(() => new dapr.CertManagerTrustBundle(shop(), 'bundle', {} as dapr.CertManagerTrustBundleProps))).toEqual([
      "DAPR012 [shop/bundle] 'issuerName' is required by CertManagerTrustBundle: got nothing, expected the name of an issuer of cert-manager",
      "DAPR012 [shop/bundle] 'rootCertificate' is required by CertManagerTrustBundle: got nothing, expected a certificate in PEM",
    ]);
  });

  test('refuse two roots, and another kind of issuer', () => {
    const props = { issuerName: 'mesh', issuerKind: 'issuer', rootCertificate: ROOT + OTHER_ROOT };
    expect(mistakesOf(() => new dapr.CertManagerTrustBundle(shop(), 'bundle', props))).toEqual([
      "DAPR013 [shop/bundle] 'issuerKind' of CertManagerTrustBundle must be one of Issuer, ClusterIssuer: got 'issuer'; did you mean 'Issuer'?",
      "DAPR013 [shop/bundle] 'rootCertificate' of CertManagerTrustBundle has 2 certificates, and cert-manager writes one into the Secret: expected the one of the issuer",
    ]);
  });
});
