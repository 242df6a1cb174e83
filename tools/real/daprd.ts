/** Finds a daprd with all components, or builds one from Dapr's sources, which the Go module proxy carries. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The last version that builds from the module proxy as it is published. */
const VERSION = 'v1.18.2';
const CACHE = process.env.CDK8S_DAPR_CACHE ?? join(homedir(), '.cache', 'cdk8s-dapr');

/** The path of the binary; throws with the reason where there is none and none can be built. Building takes some minutes, once. */
export function daprd(): string {
  if (process.env.DAPRD !== undefined) {
    return existing(process.env.DAPRD, 'DAPRD names it');
  }
  const binary = join(CACHE, `daprd-${VERSION}`);
  if (!existsSync(binary)) {
    build(binary);
  }
  return binary;
}

function existing(path: string, why: string): string {
  if (!existsSync(path)) {
    throw new Error(`there is no ${path}, though ${why}`);
  }
  return path;
}

function build(binary: string): void {
  if (spawnSync('go', ['version']).status !== 0) {
    throw new Error('there is no daprd and no Go to build one: install Go 1.26 or later, or set DAPRD to a daprd 1.18 with all components');
  }
  const module = go(['mod', 'download', '-json', `github.com/dapr/dapr@${VERSION}`], process.cwd());
  const { Dir: source } = JSON.parse(module) as { Dir: string };
  console.log(`builds daprd ${VERSION} with all components, once; it takes some minutes`);
  mkdirSync(CACHE, { recursive: true });
  go(['build', '-mod=readonly', '-tags', 'allcomponents', '-ldflags', '-s -w', '-o', binary, './cmd/daprd'], source);
}

function go(args: string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync('go', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CGO_ENABLED: '0' },
    maxBuffer: 1 << 26,
  });
  if (status !== 0) {
    throw new Error(`go ${args.slice(0, 2).join(' ')} failed:\n${stderr}`);
  }
  return stdout;
}
