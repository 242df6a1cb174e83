/** What daprd says of components when there is nothing that they could reach. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { dapr } from '../../../tools/real/dapr';
import { isolated } from '../../../tools/real/isolated';
import { Processes, Running } from '../../../tools/real/processes';
import { FILES, withTexts } from './texts';

/** What a component that loads gets. */
export const LOADED = 'loaded';

const PATIENCE_MS = 240_000;
const STALLED_MS = 30_000;
const AT_ONCE = 8;

/**
 * What daprd says of each component, in their order: that it loaded, or its first complaint. Many share one daprd; where one ends it, that is
 * its verdict, and those after it get another. It is the daprd of the catalog's version unless another is given.
 */
export async function verdicts(manifests: readonly any[], daprd = dapr('daprd')): Promise<string[]> {
  const found: string[] = Array(manifests.length);
  const lanes = Array.from({ length: AT_ONCE }, (_, lane) => manifests.map((_one, i) => i).filter((i) => i % AT_ONCE === lane));
  const processes = new Processes();
  Object.entries(FILES).forEach(([file, text]) => writeFileSync(join(processes.folder, file), text));
  try {
    await Promise.all(lanes.map((lane) => judge({ processes, daprd }, manifests, lane, found)));
  } finally {
    await processes.stop();
  }
  return found;
}

/** Who judges, and where. */
interface Court {
  readonly processes: Processes;
  readonly daprd: string;
}

/** No cloud's settings of this machine, and an address though there is no network. */
const ENVIRONMENT = { DAPR_HOST_IP: '127.0.0.1', AWS_CA_BUNDLE: '', HOME: '/nowhere' };

/** Waits until daprd has loaded all, has ended, or has made no step for so long that it only dials. */
async function settled(running: Running): Promise<void> {
  let [steps, since] = [-1, Date.now()];
  const over = (): true | undefined => {
    const now = running.log.match(STEP)?.length ?? 0;
    if (now !== steps) {
      [steps, since] = [now, Date.now()];
    }
    return DONE.test(running.log) || Date.now() - since > STALLED_MS || undefined;
  };
  await running.until('loaded all components', over, PATIENCE_MS).catch(() => undefined);
}

const STEP = /Loading component: /g;
const DONE = /dapr initialized\. Status: Running/;

async function judge(court: Court, manifests: readonly any[], lane: readonly number[], found: string[]): Promise<void> {
  for (let left = lane; left.length > 0;) {
    const running = start(court, manifests, left);
    await settled(running);
    const ended = running.status !== undefined;
    await running.stop(0);
    const said = new Map(left.map((i) => [i, verdictOn(`c${i}`, running.log, ended)]));
    said.forEach((word, i) => word !== undefined && (found[i] = word));
    const next = left.filter((i) => said.get(i) === undefined);
    if (next.length === left.length) {
      throw new Error(`daprd judged none of ${left.map((i) => manifests[i].spec.type).join(', ')}\n${running.log.slice(-2_000)}`);
    }
    left = next;
  }
}

function start({ processes, daprd }: Court, manifests: readonly any[], chosen: readonly number[]): Running {
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
  return processes.start(command, [...before, daprd, ...flags, ...ports], {
    name: 'daprd',
    cwd: processes.folder,
    env: ENVIRONMENT,
  });
}

/** The component, with secrets in place: there is no store to take them from. */
function alone(manifest: any, name: string): any {
  const { spec } = manifest;
  const metadata = withTexts(spec.type, spec.metadata);
  return {
    ...manifest,
    auth: undefined,
    scopes: undefined,
    metadata: { name },
    spec: { ...spec, metadata, ignoreErrors: true, initTimeout: '500ms' },
  };
}

/** Undefined where daprd did not come to it; what still dials has understood. */
function verdictOn(name: string, log: string, ended: boolean): string | undefined {
  const lines = log.split('\n');
  const from = lines.findIndex((line) => line.includes(`Loading component: ${name} (`));
  if (from < 0) {
    return undefined;
  }
  const after = lines.slice(from + 1);
  const said = new RegExp(`(Component loaded|Failed to init component|process component) ?:? ?${name}\\b`);
  const line = after.find((one) => said.test(one)) ?? after.find((one) => /level=fatal|^panic: |^fatal error: /.test(one));
  if (line?.includes('Component loaded')) {
    return LOADED;
  }
  if (line === undefined) {
    return ended ? 'it ends without a word' : NOT_REACHED;
  }
  return plain(/ msg="((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? line, name);
}

/** What could not be reached, looked up or waited for. */
const UNREACHABLE =
  /connection refused|network is unreachable|lookup \S+|deadline exceeded|init timeout|could not connect to any|failed to connect to any|failed to resolve any|could not find default credentials|command execution timed out/;

/** Its verdict where it understood all, and only its server was missing. */
export const NOT_REACHED = 'not reached';

/** Without what differs from run to run. */
function plain(message: string, name: string): string {
  return UNREACHABLE.test(message)
    ? NOT_REACHED
    : message
        .replaceAll('\\"', '"')
        .replaceAll(/\\[nt]/g, ' ')
        .replace(/^Failed to init component .*?\): /, '')
        .replace(/^(?:Ignoring error processing component: )?process component \w+ error: /, '')
        .replaceAll(/\[\w+\]: /g, '')
        .replaceAll(/(?:initialization error occurred for|process component) .*?\): /g, '')
        .replaceAll(/process component \w+ error: /g, '')
        .replaceAll(name, 'it');
}
