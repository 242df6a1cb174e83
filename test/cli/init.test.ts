import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, filesIn, inFolder, ROOT } from './support';

const FILES = [
  '.github/workflows/build.yml',
  '.gitignore',
  'README.md',
  'cdk8s.yaml',
  'chart.test.ts',
  'chart.ts',
  'main.ts',
  'package.json',
  'tsconfig.json',
];

const LIST = FILES.map((file) => `  ${file}\n`).join('');

/** The next steps, whose comments stand below each other. */
const steps = (name: string, width = 'npm run synth'.length): string =>
  [
    ['npm install', 'fetches what package.json names; commit package-lock.json, which CI needs'],
    ['npm test', 'checks the manifests; the first run writes a snapshot: commit it'],
    ['npm run synth', `writes dist/${name}.k8s.yaml, for kubectl apply`],
  ]
    .map(([command, why]) => `  ${command.padEnd(width)}  # ${why}\n`)
    .join('');

test('writes a project into a new folder, named after it, and says what to do next', () => {
  inFolder((folder) => {
    expect(cli(['init', 'apps/My Shop'], folder)).toEqual({
      status: 0,
      stdout: `Wrote 9 files into 'apps/My Shop', for 'my-shop' after the folder 'My Shop' (--name gives another):\n${LIST}\nNext:\n  cd 'apps/My Shop'\n${steps('my-shop', "cd 'apps/My Shop'".length)}`,
      stderr: '',
    });
    const files = filesIn(join(folder, 'apps/My Shop'));
    expect(Object.keys(files).sort()).toEqual(FILES);
    expect(files['main.ts']).toContain("new ProjectChart(app, 'my-shop');");
    expect(files['chart.ts']).toContain('DaprVersion.use(this, dapr.DaprVersion.V1_18);');
    expect(files['cdk8s.yaml']).toBe('language: typescript\napp: node -r tsx/cjs main.ts\n');
  });
});

test('writes a project into the present folder beside files of other names', () => {
  inFolder((folder) => {
    mkdirSync(join(folder, 'shop/.git'), { recursive: true });
    writeFileSync(join(folder, 'shop/LICENSE'), 'mine');
    expect(cli(['init'], join(folder, 'shop'))).toEqual({
      status: 0,
      stdout: `Wrote 9 files into this folder, for 'shop' after the folder (--name gives another):\n${LIST}\nNext:\n${steps('shop')}`,
      stderr: '',
    });
    expect(Object.keys(filesIn(join(folder, 'shop'))).sort()).toEqual([...FILES, 'LICENSE'].sort());
  });
});

test('takes a name and a version of Dapr', () => {
  inFolder((folder) => {
    expect(cli(['init', 'shop', '--name', 'orders', '--dapr-version=1.17'], folder)).toEqual({
      status: 0,
      stdout: `Wrote 9 files into 'shop', for 'orders':\n${LIST}\nNext:\n  cd shop\n${steps('orders')}`,
      stderr: '',
    });
    const files = filesIn(join(folder, 'shop'));
    expect(files['chart.ts']).toContain("new dapr.Application(this, 'orders', { image: 'ghcr.io/example/orders:1.0.0', port: 3000 });");
    expect(files['chart.ts']).toContain('DaprVersion.use(this, dapr.DaprVersion.V1_17);');
    expect(JSON.parse(files['package.json']).name).toBe('orders');
  });
});

test('overwrites nothing: where files exist, it lists them all and writes none', () => {
  inFolder((folder) => {
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(join(folder, 'README.md'), 'mine');
    writeFileSync(join(folder, '.github'), 'a file');
    const before = filesIn(folder);
    expect(cli(['init', '--name', 'shop'], folder)).toEqual({
      status: 1,
      stdout: '',
      stderr: `cdk8s-dapr init: 3 of the files to write are in this folder already, so nothing was written:
  .github
  README.md
  package.json
Move them away, or name a new folder: cdk8s-dapr init <folder>
`,
    });
    expect(filesIn(folder)).toEqual(before);
  });
});

test('a second run changes nothing', () => {
  inFolder((folder) => {
    cli(['init', 'shop'], folder);
    const before = filesIn(folder);
    const { status, stderr } = cli(['init', 'shop', '--name', 'other'], folder);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `cdk8s-dapr init: 9 of the files to write are in 'shop' already, so nothing was written:\n${LIST}Move them away, or name a new folder: cdk8s-dapr init <folder>\n`,
    });
    expect(filesIn(folder)).toEqual(before);
  });
});

describe('refuses', () => {
  const NAME = "expected at most 58 lower case letters, digits and '-', with a letter first and no '-' last";
  test.each([
    ['a name that Kubernetes refuses', ['--name', 'My_Shop'], `--name cannot be 'My_Shop': ${NAME}, e.g. 'my-shop'`],
    ['a name without letters', ['--name', '注文'], `--name cannot be '注文': ${NAME}`],
    [
      'a folder that no name follows from',
      ['注文'],
      `no name follows from the folder '注文': give one with --name <name>, ${NAME.slice(9)}`,
    ],
  ])('%s', (_, args, message) => {
    inFolder((folder) => {
      expect(cli(['init', ...args], folder)).toEqual({
        status: 2,
        stdout: '',
        stderr: `cdk8s-dapr init: ${message}\nRun 'cdk8s-dapr init --help' for what it takes.\n`,
      });
      expect(filesIn(folder)).toEqual({});
    });
  });

  test('a file in place of the folder', () => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'shop'), 'mine');
      expect(cli(['init', 'shop'], folder)).toEqual({
        status: 1,
        stdout: '',
        stderr: "cdk8s-dapr init: 'shop' is a file: expected a folder, or a name that is free\n",
      });
      expect(filesIn(folder)).toEqual({ shop: 'mine' });
    });
  });

  test('a folder that cannot be made', () => {
    inFolder((folder) => {
      const long = 'x'.repeat(300);
      expect(cli(['init', long], folder)).toEqual({
        status: 1,
        stdout: '',
        stderr: `cdk8s-dapr init: cannot write into '${long}': name too long (ENAMETOOLONG); nothing was written\n`,
      });
    });
  });
});

/** Whether `^1.2.3` takes the version. */
function fits(version: string, range: string): boolean {
  const [[major, minor, patch], [leastMajor, leastMinor, leastPatch]] = [version, range.slice(1)].map((text) =>
    text.split('.').map(Number),
  );
  return major === leastMajor && (minor > leastMinor || (minor === leastMinor && patch >= leastPatch));
}

test('the project asks for the versions that this repository is tested with, or later ones of the same major', () => {
  inFolder((folder) => {
    cli(['init', 'shop'], folder);
    const { dependencies, devDependencies, engines } = JSON.parse(filesIn(folder)['shop/package.json']);
    const { 'cdk8s-dapr': self, ...others }: Record<string, string> = { ...dependencies, ...devDependencies };
    const own = require('../../package.json');
    expect(self).toBe(`^${own.version}`);
    expect(engines).toEqual(own.engines);
    for (const [name, range] of Object.entries(others)) {
      const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
      expect({ name, range, version, fits: fits(version, range) }).toEqual({
        name,
        range: expect.stringMatching(/^\^/),
        version,
        fits: true,
      });
    }
  });
});

test('nothing of the template is left blank', () => {
  inFolder((folder) => {
    cli(['init', 'shop'], folder);
    expect(Object.keys(filesIn(folder))).toHaveLength(FILES.length);
    for (const [path, text] of Object.entries(filesIn(folder))) {
      expect({ path, blanks: text.match(/__[A-Z0-9_]+__/g) }).toEqual({ path, blanks: null });
    }
    expect(Object.keys(filesIn(join(ROOT, 'templates/init')))).toHaveLength(FILES.length);
  });
});
