import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { DaprVersion } from '../dapr-version';
import { INPUT } from '../rules';
import type { Severity, Target } from '../rules/rule';
import { baselineOf, readBaseline } from '../validate/baseline';
import { Config, ConfigError, DAPR_VERSIONS, NO_CONFIG, readConfig, refuseUnknownRules, SEVERITIES, TARGETS } from '../validate/config';
import { FORMATS } from '../validate/formats';
import { summaryLine } from '../validate/formats/words';
import type { Input as File } from '../validate/input';
import type { Result } from '../validate/result';
import { validate as validateInputs } from '../validate/validate';
import type { Command, Input, Terminal } from './command';
import { Failure, reason, UsageError } from './errors';
import { ownVersion } from './own-package';
import { findFiles, FoundFile } from './validate/find-files';
import { loadPacks, Pack } from './validate/packs';
import { readInput, readStdin } from './validate/read-input';

const CONFIG_FILE = '.cdk8s-dapr.yaml';

/** After so long somebody who watches wants to know what is going on. */
const PATIENCE = 1000;

export const validate: Command = {
  operands: ['[path...]'],
  options: {
    format: { value: '<format>', oneOf: Object.keys(FORMATS), about: 'how findings are printed; else pretty' },
    output: { value: '<file>', short: 'o', about: 'write the report into a file' },
    pack: { value: '<packs>', about: 'what is checked beside the pack recommended: production, or files; several with commas' },
    'dapr-version': { value: '<version>', oneOf: DAPR_VERSIONS, about: 'the Dapr that the manifests are for; else 1.18' },
    target: { value: '<target>', oneOf: TARGETS, about: 'where they run; else auto, which follows from what is there' },
    complete: { about: 'nothing exists outside of what is given: a reference to what is missing is an error' },
    severity: { value: '<severity>', oneOf: SEVERITIES, about: 'the least that makes the exit status 1; else error' },
    config: { value: '<file>', about: `else ${CONFIG_FILE}, where there is one` },
    baseline: { value: '<file>', about: 'findings that are known, and not reported' },
    'write-baseline': { value: '<file>', about: 'write all that is found as known, and exit with 0' },
    'no-color': { about: 'print no colours' },
  },
  about: [
    'Checks Kubernetes manifests for what Dapr would reject, crash on or silently drop. It takes files, folders, patterns',
    "such as 'k8s/**/*.yaml', and - for stdin. The exit status is 0 where nothing was found, 1 where something was, and 2",
    'where it could not be checked.',
  ].join('\n'),
  async run(input) {
    try {
      return await runValidate(input);
    } catch (error) {
      if (error instanceof UsageError || error instanceof Failure) {
        throw error;
      }
      if (error instanceof ConfigError) {
        throw new Failure(error.message, 2);
      }
      // Somebody's pipeline takes 1 for findings: a bug of ours is none.
      input.terminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
      throw new Failure(
        'this is a bug in cdk8s-dapr; please report it, with the lines above: https://github.com/cdk8s-dapr/cdk8s-dapr/issues',
        2,
      );
    }
  },
};

async function runValidate({ operands, values, flags, terminal }: Input): Promise<number> {
  if (operands.length === 0) {
    throw new UsageError("expected files, folders or patterns such as 'k8s/**/*.yaml', or - for stdin: got nothing");
  }
  const { config, file } = configOf(values.config);
  const packs = await loadPacks([...config.packs, ...(values.pack?.split(',').map((name) => name.trim()) ?? [])]);
  const rules = [...packs.rules, ...INPUT];
  refuseUnknownRules(
    file,
    config,
    rules.map(({ id }) => id),
  );
  const stdin = operands.includes('-') ? [await readStdin(process.stdin)] : [];
  const files = findFiles(operands.filter((operand) => operand !== '-'));
  const result = validateInputs(inputsOf(stdin, files, terminal), {
    ...settings(values, flags, config, packs),
    baseline: values.baseline === undefined ? undefined : baselineIn(values.baseline),
    rules: packs.rules,
  });
  terminal.progress?.('');
  if (values['write-baseline'] !== undefined) {
    return writeBaseline(values['write-baseline'], result, terminal);
  }
  const format = FORMATS[values.format ?? 'pretty'];
  const colour = terminal.colour === true && !flags.has('no-color') && values.output === undefined;
  const report = format(result, { colour, rules, version: ownVersion() });
  if (values.output === undefined) {
    terminal.out(report);
  } else {
    write(values.output, `${report}\n`);
    terminal.err(`${summaryLine(result)}; the report is in ${values.output}`);
  }
  return reaches(result, (values.severity ?? config.severity ?? 'error') as Severity) ? 1 : 0;
}

function settings(values: Input['values'], flags: Input['flags'], config: Config, packs: Pack): object {
  const version = values['dapr-version'] ?? config.daprVersion;
  const target = values.target ?? config.target ?? 'auto';
  return {
    daprVersion: version === undefined ? undefined : DaprVersion.parse(version),
    target: target === 'auto' ? undefined : (target as Target),
    complete: flags.has('complete') || config.complete,
    severities: new Map([...packs.severities, ...config.severities]),
    acknowledge: config.acknowledge,
  };
}

function configOf(named: string | undefined): { readonly config: Config; readonly file: string } {
  const file = named ?? CONFIG_FILE;
  return named === undefined && !existsSync(file) ? { config: NO_CONFIG, file } : { config: readConfig(file, read(file)), file };
}

function baselineIn(file: string): ReadonlySet<string> {
  const baseline = readBaseline(read(file));
  if (baseline === undefined) {
    throw new Failure(`'${file}' is no baseline: expected a file that --write-baseline wrote`, 2);
  }
  return baseline;
}

function writeBaseline(file: string, { findings, known }: Result, terminal: Terminal): number {
  const all = [...findings, ...known];
  write(file, baselineOf(all));
  terminal.err(`wrote ${all.length} findings as known into ${file}`);
  return 0;
}

/** Files are read when it is their turn: thousands at once would be a lot of memory for nothing. */
function* inputsOf(stdin: readonly File[], files: readonly FoundFile[], terminal: Terminal): Generator<File> {
  yield* stdin;
  const start = Date.now();
  let shown = start;
  for (const [i, file] of files.entries()) {
    const now = Date.now();
    if (now - start > PATIENCE && now - shown > 100) {
      shown = now;
      terminal.progress?.(`${i} of ${files.length} files read`);
    }
    yield readInput(file);
  }
  if (Date.now() - start > PATIENCE) {
    terminal.progress?.(`checking what ${files.length} files hold`);
  }
}

function reaches({ summary: { errors, warnings, infos } }: Result, threshold: Severity): boolean {
  return errors + (threshold === 'error' ? 0 : warnings) + (threshold === 'info' ? infos : 0) > 0;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure(`'${file}' cannot be read: ${reason(error)}`, 2);
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new Failure(`'${file}' cannot be written: ${reason(error)}`, 2);
  }
}
