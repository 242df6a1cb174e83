import { ApiProtocol, ApiRule } from './api-rule';

/**
 * The groups of the sidecar's gRPC API, for `allowed` and `denied`.
 *
 * @see https://docs.dapr.io/operations/configuration/api-allowlist/
 */
export class GrpcApi extends ApiRule {
  /** Actors: invocation, state, timers, reminders. */
  public static readonly ACTORS_V1 = new GrpcApi('actors', 'v1');

  /** Actor callbacks over a stream. Dapr 1.18 and later. */
  public static readonly ACTORS_V1ALPHA1 = new GrpcApi('actors', 'v1alpha1', '1.18');

  /** Output bindings. */
  public static readonly BINDINGS_V1 = new GrpcApi('bindings', 'v1');

  /** Configuration stores. */
  public static readonly CONFIGURATION_V1 = new GrpcApi('configuration', 'v1');

  /** Configuration stores, in their first form. */
  public static readonly CONFIGURATION_V1ALPHA1 = new GrpcApi('configuration', 'v1alpha1');

  /** Conversation with language models, in its first form. */
  public static readonly CONVERSATION_V1ALPHA1 = new GrpcApi('conversation', 'v1alpha1');

  /** Conversation with language models. */
  public static readonly CONVERSATION_V1ALPHA2 = new GrpcApi('conversation', 'v1alpha2');

  /** Encryption and decryption of messages. */
  public static readonly CRYPTO_V1ALPHA1 = new GrpcApi('crypto', 'v1alpha1');

  /** Service invocation. */
  public static readonly INVOKE_V1 = new GrpcApi('invoke', 'v1');

  /** Jobs. Dapr 1.18 and later. */
  public static readonly JOBS_V1 = new GrpcApi('jobs', 'v1', '1.18');

  /** Jobs, in their first form. */
  public static readonly JOBS_V1ALPHA1 = new GrpcApi('jobs', 'v1alpha1');

  /** Taking of distributed locks. */
  public static readonly LOCK_V1ALPHA1 = new GrpcApi('lock', 'v1alpha1');

  /** What the sidecar says about itself. */
  public static readonly METADATA_V1 = new GrpcApi('metadata', 'v1');

  /** Publishing of messages, one by one and in bulk. */
  public static readonly PUBLISH_V1 = new GrpcApi('publish', 'v1');

  /** Publishing in bulk, in its first form. */
  public static readonly PUBLISH_V1ALPHA1 = new GrpcApi('publish', 'v1alpha1');

  /** Secrets. */
  public static readonly SECRETS_V1 = new GrpcApi('secrets', 'v1');

  /** Stopping of the sidecar. */
  public static readonly SHUTDOWN_V1 = new GrpcApi('shutdown', 'v1');

  /** State: read, save, delete, transactions. */
  public static readonly STATE_V1 = new GrpcApi('state', 'v1');

  /** Queries of state stores. */
  public static readonly STATE_V1ALPHA1 = new GrpcApi('state', 'v1alpha1');

  /** Streaming subscriptions. */
  public static readonly SUBSCRIBE_V1ALPHA1 = new GrpcApi('subscribe', 'v1alpha1');

  /** The low-level cryptography API. */
  public static readonly SUBTLECRYPTO_V1ALPHA1 = new GrpcApi('subtlecrypto', 'v1alpha1');

  /** Release of distributed locks. */
  public static readonly UNLOCK_V1ALPHA1 = new GrpcApi('unlock', 'v1alpha1');

  /** Workflows, in their first form. */
  public static readonly WORKFLOWS_V1ALPHA1 = new GrpcApi('workflows', 'v1alpha1');

  /** Workflows, in their beta form. */
  public static readonly WORKFLOWS_V1BETA1 = new GrpcApi('workflows', 'v1beta1');

  private constructor(name: string, version: string, since?: string) {
    super({ name, version, protocol: ApiProtocol.GRPC }, since);
  }
}
