// Generated from catalog/components/secretstores/ali-cloud-parameter-store.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { SecretStore } from '../secret-store';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `secretstores.alicloud.parameterstore` v1.
 */
export interface AliCloudParameterStoreProps extends ComponentOptions {
  /**
   * Alibaba Cloud region of the parameters.
   */
  readonly regionId: string | MetadataValue;

  /**
   * ID of the Alibaba Cloud access key.
   */
  readonly accessKeyId: string | MetadataValue;

  /**
   * Secret part of the Alibaba Cloud access key.
   */
  readonly accessKeySecret: SecretValue;

  /**
   * Token of temporary Alibaba Cloud credentials.
   *
   * @default - not set
   */
  readonly securityToken?: SecretValue;
}

/**
 * Reads secrets from the Alibaba Cloud OOS parameter store.
 *
 * The type is `secretstores.alicloud.parameterstore`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-secret-stores/alicloud-oss-parameter-store/
 */
export class AliCloudParameterStore extends SecretStore {
  constructor(scope: Construct, id: string, props: AliCloudParameterStoreProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'secretstores.alicloud.parameterstore',
  version: 'v1',
  fields: {
    regionId: { is: 'text', required: true },
    accessKeyId: { is: 'text', required: true },
    accessKeySecret: { is: 'secret', required: true },
    securityToken: { is: 'secret' },
  },
};
