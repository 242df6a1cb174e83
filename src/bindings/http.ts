// Generated from catalog/components/bindings/http.yaml by `npm run generate`; do not edit.
import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `mtlsRenegotiation`.
 */
export enum HttpMtlsRenegotiation {
  /** Writes `RenegotiateNever`. */
  RENEGOTIATE_NEVER = 'RenegotiateNever',
  /** Writes `RenegotiateOnceAsClient`. */
  RENEGOTIATE_ONCE_AS_CLIENT = 'RenegotiateOnceAsClient',
  /** Writes `RenegotiateFreelyAsClient`. */
  RENEGOTIATE_FREELY_AS_CLIENT = 'RenegotiateFreelyAsClient',
}

/**
 * The settings of `bindings.http` v1.
 */
export interface HttpProps extends BindingOptions {
  /**
   * Base URL of the service; the path of a request is added to it.
   */
  readonly url: string | MetadataValue;

  /**
   * How long to wait for the HTTP answer.
   *
   * @default - not set
   */
  readonly responseTimeout?: Duration | MetadataValue;

  /**
   * Largest part of an answer that is read, in bytes or as a quantity such as 10Mi; 0 reads all.
   *
   * @default - 100Mi
   */
  readonly maxResponseBodySize?: Size | MetadataValue;

  /**
   * CA certificate that the server is checked against, as PEM text or a file path.
   *
   * @default - not set
   */
  readonly mtlsRootCA?: string | MetadataValue;

  /**
   * Client certificate shown to the server, as PEM text or a file path.
   *
   * @default - not set
   */
  readonly mtlsClientCert?: string | MetadataValue;

  /**
   * Private key of the client certificate, as PEM text or a file path.
   *
   * @default - not set
   */
  readonly mtlsClientKey?: SecretValue;

  /**
   * Whether servers may renegotiate TLS: RenegotiateNever, RenegotiateOnceAsClient or RenegotiateFreelyAsClient.
   *
   * @default - not set
   */
  readonly mtlsRenegotiation?: HttpMtlsRenegotiation | MetadataValue;

  /**
   * Token sent with every request, in the header named by securityTokenHeader.
   *
   * @default - not set
   */
  readonly securityToken?: SecretValue;

  /**
   * Name of the HTTP header that carries securityToken.
   *
   * @default - not set
   */
  readonly securityTokenHeader?: string | MetadataValue;

  /**
   * Reports an error when the answer has a status other than 2xx.
   *
   * @default true
   */
  readonly errorIfNot2XX?: boolean | MetadataValue;
}

/**
 * Calls an HTTP service outside of Dapr.
 *
 * The type is `bindings.http`, version v1. Dapr calls it stable.
 * Operations: create, get, head, post, put, patch, delete, options, trace.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/http/
 */
export class Http extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: HttpProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.http',
  version: 'v1',
  directions: ['output'],
  fields: {
    url: { is: 'text', required: true, example: 'https://api.example.com' },
    responseTimeout: { is: 'duration' },
    maxResponseBodySize: { is: 'size' },
    mtlsRootCA: { is: 'text', wire: 'MTLSRootCA' },
    mtlsClientCert: { is: 'text', wire: 'MTLSClientCert' },
    mtlsClientKey: { is: 'secret', wire: 'MTLSClientKey' },
    mtlsRenegotiation: { is: 'enum', wire: 'MTLSRenegotiation', of: ['RenegotiateNever', 'RenegotiateOnceAsClient', 'RenegotiateFreelyAsClient'] },
    securityToken: { is: 'secret' },
    securityTokenHeader: { is: 'text' },
    errorIfNot2XX: { is: 'boolean' },
  },
};
