import { noteSecret } from './private/helm/pass';
import { envRef, Origin, secretKeyRef } from './private/origin';

/**
 * A value of a component's metadata that is not written in the program: it comes from a secret or from the sidecar's
 * environment, or it is text that this library shall not check.
 *
 * Every field takes one in place of its own type (a secret takes a SecretValue): `redisHost: MetadataValue.fromSecretKeyRef('redis', 'host')`.
 */
export class MetadataValue {
  /**
   * Takes the value from a secret, when the sidecar loads the component.
   *
   * The secret is looked up in the component's `secretStore`, and in Kubernetes Secrets of its namespace where none is set.
   *
   * @param name the secret's name in its store
   * @param key the key inside the secret. @default - the secret's name, which suits stores whose secrets hold a single value
   */
  public static fromSecretKeyRef(name: string, key?: string): MetadataValue {
    return new MetadataValue({ secretKeyRef: secretKeyRef(name, key) });
  }

  /**
   * Takes the value from an environment variable of the sidecar.
   *
   * Give the variable to the sidecar with `env` or `envFromSecret`. Dapr refuses `APP_API_TOKEN` and `DAPR_…`, and reads the name in upper case.
   *
   * @param name the variable's name: upper case letters, digits and underscores
   */
  public static fromEnv(name: string): MetadataValue {
    return new MetadataValue({ envRef: envRef(name) });
  }

  /**
   * Writes a text as it is, without the check of the field's type: the way out where Dapr takes more than this library knows.
   *
   * Dapr replaces `{uuid}`, `{podName}`, `{namespace}` and `{appID}` in it.
   *
   * @param text what Dapr shall read
   */
  public static fromText(text: string): MetadataValue {
    return new MetadataValue({ text });
  }

  /** @internal */
  public readonly _origin: Origin;

  private constructor(origin: Origin) {
    this._origin = origin;
  }
}

/**
 * A secret: a password, key, token or connection string. Plain text does not compile.
 *
 * ```ts
 * const redisPassword = dapr.SecretValue.fromSecretKeyRef('redis-secret', 'password');
 * ```
 */
export class SecretValue {
  /**
   * Takes the secret from a store, when the sidecar loads the component.
   *
   * @param name the secret's name in the component's `secretStore`, or of a Kubernetes Secret in its namespace where none is set
   * @param key the key inside the secret. @default - the secret's name, which suits stores whose secrets hold a single value
   */
  public static fromSecretKeyRef(name: string, key?: string): SecretValue {
    return new SecretValue({ secretKeyRef: secretKeyRef(name, key) });
  }

  /**
   * Takes the secret from an environment variable of the sidecar.
   *
   * @param name the variable's name: upper case letters, digits and underscores
   */
  public static fromEnv(name: string): SecretValue {
    return new SecretValue({ envRef: envRef(name) });
  }

  /**
   * Writes the secret in plain text into the manifest, for everyone to read who can read the manifest. For tests and local runs only.
   *
   * @param text the secret itself
   */
  public static unsafePlainText(text: string): SecretValue {
    noteSecret(text);
    return new SecretValue({ text });
  }

  /** @internal */
  public readonly _origin: Origin;

  /**
   * Keeps a MetadataValue from being taken for a secret: TypeScript compares classes by their members.
   *
   * @internal
   */
  public readonly _secret = true;

  private constructor(origin: Origin) {
    this._origin = origin;
  }
}
