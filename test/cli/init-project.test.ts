import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { expectValid } from '../support/schemas';
import { cli, inFolder, ROOT } from './support';

/** What `npm install` does, without a network: the packages of this repository, and cdk8s-dapr from its source. */
function install(project: string): void {
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, 'cdk8s-dapr'), { recursive: true });
  readdirSync(join(ROOT, 'node_modules')).forEach((name) => symlinkSync(join(ROOT, 'node_modules', name), join(modules, name)));
  const source = JSON.stringify(join(ROOT, 'src/index'));
  const own = join(modules, 'cdk8s-dapr');
  writeFileSync(join(own, 'package.json'), JSON.stringify({ name: 'cdk8s-dapr', main: 'index.js', types: 'index.d.ts' }));
  writeFileSync(join(own, 'index.js'), `module.exports = require(${source});\n`);
  writeFileSync(join(own, 'index.d.ts'), `export * from ${source};\n`);
}

function npmRun(project: string, ...args: string[]): { status: number | null; output: string } {
  // The first run of the test writes its snapshot, which jest does not do where it sees a CI.
  const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false', npm_config_update_notifier: 'false' };
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', ...args], { cwd: project, encoding: 'utf8', env });
  return { status, output: stdout + stderr };
}

test.each([[[]], [['--dapr-version', '1.17', '--name', 'pubsub']]])(
  'a project written with %j synthesizes valid manifests, and its type check and its test pass',
  (options) => {
    inFolder((folder) => {
      const project = join(folder, 'orders');
      expect(cli(['init', 'orders', ...options], folder)).toMatchObject({ status: 0, stderr: '' });
      install(project);
      const name = options.at(-1) ?? 'orders';

      expect(npmRun(project, 'typecheck')).toEqual({ status: 0, output: '' });

      const synth = npmRun(project, 'synth');
      expect(synth).toEqual({ status: 0, output: expect.stringContaining(`dist/${name}.k8s.yaml`) });
      const objects = loadAll(readFileSync(join(project, `dist/${name}.k8s.yaml`), 'utf8')) as any[];
      expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
        `Component ${name}-pubsub`,
        `Deployment ${name}`,
        `Service ${name}`,
        `Subscription ${name}-orders`,
      ]);
      objects.forEach((object) => expectValid(object, options.length === 0 ? '1.18' : '1.17'));

      const first = npmRun(project, 'test', '--', '--ci=false');
      expect(first).toEqual({ status: 0, output: expect.stringMatching(/1 snapshot written[\s\S]*Tests: +2 passed, 2 total/) });
      const second = npmRun(project, 'test', '--', '--ci');
      expect(second).toEqual({ status: 0, output: expect.stringMatching(/Tests: +2 passed, 2 total[\s\S]*Snapshots: +1 passed, 1 total/) });
    });
  },
  120_000,
);

test('the test of a project fails where its broker is open to others', () => {
  inFolder((folder) => {
    const project = join(folder, 'orders');
    cli(['init', 'orders'], folder);
    install(project);
    const chart = join(project, 'chart.ts');
    const text = readFileSync(chart, 'utf8');
    writeFileSync(chart, text.replace("'password'),\n      scopes: [app.appId],", "'password'),"));
    expect(readFileSync(chart, 'utf8')).not.toBe(text);
    const { status, output } = npmRun(project, 'test', '--', '--ci=false');
    expect(status).toBe(1);
    expect(output).toMatch(/Tests: +1 failed, 1 passed, 2 total/);
  });
}, 60_000);
