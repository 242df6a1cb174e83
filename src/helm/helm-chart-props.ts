import { App } from '../app';
import { DaprVersion } from '../dapr-version';

/**
 * A program that adds charts to an app.
 *
 * It is run several times, with other values each time, and must do the same whenever the values are the same: no clock, no random numbers.
 */
export interface IHelmProgram {
  /**
   * Adds the charts.
   *
   * @param app an app of its own for each run
   */
  define(app: App): void;
}

/**
 * Who looks after a chart.
 */
export interface HelmMaintainer {
  /** The person or team. */
  readonly name: string;

  /**
   * Where to write.
   *
   * @default - none
   */
  readonly email?: string;

  /**
   * Where to read.
   *
   * @default - none
   */
  readonly url?: string;
}

/**
 * The values of one environment, which become a file beside `values.yaml`.
 */
export interface HelmEnvironment {
  /** A part of the file's name: `production` gives `values-production.yaml`. */
  readonly name: string;

  /** What differs from the defaults, by path: `{ 'image.tag': '2.0.0', replicas: 3 }`. */
  readonly values: { [path: string]: any };
}

/**
 * What stands in a chart beside its templates.
 */
export interface HelmChartProps {
  /** The chart's name, and its folder's: lower case letters, digits and '-'. */
  readonly name: string;

  /** The chart's own version, e.g. `1.0.0`. */
  readonly version: string;

  /**
   * The version of what the chart installs.
   *
   * @default - none
   */
  readonly appVersion?: string;

  /**
   * What the chart is, in a sentence.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * The versions of Kubernetes that it is for, e.g. `>=1.28.0-0`.
   *
   * @default - any
   */
  readonly kubeVersion?: string;

  /**
   * A URL of a picture.
   *
   * @default - none
   */
  readonly icon?: string;

  /**
   * The URL of the project.
   *
   * @default - none
   */
  readonly home?: string;

  /**
   * URLs of the sources.
   *
   * @default - none
   */
  readonly sources?: string[];

  /**
   * Words to find it by.
   *
   * @default - none
   */
  readonly keywords?: string[];

  /**
   * Who looks after it.
   *
   * @default - none
   */
  readonly maintainers?: HelmMaintainer[];

  /**
   * Further annotations of the chart.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };

  /**
   * The version of Dapr that the manifests are for.
   *
   * @default DaprVersion.V1_18
   */
  readonly daprVersion?: DaprVersion;

  /**
   * Further files of values.
   *
   * @default - `values.yaml` only
   */
  readonly environments?: HelmEnvironment[];

  /**
   * Whether each object gets `helm.sh/chart`, `app.kubernetes.io/managed-by` and `app.kubernetes.io/instance`. Selectors and pods do not.
   *
   * @default false
   */
  readonly standardLabels?: boolean;

  /**
   * Whether the name of every Secret that is referred to, and is not part of the chart, becomes a value: `secrets.<name>.existingSecret`.
   *
   * @default false
   */
  readonly existingSecrets?: boolean;

  /**
   * Whether pull secrets, service account and resources of every workload become values: `workloads.<name>.imagePullSecrets` and so on.
   *
   * @default false
   */
  readonly workloadValues?: boolean;

  /**
   * Whether `helm test` asks each Service whether something listens. Its image becomes the value `connectionTest.image`.
   *
   * @default true
   */
  readonly connectionTests?: boolean;

  /**
   * The image of the connection test, which needs `nc`.
   *
   * @default 'busybox:1.37'
   */
  readonly connectionTestImage?: string;

  /**
   * What Helm prints after an installation. Plain text: `{{` means nothing here.
   *
   * @default - what is installed, and how to test it
   */
  readonly notes?: string;
}
