import { Code } from '../private/codes';
import { copied } from '../private/copied';
import { toJson } from '../private/field-text';
import { checkFields, Place } from '../private/fields';
import { Problems } from '../private/problems';
import { checkSince } from '../private/resource-checks';
import { AwsCloudMapNameResolutionOptions, CLOUD_MAP } from './cloud-map';
import { CONSUL, ConsulNameResolutionOptions } from './consul';
import { Resolver, revealed, SETTINGS } from './resolver';
import { SQLITE, SqliteNameResolutionOptions } from './sqlite';

/**
 * How applications are found by the Kubernetes DNS.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-name-resolution/nr-kubernetes/
 */
export interface KubernetesNameResolutionOptions {
  /**
   * The domain of the cluster.
   *
   * @default 'cluster.local'
   */
  readonly clusterDomain?: string;

  /**
   * The address of an application as a Go template over `.ID`, `.Namespace`, `.Port` and `.Data`. One that cannot be
   * parsed stops the sidecar.
   *
   * @default - `<app id>-dapr.<namespace>.svc.<cluster domain>:<port>`
   */
  readonly template?: string;
}

/**
 * How applications are found by a pattern.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-name-resolution/nr-nameformat/
 */
export interface NameFormatOptions {
  /** The address of an application; `{appid}` stands for its id and has to be there. */
  readonly format: string;
}

/**
 * A way of finding applications that this library does not know.
 */
export interface CustomNameResolutionOptions {
  /** The component's short name, such as `consul`. */
  readonly component: string;

  /**
   * Its version.
   *
   * @default 'v1'
   */
  readonly version?: string;

  /**
   * Its settings.
   *
   * @default - none
   */
  readonly configuration?: { [name: string]: any };
}

/**
 * How the sidecar finds the sidecars of other applications.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-name-resolution/
 */
export class NameResolution {
  /**
   * Asks the DNS of the cluster, which is what happens without this setting.
   *
   * @param options domain or template
   */
  public static kubernetes(options: KubernetesNameResolutionOptions = {}): NameResolution {
    return new NameResolution(KUBERNETES, options);
  }

  /** Asks the local network by multicast, as self-hosted sidecars do. */
  public static mdns(): NameResolution {
    return new NameResolution({ component: 'mdns', fields: {} }, {});
  }

  /**
   * Asks HashiCorp Consul.
   *
   * @param options the agent, and what is registered there
   */
  public static hashicorpConsul(options: ConsulNameResolutionOptions = {}): NameResolution {
    return new NameResolution(CONSUL, options);
  }

  /**
   * Asks a SQLite database.
   *
   * @param options the database and its times
   */
  public static sqlite(options: SqliteNameResolutionOptions): NameResolution {
    return new NameResolution(SQLITE, options);
  }

  /**
   * Asks AWS Cloud Map.
   *
   * @param options the namespace and the credentials
   */
  public static awsCloudMap(options: AwsCloudMapNameResolutionOptions): NameResolution {
    return new NameResolution(CLOUD_MAP, options);
  }

  /**
   * Computes the address from the app id. Dapr 1.18 and later.
   *
   * @param options the pattern
   */
  public static nameFormat(options: NameFormatOptions): NameResolution {
    return new NameResolution(NAME_FORMAT, options);
  }

  /**
   * Names a way that this library does not know.
   *
   * @param options component, version and settings
   */
  public static of(options: CustomNameResolutionOptions): NameResolution {
    return new NameResolution({ component: options.component }, options.configuration ?? {}, options.version);
  }

  /** The short name of the component. */
  public readonly component: string;

  private readonly settings: object;

  private constructor(
    private readonly resolver: Resolver,
    settings: object,
    private readonly version = 'v1',
  ) {
    this.component = resolver.component;
    this.settings = copied(settings);
  }

  /** @internal */
  public _check(problems: Problems, place: Place): void {
    const { component, since, fields, check } = this.resolver;
    if (typeof component !== 'string' || component === '') {
      problems.add(
        Code.REQUIRED,
        `'nameResolution.component' is required by ${place.owner}: got nothing, expected a short name, e.g. 'consul'`,
      );
    }
    if (since !== undefined) {
      checkSince(problems, place.version, `the name resolution '${component}'`, since);
    }
    if (fields !== undefined) {
      checkFields(problems, place, fields, this.settings, SETTINGS);
      check?.(problems, place.owner, this.settings);
    }
  }

  /** @internal */
  public _toJson(): object {
    const { component, fields, toJson: own } = this.resolver;
    const configuration = own?.(this.settings) ?? (fields === undefined ? this.settings : toJson(fields, this.settings));
    return { component, version: this.version, configuration: revealed(configuration) };
  }
}

const KUBERNETES: Resolver = {
  component: 'kubernetes',
  fields: { clusterDomain: { is: 'text' }, template: { is: 'text' } },
};

const NAME_FORMAT: Resolver = {
  component: 'nameformat',
  since: '1.18',
  fields: {
    format: { is: 'text', required: true, pattern: /\{appid\}/, expected: `text with {appid} in it, e.g. '{appid}.shop.svc:50002'` },
  },
};
