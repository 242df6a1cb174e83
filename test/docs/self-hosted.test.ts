import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { local } from '../../src/cli/local-command';
import { cli, inFolder, ROOT } from '../cli/support';
import { blocks, run } from '../support/pages';

test('the program of the page on self-hosted output compiles, runs, and says how to start what it writes', () => {
  const [program, ...others] = blocks('docs/self-hosted.md', 'ts');
  expect(others).toEqual([]);
  inFolder((folder) => {
    const printed = run(program.replace("synth(chart, 'dist/local'", `synth(chart, ${JSON.stringify(join(folder, 'local'))}`));
    expect(printed).toContain('(set -a; . ./dist/local/sidecar.env; dapr run -f dist/local)');
  });
}, 60_000);

test(
  'the command on the page prints what the page shows',
  () =>
    inFolder((folder) => {
      cpSync(join(ROOT, 'examples/hello-world/expected'), join(folder, 'dist'), { recursive: true });
      const [shown] = blocks('docs/self-hosted.md', 'console');
      expect(`$ npx cdk8s-dapr local dist\n${cli(['local', 'dist'], folder).stdout}`).toBe(shown);
    }),
  60_000,
);

test('the page knows every option of the command', () => {
  const [table] = /\| option \|[^]*?\n\n/.exec(readFileSync(join(ROOT, 'docs/self-hosted.md'), 'utf8'))!;
  const options = Object.keys(local.options);
  expect([...table.matchAll(/^\| `--([a-z-]+)/gm)].map(([, option]) => option).sort()).toEqual(options.sort());
});
