/**
 * A Configuration that an application's sidecar runs with: a `Configuration` of this program, or one that exists already.
 */
export interface IConfiguration {
  /** Its `metadata.name`, in the namespace of the application. */
  readonly name: string;
}

/**
 * A Configuration that another program or team keeps.
 *
 * ```ts
 * dapr.Sidecar.inject(deployment, { appId: 'orders', config: dapr.ConfigurationReference.fromName('appconfig') });
 * ```
 */
export class ConfigurationReference implements IConfiguration {
  /**
   * Refers to a Configuration by its name.
   *
   * @param name its `metadata.name`, in the namespace of the application
   */
  public static fromName(name: string): ConfigurationReference {
    return new ConfigurationReference(name);
  }

  private constructor(
    /** Its `metadata.name`. */
    public readonly name: string,
  ) {}
}
