import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../process';
import { serverProgram } from './packages';

/** Files of a root, of a server on 127.0.0.1, and of a client, all signed by the root. */
export interface Certificates {
  readonly ca: string;
  readonly serverCert: string;
  readonly serverKey: string;
  readonly clientCert: string;
  readonly clientKey: string;
}

/** Makes certificates for a day, in a folder. */
export function makeCertificates(folder: string): Certificates {
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): string => run(serverProgram('openssl'), args, { cwd: folder });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-sha256', '-days', '1'];
  openssl('req', '-x509', ...key, '-subj', '/CN=root', '-keyout', 'ca.key', '-out', 'ca.pem');
  writeFileSync(file('names'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\nextendedKeyUsage=serverAuth,clientAuth\n');
  for (const name of ['server', 'client']) {
    const request = ['req', '-new', ...key.slice(0, -2), '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`];
    openssl(...request);
    const sign = [
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-days',
      '1',
      '-extfile',
      'names',
    ];
    openssl(...sign, '-out', `${name}.pem`);
    chmodSync(file(`${name}.key`), 0o644); // the server may run as another user; the key is worth nothing
  }
  return {
    ca: file('ca.pem'),
    serverCert: file('server.pem'),
    serverKey: file('server.key'),
    clientCert: file('client.pem'),
    clientKey: file('client.key'),
  };
}
