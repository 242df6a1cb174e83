// Generated from catalog/components/bindings/zeebe-job-worker.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Binding, IInputBinding, InputBindingOptions } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `ZeebeJobWorkerAuth.oauth2` takes.
 */
export interface ZeebeJobWorkerOauth2Options {
  /**
   * Client ID for fetching OAuth access tokens for Zeebe.
   */
  readonly clientId: string | MetadataValue;

  /**
   * Client secret for fetching OAuth access tokens for Zeebe.
   */
  readonly clientSecret: SecretValue;

  /**
   * URL where OAuth access tokens for Zeebe are fetched.
   */
  readonly authorizationServerUrl: string | MetadataValue;

  /**
   * Audience to ask access tokens for, as the Zeebe API expects.
   */
  readonly tokenAudience: string | MetadataValue;

  /**
   * OAuth scope to ask access tokens for.
   *
   * @default - not set
   */
  readonly tokenScope?: string | MetadataValue;

  /**
   * File where the OAuth token for Zeebe is cached.
   *
   * @default - not set
   */
  readonly clientConfigPath?: string | MetadataValue;
}

/**
 * A complete way for `bindings.zeebe.jobworker` to authenticate.
 */
export class ZeebeJobWorkerAuth {
  /**
   * Authenticates with a token that an OAuth 2.0 server gives for client credentials. Since Dapr 1.18.
   *
   * @param options what to authenticate with
   */
  public static oauth2(options: ZeebeJobWorkerOauth2Options): ZeebeJobWorkerAuth {
    return new ZeebeJobWorkerAuth({ ...OAUTH2, type: 'bindings.zeebe.jobworker', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.zeebe.jobworker'>;

  private constructor(auth: AuthProfile<'bindings.zeebe.jobworker'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.zeebe.jobworker` v1.
 */
export interface ZeebeJobWorkerProps extends InputBindingOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: ZeebeJobWorkerAuth;

  /**
   * Address of the Zeebe gateway, as host:port.
   */
  readonly gatewayAddr: string | MetadataValue;

  /**
   * How often a keep-alive is sent to the gateway.
   *
   * @default Duration.seconds(45)
   */
  readonly gatewayKeepAlive?: Duration | MetadataValue;

  /**
   * Talks to the gateway without TLS.
   *
   * @default - not set
   */
  readonly usePlainTextConnection?: boolean | MetadataValue;

  /**
   * Path of the CA certificate file that the gateway certificate is checked against.
   *
   * @default - not set
   */
  readonly caCertificatePath?: string | MetadataValue;

  /**
   * Name of this worker in the logs of Zeebe.
   *
   * @default - not set
   */
  readonly workerName?: string | MetadataValue;

  /**
   * How long a job is reserved for this worker before another may take it.
   *
   * @default - not set
   */
  readonly workerTimeout?: Duration | MetadataValue;

  /**
   * How long the gateway may hold a request until a job is there; negative turns long polling off.
   *
   * @default Duration.seconds(10)
   */
  readonly requestTimeout?: Duration | MetadataValue;

  /**
   * Type of the jobs to work on, as in the task definition of the BPMN process.
   */
  readonly jobType: string | MetadataValue;

  /**
   * Largest number of jobs held at the same time.
   *
   * @default 32
   */
  readonly maxJobsActive?: number | MetadataValue;

  /**
   * Number of jobs that are handled at the same time.
   *
   * @default 4
   */
  readonly concurrency?: number | MetadataValue;

  /**
   * Longest wait between two requests for new jobs.
   *
   * @default Duration.millis(100)
   */
  readonly pollInterval?: Duration | MetadataValue;

  /**
   * Share of maxJobsActive, from 0 to 1, below which new jobs are asked for.
   *
   * @default 0.3
   */
  readonly pollThreshold?: number | MetadataValue;

  /**
   * Process variables that a job carries, as a comma-separated list; empty takes all visible ones.
   *
   * @default - not set
   */
  readonly fetchVariables?: string | MetadataValue;

  /**
   * Completes each job after the app succeeds; off leaves complete, fail and throw to the app.
   *
   * @default - not set
   */
  readonly autocomplete?: boolean | MetadataValue;

  /**
   * Wait before a failed job is tried again, when jobs are completed for the app.
   *
   * @default - not set
   */
  readonly retryBackOff?: Duration | MetadataValue;
}

/**
 * Triggers the app on jobs of the Zeebe workflow engine.
 *
 * The type is `bindings.zeebe.jobworker`, version v1. Dapr calls it stable; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/zeebe-jobworker/
 */
export class ZeebeJobWorker extends Binding implements IInputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;

  constructor(scope: Construct, id: string, props: ZeebeJobWorkerProps) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.zeebe.jobworker',
  version: 'v1',
  auth: { required: false, expected: 'ZeebeJobWorkerAuth.oauth2' },
  directions: ['input'],
  fields: {
    gatewayAddr: { is: 'text', required: true, example: 'zeebe:26500' },
    gatewayKeepAlive: { is: 'duration' },
    usePlainTextConnection: { is: 'boolean' },
    caCertificatePath: { is: 'text' },
    workerName: { is: 'text' },
    workerTimeout: { is: 'duration' },
    requestTimeout: { is: 'duration' },
    jobType: { is: 'text', required: true, example: 'pack' },
    maxJobsActive: { is: 'integer' },
    concurrency: { is: 'integer' },
    pollInterval: { is: 'duration' },
    pollThreshold: { is: 'number' },
    fetchVariables: { is: 'text' },
    autocomplete: { is: 'boolean' },
    retryBackOff: { is: 'duration' },
  },
};

const OAUTH2: AuthFacts = {
  name: 'oauth2',
  since: '1.18',
  fields: {
    clientId: { is: 'text', required: true },
    clientSecret: { is: 'secret', required: true },
    authorizationServerUrl: { is: 'text', required: true },
    tokenAudience: { is: 'text', required: true },
    tokenScope: { is: 'text' },
    clientConfigPath: { is: 'text' },
  },
};
