import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command, Input } from './command';
import { Failure, UsageError } from './errors';
import { EXPECTED_NAME, isProjectName, projectName } from './init/project-name';
import { fillTemplate } from './init/template';
import { inTheWay, isFolder, writeNew } from './init/write-new';
import { ownVersion } from './own-package';

export const init: Command = {
  operands: ['[folder]'],
  options: {
    name: { value: '<name>', about: "the name of the chart and its application; else it follows from the folder's name" },
    'dapr-version': {
      value: '<version>',
      oneOf: ['1.15', '1.16', '1.17', '1.18', '1.19'],
      about: 'the Dapr that the manifests are for; else 1.18',
    },
  },
  about: [
    'Starts a project in a folder, or here: a program with an application, a component and a subscription, its test,',
    'its CI and what they need. It overwrites nothing: where one of the files exists, none is written.',
  ].join('\n'),
  run(input) {
    const folder = input.operands[0] ?? '.';
    const { name, from } = nameFor(folder, input);
    const files = fillTemplate('init', {
      __NAME__: name,
      __DAPR_VERSION__: `V${(input.values['dapr-version'] ?? '1.18').replace('.', '_')}`,
      __CDK8S_DAPR__: `^${ownVersion()}`,
    });
    refuseToOverwrite(folder, [...files.keys()]);
    writeNew(folder, files);
    input.terminal.out(
      [`Wrote ${files.size} files into ${shown(folder)}, for '${name}'${from}:`, ...[...files.keys()].map((path) => `  ${path}`)].join(
        '\n',
      ),
    );
    input.terminal.out(nextSteps(folder, name));
    return 0;
  },
};

function nameFor(folder: string, { values }: Input): { name: string; from: string } {
  if (values.name !== undefined) {
    if (!isProjectName(values.name)) {
      const better = projectName(values.name);
      const example = better === undefined ? '' : `, e.g. '${better}'`;
      throw new UsageError(`--name cannot be '${values.name}': expected ${EXPECTED_NAME}${example}`);
    }
    return { name: values.name, from: '' };
  }
  const base = basename(resolve(folder));
  const name = projectName(base);
  if (name === undefined) {
    throw new UsageError(`no name follows from the folder '${base}': give one with --name <name>, ${EXPECTED_NAME}`);
  }
  return { name, from: ` after the folder${name === base ? '' : ` '${base}'`} (--name gives another)` };
}

function refuseToOverwrite(folder: string, paths: string[]): void {
  if (existsSync(folder) && !isFolder(folder)) {
    throw new Failure(`'${folder}' is a file: expected a folder, or a name that is free`);
  }
  const found = inTheWay(folder, paths);
  if (found.length > 0) {
    const [are, them] = found.length === 1 ? ['is', 'it'] : ['are', 'them'];
    throw new Failure(
      [
        `${found.length} of the files to write ${are} in ${shown(folder)} already, so nothing was written:`,
        ...found.map((path) => `  ${path}`),
        `Move ${them} away, or name a new folder: cdk8s-dapr init <folder>`,
      ].join('\n'),
    );
  }
}

function nextSteps(folder: string, name: string): string {
  const steps = [
    ...(resolve(folder) === resolve('.') ? [] : [[`cd ${quoted(folder)}`, '']]),
    ['npm install', 'fetches what package.json names; commit package-lock.json, which CI needs'],
    ['npm test', 'checks the manifests; the first run writes a snapshot: commit it'],
    ['npm run synth', `writes dist/${name}.k8s.yaml, for kubectl apply`],
  ];
  const width = Math.max(...steps.map(([command]) => command.length));
  return ['', 'Next:', ...steps.map(([command, why]) => `  ${why === '' ? command : `${command.padEnd(width)}  # ${why}`}`)].join('\n');
}

function shown(folder: string): string {
  return resolve(folder) === resolve('.') ? 'this folder' : `'${folder}'`;
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) && !path.startsWith('-') ? path : `'${path.replace(/'/g, `'\\''`)}'`;
}
