import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as cdk8s from 'cdk8s';
import { IConstruct } from 'constructs';
import { DaprVersion } from './dapr-version';
import { inOrder, resolveDependencies } from './private/dependency-order';
import { kustomizations } from './private/kustomization-file';
import { checkManifestsOf, writesExactly } from './private/manifest-checks';
import { mistake } from './private/problems';

/**
 * How an `App` writes, and for which Dapr.
 */
export interface AppProps extends cdk8s.AppProps {
  /**
   * The version of Dapr that the manifests are for.
   *
   * @default DaprVersion.V1_18
   */
  readonly daprVersion?: DaprVersion;

  /**
   * Whether a `kustomization.yaml` that lists the files is written beside them, for `kubectl apply -k`, Argo CD and Flux: what an earlier run
   * left in the folder is not applied. Where each chart has a folder, each folder gets one too.
   *
   * @default false
   */
  readonly kustomization?: boolean;
}

/**
 * A cdk8s app with a writer of its own: every text comes back from YAML as it was, all files are written or none, and it takes less than half
 * of the time. The manifests are those of `cdk8s.App`, in the same order and with the same keys; only the quotes may differ.
 *
 * ```ts
 * const app = new dapr.App({ daprVersion: dapr.DaprVersion.V1_18 });
 * ```
 */
export class App extends cdk8s.App {
  private readonly recordsConstructs: boolean;
  private readonly withKustomization: boolean;

  constructor(props: AppProps = {}) {
    super(props);
    this.recordsConstructs = props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
    this.withKustomization = props.kustomization ?? false;
    writesExactly(this);
    if (props.daprVersion !== undefined) {
      DaprVersion.use(this, props.daprVersion);
    }
    checkManifestsOf(this);
  }

  /**
   * Validates the app and writes its manifests. Where anything is wrong, nothing is written, and what was written before stays as it is.
   */
  public synth(): void {
    const { manifests, numbered } = this.manifests();
    const { exactYaml } = yamlWriter();
    const files = [...this.files(manifests, numbered)].map(([name, objects]): [string, string] => [name, exactYaml(objects)]);
    if (this.withKustomization) {
      files.push(...kustomizations(files.map(([name]) => name)));
    }
    if (this.recordsConstructs) {
      files.push(['construct-metadata.json', constructMetadata(manifests)]);
    }
    writeTogether(this.outdir, files);
  }

  /**
   * Validates the app and gives its manifests as one YAML text.
   *
   * @returns all objects of all charts
   */
  public synthYaml(): string {
    return yamlWriter().exactYaml(this.manifests().manifests.flatMap(({ objects }) => objects.map(({ json }) => json)));
  }

  /** Every object of every chart, rendered once, in the order in which to apply them. */
  private manifests(): { manifests: ChartManifests[]; numbered: boolean } {
    const nodes = this.node.findAll();
    validate(nodes);
    const numbered = resolveDependencies(nodes);
    const charts = inOrder(this).filter((node): node is cdk8s.Chart => cdk8s.Chart.isChart(node));
    const manifests = charts.map((chart) => {
      const objects = inOrder(chart).filter((node): node is cdk8s.ApiObject => cdk8s.ApiObject.isApiObject(node) && node.chart === chart);
      return { chart, objects: objects.map((object) => ({ object, json: object.toJson() })) };
    });
    return { manifests, numbered };
  }

  /** What goes into which file, by the file's path below the output folder. */
  private files(manifests: ChartManifests[], numbered: boolean): Map<string, object[]> {
    const extension = this.outputFileExtension;
    const files = new Map<string, object[]>();
    const add = (name: string, json: object): void => void files.set(name, [...(files.get(name) ?? []), json]);
    if (this.yamlOutputType === cdk8s.YamlOutputType.FILE_PER_APP && manifests.length > 0) {
      files.set(
        `app${extension}`,
        manifests.flatMap(({ objects }) => objects.map(({ json }) => json)),
      );
    }
    manifests.forEach(({ chart, objects }, i) => {
      const chartName = `${numbered ? `${String(i).padStart(4, '0')}-` : ''}${cdk8s.Names.toDnsLabel(chart)}`;
      switch (this.yamlOutputType) {
        case cdk8s.YamlOutputType.FILE_PER_CHART:
          files.set(
            `${chartName}${extension}`,
            objects.map(({ json }) => json),
          );
          break;
        case cdk8s.YamlOutputType.FILE_PER_RESOURCE:
          objects.forEach(({ json }) => add(`${resourceName(json)}${extension}`, json));
          break;
        case cdk8s.YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
          objects.forEach(({ json }) => add(join(chartName, `${resourceName(json)}${extension}`), json));
          break;
      }
    });
    return files;
  }
}

interface ChartManifests {
  readonly chart: cdk8s.Chart;
  readonly objects: { readonly object: cdk8s.ApiObject; readonly json: any }[];
}

/** Loaded when something is written, not when something is imported. */
function yamlWriter(): typeof import('./private/exact-yaml') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would cost every program, also those that never write
  return require('./private/exact-yaml') as typeof import('./private/exact-yaml');
}

function validate(nodes: readonly IConstruct[]): void {
  const errors = nodes.flatMap((node) => node.node.validate().map((error) => `[${node.node.path}] ${error}`));
  if (errors.length > 0) {
    throw mistake(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
  }
}

function resourceName(json: any): string {
  return `${json.kind}.${json.metadata.name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}

function constructMetadata(manifests: ChartManifests[]): string {
  const resources = manifests.flatMap(({ objects }) =>
    objects.map(({ object }): [string, object] => [object.name, { path: object.node.path }]),
  );
  return JSON.stringify({ version: '1.0.0', resources: Object.fromEntries(resources) });
}

/** Writes all files, or leaves everything as it was: each is written beside its place first, and moved there when all are written. */
function writeTogether(outdir: string, files: [string, string][]): void {
  const moves: [string, string][] = [];
  try {
    for (const [name, text] of files) {
      const place = join(outdir, name);
      mkdirSync(dirname(place), { recursive: true });
      if (statSync(place, { throwIfNoEntry: false })?.isDirectory()) {
        throw new Error(`there is a folder named ${place}, where a file is to be written`);
      }
      const draft = `${place}.${process.pid}.tmp`;
      moves.push([draft, place]);
      writeFileSync(draft, text);
    }
    moves.forEach(([draft, place]) => renameSync(draft, place));
  } catch (error) {
    moves.forEach(([draft]) => rmSync(draft, { force: true }));
    throw mistake(`cannot write the manifests into '${outdir}': ${(error as Error).message}; what was there is unchanged`);
  }
}
