// Generated from catalog/components/bindings/zeebe-command.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `ZeebeCommandAuth.oauth2` takes.
 */
export interface ZeebeCommandOauth2Options {
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
 * A complete way for `bindings.zeebe.command` to authenticate.
 */
export class ZeebeCommandAuth {
  /**
   * Authenticates with a token that an OAuth 2.0 server gives for client credentials. Since Dapr 1.18.
   *
   * @param options what to authenticate with
   */
  public static oauth2(options: ZeebeCommandOauth2Options): ZeebeCommandAuth {
    return new ZeebeCommandAuth({ ...OAUTH2, type: 'bindings.zeebe.command', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.zeebe.command'>;

  private constructor(auth: AuthProfile<'bindings.zeebe.command'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.zeebe.command` v1.
 */
export interface ZeebeCommandProps extends BindingOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: ZeebeCommandAuth;

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
}

/**
 * Sends commands to the Zeebe workflow engine.
 *
 * The type is `bindings.zeebe.command`, version v1. Dapr calls it stable; it is not in the image with stable components only.
 * Operations: topology, deploy-process, deploy-resource, create-instance, cancel-instance, set-variables, resolve-incident, publish-message, activate-jobs, complete-job, fail-job, update-job-retries, throw-error.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/zeebe-command/
 */
export class ZeebeCommand extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: ZeebeCommandProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.zeebe.command',
  version: 'v1',
  auth: { required: false, expected: 'ZeebeCommandAuth.oauth2' },
  directions: ['output'],
  fields: {
    gatewayAddr: { is: 'text', required: true, example: 'zeebe:26500' },
    gatewayKeepAlive: { is: 'duration' },
    usePlainTextConnection: { is: 'boolean' },
    caCertificatePath: { is: 'text' },
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
