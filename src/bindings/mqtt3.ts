// Generated from catalog/components/bindings/mqtt3.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, IInputBinding, IOutputBinding, InputBindingOptions } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `Mqtt3Auth.tls` takes.
 */
export interface Mqtt3TlsOptions {
  /**
   * CA certificate that the server certificate is checked against, as PEM text.
   */
  readonly caCert: string | MetadataValue;

  /**
   * Client certificate shown to the server, as PEM text.
   */
  readonly clientCert: string | MetadataValue;

  /**
   * Private key of the client certificate, as PEM text.
   */
  readonly clientKey: SecretValue;
}

/**
 * A complete way for `bindings.mqtt3` to authenticate.
 */
export class Mqtt3Auth {
  /**
   * Authenticates with a client certificate.
   *
   * @param options what to authenticate with
   */
  public static tls(options: Mqtt3TlsOptions): Mqtt3Auth {
    return new Mqtt3Auth({ ...TLS, type: 'bindings.mqtt3', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.mqtt3'>;

  private constructor(auth: AuthProfile<'bindings.mqtt3'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.mqtt3` v1.
 */
export interface Mqtt3Props extends InputBindingOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: Mqtt3Auth;

  /**
   * Broker URL, as tcp://host:1883, or ssl:// for TLS.
   */
  readonly url: string | MetadataValue;

  /**
   * MQTT topic to read from and publish to.
   */
  readonly topic: string | MetadataValue;

  /**
   * Client ID shown to the MQTT broker.
   */
  readonly consumerID: string | MetadataValue;

  /**
   * Has the broker keep the last message of a topic for new subscribers.
   *
   * @default false
   */
  readonly retain?: boolean | MetadataValue;

  /**
   * Has the broker forget subscriptions and queued messages when the client disconnects.
   *
   * @default true
   */
  readonly cleanSession?: boolean | MetadataValue;

  /**
   * How often a message that the app refuses is offered again.
   *
   * @default 3
   */
  readonly backOffMaxRetries?: number | MetadataValue;
}

/**
 * Publishes to an MQTT 3 topic and triggers the app on its messages.
 *
 * The type is `bindings.mqtt3`, version v1; `bindings.mqtt` is the same. Dapr calls it beta; it is not in the image with stable components only.
 * Operations: create, read.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/mqtt3/
 */
export class Mqtt3 extends Binding implements IInputBinding, IOutputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: Mqtt3Props) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.mqtt3',
  version: 'v1',
  auth: { required: false, expected: 'Mqtt3Auth.tls' },
  directions: ['input', 'output'],
  fields: {
    url: { is: 'text', required: true, example: 'mqtt://mosquitto:1883' },
    topic: { is: 'text', required: true, example: 'orders' },
    consumerID: { is: 'text', required: true },
    retain: { is: 'boolean' },
    cleanSession: { is: 'boolean' },
    backOffMaxRetries: { is: 'integer' },
  },
};

const TLS: AuthFacts = {
  name: 'tls',
  fields: {
    caCert: { is: 'text', required: true },
    clientCert: { is: 'text', required: true },
    clientKey: { is: 'secret', required: true },
  },
};
