import { writeFileSync } from 'node:fs';
import { dump } from 'js-yaml';

/** What the context is called. */
export const CONTEXT = 'real';

export interface KubeconfigOptions {
  /** Host and port of the API server. */
  readonly server: string;
  /** The file of its certificate. */
  readonly authority: string;
  readonly token: string;
}

/** Writes a kubeconfig that only its owner can read. */
export function writeKubeconfig(path: string, { server, authority, token }: KubeconfigOptions): string {
  // The API server may be reached under an address that its certificate does not name.
  const cluster = { server: `https://${server}`, 'certificate-authority': authority, 'tls-server-name': 'kubernetes.default.svc' };
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: CONTEXT, cluster }],
    users: [{ name: CONTEXT, user: { token } }],
    contexts: [{ name: CONTEXT, context: { cluster: CONTEXT, user: CONTEXT } }],
    'current-context': CONTEXT,
  };
  writeFileSync(path, dump(config), { mode: 0o600 });
  return path;
}
