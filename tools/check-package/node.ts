import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../median';
import { run, tryRun } from '../process';
import { NOT_NEEDED } from '../package/stage';
import { expectedHello, folderFor, PEERS, Place, tarballOf, textOf, versionOf } from './place';
import { expectSame, NotTried, Tally } from '../tally';

/** What a package may hold beside what package.json names. */
const ALWAYS = /^(package\.json|README\.md|LICENSE|node_modules\/(js-yaml|argparse|@marcbachmann\/cel-js)\/.*)$/;

/** Generous: what is measured is whether everything is loaded at once again, which triples the cost, on a machine that others use, too. */
const MOST = { require: 1.4, import: 1.8 };
const ROUNDS = 11;

export function checkNode(tally: Tally, place: Place): void {
  const project = folderFor(place, 'node');
  tally.check('the tarball holds only what a user needs', () => onlyWhatIsNeeded(place));
  if (!tally.check('the tarball installs beside its peers', () => install(place, project))) {
    return;
  }
  tally.check('require() gives all names, and loads nothing that is not used', () => {
    const names = JSON.parse(node(project, `console.log(JSON.stringify(Object.keys(require('cdk8s-dapr'))))`)) as string[];
    const loaded = node(project, `require('cdk8s-dapr'); console.log(Object.keys(require.cache).length)`).trim();
    if (loaded !== '1' || !names.includes('Application') || !names.includes('state')) {
      throw new Error(`got ${loaded} files and the names ${names.join(', ')}, expected one file and Application, state, …`);
    }
    return `${names.length} names`;
  });
  tally.check('import gives the same names to ES modules, and does not load cdk8s-plus-27', () => esModule(project));
  tally.check('it costs little to import, over cdk8s alone', () => importCost(project));
  tally.check('a TypeScript program compiles against the packed types, those of the library included', () => compile(place, project));
  tally.check("the README's first program writes the same YAML as from source", () => hello(place, project));
  tally.check('what goes wrong says so, with code and construct path', () => mistake(project));
  tally.check('its own App writes with the js-yaml that the tarball brings along', () => ownApp(project));
  tally.check('its command line runs', () => commandLine(project));
}

function onlyWhatIsNeeded(place: Place): string {
  const { files } = JSON.parse(readFileSync(join(place.root, 'package.json'), 'utf8')) as { files: string[] };
  const packed = run('tar', ['-tzf', tarballOf(place)])
    .trim()
    .split('\n')
    .map((path) => path.replace(/^package\//, ''));
  const named = (path: string): boolean => files.some((file) => path === file || path.startsWith(`${file}/`));
  const odd = packed.filter((path) => !(ALWAYS.test(path) || named(path)) || NOT_NEEDED.some((pattern) => pattern.test(path)));
  const sources = packed.filter((path) => path.startsWith('lib/') && !/\.(js|d\.ts)$/.test(path));
  if (odd.length + sources.length > 0) {
    throw new Error(`nobody needs ${[...odd, ...sources].join(', ')}`);
  }
  return `${packed.length} files`;
}

/** From the registry as a user would; without one, by hand from what is here. */
function install(place: Place, project: string): string {
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', version: '1.0.0', private: true }));
  const peers = PEERS.map((peer) => `${peer}@${versionOf(place, peer)}`);
  const installed = tryRun(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries=0', tarballOf(place), ...peers],
    { cwd: project },
  );
  if (installed.status === 0) {
    return `with ${peers.join(', ')} from the registry`;
  }
  const modules = join(project, 'node_modules');
  PEERS.forEach((peer) => cpSync(join(place.root, 'node_modules', peer), join(modules, peer), { recursive: true, dereference: true }));
  mkdirSync(join(modules, place.name));
  run('tar', ['-xzf', tarballOf(place), '-C', join(modules, place.name), '--strip-components=1']);
  return `by hand, as npm could not: ${/npm error (?!code)(.*)/.exec(installed.stderr)?.[1] ?? `status ${installed.status}`}`;
}

function node(project: string, code: string, ...flags: string[]): string {
  return run(process.execPath, [...flags, '-e', code], { cwd: project });
}

function esModule(project: string): string {
  const code = `
    import { createRequire } from 'node:module';
    import * as all from 'cdk8s-dapr';
    import { Application, SecretValue, state } from 'cdk8s-dapr';
    const require = createRequire(process.cwd() + '/x.js');
    const missing = Object.keys(require('cdk8s-dapr')).filter((name) => all[name] === undefined);
    const plus = Object.keys(require.cache).filter((file) => file.includes('cdk8s-plus-27')).length;
    console.log(JSON.stringify({ missing, plus, kinds: [typeof Application, typeof SecretValue.fromSecretKeyRef, typeof state.Redis] }));`;
  const expected = { missing: [], plus: 0, kinds: ['function', 'function', 'function'] };
  expectSame(node(project, code, '--input-type=module'), `${JSON.stringify(expected)}\n`, 'what is seen');
  return `${Object.keys(expected).length} things seen`;
}

/** CPU milliseconds of a process that does nothing but this. */
function cost(project: string, code: string, ...flags: string[]): number {
  const measured = `process.on('exit', () => { const u = process.cpuUsage(); console.log((u.user + u.system) / 1000); });`;
  return Number(node(project, `${code};${measured}`, ...flags));
}

function importCost(project: string): string {
  const esm = '--input-type=module';
  const programs: { [title: string]: () => number } = {
    cdk8s: () => cost(project, `require('cdk8s')`),
    require: () => cost(project, `require('cdk8s'); require('cdk8s-dapr')`),
    five: () =>
      cost(
        project,
        `require('cdk8s'); const d = require('cdk8s-dapr');
         [d.state.Redis, d.pubsub.Kafka, d.bindings.Cron, d.secretstores.HashicorpVault, d.middleware.Bearer]`,
      ),
    'cdk8s in ESM': () => cost(project, `import 'cdk8s'`, esm),
    import: () => cost(project, `import 'cdk8s'; import * as d from 'cdk8s-dapr'`, esm),
  };
  const times = new Map<string, number[]>(Object.keys(programs).map((title) => [title, []]));
  for (let round = 0; round < ROUNDS; round++) {
    Object.entries(programs).forEach(([title, measure]) => times.get(title)!.push(measure()));
  }
  const of = (title: string): number => median(times.get(title)!);
  const line = (title: string, base: string): string =>
    `${(of(title) / of(base)).toFixed(2)} (${(of(title) - of(base)).toFixed(1)} ms over ${of(base).toFixed(0)})`;
  const lines = `require ${line('require', 'cdk8s')}, with five components ${line('five', 'cdk8s')}, ES module ${line('import', 'cdk8s in ESM')}`;
  if (of('require') > MOST.require * of('cdk8s') || of('import') > MOST.import * of('cdk8s in ESM')) {
    throw new Error(`${lines}; expected at most ${MOST.require} and ${MOST.import}`);
  }
  return lines;
}

function compile(place: Place, project: string): void {
  const { root } = place;
  cpSync(join(root, 'examples/hello-world/main.ts'), join(project, 'main.ts'));
  const options = { target: 'es2022', module: 'node20', strict: true, skipLibCheck: false, types: [], outDir: 'out' };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['main.ts'] }));
  const { status, stdout } = tryRun(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], { cwd: project });
  const own = stdout.split('\n').filter((line) => /^(main\.ts|node_modules\/cdk8s-dapr\/)/.test(line));
  if (own.length > 0) {
    throw new Error(own.join('\n'));
  }
  if (status !== 0 && stdout.trim() === '') {
    throw new Error('the compiler failed and said nothing');
  }
}

function hello(place: Place, project: string): void {
  const { root } = place;
  run(process.execPath, ['out/main.js'], { cwd: project, env: { CDK8S_OUTDIR: join(project, 'packed') } });
  run(process.execPath, ['-r', 'tsx/cjs', 'examples/hello-world/main.ts'], { cwd: root, env: { CDK8S_OUTDIR: join(project, 'source') } });
  expectSame(textOf(join(project, 'packed')), textOf(join(project, 'source')), 'what the tarball writes');
  expectSame(textOf(join(project, 'packed')), expectedHello(place), 'what examples/hello-world/expected shows');
}

function mistake(project: string): void {
  const code = `
    const { App, Chart } = require('cdk8s');
    const dapr = require('cdk8s-dapr');
    try { new dapr.state.Redis(new Chart(new App(), 'c'), 's', { redisHosts: 'x' }); } catch (e) { console.log(e.message); }`;
  const expected = /^DAPR010 \[c\/s\] 'redisHosts' is not a property of state\.redis v1: did you mean 'redisHost'\?\n$/m;
  const got = node(project, code);
  if (!expected.test(got)) {
    throw new Error(`got '${got.trim()}', expected ${expected.source}`);
  }
}

function ownApp(project: string): void {
  const code = `
    const dapr = require('cdk8s-dapr');
    const app = new dapr.App();
    new dapr.state.InMemory(new (require('cdk8s').Chart)(app, 'c'), 'store');
    console.log(app.synthYaml().includes('name: store'), Object.keys(require.cache).filter((file) => /node_modules.js-yaml.dist/.test(file)).join());`;
  expectSame(
    node(project, code).replace(/ \S*node_modules.cdk8s-dapr./, ' '),
    `true ${join('node_modules', 'js-yaml', 'dist', 'js-yaml.cjs.js')}\n`,
    'what is loaded',
  );
}

function commandLine(project: string): string {
  const { bin = {} } = JSON.parse(readFileSync(join(project, 'node_modules/cdk8s-dapr/package.json'), 'utf8')) as {
    bin?: { [name: string]: string };
  };
  const names = Object.keys(bin);
  if (names.length === 0) {
    throw new NotTried('package.json names no bin');
  }
  return names
    .map((name) => {
      const linked = join(project, 'node_modules/.bin', name);
      const [command, ...args] = existsSync(linked) ? [linked] : [process.execPath, join(project, 'node_modules/cdk8s-dapr', bin[name])];
      return `${name} ${run(command, [...args, '--version'], { cwd: project }).trim()}`;
    })
    .join(', ');
}
