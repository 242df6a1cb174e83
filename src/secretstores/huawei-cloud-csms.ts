// Generated from catalog/components/secretstores/huawei-cloud-csms.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { SecretStore } from '../secret-store';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `secretstores.huaweicloud.csms` v1.
 */
export interface HuaweiCloudCsmsProps extends ComponentOptions {
  /**
   * Huawei Cloud region of the secrets.
   */
  readonly region: string | MetadataValue;

  /**
   * Access key ID (AK) of the Huawei Cloud account.
   */
  readonly accessKey: SecretValue;

  /**
   * Secret part (SK) of the Huawei Cloud access key.
   */
  readonly secretAccessKey: SecretValue;
}

/**
 * Reads secrets from the Huawei Cloud secret management service (CSMS).
 *
 * The type is `secretstores.huaweicloud.csms`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-secret-stores/huaweicloud-csms/
 */
export class HuaweiCloudCsms extends SecretStore {
  constructor(scope: Construct, id: string, props: HuaweiCloudCsmsProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'secretstores.huaweicloud.csms',
  version: 'v1',
  fields: {
    region: { is: 'text', required: true, example: 'cn-north-4' },
    accessKey: { is: 'secret', required: true },
    secretAccessKey: { is: 'secret', required: true },
  },
};
