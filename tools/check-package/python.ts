import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../median';
import { has, run, tryRun } from '../process';
import { expectedHello, folderFor, PEERS, Place, textOf, versionOf } from './place';
import { expectSame, NotTried, Tally } from '../tally';

/** How many times the cost of cdk8s itself the package may add: half of it was measured, and the machine may be busy. */
const MOST = 2;
const ROUNDS = 5;

export function checkPython(tally: Tally, place: Place): void {
  const folder = folderFor(place, 'python');
  const python = join(folder, 'venv/bin/python');
  if (!tally.check('the wheel builds and installs beside its peers', () => install(place, folder, python))) {
    return;
  }
  tally.check('the first program in Python writes the YAML of TypeScript, byte for byte', () => {
    expectSame(
      synth(python, join(place.root, 'examples/languages/python/main.py'), folder, 'hello'),
      expectedHello(place),
      'what Python writes',
    );
  });
  tally.check('an order-processing application in Python writes the YAML of TypeScript, byte for byte', () => {
    const twins = join(place.root, 'test/languages/order-processing');
    const out = join(folder, 'order-processing-ts');
    run(process.execPath, ['-r', 'tsx/cjs', join(twins, 'main.ts')], { cwd: place.root, env: { CDK8S_OUTDIR: out } });
    const expected = textOf(out);
    expectSame(synth(python, join(twins, 'main.py'), folder, 'order-processing'), expected, 'what Python writes');
    return `${expected.split('\n').length} lines`;
  });
  tally.check('names, enums, keyword arguments and docstrings are those that a Python user expects', () =>
    run(python, [join(place.root, 'test/languages/idioms.py'), join(place.root, '.jsii')], { cwd: folder }).trim(),
  );
  tally.check('it costs little to import, over cdk8s alone', () => importCost(python, folder));
}

function install(place: Place, folder: string, python: string): string {
  if (!has('python3', '-c', 'import venv, ensurepip')) {
    throw new NotTried('there is no python3 with venv and pip');
  }
  run('python3', ['-m', 'venv', join(folder, 'venv')]);
  const pip = ['-m', 'pip', '--disable-pip-version-check', '--quiet'];
  const peers = PEERS.map((peer) => `${peer}==${versionOf(place, peer)}`);
  const got = tryRun(python, [...pip, 'install', ...peers, 'setuptools', 'wheel']);
  if (got.status !== 0) {
    throw new NotTried(`pip cannot install ${peers.join(', ')}: ${got.stderr.trim().split('\n').slice(-1)[0]}`);
  }
  const wheels = join(folder, 'wheels');
  run(python, [...pip, 'wheel', '--no-deps', '--wheel-dir', wheels, join(place.root, 'dist/python')]);
  const [wheel] = readdirSync(wheels);
  run(python, [...pip, 'install', join(wheels, wheel)]);
  return `${wheel}, with ${peers.join(', ')}`;
}

function synth(python: string, program: string, folder: string, name: string): string {
  const out = join(folder, name);
  run(python, [program], { cwd: folder, env: { CDK8S_OUTDIR: out } });
  return textOf(out);
}

function importCost(python: string, folder: string): string {
  const code = `
import time
start = time.perf_counter()
import cdk8s
middle = time.perf_counter()
import cdk8s_dapr
print(middle - start, time.perf_counter() - middle)`;
  const runs = Array.from({ length: ROUNDS }, () => run(python, ['-c', code], { cwd: folder }).trim().split(' ').map(Number));
  const cdk8s = median(runs.map(([seconds]) => seconds));
  const over = median(runs.map(([, seconds]) => seconds));
  const found = `${over.toFixed(2)} s over ${cdk8s.toFixed(2)} s, ${(over / cdk8s).toFixed(2)} of it; cdk8s-plus-27 included`;
  if (over > MOST * cdk8s) {
    throw new Error(`${found}; expected at most ${MOST} times as much as cdk8s`);
  }
  return found;
}
