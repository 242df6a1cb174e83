import type { SecretsFile } from './secrets-file';

/** What stops everything: nothing is written. */
export interface SelfHostedProblem {
  /** The object: `Component shop/statestore`, with the place in it. */
  readonly place: string;
  /** The object itself, as it was given; nothing where the settings are wrong. */
  readonly object: object | undefined;
  /** Leads to the place in it. */
  readonly path: readonly (string | number)[];
  /** What was found, and what to write instead. */
  readonly message: string;
}

/** An application with its sidecar. Paths are below the folder that is written, with `/`. */
export interface SelfHostedApp {
  readonly id: string;
  readonly namespace: string | undefined;
  readonly appPort: number | undefined;
  readonly resourcesPath: string;
  readonly configPath: string | undefined;
  /** What the annotations ask daprd for, less its ports, its resources, its Configuration and the app id. */
  readonly flags: readonly string[];
  /** The environment of the sidecar. */
  readonly env: { readonly [name: string]: string };
  /** What starts the application; nothing where only its sidecar runs. */
  readonly command: readonly string[] | undefined;
  /** As it was given; nothing where a folder is made for it. */
  readonly appDirPath: string | undefined;
}

/** What one `dapr run -f` starts: a namespace. */
export interface SelfHostedRun {
  /** Below the folder that is written; empty where there is one run only. */
  readonly folder: string;
  readonly namespace: string | undefined;
  readonly apps: readonly SelfHostedApp[];
  readonly secrets: readonly SecretsFile[];
  /** Whether there is an environment to start it in. */
  readonly hasEnvironment: boolean;
}

export interface SelfHostedResult {
  readonly problems: readonly SelfHostedProblem[];
  /** What was changed or left out, and what to see to: whole sentences. */
  readonly notes: readonly string[];
  readonly runs: readonly SelfHostedRun[];
  readonly apps: readonly SelfHostedApp[];
  /**
   * The text of each file, by its path.
   *
   * @param outdir the folder, absolute: some of what Dapr reads must name it
   */
  readonly files: (outdir: string) => ReadonlyMap<string, string>;
}
