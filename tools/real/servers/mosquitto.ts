import { join } from 'node:path';
import { freePorts } from '../ports';
import { Processes } from '../processes';
import { accepts } from './answers';
import { Certificates, makeCertificates } from './certificates';
import { serverFolder } from './folder';
import { serverProgram } from './packages';

export interface MosquittoServer {
  /** Takes anybody. */
  readonly url: string;
  /** Takes those who show a certificate of the client. */
  readonly tlsUrl: string;
  readonly certificates: Certificates;
  /** Has the user and password in it, and takes nobody else. */
  readonly urlWithPassword: string;
}

/** Starts Mosquitto with a plain listener, one with passwords, and one with TLS. */
export async function startMosquitto(processes: Processes): Promise<MosquittoServer> {
  const host = '127.0.0.1';
  const [plain, closed, tls] = await freePorts(3);
  const place = serverFolder(processes, 'mosquitto');
  const certificates = makeCertificates(place.path);
  const passwords = join(place.path, 'passwords');
  const made = place.start(serverProgram('mosquitto_passwd'), ['-c', '-b', passwords, 'dapr', 'let-me-in'], { name: 'mosquitto_passwd' });
  if ((await made.exit(10_000)) !== 0) {
    throw new Error(`mosquitto_passwd: ${made.log}`);
  }
  const { ca, serverCert, serverKey } = certificates;
  const config = place.file(
    'mosquitto.conf',
    [
      'per_listener_settings true',
      ...[`listener ${plain} ${host}`, 'allow_anonymous true'],
      ...[`listener ${closed} ${host}`, 'allow_anonymous false', `password_file ${passwords}`],
      ...[`listener ${tls} ${host}`, 'allow_anonymous true', `cafile ${ca}`, `certfile ${serverCert}`, `keyfile ${serverKey}`],
      'require_certificate true',
      '',
    ].join('\n'),
  );
  const running = place.start(serverProgram('mosquitto'), ['-c', config]);
  await running.until('took connections', () => accepts(host, tls));
  return {
    url: `tcp://${host}:${plain}`,
    urlWithPassword: `tcp://dapr:let-me-in@${host}:${closed}`,
    tlsUrl: `ssl://${host}:${tls}`,
    certificates,
  };
}
