import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { load } from 'js-yaml';
import { run } from '../../src/cli/main';
import { showsColour } from '../../src/cli/start';
import { COMPONENT, WRONG } from '../validate/support';
import { cli, inFolder, ROOT, TSX } from './support';

type Files = { readonly [path: string]: string | Buffer };

interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs validate in a folder with these files, in this process. */
async function validate(files: Files, args: readonly string[], prepare: () => void = () => undefined): Promise<Outcome> {
  const home = process.cwd();
  return await inFolder(async (folder) => {
    process.chdir(folder);
    try {
      writeAll(files);
      prepare();
      const [out, err]: string[][] = [[], []];
      const status = await run(['validate', ...args], { out: (text) => out.push(text), err: (text) => err.push(text) });
      return { status, out: out.join('\n'), err: err.join('\n') };
    } finally {
      process.chdir(home);
    }
  });
}

function writeAll(files: Files, folder = '.'): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** What was found, a line each. */
function linesOf({ out }: Outcome): string[] {
  return JSON.parse(out).findings.map(({ file, line, column, severity, rule }: any) => `${file}:${line}:${column} ${severity} ${rule}`);
}

const json = ['--format', 'json'];

describe('the exit status', () => {
  test.each<[string, Files, string[], number]>([
    ['0 where nothing is found', { 'a.yaml': COMPONENT }, ['a.yaml'], 0],
    ['1 where an error is', { 'a.yaml': WRONG }, ['a.yaml'], 1],
    ['0 where only a warning is', { 'a.yaml': 'a: 1\na: 1\n' }, ['a.yaml'], 0],
    ['1 where a warning is the threshold', { 'a.yaml': 'a: 1\na: 1\n' }, ['a.yaml', '--severity', 'warning'], 1],
    ['1 where the configuration says so', { 'a.yaml': 'a: 1\na: 1\n', '.cdk8s-dapr.yaml': 'severity: warning' }, ['a.yaml'], 1],
    [
      '0 where the command line says otherwise',
      { 'a.yaml': 'a: 1\na: 1\n', '.cdk8s-dapr.yaml': 'severity: warning' },
      ['a.yaml', '--severity=error'],
      0,
    ],
    ['0 where a rule is off', { 'a.yaml': WRONG, '.cdk8s-dapr.yaml': 'rules: {DAPR022: off}' }, ['a.yaml'], 0],
  ])('is %s', async (_, files, args, status) => {
    expect((await validate(files, args)).status).toBe(status);
  });

  test.each<[string[], string]>([
    [[], "expected files, folders or patterns such as 'k8s/**/*.yaml', or - for stdin: got nothing"],
    [['gone.yaml'], "there is no file or folder 'gone.yaml'"],
    [['x/*.yaml'], "no file matches 'x/*.yaml'"],
    [['empty'], "there is no .yaml, .yml or .json file in 'empty'"],
    [['a.yaml', '--formt', 'json'], "there is no option '--formt'; did you mean '--format'?"],
    [['a.yaml', '--format', 'jsn'], "--format must be one of pretty, json, sarif, junit, github: got 'jsn'; did you mean 'json'?"],
    [['a.yaml', '--dapr-version', '2.0'], "--dapr-version must be one of 1.15, 1.16, 1.17, 1.18, 1.19: got '2.0'"],
    [['a.yaml', '--config', 'gone.yaml'], "'gone.yaml' cannot be read: no such file or directory (ENOENT)"],
    [['a.yaml', '--baseline', 'a.yaml'], "'a.yaml' is no baseline: expected a file that --write-baseline wrote"],
    [['a.yaml', '--output', 'gone/x'], "'gone/x' cannot be written: no such file or directory (ENOENT)"],
    [
      ['a.yaml', '--pack', 'prodution'],
      "pack 'prodution': there is no such file, and no pack of that name: expected recommended, production or a file",
    ],
    [['a.yaml', '--config', 'bad.yaml'], "bad.yaml: there is no rule 'ACEM001'"],
  ])('is 2 for %j', async (args, message) => {
    const { status, out, err } = await validate({ 'a.yaml': COMPONENT, 'empty/a.txt': '', 'bad.yaml': 'rules: {ACEM001: off}' }, args);
    expect([status, out, err.split('\n')[0]]).toEqual([2, '', `cdk8s-dapr validate: ${message}`]);
  });
});

describe('what is looked at', () => {
  const TREE: Files = {
    'k8s/a.yaml': WRONG,
    'k8s/b/c.yml': WRONG,
    'k8s/b/d.json': JSON.stringify(load(WRONG)),
    'k8s/b/tsconfig.json': '{ // no manifest\n}',
    'k8s/b/e.txt': WRONG,
    'k8s/.git/f.yaml': WRONG,
    'k8s/.hidden/g.yaml': WRONG,
    'k8s/.dapr/h.yaml': WRONG,
    'k8s/node_modules/i.yaml': WRONG,
    'other.yaml': WRONG,
  };

  test.each([
    [['k8s'], ['k8s/.dapr/h.yaml', 'k8s/a.yaml', 'k8s/b/c.yml', 'k8s/b/d.json']],
    [['./k8s/b/'], ['k8s/b/c.yml', 'k8s/b/d.json']],
    [
      ['k8s/**/*.yml', '*.yaml'],
      ['k8s/b/c.yml', 'other.yaml'],
    ],
    [['{other,none}.yaml'], ['other.yaml']],
    [
      ['k8s/b/e.txt', 'other.yaml', './other.yaml', 'other.*'],
      ['k8s/b/e.txt', 'other.yaml'],
    ],
    [['k8s/.hidden/*.yaml'], ['k8s/.hidden/g.yaml']],
  ])('%j', async (args, files) => {
    const outcome = await validate(TREE, [...args, ...json]);
    expect(linesOf(outcome).map((line) => line.split(':')[0])).toEqual(files);
  });

  test('templates of charts and patches of kustomizations are known by where they stand', async () => {
    const files = {
      'chart/Chart.yaml': 'apiVersion: v2\nname: x\n',
      'chart/values.yaml': 'a: 1\n',
      'chart/templates/sub/a.yaml': `${WRONG}# {{ .Values.x }}\n`,
      'base/kustomization.yaml': 'patches: [{path: patches/p.yaml}]\nresources: [r.yaml]\n',
      'base/patches/p.yaml': WRONG,
      'base/r.yaml': COMPONENT,
    };
    expect(linesOf(await validate(files, ['chart', 'base', ...json]))).toEqual(['chart/templates/sub/a.yaml:9:3 warning DAPR293']);
    expect(linesOf(await validate(files, ['base/patches/p.yaml', ...json]))).toEqual([]);
  });

  test('links are followed, each file is read once, and a circle of links ends', async () => {
    const outcome = await validate({ 'k8s/a.yaml': WRONG }, ['.', ...json], () => {
      symlinkSync('k8s/a.yaml', 'link.yaml');
      symlinkSync('..', 'k8s/up');
      symlinkSync('self.yaml', 'self.yaml');
      symlinkSync('gone.yaml', 'dangling.yaml');
    });
    expect(linesOf(outcome)).toEqual([
      'dangling.yaml:1:1 error DAPR296',
      'k8s/a.yaml:1:13 error DAPR022',
      'k8s/up:1:1 error DAPR296',
      'self.yaml:1:1 error DAPR296',
    ]);
    expect(JSON.parse(outcome.out).findings.map(({ message }: any) => message)).toEqual([
      'it cannot be read: no such file or directory (ENOENT)',
      "a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'",
      'links lead in a circle here, back to a folder that this one is in',
      'it cannot be read: too many symbolic links encountered (ELOOP)',
    ]);
  });

  test('what cannot be read is a finding with its place, and the rest goes on', async () => {
    const files = {
      'a.yaml': Buffer.from('a: b\nc: \u0000\n'),
      'b.yaml': Buffer.from('a: b\nc: caf\xe9\n', 'latin1'),
      'c.yaml': Buffer.from(`\ufeff${WRONG}`, 'utf16le'),
      'd.yaml': `\ufeff${WRONG}`,
      'e.yaml': Buffer.alloc(33 * 1024 * 1024, 'a'),
      'f.yaml': WRONG,
    };
    expect(linesOf(await validate(files, ['.', ...json]))).toEqual([
      'a.yaml:2:4 error DAPR295',
      'b.yaml:2:7 error DAPR295',
      'c.yaml:1:13 error DAPR022',
      'd.yaml:1:13 error DAPR022',
      'e.yaml:1:1 error DAPR294',
      'f.yaml:1:13 error DAPR022',
    ]);
    expect(linesOf(await validate({}, ['/dev/zero', ...json]))).toEqual(['/dev/zero:1:1 error DAPR296']);
  });

  (process.getuid?.() === 0 ? test.skip : test)(
    'a file that nobody here may read (not tried as root, who may read every file)',
    async () => {
      const outcome = await validate({ 'a.yaml': WRONG }, ['.', ...json], () => chmodSync('a.yaml', 0));
      expect(linesOf(outcome)).toEqual(['a.yaml:1:1 error DAPR296']);
    },
  );

  test('stdin, beside files', () => {
    inFolder((folder) => {
      writeAll({ 'a.yaml': WRONG }, folder);
      const args = ['-r', TSX, join(ROOT, 'src/cli/bin.ts'), 'validate', '-', 'a.yaml', '--format', 'github'];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: folder,
        encoding: 'utf8',
        input: `# Source: x\n${WRONG}`,
      });
      expect([status, stderr, stdout.split('\n').map((line) => line.slice(0, 32))]).toEqual([
        1,
        '',
        ['::error file=stdin,line=2,col=13,', '::error file=a.yaml,line=1,col=1', '2 errors in 2 files', ''].map((line) =>
          line.slice(0, 32),
        ),
      ]);
    });
  });
});

describe('options', () => {
  test('--output writes the report, and says so', async () => {
    let written = '';
    const outcome = await validate({ 'a.yaml': WRONG }, ['a.yaml', '-o', 'r.json', ...json]);
    expect(outcome).toMatchObject({ status: 1, out: '', err: '1 error in 1 file; the report is in r.json' });
    await inFolder(async (folder) => {
      writeAll({ 'a.yaml': WRONG }, folder);
      await run(['validate', join(folder, 'a.yaml'), '-o', join(folder, 'r.json'), ...json], {
        out: () => undefined,
        err: () => undefined,
      });
      written = readFileSync(join(folder, 'r.json'), 'utf8');
    });
    const fits = new Ajv({ strict: false }).compile(require('../../schemas/validate-output.json'));
    expect([fits(JSON.parse(written)), fits.errors]).toEqual([true, null]);
  });

  test('--write-baseline and --baseline: what is known stays quiet until it changes', async () => {
    await inFolder(async (folder) => {
      const at = (name: string): string => join(folder, name);
      const quiet = { out: (): void => undefined, err: (): void => undefined };
      writeAll({ 'a.yaml': WRONG }, folder);
      const check = (...args: string[]): Promise<number> => run(['validate', at('a.yaml'), ...args], quiet);
      expect(await check('--write-baseline', at('base.json'))).toBe(0);
      expect(await check('--baseline', at('base.json'))).toBe(0);
      writeAll({ 'a.yaml': WRONG.replace('dapr.io/v1', 'dapr.io/v2') }, folder);
      expect(await check('--baseline', at('base.json'))).toBe(1);
    });
  });

  test('--config acknowledges, and the report says what and why', async () => {
    const config = 'acknowledge: [{rule: DAPR022, file: k8s/**, reason: a course}]';
    const { status, out } = await validate({ 'k8s/a.yaml': WRONG, 'c.yaml': config }, ['k8s', '--config', 'c.yaml']);
    expect([status, out]).toEqual([
      0,
      'Acknowledged\n  DAPR022 Component statestore k8s/a.yaml:1: a course\n\nNo findings: 1 object in 1 file checked; 1 acknowledged',
    ]);
  });

  test('--target, --complete and --dapr-version reach the rules', async () => {
    const files = { 'a.yaml': COMPONENT };
    for (const args of [['--target', 'self-hosted'], ['--target', 'auto'], ['--complete'], ['--dapr-version', '1.17']]) {
      expect(await validate(files, ['a.yaml', ...args])).toMatchObject({ status: 0, err: '' });
    }
  });
});

describe('packs of the user', () => {
  const rule = (extra = ''): string =>
    `{ id: 'ACME001', severity: 'error', title: 'T', why: 'W.', fix: 'F.', check({ components }, report) { components.forEach((c) => report.add(c.manifest, ['metadata', 'name'], 'no owner')); } ${extra} }`;
  const packed = (files: Files, ...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    inFolder((folder) => {
      writeAll({ 'a.yaml': COMPONENT, ...files }, folder);
      return cli(['validate', 'a.yaml', '--format', 'github', ...args], folder);
    });
  const FOUND = '::error file=a.yaml,line=4,col=9,title=ACME001 Component statestore::no owner%0AF.\n1 error in 1 file\n';

  test.each([
    ['CommonJS', 'p.cjs', `exports.pack = { name: 'p', rules: [${rule()}] };`],
    ['an ES module', 'p.mjs', `export const pack = { name: 'p', rules: [${rule()}] };`],
    ['a pack of the library', 'p.cjs', `exports.pack = { _rules: () => [${rule()}], _ids: () => ['ACME001'], _severity: () => 'error' };`],
  ])('as %s', (_, file, code) => {
    expect(packed({ [file]: code }, '--pack', `recommended,./${file}`)).toEqual({ status: 1, stdout: FOUND, stderr: '' });
  });

  test('may be named in the configuration, which may lower their rules', () => {
    const files = { 'p.cjs': `exports.pack = { rules: [${rule()}] };`, '.cdk8s-dapr.yaml': 'packs: ./p.cjs\nrules: {ACME001: warning}\n' };
    expect(packed(files)).toEqual({ status: 0, stdout: FOUND.replaceAll('error', 'warning'), stderr: '' });
  });

  test.each([
    ['', "expected it to export 'pack', with a name and rules"],
    ['exports.pack = { rules: [1] };', 'rules[0] is no rule'],
    ["exports.pack = { rules: [{ id: 'ACME001' }] };", "rules[0] needs 'title', a text"],
    [
      `exports.pack = { rules: [${rule("id: 'DAPR001'").replace(' } id', ' }, id')}] };`,
      "rules[0] has the id 'DAPR001': expected capital letters and digits, and not DAPR in front, which is ours",
    ],
    [`exports.pack = { rules: [], severities: { A1: 'x' } };`, "severities.A1 must be one of off, error, warning, info: got 'x'"],
    ['throw new Error("no")', 'it cannot be loaded: no'],
  ])('%j is a mistake', (code, message) => {
    const { status, stderr } = packed({ 'p.cjs': code }, '--pack', './p.cjs');
    expect([status, stderr]).toEqual([2, `cdk8s-dapr validate: pack './p.cjs': ${message}\n`]);
  });
});

test.each<[NodeJS.ProcessEnv, boolean, boolean]>([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ TERM: 'dumb' }, true, false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
])('colours with %j, and a terminal %j: %j', (env, isTerminal, shown) => {
  expect(showsColour(env, isTerminal)).toBe(shown);
});
