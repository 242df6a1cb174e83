import { ApiObjectMetadata, Duration } from 'cdk8s';

/**
 * A secret store that components and applications take secrets from.
 */
export interface ISecretStore {
  /** The `metadata.name` of the secret store component. */
  readonly secretStoreName: string;
}

/**
 * What every component has, whatever its type.
 */
export interface ComponentOptions {
  /**
   * The app ids that may use the component. Dapr compares them letter by letter.
   *
   * @default - every application of the namespace, and one failing component then stops all their sidecars
   */
  readonly scopes?: string[];

  /**
   * The secret store that resolves the references to secrets.
   *
   * @default - Kubernetes Secrets of the component's namespace
   */
  readonly secretStore?: ISecretStore;

  /**
   * How long the sidecar waits for the component to start.
   *
   * @default Duration.seconds(5)
   */
  readonly initTimeout?: Duration;

  /**
   * Lets the sidecar run without the component where that fails to start.
   *
   * @default false
   */
  readonly ignoreErrors?: boolean;

  /**
   * Name, namespace, labels and annotations of the Kubernetes object.
   *
   * @default - named like the construct id, in the chart's namespace
   */
  readonly objectMeta?: ApiObjectMetadata;
}
