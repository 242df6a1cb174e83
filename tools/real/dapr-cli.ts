/** Finds the CLI of Dapr, or builds it from its sources, which the Go module proxy carries. */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, tryRun } from '../process';
import { cached, go, named } from './cache';
import { GO_ENVIRONMENT, goModule } from './go-module';

/** The newest that the proxy carries. */
const VERSION = '1.16.5';

/**
 * The path of `dapr`: of the variable DAPR_CLI, of PATH, of the cache, or built with Go, which takes some minutes, once. Throws with what to do.
 */
export function daprCli(): string {
  const given = named('DAPR_CLI');
  if (given !== undefined) {
    return given;
  }
  return /^CLI version: /m.test(tryRun('dapr', ['--version']).stdout ?? '') ? 'dapr' : build();
}

/** A folder for `DAPR_RUNTIME_PATH`, as `dapr init --slim` would make it. */
export function daprRuntime(folder: string, daprd: string): string {
  mkdirSync(join(folder, '.dapr', 'bin'), { recursive: true });
  mkdirSync(join(folder, '.dapr', 'components'), { recursive: true });
  copyFileSync(daprd, join(folder, '.dapr', 'bin', 'daprd'));
  chmodSync(join(folder, '.dapr', 'bin', 'daprd'), 0o755);
  writeFileSync(join(folder, '.dapr', 'config.yaml'), 'apiVersion: dapr.io/v1alpha1\nkind: Configuration\nmetadata:\n  name: daprConfig\n');
  return folder;
}

function build(): string {
  return cached(join('dapr', `cli-${VERSION}`), (draft, work) => {
    const command = go();
    if (command === undefined) {
      throw new Error('there is no Dapr CLI and no Go to build one: install either, or set DAPR_CLI to the path of a dapr 1.16 or later');
    }
    console.error(`builds the Dapr CLI ${VERSION} from its sources, once; it takes some minutes`);
    const cli = goModule('github.com/dapr/cli', VERSION);
    const mod = readFileSync(join(cli.Dir, 'go.mod'), 'utf8');
    // What its dependencies replace counts for nothing here, so that what they mean is said again.
    writeFileSync(
      join(work, 'go.mod'),
      [
        'module cdk8s-dapr/build',
        `go ${/^go (\S+)/m.exec(mod)![1]}`,
        `require (\n\tgithub.com/dapr/cli v${VERSION}\n\tgithub.com/tmc/langchaingo v0.1.15-0.20251029190607-e35755df7084\n)`,
        'replace github.com/dapr/components-contrib => github.com/dapr/components-contrib v1.17.3',
        '',
      ].join('\n\n'),
    );
    const sums = [
      readFileSync(join(cli.Dir, 'go.sum'), 'utf8'),
      readFileSync(join(goModule('github.com/dapr/dapr', '1.17.5').Dir, 'go.sum'), 'utf8'),
    ];
    const own = [`github.com/dapr/cli v${VERSION} ${cli.Sum}`, `github.com/dapr/cli v${VERSION}/go.mod ${cli.GoModSum}`];
    writeFileSync(
      join(work, 'go.sum'),
      [...new Set([...sums.flatMap((text) => text.split('\n')), ...own])].filter((line) => line !== '').join('\n') + '\n',
    );
    const flags = ['build', '-ldflags', `-s -w -X main.version=${VERSION}`, '-o', draft, 'github.com/dapr/cli'];
    run(command, flags, { cwd: work, env: GO_ENVIRONMENT });
  });
}
