// Generated from catalog/components/state/cloudflare-workers-kv.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { ITtlStateStore, StateStore, StateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `CloudflareWorkersKvAuth.apiToken` takes.
 */
export interface CloudflareWorkersKvApiTokenOptions {
  /**
   * ID of the Cloudflare account where Dapr sets up the worker.
   */
  readonly cfAccountID: SecretValue;

  /**
   * Cloudflare API token with which Dapr sets up the worker.
   */
  readonly cfAPIToken: SecretValue;
}

/**
 * What `CloudflareWorkersKvAuth.deployedWorker` takes.
 */
export interface CloudflareWorkersKvDeployedWorkerOptions {
  /**
   * URL of the Cloudflare worker, where it was set up by hand.
   */
  readonly workerUrl: string | MetadataValue;
}

/**
 * A complete way for `state.cloudflare.workerskv` to authenticate.
 */
export class CloudflareWorkersKvAuth {
  /**
   * Authenticates with an API token, with which the sidecar deploys the worker it needs.
   *
   * @param options what to authenticate with
   */
  public static apiToken(options: CloudflareWorkersKvApiTokenOptions): CloudflareWorkersKvAuth {
    return new CloudflareWorkersKvAuth({ ...API_TOKEN, type: 'state.cloudflare.workerskv', values: { ...options } });
  }

  /**
   * Uses a worker that is deployed already.
   *
   * @param options what to authenticate with
   */
  public static deployedWorker(options: CloudflareWorkersKvDeployedWorkerOptions): CloudflareWorkersKvAuth {
    return new CloudflareWorkersKvAuth({ ...DEPLOYED_WORKER, type: 'state.cloudflare.workerskv', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'state.cloudflare.workerskv'>;

  private constructor(auth: AuthProfile<'state.cloudflare.workerskv'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `state.cloudflare.workerskv` v1.
 */
export interface CloudflareWorkersKvProps extends StateStoreOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: CloudflareWorkersKvAuth;

  /**
   * Ed25519 private key that signs the calls to the worker, as PEM text.
   */
  readonly key: SecretValue;

  /**
   * ID of an existing Workers KV namespace that holds the state.
   */
  readonly kvNamespaceID: string | MetadataValue;

  /**
   * Name of the Cloudflare worker that Dapr talks to.
   */
  readonly workerName: string | MetadataValue;

  /**
   * How long a network request may take, in seconds.
   *
   * @default 20
   */
  readonly timeoutInSeconds?: number | MetadataValue;
}

/**
 * Keeps state in Cloudflare Workers KV, through a worker.
 *
 * The type is `state.cloudflare.workerskv`, version v1. Dapr calls it beta; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-cloudflare-workerskv/
 */
export class CloudflareWorkersKv extends StateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: CloudflareWorkersKvProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.cloudflare.workerskv',
  version: 'v1',
  auth: { required: true, expected: 'CloudflareWorkersKvAuth.apiToken, .deployedWorker' },
  fields: {
    key: { is: 'secret', required: true },
    kvNamespaceID: { is: 'text', required: true },
    workerName: { is: 'text', required: true },
    timeoutInSeconds: { is: 'integer' },
  },
};

const API_TOKEN: AuthFacts = {
  name: 'apiToken',
  fields: {
    cfAccountID: { is: 'secret', required: true },
    cfAPIToken: { is: 'secret', required: true },
  },
};

const DEPLOYED_WORKER: AuthFacts = {
  name: 'deployedWorker',
  fields: {
    workerUrl: { is: 'text', required: true },
  },
};
