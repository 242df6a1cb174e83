import { connect } from 'node:net';
import { freePorts } from '../ports';
import { Processes } from '../processes';
import { selfSigned } from './certificate';
import { serverFolder } from './folder';
import { serverProgram } from './packages';

export interface RedisServer {
  readonly host: string;
  readonly port: number;
  /** `host:port`. */
  readonly address: string;
  /** `host:port` where it speaks TLS, with a certificate of its own making. */
  readonly tlsAddress: string;
  /** The file of that certificate, for those who are to trust it. */
  readonly tlsCertificate: string;
  /** Of the user `default`. */
  readonly password: string;
  /** Sends commands one after the other, and gives what Redis answers. */
  command(...words: string[]): Promise<string>;
}

/** Starts Redis, and waits until it answers. */
export async function startRedis(processes: Processes): Promise<RedisServer> {
  const [host, password] = ['127.0.0.1', 'let-me-in'];
  const [port, tlsPort] = await freePorts(2);
  const place = serverFolder(processes, 'redis');
  const { certificate, key } = selfSigned(place.path);
  const tls = { 'tls-port': tlsPort, 'tls-cert-file': certificate, 'tls-key-file': key, 'tls-auth-clients': 'no' };
  const flags = { bind: host, port, ...tls, requirepass: password, dir: place.path, save: '', appendonly: 'no' };
  const running = place.start(
    serverProgram('redis-server'),
    Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, String(value)]),
  );
  const command = (...words: string[]): Promise<string> => ask(host, port, password, words);
  await running.until('answered', async () => ((await command('PING').catch(() => '')) === '+PONG' ? true : undefined));
  return { host, port, address: `${host}:${port}`, tlsAddress: `${host}:${tlsPort}`, tlsCertificate: certificate, password, command };
}

/** One command on a connection of its own: the answer as the protocol spells it, without its last line end. */
function ask(host: string, port: number, password: string, words: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, host)
      .setEncoding('utf8')
      .on('data', (text: string) => (answer += text))
      .on('error', reject)
      .on('close', () => resolve(answer.split('\r\n').slice(1, -2).join('\n')));
    socket.setTimeout(5_000, () => socket.destroy(new Error(`Redis did not answer ${words[0]} within 5 seconds`)));
    socket.write([['AUTH', password], words, ['QUIT']].map(encode).join(''));
  });
}

function encode(words: string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}
