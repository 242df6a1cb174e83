import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accepts, freePort } from '../ports';
import { Processes } from '../processes';
import { serverFolder } from './folder';
import { serverProgram } from './packages';

export interface MosquittoServer {
  readonly port: number;
  /** `mqtt://host:port`, as Dapr's components take it. */
  readonly url: string;
}

/** Starts an MQTT broker that lets everybody in, and waits until it takes connections. */
export async function startMosquitto(processes: Processes): Promise<MosquittoServer> {
  const port = await freePort();
  const place = serverFolder(processes, 'mosquitto');
  const config = join(place.path, 'mosquitto.conf');
  writeFileSync(config, `listener ${port} 127.0.0.1\nallow_anonymous true\npersistence false\nlog_dest stdout\n`);
  const running = place.start(serverProgram('mosquitto'), ['-c', config]);
  await running.until('listened', () => accepts(port)); // its log waits in a buffer
  return { port, url: `mqtt://127.0.0.1:${port}` };
}
