/** What daprd says of components when there is nothing that they could reach. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { dapr } from '../../../tools/real/dapr';
import { isolated } from '../../../tools/real/isolated';
import { Processes, Running } from '../../../tools/real/processes';

/** What a component that loads gets. */
export const LOADED = 'loaded';

const PATIENCE_MS = 120_000;
const AT_ONCE = 3;

/**
 * What daprd says of each component, in their order: that it loaded, or its first complaint. Many share one daprd; where one ends it, that is
 * its verdict, and those after it get another.
 */
export async function verdicts(manifests: readonly any[]): Promise<string[]> {
  const found: string[] = Array(manifests.length);
  const lanes = Array.from({ length: AT_ONCE }, (_, lane) => manifests.map((_one, i) => i).filter((i) => i % AT_ONCE === lane));
  const processes = new Processes();
  try {
    await Promise.all(lanes.map((lane) => judge(processes, manifests, lane, found)));
  } finally {
    await processes.stop();
  }
  return found;
}

async function judge(processes: Processes, manifests: readonly any[], lane: readonly number[], found: string[]): Promise<void> {
  for (let left = lane; left.length > 0;) {
    const running = start(processes, manifests, left);
    await running
      .until('loaded all components', () => /dapr initialized\. Status: Running/.test(running.log) || undefined, PATIENCE_MS)
      .catch(() => undefined);
    await running.stop(0);
    const said = new Map(left.map((i) => [i, verdictOn(`c${i}`, running.log)]));
    said.forEach((word, i) => word !== undefined && (found[i] = word));
    const next = left.filter((i) => said.get(i) === undefined);
    if (next.length === left.length) {
      throw new Error(`daprd judged none of ${left.map((i) => manifests[i].spec.type).join(', ')}\n${running.log.slice(-2_000)}`);
    }
    left = next;
  }
}

function start(processes: Processes, manifests: readonly any[], chosen: readonly number[]): Running {
  const folder = join(processes.folder, `from-${chosen[0]}-${chosen.length}`);
  mkdirSync(folder);
  for (const i of chosen) {
    writeFileSync(join(folder, `${String(i).padStart(5, '0')}.yaml`), dump(alone(manifests[i], `c${i}`), { skipInvalid: true }));
  }
  const [command, ...before] = isolated();
  const flags = [
    '--app-id',
    'check',
    '--resources-path',
    folder,
    '--log-level',
    'debug',
    '--placement-host-address',
    '',
    '--scheduler-host-address',
    '',
  ];
  // Ports are free where nobody else is.
  const ports = ['--dapr-http-port', '3500', '--dapr-grpc-port', '50001', '--dapr-internal-grpc-port', '50002', '--metrics-port', '9090'];
  return processes.start(command, [...before, dapr('daprd'), ...flags, ...ports], {
    name: 'daprd',
    cwd: folder,
    env: { DAPR_HOST_IP: '127.0.0.1' },
  });
}

/** The component, with secrets in place: there is no store to take them from. */
function alone(manifest: any, name: string): any {
  const metadata = manifest.spec.metadata.map((item: any) =>
    item.secretKeyRef || item.envRef ? { name: item.name, value: 'aGVsbG8=' } : item,
  );
  return {
    ...manifest,
    auth: undefined,
    scopes: undefined,
    metadata: { name },
    spec: { ...manifest.spec, metadata, ignoreErrors: true, initTimeout: '2s' },
  };
}

/** Undefined where daprd did not come to it. */
function verdictOn(name: string, log: string): string | undefined {
  const lines = log.split('\n');
  const from = lines.findIndex((line) => line.includes(`Loading component: ${name} (`));
  if (from < 0) {
    return undefined;
  }
  for (const line of lines.slice(from + 1)) {
    if (line.includes(`Component loaded: ${name} (`)) {
      return LOADED;
    }
    const complaint = /^(?:panic: |fatal error: )(.*)/.exec(line) ?? /level=(?:error|fatal).*? msg="((?:[^"\\]|\\.)*)"/.exec(line);
    if (complaint !== null) {
      return plain(complaint[1], name);
    }
  }
  return 'ended without a word';
}

/** Without what differs from run to run. */
function plain(message: string, name: string): string {
  return message
    .replaceAll('\\"', '"')
    .replace(new RegExp(`^(?:Failed to init component|.*initialization error occurred for) ${name} \\([^)]*\\): `), '');
}
