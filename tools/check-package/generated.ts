import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../process';
import { folderFor, Place } from './place';

/**
 * The code of the library and of its peers for a language, from the same npm packages: for Go and Java the registries lack the newest versions
 * of some peers.
 *
 * @returns the folder that holds it
 */
export function withPeers(place: Place, target: 'go' | 'java'): string {
  const outdir = folderFor(place, `${target}-generated`);
  if (!existsSync(join(outdir, target))) {
    run(
      process.execPath,
      [
        join(place.root, 'node_modules/jsii-pacmak/bin/jsii-pacmak'),
        join(place.root, 'dist/stage'),
        '--code-only',
        '--recurse',
        '--no-npmignore',
        `--outdir=${outdir}`,
        '--targets',
        target,
      ],
      { cwd: place.root },
    );
  }
  return join(outdir, target);
}
