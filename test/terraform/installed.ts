import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../../tools/real/cache';

const ROOT = join(__dirname, '../..');
const FOLDER = join(CACHE, 'terraform');

/** Packages that npm installs together without a word about peers. docs/terraform.md names the same versions. */
export const PAIRS: Record<'cdktf' | 'cdktn', Record<string, string>> = {
  cdktf: { cdktf: '0.21.0', constructs: '10.8.1', cdk8s: '2.70.106', 'cdk8s-plus-27': '2.9.5' },
  cdktn: { cdktn: '0.24.0', constructs: '10.7.2', cdk8s: '2.70.106', 'cdk8s-plus-27': '2.9.5' },
};

/** A project of its own that has one of the two, and this library as it stands. */
export class Project {
  public readonly folder: string;

  constructor(public readonly library: 'cdktf' | 'cdktn') {
    const packages = PAIRS[library];
    this.folder = join(FOLDER, Object.entries(packages).join('_').replace(/,/g, '@'));
    if (!existsSync(join(this.folder, 'node_modules', library))) {
      mkdirSync(this.folder, { recursive: true });
      // What the library itself needs comes along; the peers are the pair's.
      const own = require('../../package.json').dependencies;
      writeFileSync(join(this.folder, 'package.json'), JSON.stringify({ private: true, dependencies: { ...packages, ...own } }));
      const install = this.run('npm', ['install', '--no-audit', '--no-fund', '--strict-peer-deps', '--ignore-scripts']);
      if (install.status !== 0) {
        rmSync(this.folder, { recursive: true });
        throw new Error(
          `${library} could not be installed, as npm's registry cannot be reached or the pair does not fit:\n${install.stderr}`,
        );
      }
    }
  }

  /** Puts the library where npm would. */
  public installThis(): void {
    const place = join(this.folder, 'node_modules/cdk8s-dapr');
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    for (const name of ['package.json', 'terraform.js', 'terraform.d.ts', 'templates']) {
      cpSync(join(ROOT, name), join(place, name), { recursive: true });
    }
    const tsc = spawnSync(
      process.execPath,
      [
        ...[
          join(ROOT, 'node_modules/typescript/bin/tsc'),
          '--ignoreConfig',
          '--outDir',
          join(place, 'lib'),
          '--rootDir',
          join(ROOT, 'src'),
        ],
        ...[
          '--declaration',
          '--target',
          'es2022',
          '--module',
          'node20',
          '--strict',
          '--skipLibCheck',
          '--types',
          'node',
          '--stripInternal',
        ],
        ...[join(ROOT, 'src/index.ts'), join(ROOT, 'src/terraform/index.ts'), join(ROOT, 'src/private/rules-at-synth.ts')],
      ],
      { cwd: ROOT, encoding: 'utf8' },
    );
    if (tsc.status !== 0) {
      throw new Error(tsc.stdout);
    }
  }

  /** Runs a program with types checked, and gives what it prints. */
  public program(name: string, text: string): string {
    writeFileSync(join(this.folder, `${name}.ts`), text);
    const types = this.run(process.execPath, [
      ...[join(ROOT, 'node_modules/typescript/bin/tsc'), '--ignoreConfig', '--target', 'es2022', '--module', 'node20', '--strict'],
      ...['--skipLibCheck', '--typeRoots', join(ROOT, 'node_modules/@types'), '--types', 'node', `${name}.ts`],
    ]);
    if (types.status !== 0) {
      throw new Error(types.stdout);
    }
    const ran = this.run(process.execPath, [`${name}.js`]);
    if (ran.status !== 0 || ran.stderr !== '') {
      throw new Error(`${ran.stdout}${ran.stderr}`);
    }
    return ran.stdout;
  }

  private run(command: string, args: string[]): { status: number | null; stdout: string; stderr: string } {
    const { NODE_OPTIONS: _, ...env } = process.env;
    return spawnSync(command, args, { cwd: this.folder, encoding: 'utf8', env: { ...env, CI: '1', CHECKPOINT_DISABLE: '1' } });
  }
}
