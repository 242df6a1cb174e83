import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands';
import { Failure } from '../../src/cli/errors';
import { run } from '../../src/cli/main';
import { mistake } from '../../src/private/problems';
import { cli, inFolder, ROOT, TSX } from './support';

const HELP = `Typed cdk8s constructs for Dapr on Kubernetes: the command line.

Usage: cdk8s-dapr <command> [options]

Commands:
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(Math.max(...Object.keys(COMMANDS).map((command) => command.length)))}  ${summary}`)
  .join('\n')}

Options:
  -h, --help     print this text
  -v, --version  print the version of cdk8s-dapr

Run 'cdk8s-dapr <command> --help' for what a command takes.
`;

const INIT_HELP = `Starts a project in a folder, or here: a program with an application, a component and a subscription, its test,
its CI and what they need. It overwrites nothing: where one of the files exists, none is written.

Usage: cdk8s-dapr init [folder] [options]

Options:
      --name <name>             the name of the chart and its application; else it follows from the folder's name
      --dapr-version <version>  the Dapr that the manifests are for; else 1.18 (1.15, 1.16, 1.17, 1.18, 1.19)
  -h, --help                    print this text
`;

const VERSION = `${require('../../package.json').version}\n`;
const NAMES = Object.keys(COMMANDS).join(', ');

describe('what is asked for goes to stdout, and the status is 0', () => {
  test.each([
    [['--help'], HELP],
    [['-h'], HELP],
    [['help'], HELP],
    [['help', 'init'], INIT_HELP],
    [['init', '--help'], INIT_HELP],
    [['init', 'folder', '-h', '--name', 'x'], INIT_HELP],
    [['--version'], VERSION],
    [['-v'], VERSION],
    [['version'], VERSION],
  ])('cdk8s-dapr %j', (args, stdout) => {
    expect(cli(args)).toEqual({ status: 0, stdout, stderr: '' });
  });
});

describe('wrong use is told on stderr, with what was meant, and the status is 2', () => {
  const ask = (command: string): string => `\nRun '${command} --help' for what it takes.\n`;
  const main = (message: string): string => `cdk8s-dapr: ${message}${ask('cdk8s-dapr')}`;
  const init = (message: string): string => `cdk8s-dapr init: ${message}${ask('cdk8s-dapr init')}`;
  test.each([
    [[], HELP],
    [['int'], main("there is no command 'int'; did you mean 'init'?")],
    [['frobnicate'], main(`there is no command 'frobnicate': expected one of ${NAMES}`)],
    [['toString'], main(`there is no command 'toString': expected one of ${NAMES}`)],
    [['help', 'inti'], `cdk8s-dapr help: there is no command 'inti'; did you mean 'init'?${ask('cdk8s-dapr help')}`],
    [['--hlep'], main("there is no option '--hlep'; did you mean '--help'?")],
    [['--name', 'x', 'init'], main("there is no option '--name'")],
    [['-x'], main("there is no option '-x'")],
    [['init', '--nmae', 'x'], init("there is no option '--nmae'; did you mean '--name'?")],
    [['init', '--toString'], init("there is no option '--toString'")],
    [['init', 'a', 'b'], init("takes only [folder] beside options: got 'b' too")],
    [['version', 'a'], `cdk8s-dapr version: takes nothing beside options: got 'a' too${ask('cdk8s-dapr version')}`],
    [['init', '--name'], init('--name needs a value: got nothing, expected --name <name>')],
    [['init', '--name='], init("--name needs a value: got '', expected --name <name>")],
    [['init', '--name', '--help'], init("--name needs a value: got '--help', expected --name <name>")],
    [['init', '--name', 'a', '--name=b'], init("--name is given twice: got 'a' and 'b'; expected it once")],
    [['init', '--help=yes'], init("--help takes no value: got 'yes'")],
    [
      ['init', '--dapr-version', '1.81'],
      init("--dapr-version must be one of 1.15, 1.16, 1.17, 1.18, 1.19: got '1.81'; did you mean '1.18'?"),
    ],
  ])('cdk8s-dapr %j', (args, stderr) => {
    expect(cli(args)).toEqual({ status: 2, stdout: '', stderr });
  });
});

test('every command of the table says what it does and takes', () => {
  for (const [name, { load }] of Object.entries(COMMANDS)) {
    const { status, stdout, stderr } = cli([name, '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`${load().about}\n\nUsage: cdk8s-dapr ${name} `);
  }
});

test('every file of a command is in the table', () => {
  const files = readdirSync(join(ROOT, 'src/cli')).filter((file) => file.endsWith('-command.ts'));
  expect(files.map((file) => file.replace('-command.ts', '')).sort()).toEqual(Object.keys(COMMANDS).sort());
});

test('help and mistakes load nothing of the library', () => {
  const program = `
    require(${JSON.stringify(join(ROOT, 'src/cli/main.ts'))}).run(JSON.parse(process.argv[1]), { out() {}, err() {} });
    console.log(Object.keys(require.cache).filter((file) => !/src.cli|src.private.nearest|node_modules.(tsx|esbuild|get-tsconfig)/.test(file)).join());`;
  for (const args of [['help'], ['init', '--help'], ['int'], []]) {
    const { stdout, stderr } = spawnSync(process.execPath, ['-r', TSX, '-e', program, JSON.stringify(args)], { encoding: 'utf8' });
    expect({ args, stdout, stderr }).toEqual({ args, stdout: '\n', stderr: '' });
  }
});

describe('what goes wrong while a command runs', () => {
  const failing = (error: Error): Promise<{ status: number; stderr: string }> => {
    let stderr = '';
    const terminal = {
      out: () => {
        throw error;
      },
      err: (text: string) => {
        stderr += text;
      },
    };
    return run(['version'], terminal).then((status) => ({ status, stderr }));
  };

  test('is a message without a stack where it is a mistake of the user, and the status is 1', async () => {
    expect(await failing(new Failure('no room'))).toEqual({ status: 1, stderr: 'cdk8s-dapr version: no room' });
    expect(await failing(mistake('DAPR010 [shop] no'))).toEqual({ status: 1, stderr: 'cdk8s-dapr version: DAPR010 [shop] no' });
  });

  test('is a bug otherwise, shown with its stack and where to report it', () => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'broken.cjs'), "console.log = () => { throw new TypeError('broken'); };");
      const { status, stdout, stderr } = cli(['version'], folder, ['-r', join(folder, 'broken.cjs')]);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(/^TypeError: broken\n +at /);
      expect(stderr).toMatch(
        /\nThis is a bug in cdk8s-dapr\. Please report it, with the lines above: https:\/\/github\.com\/\S+\/issues\n$/,
      );
    });
  });

  test('is nothing where a reader of the output stops early', () => {
    const bin = ['-r', TSX, join(ROOT, 'src/cli/bin.ts'), 'help'].map((part) => `'${part}'`).join(' ');
    const { stdout, stderr } = spawnSync('bash', ['-c', `'${process.execPath}' ${bin} | true; echo "\${PIPESTATUS[0]}"`], {
      encoding: 'utf8',
    });
    expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
  });
});

test('the package has the command, and ships what it writes', () => {
  const { bin, files } = require('../../package.json');
  expect(bin).toEqual({ 'cdk8s-dapr': 'lib/cli/bin.js' });
  expect(files).toContain('templates');
  expect(existsSync(join(ROOT, 'src/cli/bin.ts'))).toBe(true);
});
