import { freePort } from '../ports';
import { Processes } from '../processes';
import { accepts, talk } from './answers';
import { serverFolder } from './folder';
import { serverProgram } from './packages';

export interface NatsServer {
  readonly url: string;
  /** Makes a stream that keeps what is published to these subjects. */
  addStream(name: string, ...subjects: string[]): Promise<void>;
  /** Makes a bucket of keys and values. */
  addBucket(name: string): Promise<void>;
}

/** Starts NATS with JetStream. */
export async function startNats(processes: Processes): Promise<NatsServer> {
  const [host, port] = ['127.0.0.1', await freePort()];
  const place = serverFolder(processes, 'nats');
  const running = place.start(serverProgram('nats-server'), ['-a', host, '-p', String(port), '-js', '-sd', place.path]);
  await running.until('took connections', () => accepts(host, port));
  const addStream = async (settings: { name: string }): Promise<void> => {
    const text = JSON.stringify(settings);
    const request = `PUB $JS.API.STREAM.CREATE.${settings.name} answer ${Buffer.byteLength(text)}\r\n${text}\r\n`;
    const answer = await talk(host, port, `CONNECT {"verbose":false}\r\nSUB answer 1\r\n${request}`, /MSG answer [^]*\}\r\n|-ERR/);
    if (!answer.includes('"did_create":true')) {
      throw new Error(`NATS made no stream ${settings.name}: ${answer}`);
    }
  };
  return {
    url: `nats://${host}:${port}`,
    addStream: (name, ...subjects) => addStream({ name, subjects } as { name: string }),
    addBucket: (name) =>
      addStream({
        name: `KV_${name}`,
        subjects: [`$KV.${name}.>`],
        max_msgs_per_subject: 1,
        allow_rollup_hdrs: true,
        deny_delete: true,
        discard: 'new',
      } as { name: string }),
  };
}
