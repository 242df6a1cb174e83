import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands';
import { readConfig } from '../../src/validate/config';
import { cli, inFolder, ROOT } from './support';

const page = readFileSync(join(ROOT, 'docs/cli.md'), 'utf8');
const validatePage = readFileSync(join(ROOT, 'docs/validate.md'), 'utf8');
const selfHostedPage = readFileSync(join(ROOT, 'docs/self-hosted.md'), 'utf8');
const sessionsIn = (text: string): { command: string; output: string }[] =>
  [...text.matchAll(/^```console\n\$ npx cdk8s-dapr (.*)\n([\s\S]*?)^```$/gm)].map(([, command, output]) => ({
    command,
    output,
  }));
const sessions = sessionsIn(page);

/** The file that docs/validate.md checks. */
const STATESTORE = `apiVersion: dapr.io/v1
kind: Component
metadata:
  name: statestore
  namespace: shop
spec: { type: state.in-memory, version: v1, metadata: [] }
`;

test.each(sessions)('cdk8s-dapr $command prints what docs/cli.md shows', ({ command, output }) => {
  inFolder((folder) => {
    const { stdout, stderr } = cli(command.split(' '), folder);
    expect(stdout + stderr).toBe(output);
  });
});

test('docs/cli.md shows commands at work, and names each', () => {
  expect(sessions).toHaveLength(3);
  for (const name of Object.keys(COMMANDS)) {
    expect(page).toMatch(new RegExp(`^\\| \`${name}[ \`]`, 'm'));
    for (const option of Object.keys(COMMANDS[name].load().options)) {
      expect(page + validatePage + selfHostedPage).toContain(`\`--${option}`);
    }
  }
});

test.each(sessionsIn(validatePage))('cdk8s-dapr $command prints what docs/validate.md shows', ({ command, output }) => {
  inFolder((folder) => {
    writeFileSync(join(folder, 'statestore.yaml'), STATESTORE);
    const { status, stdout, stderr } = cli(command.split(' '), folder);
    expect([stdout + stderr, status]).toEqual([output, 1]);
  });
});

test('the configuration that docs/validate.md shows is one, and so is its pack', async () => {
  const block = (language: string): string => new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(validatePage)?.[1] ?? '';
  expect(readConfig('.cdk8s-dapr.yaml', block('yaml'))).toMatchObject({ daprVersion: '1.18', target: 'kubernetes', packs: ['production'] });
  const { status, stdout } = inFolder((folder) => {
    writeFileSync(join(folder, 'platform.js'), block('js'));
    writeFileSync(join(folder, 'statestore.yaml'), STATESTORE);
    return cli(['validate', 'statestore.yaml', '--pack', './platform.js', '--format', 'github'], folder);
  });
  expect([status, stdout.split('\n').map((line) => line.split('::')[1]?.split(' ')[0])]).toEqual([
    1,
    ['warning', 'error', undefined, undefined],
  ]);
});
