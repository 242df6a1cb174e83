/** Runs Dapr's certificate authority, so that sidecars know who calls them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { dapr } from './dapr';
import { answers } from './http';
import { freePorts } from './ports';
import { Processes, Running } from './processes';

/** A certificate authority that runs. */
export interface Sentry {
  readonly address: string;
  /** The file of its root certificate. */
  readonly trustAnchorsFile: string;
  /** That certificate. */
  readonly trustAnchors: string;
}

/** Starts sentry with a root of its own, and waits until it signs. */
export async function startSentry(processes: Processes): Promise<Sentry> {
  const { running, health, ...sentry } = await launchSentry(processes);
  await running.until('became healthy', async () => ((await answers(`http://127.0.0.1:${health}/healthz`)) ? true : undefined));
  return { ...sentry, trustAnchors: readFileSync(sentry.trustAnchorsFile, 'utf8') };
}

/** Starts sentry with a Configuration, whatever becomes of it. */
export async function launchSentry(
  processes: Processes,
  configuration: object = { apiVersion: 'dapr.io/v1alpha1', kind: 'Configuration', metadata: { name: 'daprsystem' }, spec: {} },
): Promise<{ running: Running; health: number; address: string; trustAnchorsFile: string }> {
  const folder = join(processes.folder, 'sentry');
  mkdirSync(folder);
  const config = join(folder, 'config.yaml');
  writeFileSync(config, dump(configuration));
  const [port, health, metrics] = await freePorts(3);
  const running = processes.start(
    dapr('sentry'),
    [
      ['--port', port],
      ['--listen-address', '127.0.0.1'],
      ['--healthz-port', health],
      ['--healthz-listen-address', '127.0.0.1'],
      ['--metrics-port', metrics],
      ['--metrics-listen-address', '127.0.0.1'],
      ['--issuer-credentials', folder],
      ['--config', config],
    ].flatMap((flag) => flag.map(String)),
    { name: 'sentry' },
  );
  return { running, health, address: `127.0.0.1:${port}`, trustAnchorsFile: join(folder, 'ca.crt') };
}
