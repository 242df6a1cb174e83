import { Duration, Size } from 'cdk8s';
import { goDuration, isDuration } from '../private/go-duration';
import { valueOf } from '../private/helm/ask-value';
import { amountOf, goMilliseconds } from '../private/helm/duration-text';
import { isSize, quantity } from '../private/quantity';
import { HelmCondition } from './helm-condition';
import {
  HelmAnyOptions,
  HelmBooleanOptions,
  HelmDurationOptions,
  HelmEnumOptions,
  HelmListOptions,
  HelmMapOptions,
  HelmNumberOptions,
  HelmReleaseOptions,
  HelmSizeOptions,
  HelmStringOptions,
} from './helm-value-options';

/**
 * Values of a Helm chart. Each method gives a plain text, number, boolean, Duration and so on, to be used wherever one fits: in the constructs of
 * this library, in cdk8s-plus, in an ApiObject, and inside of texts.
 *
 * Plain manifests get the default. `HelmChart` runs the program with other values, too, sees where each goes, and writes a template there:
 *
 * ```ts
 * const tag = dapr.HelmValue.string('image.tag', { default: '1.0.0', description: 'The version of the image' });
 * new dapr.Application(chart, 'orders', { image: `registry.example.com/orders:${tag}`, port: 5001 });
 * ```
 *
 * A path such as `image.tag` is what users of the chart write in their values: names of letters, digits and `_`, joined by dots. Where the same
 * path is asked for twice, everything else must be the same, too.
 */
export class HelmValue {
  /**
   * A text.
   *
   * @param path where it stands in `values.yaml`
   * @param options its default, and what it is for
   */
  public static string(path: string, options: HelmStringOptions): string {
    return valueOf({ path, kind: 'string', ...options }) as string;
  }

  /**
   * A whole number.
   *
   * @param path where it stands in `values.yaml`
   * @param options its default and limits, and what it is for
   */
  public static integer(path: string, options: HelmNumberOptions): number {
    return valueOf({ path, kind: 'integer', ...options }) as number;
  }

  /**
   * A number.
   *
   * @param path where it stands in `values.yaml`
   * @param options its default and limits, and what it is for
   */
  public static number(path: string, options: HelmNumberOptions): number {
    return valueOf({ path, kind: 'number', ...options }) as number;
  }

  /**
   * A switch. It may decide anything: a field, an `if` of the program, whether objects exist.
   *
   * @param path where it stands in `values.yaml`
   * @param options its default, and what it is for
   */
  public static boolean(path: string, options: HelmBooleanOptions): boolean {
    return valueOf({ path, kind: 'boolean', ...options }) as boolean;
  }

  /**
   * A switch for whole objects: `HelmValue.condition('ingress.enabled', { default: false }).when(ingress)`.
   *
   * @param path where it stands in `values.yaml`
   * @param options its default, and what it is for
   */
  public static condition(path: string, options: HelmBooleanOptions): HelmCondition {
    return HelmCondition._of(HelmValue.boolean(path, options));
  }

  /**
   * One of several texts. As a switch, it may decide anything.
   *
   * @param path where it stands in `values.yaml`
   * @param options its default, what is allowed, and what it is for
   */
  public static enum(path: string, options: HelmEnumOptions): string {
    return valueOf({ path, kind: 'enum', ...options }) as string;
  }

  /**
   * A list of texts.
   *
   * @param path where it stands in `values.yaml`
   * @param options its default, and what it is for
   */
  public static list(path: string, options: HelmListOptions): string[] {
    return valueOf({ path, kind: 'list', ...options }) as string[];
  }

  /**
   * Texts by name, such as labels, annotations or a node selector.
   *
   * @param path where it stands in `values.yaml`
   * @param options its default, and what it is for
   */
  public static map(path: string, options: HelmMapOptions): { [key: string]: string } {
    return valueOf({ path, kind: 'map', ...options }) as { [key: string]: string };
  }

  /**
   * A part of a manifest that stands there as it is: resources, tolerations, an affinity. Its inside is not checked by Helm.
   *
   * @param path where it stands in `values.yaml`
   * @param options its default, and what it is for
   */
  public static any(path: string, options: HelmAnyOptions): any {
    return valueOf({ path, kind: 'any', ...options });
  }

  /**
   * A duration, a text such as `1m30s` in `values.yaml`. Where a manifest wants a number of seconds, the template reads the text.
   *
   * @param path where it stands in `values.yaml`
   * @param options its default, and what it is for
   */
  public static duration(path: string, options: HelmDurationOptions): Duration {
    const given: unknown = options?.default;
    const text = valueOf({ path, kind: 'duration', ...options, default: isDuration(given) ? goDuration(given) : given });
    return Duration.millis(goMilliseconds(text as string));
  }

  /**
   * A size in whole KiB, MiB or more, a quantity such as `512Mi` in `values.yaml`.
   *
   * @param path where it stands in `values.yaml`
   * @param options its default, and what it is for
   */
  public static size(path: string, options: HelmSizeOptions): Size {
    const given: unknown = options?.default;
    const text = valueOf({ path, kind: 'size', ...options, default: isSize(given) ? quantity(given) : given });
    return Size.kibibytes(amountOf(text as string)! / 1024);
  }

  /**
   * A quantity of Kubernetes as text: `100m`, `512Mi`.
   *
   * @param path where it stands in `values.yaml`
   * @param options its default, and what it is for
   */
  public static quantity(path: string, options: HelmStringOptions): string {
    return valueOf({ path, kind: 'quantity', ...options }) as string;
  }

  /**
   * The name of the release. Not for what Dapr uses as API: app ids and the names of components stay as they are.
   *
   * @param options what plain manifests say in its place
   */
  public static releaseName(options: HelmReleaseOptions): string {
    return valueOf({ path: 'Release.Name', kind: 'release name', default: options?.default }) as string;
  }

  /**
   * The namespace of the release: `new Chart(app, 'shop', { namespace: dapr.HelmValue.releaseNamespace({ default: 'shop' }) })`.
   *
   * Objects without a namespace go there anyway.
   *
   * @param options what plain manifests say in its place
   */
  public static releaseNamespace(options: HelmReleaseOptions): string {
    return valueOf({ path: 'Release.Namespace', kind: 'release namespace', default: options?.default }) as string;
  }

  private constructor() {}
}
