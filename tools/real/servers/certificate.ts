import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../process';

/** The files of a certificate and its key. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** Makes a certificate for this machine that nobody else has signed. */
export function selfSigned(folder: string, name = 'localhost'): Certificate {
  const [certificate, key] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name},IP:127.0.0.1`];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  run('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', certificate]);
  chmodSync(key, 0o644); // the server reads it as another user, in a folder that only goes with the test
  return { certificate, key };
}
