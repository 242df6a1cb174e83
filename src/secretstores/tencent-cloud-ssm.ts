// Generated from catalog/components/secretstores/tencent-cloud-ssm.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { SecretStore } from '../secret-store';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `secretstores.tencentcloud.ssm` v1.
 */
export interface TencentCloudSsmProps extends ComponentOptions {
  /**
   * ID of the Tencent Cloud API key.
   */
  readonly secretId: string | MetadataValue;

  /**
   * Secret part of the Tencent Cloud API key.
   */
  readonly secretKey: SecretValue;

  /**
   * Token of temporary Tencent Cloud credentials.
   *
   * @default - not set
   */
  readonly token?: SecretValue;

  /**
   * Tencent Cloud region of the secrets.
   */
  readonly region: string | MetadataValue;
}

/**
 * Reads secrets from Tencent Cloud Secrets Manager (SSM).
 *
 * The type is `secretstores.tencentcloud.ssm`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-secret-stores/
 */
export class TencentCloudSsm extends SecretStore {
  constructor(scope: Construct, id: string, props: TencentCloudSsmProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'secretstores.tencentcloud.ssm',
  version: 'v1',
  fields: {
    secretId: { is: 'text', required: true },
    secretKey: { is: 'secret', required: true },
    token: { is: 'secret' },
    region: { is: 'text', required: true },
  },
};
