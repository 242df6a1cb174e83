import { Duration, Size } from 'cdk8s';

/**
 * What all values of a Helm chart have in common.
 */
export interface HelmValueOptions {
  /**
   * What the value is for: a comment in `values.yaml`, the description in its schema, and a row of the README's table.
   *
   * @default - none
   */
  readonly description?: string;
}

/**
 * A text as a value.
 */
export interface HelmStringOptions extends HelmValueOptions {
  /** What plain manifests say, and `values.yaml`. */
  readonly default: string;

  /**
   * Another text that the program takes. The program is run with it, to see where the value goes.
   *
   * @default - the default with some letters before or after it
   */
  readonly example?: string;

  /**
   * A regular expression that Helm holds the text against; without look-around, which Helm does not know.
   *
   * @default - any text
   */
  readonly pattern?: string;
}

/**
 * A number as a value.
 */
export interface HelmNumberOptions extends HelmValueOptions {
  /** What plain manifests say, and `values.yaml`. */
  readonly default: number;

  /**
   * The least that Helm accepts.
   *
   * @default - no limit
   */
  readonly minimum?: number;

  /**
   * The most that Helm accepts.
   *
   * @default - no limit
   */
  readonly maximum?: number;

  /**
   * Another number that the program takes. The program is run with it, to see where the value goes.
   *
   * @default - one near the default
   */
  readonly example?: number;
}

/**
 * A switch as a value.
 */
export interface HelmBooleanOptions extends HelmValueOptions {
  /** What plain manifests say, and `values.yaml`. */
  readonly default: boolean;
}

/**
 * One of several texts as a value.
 */
export interface HelmEnumOptions extends HelmValueOptions {
  /** What plain manifests say, and `values.yaml`. */
  readonly default: string;

  /** All texts that Helm accepts. The program is run with each. */
  readonly allowed: string[];
}

/**
 * A list of texts as a value.
 */
export interface HelmListOptions extends HelmValueOptions {
  /** What plain manifests say, and `values.yaml`. */
  readonly default: string[];

  /**
   * Another list that the program takes. The program is run with it, to see where the value goes.
   *
   * @default - two texts that mean nothing
   */
  readonly example?: string[];
}

/**
 * Texts by name as a value.
 */
export interface HelmMapOptions extends HelmValueOptions {
  /** What plain manifests say, and `values.yaml`. */
  readonly default: { [key: string]: string };

  /**
   * Another map that the program takes. The program is run with it, to see where the value goes.
   *
   * @default - a key and a text that mean nothing
   */
  readonly example?: { [key: string]: string };
}

/**
 * A part of a manifest as a value: resources, tolerations, an affinity.
 */
export interface HelmAnyOptions extends HelmValueOptions {
  /** What plain manifests say, and `values.yaml`: an object or a list of them. */
  readonly default: any;

  /**
   * Another one that the program takes. The program is run with it, to see where the value goes.
   *
   * @default - the default with a member more
   */
  readonly example?: any;
}

/**
 * A duration as a value.
 */
export interface HelmDurationOptions extends HelmValueOptions {
  /** What plain manifests say, and `values.yaml`, as a text such as `1m30s`. */
  readonly default: Duration;
}

/**
 * A size as a value.
 */
export interface HelmSizeOptions extends HelmValueOptions {
  /** What plain manifests say, and `values.yaml`, as a quantity such as `512Mi`. */
  readonly default: Size;
}

/**
 * What the release brings along, as a value.
 */
export interface HelmReleaseOptions {
  /** What plain manifests say: they know no release. */
  readonly default: string;
}
