import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { has, run } from '../process';
import { withPeers } from './generated';
import { expectedHello, folderFor, Place, textOf } from './place';
import { expectSame, NotTried, Tally } from '../tally';

export function checkGo(tally: Tally, place: Place): void {
  const folder = folderFor(place, 'go');
  const built = tally.check('a Go program compiles against the module and those of its peers, all generated from npm', () => {
    if (!has('go', 'version')) {
      throw new NotTried('there is no go');
    }
    return build(place, folder);
  });
  if (built) {
    tally.check('the first program in Go writes the YAML of TypeScript, byte for byte', () => {
      const out = join(folder, 'out');
      run(join(folder, 'hello'), [], { cwd: folder, env: { CDK8S_OUTDIR: out } });
      expectSame(textOf(out), expectedHello(place), 'what Go writes');
    });
  }
}

function build(place: Place, folder: string): string {
  const generated = withPeers(place, 'go');
  const modules = readdirSync(generated).map((name) => ({ path: join(generated, name), mod: goMod(join(generated, name)) }));
  const jsii = /github\.com\/aws\/jsii-runtime-go (\S+)/.exec(modules[0].mod)![1];
  const names = modules.map(({ mod }) => /^module (\S+)$/m.exec(mod)![1]);
  const major = (name: string): string => `v${/\/v(\d+)$/.exec(name)?.[1] ?? '0'}.0.0`;
  writeFileSync(
    join(folder, 'go.mod'),
    [
      'module hello',
      'go 1.25',
      `require github.com/aws/jsii-runtime-go ${jsii}`,
      ...names.map((name) => `require ${name} ${major(name)}`),
      ...names.map((name, i) => `replace ${name} => ${modules[i].path}`),
      '',
    ].join('\n'),
  );
  cpSync(join(place.root, 'examples/languages/go/main.go'), join(folder, 'main.go'));
  const runtime = reachable(folder, jsii);
  const env = { GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local' };
  run('go', ['build', '-o', 'hello', '.'], { cwd: folder, env });
  run('go', ['vet', '.'], { cwd: folder, env });
  const unformatted = run('gofmt', ['-l', 'main.go'], { cwd: folder });
  if (unformatted !== '') {
    throw new Error('examples/languages/go/main.go: gofmt would lay it out in another way');
  }
  return runtime;
}

function reachable(folder: string, jsii: string): string {
  try {
    run('go', ['mod', 'download', `github.com/aws/jsii-runtime-go@${jsii}`], { cwd: folder });
  } catch (error) {
    throw new NotTried(`the module jsii-runtime-go ${jsii} is not to be had: ${(error as Error).message}`);
  }
  return `with jsii-runtime-go ${jsii}`;
}

function goMod(folder: string): string {
  const file = join(folder, 'go.mod');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
