// Generated from catalog/components/bindings/apns.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.apns` v1.
 */
export interface ApnsProps extends BindingOptions {
  /**
   * Sends to Apple's sandbox servers in place of the production ones.
   *
   * @default false
   */
  readonly development?: boolean | MetadataValue;

  /**
   * ID of the key with which Apple push tokens are signed.
   */
  readonly keyId: string | MetadataValue;

  /**
   * ID of the Apple developer team.
   */
  readonly teamId: string | MetadataValue;

  /**
   * Signing key for Apple push tokens, the content of the .p8 file.
   */
  readonly privateKey: SecretValue;
}

/**
 * Sends push notifications to Apple devices.
 *
 * The type is `bindings.apns`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/apns/
 */
export class Apns extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: ApnsProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.apns',
  version: 'v1',
  directions: ['output'],
  fields: {
    development: { is: 'boolean' },
    keyId: { is: 'text', required: true, wire: 'key-id' },
    teamId: { is: 'text', required: true, wire: 'team-id' },
    privateKey: { is: 'secret', required: true, wire: 'private-key' },
  },
};
