import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands';
import { cli, inFolder, ROOT } from './support';

const page = readFileSync(join(ROOT, 'docs/cli.md'), 'utf8');
const sessions = [...page.matchAll(/^```console\n\$ npx cdk8s-dapr (.*)\n([\s\S]*?)^```$/gm)].map(([, command, output]) => ({
  command,
  output,
}));

test.each(sessions)('cdk8s-dapr $command prints what docs/cli.md shows', ({ command, output }) => {
  inFolder((folder) => {
    const { stdout, stderr } = cli(command.split(' '), folder);
    expect(stdout + stderr).toBe(output);
  });
});

test('docs/cli.md shows commands at work, and names each', () => {
  expect(sessions).toHaveLength(2);
  for (const name of Object.keys(COMMANDS)) {
    expect(page).toMatch(new RegExp(`^\\| \`${name}[ \`]`, 'm'));
    for (const option of Object.keys(COMMANDS[name].load().options)) {
      expect(page).toContain(`\`--${option}`);
    }
  }
});
