/** Finds the programs of Dapr, or builds them from its sources, which the Go module proxy carries. */
import { appendFileSync, chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { run, tryRun } from '../process';
import { cached, go, named } from './cache';
import { GO_ENVIRONMENT, goModule, GoModule } from './go-module';

export type DaprProgram = 'daprd' | 'placement' | 'scheduler' | 'operator' | 'injector' | 'sentry';

/** The version that the catalog describes. */
export const DAPR = '1.18.3';

/**
 * The path of one of Dapr's programs, with all components: of the variable of its name in capitals (`DAPRD`), beside a daprd that is named so
 * or that the PATH has in this version, of the cache, or built, which takes some minutes, once. Throws with what to do. What the variables name
 * is of the catalog's version: another is not taken from there.
 */
export function dapr(program: DaprProgram, version = DAPR): string {
  return given(program.toUpperCase(), version) ?? besideDaprd(program, version) ?? build(program, version);
}

function given(variable: string, version: string): string | undefined {
  return version === DAPR ? named(variable) : undefined;
}

function besideDaprd(program: string, version: string): string | undefined {
  const daprd = given('DAPRD', version) ?? onPath(version);
  const path = daprd && join(dirname(daprd), program);
  return path !== undefined && existsSync(path) ? path : undefined;
}

function onPath(version: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const daprd = folders.map((folder) => join(folder, 'daprd')).find((path) => existsSync(path));
  return daprd !== undefined && tryRun(daprd, ['--version']).stdout?.trim() === version ? daprd : undefined;
}

/** A module of Dapr, downloaded by Go. */
export function daprModule(version = DAPR): GoModule {
  goOrThrow(`Dapr ${version}`);
  return goModule('github.com/dapr/dapr', version);
}

function goOrThrow(what: string): string {
  const command = go();
  if (command === undefined) {
    throw new Error(
      `there is no Go to build ${what} with: install Go 1.26 (https://go.dev/dl/), or set DAPRD to a daprd ${DAPR} with all components, which has placement and scheduler beside it`,
    );
  }
  return command;
}

function build(program: DaprProgram, version: string): string {
  return cached(join('dapr', version, program), (draft, work) => {
    console.error(`builds ${program} ${version} from its sources, once; it takes some minutes`);
    daprBuildFolder(work, version);
    const info = 'github.com/dapr/dapr/pkg/buildinfo';
    const flags = `-s -w -X ${info}.version=${version} -X ${info}.gitversion=v${version} -X github.com/dapr/kit/logger.DaprVersion=${version}`;
    run(goOrThrow(program), ['build', '-tags', 'allcomponents', '-ldflags', flags, '-o', draft, `github.com/dapr/dapr/cmd/${program}`], {
      cwd: work,
      env: GO_ENVIRONMENT,
    });
  });
}

/**
 * Writes a module that requires Dapr with what its own go.mod replaces, which a module that requires it does not inherit: any of Dapr's
 * commands, or a program that imports its packages, builds in it. The checksums are Dapr's own.
 */
export function daprBuildFolder(folder: string, version = DAPR): void {
  const { Dir, Sum, GoModSum } = daprModule(version);
  const mod = readFileSync(join(Dir, 'go.mod'), 'utf8');
  const standIns = STAND_INS[version];
  const kept = replacements(mod).filter((line) => !(standIns?.drop ?? []).some((module) => line.startsWith(`${module} `)));
  const replaced = [...kept, ...(standIns?.replace ?? [])];
  const required = [`github.com/dapr/dapr v${version}`, ...(standIns?.require ?? [])];
  const language = /^go (\S+)/m.exec(mod)![1];
  const block = (word: string, lines: readonly string[]): string => `\n${word} (\n${lines.map((line) => `\t${line}\n`).join('')})\n`;
  writeFileSync(
    join(folder, 'go.mod'),
    `module cdk8s-dapr/build\n\ngo ${language}\n${block('require', required)}${block('replace', replaced)}`,
  );
  copyFileSync(join(Dir, 'go.sum'), join(folder, 'go.sum'));
  chmodSync(join(folder, 'go.sum'), 0o644);
  const sums = [
    `github.com/dapr/dapr v${version} ${Sum}`,
    `github.com/dapr/dapr v${version}/go.mod ${GoModSum}`,
    ...(standIns?.sums?.() ?? []),
  ];
  appendFileSync(join(folder, 'go.sum'), `${sums.join('\n')}\n`);
  standIns?.write?.(folder);
}

/** The lines of a go.mod's replacements. */
function replacements(mod: string): string[] {
  const blocks = [...mod.matchAll(/^replace \(\n([\s\S]*?)\n\)/gm)].flatMap(([, block]) => block.split('\n'));
  const single = [...mod.matchAll(/^replace ([^(\n]+)$/gm)].map(([, line]) => line);
  return [...blocks, ...single].map((line) => line.replace(/\/\/.*/, '').trim()).filter((line) => line !== '');
}

/** What stands in for modules that the proxy does not have: a daprd with them is not bit for bit what Dapr releases. */
interface StandIns {
  /** Modules whose replacement by Dapr is left out. */
  readonly drop?: readonly string[];
  readonly replace: readonly string[];
  readonly require?: readonly string[];
  readonly sums?: () => string[];
  readonly write?: (folder: string) => void;
}

const STAND_INS: { readonly [version: string]: StandIns } = {
  // Of durabletask-go 1.18.3 gets that of 1.18.2. A fork of pulsar-client-go is left out, and a fork of avro, of which two limits are set
  // for Pulsar, is a stub. The client of Pulsar needs a version of avro, so that Go looks for no newer one.
  '1.18.3': {
    drop: ['github.com/apache/pulsar-client-go'],
    require: ['github.com/hamba/avro/v2 v2.31.0'],
    replace: [
      'github.com/dapr/durabletask-go => github.com/dapr/durabletask-go v0.12.2-0.20260720132056-79042da5fe61',
      'github.com/iskorotkov/avro/v2 => ./avro',
    ],
    sums: () =>
      readFileSync(join(daprModule('1.18.2').Dir, 'go.sum'), 'utf8')
        .split('\n')
        .filter((line) => line.includes('dapr/durabletask-go')),
    write: (folder) => {
      mkdirSync(join(folder, 'avro'));
      writeFileSync(join(folder, 'avro', 'go.mod'), 'module github.com/iskorotkov/avro/v2\n\ngo 1.22\n');
      writeFileSync(join(folder, 'avro', 'avro.go'), AVRO);
    },
  },
  '1.17.5': { replace: ['github.com/dapr/durabletask-go => github.com/dapr/durabletask-go v0.11.0'] },
};

const AVRO = `package avro

// Config holds the limits that Dapr sets.
type Config struct{ MaxSliceAllocSize, MaxMapAllocSize int }

// API is what a Config is frozen to.
type API interface{}

// Freeze gives nothing to use.
func (c Config) Freeze() API { return c }

// DefaultConfig is what Dapr replaces.
var DefaultConfig API
`;
