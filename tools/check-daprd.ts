/**
 * Loads every component class into a real sidecar: with the least that it takes, and with every field. A component may fail to reach its
 * server; it may not fail to understand what we wrote. Also loads the components of the examples.
 *
 *     npm run check:daprd                          builds a daprd from Dapr's sources the first time, which needs Go
 *     DAPRD=path/to/daprd npm run check:daprd      takes this one: 1.18, with all components
 */
import { ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { dump } from 'js-yaml';
import { Case, catalogCases, exampleCases } from '../test/support/cases';
import { daprd } from './real/daprd';

const AT_ONCE = 4;
const PATIENCE_MS = 15_000;
const FIRST_PORT = 21_000;

/** What a sidecar says that does not understand a component: its type, a key's value, or that a key is missing. */
const NOT_UNDERSTOOD =
  /decod|cannot parse '|invalid (bool|duration|int)|couldn't find|no such component|unmarshal|missing .*(metadata|property|attribute|field)|(is|are) (required|missing)|needs to be set/i;

/** Understood, though it sounds otherwise: the text of a sample is no certificate, port, JSON document or file of the right kind. */
const UNDERSTOOD_ALL_THE_SAME =
  /PEM|certificate|private key|invalid port|JWK|as JSON or YAML|dynamic template data|'Endpoint'|Endpoint=|EntityPath|AccountName or BlobEndpoint|credentials|scheme|SID and service/i;

/** A secret that a sample leaves to a store stands in the manifest: the sidecar of this check has no store. */
function withoutReferences(manifest: any): any {
  const metadata = manifest.spec.metadata.map((item: any) =>
    item.secretKeyRef || item.envRef ? { name: item.name, value: 'aGVsbG8=' } : item,
  );
  return { ...manifest, auth: undefined, scopes: undefined, spec: { ...manifest.spec, metadata, ignoreErrors: true, initTimeout: '2s' } };
}

/** What the sidecar says of the component: nothing where it loads it, else its first error. */
async function load({ manifest }: Case, slot: number, binary: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'check-daprd-'));
  mkdirSync(join(folder, 'resources'));
  writeFileSync(join(folder, 'resources', 'component.yaml'), dump(withoutReferences(manifest), { skipInvalid: true }));
  const port = FIRST_PORT + slot * 4;
  const flags = ['--dapr-http-port', '--dapr-grpc-port', '--dapr-internal-grpc-port', '--metrics-port'].flatMap((flag, i) => [
    flag,
    String(port + i),
  ]);
  const child = spawn(
    binary,
    ['--app-id', 'check', '--resources-path', 'resources', '--placement-host-address', '', '--scheduler-host-address', '', ...flags],
    {
      cwd: folder,
    },
  );
  try {
    return await firstWord(child, manifest.metadata.name);
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

function firstWord(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(''), PATIENCE_MS); // still dialling: it has understood
    const say = (word: string): void => {
      clearTimeout(timer);
      resolve(word);
    };
    child.on('error', (error) => say(`no such component can be tried: ${error.message}`));
    for (const stream of [child.stdout!, child.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (line.includes(`Component loaded: ${name} `)) {
          say('');
        } else if (/level=(error|fatal)/.test(line) || line.startsWith('panic:')) {
          say(/msg="(.*?)" app_id/.exec(line)?.[1] ?? line);
        }
      });
    }
  });
}

async function main(): Promise<number> {
  let binary: string;
  try {
    binary = daprd();
  } catch (error) {
    console.error(`check:daprd: ${(error as Error).message}`);
    return 2;
  }
  const queue = [...catalogCases(), ...exampleCases()];
  const total = queue.length;
  let failed = 0;
  const work = async (slot: number): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const word = await load(next, slot, binary);
      if (NOT_UNDERSTOOD.test(word) && !UNDERSTOOD_ALL_THE_SAME.test(word)) {
        failed++;
        console.error(`${next.title}: ${word}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, slot) => work(slot)));
  console.log(`${total - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

void main().then((status) => {
  process.exitCode = status;
});
