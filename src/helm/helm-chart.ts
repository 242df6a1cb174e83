import * as cdk8s from 'cdk8s';
import { App } from '../app';
import { chartFiles } from '../private/helm/chart-files';
import { checkProps } from '../private/helm/chart-props-checks';
import { derive } from '../private/helm/derive';
import { same } from '../private/helm/json';
import { askedOutside, inPass } from '../private/helm/pass';
import { objectsOf, runsOf } from '../private/helm/runs';
import { Code } from '../private/codes';
import { propsOf } from '../private/copied';
import { mistake } from '../private/problems';
import { HelmChartProps, IHelmProgram } from './helm-chart-props';

/**
 * A Helm chart of everything that a program makes. It needs no helm to be written.
 *
 * ```ts
 * const program: dapr.IHelmProgram = {
 *   define(app) {
 *     const chart = new Chart(app, 'shop');
 *     const replicas = dapr.HelmValue.integer('orders.replicas', { default: 2, minimum: 0 });
 *     new dapr.Application(chart, 'orders', { image: 'orders:1.0.0', port: 5001, replicas, spread: true });
 *   },
 * };
 * dapr.HelmChart.of(program, { name: 'shop', version: '1.0.0' }).write();
 * ```
 *
 * What `HelmValue` gives are plain values, so that everything works with them. To see where they go, the program is run several times, with one
 * value changed each time. What a template cannot repeat, such as a number that the program multiplies, is an error that names the place. In the
 * end several values are changed at once, and what the templates say is compared with what the program makes.
 */
export class HelmChart {
  /**
   * The chart of a program.
   *
   * @param program adds the charts whose objects become templates
   * @param props what stands in the chart beside them
   */
  public static of(program: IHelmProgram, props: HelmChartProps): HelmChart {
    const given = propsOf(props);
    checkProps(given);
    const make = (): App => {
      const app = new App({ daprVersion: given.daprVersion });
      program.define(app);
      return app;
    };
    const runs = runsOf(make);
    const first = runs.run(new Map());
    inPass({ values: new Map(), definitions: runs.definitions, secrets: new Set() }, () => {
      const app = make();
      app.synthYaml();
      if (!same(Object.fromEntries(first), Object.fromEntries(objectsOf(app)))) {
        throw mistake(
          `${Code.CONFLICT} [chart ${given.name}] the program makes something else each time it is run, though no value has changed: it must not depend on the clock, on random numbers, or on what an earlier run has left`,
        );
      }
    });
    return new HelmChart(given.name, chartFiles(given, derive(runs), runs.secrets));
  }

  /**
   * The chart of an app that exists already, without values of its own: its manifests as they are, and what the options add.
   *
   * @param app its charts become templates
   * @param props what stands in the chart beside them
   */
  public static ofApp(app: cdk8s.App, props: HelmChartProps): HelmChart {
    const given = propsOf(props);
    checkProps(given);
    const lost = askedOutside();
    if (lost.length > 0) {
      throw mistake(
        `${Code.CONFLICT} [chart ${given.name}] ${lost.map(({ path, place }) => `the value '${path}' (${place})`).join(', ')} was asked for while no chart was made, so that only its default is in the app: make the chart with HelmChart.of and a program`,
      );
    }
    app.synthYaml();
    return new HelmChart(given.name, chartFiles(given, { objects: objectsOf(app), definitions: new Map(), limits: new Map() }, new Set()));
  }

  private constructor(
    /** The chart's name. */
    public readonly name: string,
    private readonly texts: ReadonlyMap<string, string>,
  ) {}

  /** The text of each file, by its path in the chart's folder. */
  public get files(): { [path: string]: string } {
    return Object.fromEntries(this.texts);
  }

  /**
   * Writes the chart's folder: all of it, or nothing. What this method has written there before is replaced as a whole; a folder that it has not
   * written stays, and is an error.
   *
   * @param outdir the folder that gets the chart's folder. @default - where `cdk8s synth` wants it, else `dist`
   * @returns the chart's folder
   */
  public write(outdir?: string): string {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would touch the file system's module for every program
    const { writeFolder } = require('../private/helm/write-folder') as typeof import('../private/helm/write-folder');
    return writeFolder(outdir ?? process.env.CDK8S_OUTDIR ?? 'dist', this.name, this.texts);
  }
}
