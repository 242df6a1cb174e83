import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { inOrder } from '../private/dependency-order';
import { propsOf } from '../private/copied';
import { mistake } from '../private/problems';
import { runCommand, selfHosted, SelfHostedResult, SelfHostedSettings } from './core/self-hosted';
import { SelfHostedOptions } from './self-hosted-options';

/**
 * What `dapr run -f` needs to run an app or a chart on one machine, without Kubernetes: its components, configurations, resiliency, subscriptions
 * and other resources of Dapr as files, and a run file with the applications that have a sidecar.
 *
 * ```ts
 * const local = dapr.SelfHosted.synth(chart, 'dist/local', { hosts: { 'redis:6379': 'localhost:6379' } });
 * console.log(local.notes.join('\n'));
 * ```
 *
 * References to Kubernetes Secrets lead to a secret store in `secrets.json`, with the values that Secrets of the chart have. Those that are missing
 * are left to be filled in, and stay when the program runs again.
 */
export class SelfHosted {
  /**
   * Writes the files: all of them, or nothing. What an earlier run has written is replaced; a folder with other files in it is an error.
   *
   * @param scope an app, a chart, or any construct with objects in it
   * @param outdir the folder. @default 'dist/local'
   * @param options what differs on this machine
   */
  public static synth(scope: IConstruct, outdir?: string, options?: SelfHostedOptions): SelfHosted {
    const local = SelfHosted.of(scope, options);
    local.write(outdir);
    return local;
  }

  /**
   * The files, without writing them.
   *
   * @param scope an app, a chart, or any construct with objects in it
   * @param options what differs on this machine
   */
  public static of(scope: IConstruct, options?: SelfHostedOptions): SelfHosted {
    const { appFolders, overrides, secrets, ...given } = propsOf(options ?? {});
    const settings: SelfHostedSettings = {
      ...given,
      appDirs: appFolders,
      overrides: overrides === undefined ? [] : objectsOf(overrides),
      secretsIn: secrets,
    };
    const result = selfHosted(objectsOf(scope), settings);
    if (result.problems.length > 0) {
      const lines = result.problems.map(({ place, message }) => `  [${place}] ${message}`);
      throw mistake(`not everything in '${scope.node.path}' can run without Kubernetes:\n${lines.join('\n')}`);
    }
    return new SelfHosted(result);
  }

  private unfilled: readonly string[] = [];

  private constructor(private readonly result: SelfHostedResult) {}

  /** What was changed or left out, and what to see to: whole sentences. */
  public get notes(): string[] {
    return [...this.result.notes];
  }

  /** The app ids of the applications that are started, each with its sidecar. */
  public get appIds(): string[] {
    return this.result.apps.map(({ id }) => id);
  }

  /** The secrets that have no value yet, once the files were written: `secrets.json: redis/password`. */
  public get missingSecrets(): string[] {
    return [...this.unfilled];
  }

  /**
   * How to start it: a command for each namespace.
   *
   * @param outdir where it was written. @default 'dist/local'
   */
  public runCommands(outdir?: string): string[] {
    const folder = outdir ?? DEFAULT;
    return this.result.runs
      .filter(({ apps }) => apps.length > 0)
      .map((run) => runCommand(run, run.folder === '' ? folder : `${folder}/${run.folder}`));
  }

  /**
   * Writes the files: all of them, or nothing.
   *
   * @param outdir the folder. @default 'dist/local'
   * @returns the paths of what is there now, below the folder
   */
  public write(outdir?: string): string[] {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would touch the file system's module for every program
    const { writeSelfHosted } = require('./core/write') as typeof import('./core/write');
    const { files, missing } = writeSelfHosted(outdir ?? DEFAULT, this.result);
    this.unfilled = [...missing].flatMap(([file, names]) => names.map((name) => `${file}: ${name}`));
    return [...files];
  }
}

const DEFAULT = 'dist/local';

/** The objects of a construct, as synth would write them; what would stop synth stops this too. */
function objectsOf(scope: IConstruct): object[] {
  const nodes = new Set([scope.node.root, ...scope.node.findAll()]);
  const errors = [...nodes].flatMap((node) => node.node.validate().map((error) => `[${node.node.path}] ${error}`));
  if (errors.length > 0) {
    throw mistake(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
  }
  return inOrder(scope).flatMap((node) => (ApiObject.isApiObject(node) ? [node.toJson() as object] : []));
}
