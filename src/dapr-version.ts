import { Construct } from 'constructs';
import { mistake } from './private/problems';

/**
 * The minor version of Dapr that the manifests are for. What this version lacks is an error that names it.
 *
 * Set it once, on the app or a chart, before anything is added to it:
 *
 * ```ts
 * const app = new App();
 * dapr.DaprVersion.use(app, dapr.DaprVersion.V1_17);
 * ```
 *
 * @see https://docs.dapr.io/operations/support/support-release-policy/
 */
export class DaprVersion {
  /** Dapr 1.15, the oldest that is told apart: no Google AI and Ollama conversations, no Coherence state store, no headers for OpenTelemetry. */
  public static readonly V1_15 = new DaprVersion('1.15', 15);

  /** Dapr 1.16: no RavenDB state store, no headers for OpenTelemetry. */
  public static readonly V1_16 = new DaprVersion('1.16', 16);

  /** Dapr 1.17: no MCPServer, no WorkflowAccessPolicy, no native sidecar. */
  public static readonly V1_17 = new DaprVersion('1.17', 17);

  /** Dapr 1.18, the default. */
  public static readonly V1_18 = new DaprVersion('1.18', 18);

  /** Dapr 1.19, as far as its release notes and documentation are sure. */
  public static readonly V1_19 = new DaprVersion('1.19', 19);

  /** The version that applies where none was set: 1.18. */
  public static readonly DEFAULT = DaprVersion.V1_18;

  /**
   * Makes everything below `scope` target this version.
   *
   * @param scope an app or chart that has no children yet
   * @param version the version of the control plane and sidecars
   */
  public static use(scope: Construct, version: DaprVersion): void {
    scope.node.setContext(CONTEXT_KEY, version.name);
  }

  /**
   * The version that applies to a construct.
   *
   * @param scope any construct
   */
  public static of(scope: Construct): DaprVersion {
    const name: unknown = scope.node.tryGetContext(CONTEXT_KEY);
    return name === undefined ? DaprVersion.DEFAULT : DaprVersion.parse(String(name));
  }

  /**
   * Finds a version by its name.
   *
   * @param text a version such as `1.18` or `1.18.3`; the patch does not matter
   */
  public static parse(text: string): DaprVersion {
    const found = ALL.find((version) => version.name === text.replace(/^v/, '').split('.', 2).join('.'));
    if (found === undefined) {
      throw mistake(`unknown Dapr version '${text}': expected one of ${ALL.map((version) => version.name).join(', ')}`);
    }
    return found;
  }

  /** @internal */
  public readonly _minor: number;

  private constructor(
    /** The version as `1.18`. */
    public readonly name: string,
    minor: number,
  ) {
    this._minor = minor;
  }

  /**
   * Whether this version is `other` or a later one.
   *
   * @param other the version to compare with
   */
  public isAtLeast(other: DaprVersion): boolean {
    return this._minor >= other._minor;
  }

  /** The version as `1.18`. */
  public toString(): string {
    return this.name;
  }
}

const ALL = [DaprVersion.V1_15, DaprVersion.V1_16, DaprVersion.V1_17, DaprVersion.V1_18, DaprVersion.V1_19];
const CONTEXT_KEY = 'cdk8s-dapr/dapr-version';
