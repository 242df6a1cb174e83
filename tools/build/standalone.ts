import { buildSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StandaloneOptions {
  /** The folder of the repository. */
  readonly root: string;
  /** The file to write. */
  readonly file: string;
}

/** What must never be in it: it would load a hundred times as much for nothing. */
const TOO_HEAVY = /node_modules\/(cdk8s|constructs)/;

/**
 * Packs the commands that need no construct into one file without dependencies, which starts at once wherever there is Node.
 *
 * @returns how many files it is made of
 */
export function buildStandalone({ root, file }: StandaloneOptions): number {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: ['src/cli/standalone.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // What is not called costs nothing but its length; names stay for the stacks of bug reports.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'inline',
    define: { 'process.env.CDK8S_DAPR_VERSION': JSON.stringify(version) },
    metafile: true,
    logLevel: 'warning',
  });
  const inputs = Object.keys(metafile.inputs);
  const heavy = inputs.filter((path) => TOO_HEAVY.test(path));
  if (heavy.length > 0) {
    throw new Error(`the standalone file must load no construct: got ${heavy.join(', ')}`);
  }
  return inputs.length;
}
