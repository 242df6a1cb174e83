// Generated from catalog/components/bindings/zeebe-command.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.zeebe.command` v1.
 */
export interface ZeebeCommandProps extends BindingOptions {
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
   * Client ID for fetching OAuth access tokens for Zeebe.
   *
   * @default - not set
   */
  readonly clientId?: string | MetadataValue;

  /**
   * Client secret for fetching OAuth access tokens for Zeebe.
   *
   * @default - not set
   */
  readonly clientSecret?: SecretValue;

  /**
   * URL where OAuth access tokens for Zeebe are fetched.
   *
   * @default - not set
   */
  readonly authorizationServerUrl?: string | MetadataValue;

  /**
   * Audience to ask access tokens for, as the Zeebe API expects.
   *
   * @default - not set
   */
  readonly tokenAudience?: string | MetadataValue;

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
  directions: ['output'],
  fields: {
    gatewayAddr: { is: 'text', required: true, example: 'zeebe:26500' },
    gatewayKeepAlive: { is: 'duration' },
    usePlainTextConnection: { is: 'boolean' },
    caCertificatePath: { is: 'text' },
    clientId: { is: 'text' },
    clientSecret: { is: 'secret' },
    authorizationServerUrl: { is: 'text' },
    tokenAudience: { is: 'text' },
    tokenScope: { is: 'text' },
    clientConfigPath: { is: 'text' },
  },
};
