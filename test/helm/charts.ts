import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import * as dapr from '../../src';
import { helm } from '../../tools/real/helm';
import { helm3 } from '../../tools/real/helm3';
import { tryRun } from '../../tools/process';

/** Both helms: a chart must do with either. */
export const HELMS: [string, () => string][] = [
  ['helm 4', helm],
  ['helm 3', helm3],
];

export interface Answer {
  readonly status: number | null;
  readonly objects: any[];
  readonly error: string;
}

/** What `helm template` makes of a chart's folder. */
export function template(binary: string, folder: string, ...options: string[]): Answer {
  return release(binary, folder, 'shop', '--namespace', 'shop', ...options);
}

/** The same for a release of another name, in another namespace. */
export function release(binary: string, folder: string, name: string, ...options: string[]): Answer {
  const { status, stdout, stderr } = tryRun(binary, ['template', name, folder, '--skip-tests', ...options]);
  return {
    status,
    objects: status === 0 ? loadAll(stdout).filter((object) => object !== null && object !== undefined) : [],
    error: stderr,
  };
}

export function lint(binary: string, folder: string, ...options: string[]): string {
  const { stdout, stderr } = tryRun(binary, ['lint', '--strict', folder, ...options]);
  return `${stdout}${stderr}`;
}

/** Objects by what they are called, whatever their order. */
export function byName(objects: readonly any[]): { [name: string]: any } {
  const named = objects.map((object): [string, any] => [
    `${object.apiVersion} ${object.kind} ${object.metadata.namespace ?? ''}/${object.metadata.name}`,
    object,
  ]);
  expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Writes a chart where helm can read it, and takes it away again. */
export function written<T>(chart: dapr.HelmChart, use: (folder: string) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-chart-'));
  try {
    return use(chart.write(outdir));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The objects of a program, as plain manifests say them. */
export function plain(program: dapr.IHelmProgram): any[] {
  const app = new dapr.App();
  program.define(app);
  return loadAll(app.synthYaml());
}
