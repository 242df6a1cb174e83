import { relative, resolve } from 'node:path';
import { runCommand, selfHosted, SelfHostedResult } from '../self-hosted/core/self-hosted';
import { writeSelfHosted, WrittenSelfHosted } from '../self-hosted/core/write';
import type { Command, Input } from './command';
import { Failure, UsageError } from './errors';
import { problemLine, readManifests } from './local/manifests';
import { settingsOf } from './local/settings';

const OUTPUT = 'dist/local';

export const local: Command = {
  operands: ['[path...]'],
  options: {
    output: { value: '<folder>', short: 'o', about: `the folder to write; else ${OUTPUT}` },
    command: { value: '<app=words>', many: true, about: 'what starts an application; else only its sidecar runs' },
    folder: { value: '<app=folder>', many: true, about: "the folder of an application, where its command, or its container's, runs" },
    port: { value: '<app=port>', many: true, about: 'the port of an application; else that of its container' },
    host: { value: '<host=host>', many: true, about: 'what stands for a host of the cluster: redis:6379=localhost:6379' },
    override: { value: '<path>', many: true, about: 'files whose objects take the place of those of the same kind and name' },
    'leave-out': { value: '<kind/name>', many: true, about: 'an object that is not wanted' },
    env: { value: '<name=value>', many: true, about: 'a variable of every application and sidecar' },
    secrets: { value: '<where>', oneOf: ['file', 'env'], about: 'where values of Secrets are kept; else file' },
    mtls: { about: 'keep access control, for which a sentry must run' },
  },
  about: [
    'Writes what dapr run -f needs to run manifests on this machine, without Kubernetes. It takes files, folders,',
    "patterns such as 'k8s/**/*.yaml', and - for stdin. All is written, or nothing; secrets that were filled in stay. The",
    'options with a = may be given again. The exit status is 0 where it was written, 1 where something works in',
    'Kubernetes only, and 2 where the manifests cannot be read.',
  ].join('\n'),
  async run(input) {
    const { operands, values, lists, terminal } = input;
    if (operands.length === 0) {
      throw new UsageError("expected files, folders or patterns such as 'k8s/**/*.yaml', or - for stdin: got nothing");
    }
    const outdir = values.output ?? OUTPUT;
    const given = await readManifests(operands, outdir);
    const overrides = lists.override === undefined ? undefined : await readManifests(lists.override, outdir);
    const result = selfHosted(given.objects, { ...settingsOf(input, outdir), overrides: overrides?.objects });
    if (result.problems.length > 0) {
      const places = new Map([...given.places, ...(overrides?.places ?? [])]);
      throw new Failure(
        [
          `not everything can run without Kubernetes, so nothing was written:`,
          ...result.problems.map((one) => `  ${problemLine(one, places)}`),
        ].join('\n'),
      );
    }
    report(result, writeSelfHosted(outdir, result), outdir, terminal);
    return 0;
  },
};

function report(result: SelfHostedResult, written: WrittenSelfHosted, outdir: string, terminal: Input['terminal']): void {
  const apps = result.apps.map(({ id, command }) => (command === undefined ? `${id} (sidecar only)` : id));
  terminal.out(`Wrote ${written.files.length} files into '${outdir}', for ${apps.length === 0 ? 'no application' : apps.join(', ')}.`);
  const missing = [...written.missing].map(([file, names]) => `  ${shown(outdir, file)}: ${names.join(', ')}`);
  section(terminal, 'To fill in; what is there stays when this command runs again:', missing);
  section(
    terminal,
    'To know:',
    result.notes.map((note) => `  ${note}`),
  );
  section(
    terminal,
    'Next:',
    result.runs.filter(({ apps: started }) => started.length > 0).map((run) => `  ${runCommand(run, shown(outdir, run.folder))}`),
  );
}

function section(terminal: Input['terminal'], title: string, lines: readonly string[]): void {
  if (lines.length > 0) {
    terminal.out(['', title, ...lines].join('\n'));
  }
}

/** A path from here, as somebody types it. */
function shown(outdir: string, path: string): string {
  const full = resolve(outdir, path);
  const here = relative(process.cwd(), full).replaceAll('\\', '/');
  return here === '' ? '.' : here.startsWith('../../..') ? full : here;
}
