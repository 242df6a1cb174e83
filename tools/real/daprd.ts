/** Finds a daprd with all components, or builds one from Dapr's sources, which the Go module proxy carries. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { has, run } from '../process';
import { CACHE, named } from './cache';

/** The last version that builds from the module proxy as it is published. */
const VERSION = 'v1.18.2';

/** The path of the binary; throws with the reason where there is none and none can be built. Building takes some minutes, once. */
export function daprd(): string {
  const given = named('DAPRD');
  if (given !== undefined) {
    return given;
  }
  const binary = join(CACHE, `daprd-${VERSION}`);
  if (!existsSync(binary)) {
    build(binary);
  }
  return binary;
}

function build(binary: string): void {
  if (!has('go', 'version')) {
    throw new Error('there is no daprd and no Go to build one: install Go 1.26 or later, or set DAPRD to a daprd 1.18 with all components');
  }
  const module = run('go', ['mod', 'download', '-json', `github.com/dapr/dapr@${VERSION}`]);
  const { Dir: cwd } = JSON.parse(module) as { Dir: string };
  console.log(`builds daprd ${VERSION} with all components, once; it takes some minutes`);
  mkdirSync(CACHE, { recursive: true });
  const flags = ['-mod=readonly', '-tags', 'allcomponents', '-ldflags', '-s -w'];
  run('go', ['build', ...flags, '-o', binary, './cmd/daprd'], { cwd, env: { CGO_ENABLED: '0' } });
}
