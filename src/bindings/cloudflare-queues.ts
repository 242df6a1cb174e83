// Generated from catalog/components/bindings/cloudflare-queues.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `CloudflareQueuesAuth.apiToken` takes.
 */
export interface CloudflareQueuesApiTokenOptions {
  /**
   * Cloudflare API token with which Dapr sets up the worker.
   */
  readonly cfAPIToken: SecretValue;

  /**
   * ID of the Cloudflare account where Dapr sets up the worker.
   */
  readonly cfAccountID: string | MetadataValue;
}

/**
 * What `CloudflareQueuesAuth.deployedWorker` takes.
 */
export interface CloudflareQueuesDeployedWorkerOptions {
  /**
   * URL of the Cloudflare worker, where it was set up by hand.
   */
  readonly workerUrl: string | MetadataValue;
}

/**
 * A complete way for `bindings.cloudflare.queues` to authenticate.
 */
export class CloudflareQueuesAuth {
  /**
   * Authenticates with an API token, with which the sidecar deploys the worker it needs.
   *
   * @param options what to authenticate with
   */
  public static apiToken(options: CloudflareQueuesApiTokenOptions): CloudflareQueuesAuth {
    return new CloudflareQueuesAuth({ ...API_TOKEN, type: 'bindings.cloudflare.queues', values: { ...options } });
  }

  /**
   * Uses a worker that is deployed already.
   *
   * @param options what to authenticate with
   */
  public static deployedWorker(options: CloudflareQueuesDeployedWorkerOptions): CloudflareQueuesAuth {
    return new CloudflareQueuesAuth({ ...DEPLOYED_WORKER, type: 'bindings.cloudflare.queues', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.cloudflare.queues'>;

  private constructor(auth: AuthProfile<'bindings.cloudflare.queues'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.cloudflare.queues` v1.
 */
export interface CloudflareQueuesProps extends BindingOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: CloudflareQueuesAuth;

  /**
   * Name of the existing queue that messages are sent to.
   */
  readonly queueName: string | MetadataValue;

  /**
   * How long a network request may take, in seconds.
   *
   * @default 20
   */
  readonly timeoutInSeconds?: number | MetadataValue;

  /**
   * Ed25519 private key that signs the calls to the worker, as PEM text.
   */
  readonly key: SecretValue;

  /**
   * Name of the Cloudflare worker that Dapr talks to.
   */
  readonly workerName: string | MetadataValue;
}

/**
 * Sends messages to a Cloudflare queue, through a worker.
 *
 * The type is `bindings.cloudflare.queues`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create, read.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/cloudflare-queues/
 */
export class CloudflareQueues extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: CloudflareQueuesProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.cloudflare.queues',
  version: 'v1',
  auth: { required: true, expected: 'CloudflareQueuesAuth.apiToken, .deployedWorker' },
  directions: ['output'],
  fields: {
    queueName: { is: 'text', required: true },
    timeoutInSeconds: { is: 'integer' },
    key: { is: 'secret', required: true },
    workerName: { is: 'text', required: true },
  },
};

const API_TOKEN: AuthFacts = {
  name: 'apiToken',
  fields: {
    cfAPIToken: { is: 'secret', required: true },
    cfAccountID: { is: 'text', required: true },
  },
};

const DEPLOYED_WORKER: AuthFacts = {
  name: 'deployedWorker',
  fields: {
    workerUrl: { is: 'text', required: true },
  },
};
