import { createPrivateKey, KeyObject, X509Certificate } from 'node:crypto';
import { Code } from '../private/codes';
import { Problems } from '../private/problems';

const BLOCK = /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g;

/** The certificates of a PEM text; reports what is none. */
export function certificates(problems: Problems, owner: string, name: string, pem: unknown): X509Certificate[] {
  const blocks = typeof pem === 'string' ? [...pem.matchAll(BLOCK)].map(([block]) => block) : [];
  try {
    if (blocks.length > 0) {
      return blocks.map((block) => new X509Certificate(block));
    }
  } catch {
    // Reported below: what the parser says of its input tells nobody more.
  }
  problems.add(
    Code.MALFORMED,
    `'${name}' of ${owner} must be certificates in PEM: got ${typeof pem === 'string' ? `text with ${blocks.length === 0 ? 'none' : 'one that is none'}` : typeof pem}; expected '-----BEGIN CERTIFICATE-----…'`,
  );
  return [];
}

/** Reports roots that sentry refuses: it takes self-signed ones only. */
export function checkRoots(problems: Problems, owner: string, name: string, roots: readonly X509Certificate[]): void {
  for (const root of roots.filter((one) => !isSignedBy(one, one))) {
    problems.add(
      Code.MALFORMED,
      `'${name}' of ${owner} has '${subject(root)}', which '${root.issuer.replace(/\n/g, ', ')}' has signed: expected the root certificate, which has signed itself`,
    );
  }
}

/** Reports an issuer that sentry refuses: it must be an authority, and lead to one of the roots. */
export function checkIssuer(problems: Problems, owner: string, chain: readonly X509Certificate[], roots: readonly X509Certificate[]): void {
  if (chain.length === 0 || roots.length === 0) {
    return;
  }
  if (!chain[0].ca) {
    problems.add(
      Code.MALFORMED,
      `'issuerCertificate' of ${owner} begins with '${subject(chain[0])}', which may not sign others: expected an intermediate authority (CA:TRUE)`,
    );
  }
  const links = chain.every(
    (one, i) =>
      isSignedBy(one, one) || (i + 1 < chain.length && isSignedBy(one, chain[i + 1])) || roots.some((root) => isSignedBy(one, root)),
  );
  if (!links || !roots.some((root) => chain.some((one) => isSignedBy(one, root)))) {
    problems.add(
      Code.CONFLICT,
      `'issuerCertificate' of ${owner} does not lead to 'rootCertificate': expected that '${subject(roots[0])}' has signed it, or the last of its chain`,
    );
  }
}

/** Reports a private key that is none, or of another certificate. Says nothing of its content. */
export function checkKey(problems: Problems, owner: string, pem: string, issuer: X509Certificate | undefined): void {
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(pem);
  } catch {
    problems.add(
      Code.MALFORMED,
      `'issuerKey' of ${owner} must be a private key in PEM without a passphrase: got something else, not shown`,
    );
  }
  if (key !== undefined && issuer !== undefined && !issuer.checkPrivateKey(key)) {
    problems.add(Code.CONFLICT, `'issuerKey' of ${owner} is not the key of 'issuerCertificate': expected the one that it was made with`);
  }
}

function isSignedBy(certificate: X509Certificate, authority: X509Certificate): boolean {
  return certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
}

function subject(certificate: X509Certificate): string {
  return (certificate.subject ?? '').replace(/\n/g, ', ');
}
