// Generated from catalog/components/secretstores/gcp-secret-manager.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { SecretStore } from '../secret-store';
import { ComponentOptions } from '../component-options';
import { GcpServiceAccountKeyOptions } from '../generated/auth-options';
import { GCP_SERVICE_ACCOUNT_KEY_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `secretstores.gcp.secretmanager` to authenticate.
 */
export class GcpSecretManagerAuth {
  /**
   * Signs in to Google Cloud with the key of a service account; without it the identity of the pod counts.
   *
   * @param options what to authenticate with
   */
  public static gcpServiceAccountKey(options: GcpServiceAccountKeyOptions): GcpSecretManagerAuth {
    return new GcpSecretManagerAuth({ ...GCP_SERVICE_ACCOUNT_KEY, type: 'secretstores.gcp.secretmanager', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'secretstores.gcp.secretmanager'>;

  private constructor(auth: AuthProfile<'secretstores.gcp.secretmanager'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `secretstores.gcp.secretmanager` v1.
 */
export interface GcpSecretManagerProps extends ComponentOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: GcpSecretManagerAuth;

  /**
   * ID of the Google Cloud project.
   */
  readonly projectId: string | MetadataValue;
}

/**
 * Reads secrets from Google Cloud Secret Manager.
 *
 * The type is `secretstores.gcp.secretmanager`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-secret-stores/gcp-secret-manager/
 */
export class GcpSecretManager extends SecretStore {
  constructor(scope: Construct, id: string, props: GcpSecretManagerProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'secretstores.gcp.secretmanager',
  version: 'v1',
  auth: { required: false, expected: 'GcpSecretManagerAuth.gcpServiceAccountKey' },
  fields: {
    projectId: { is: 'text', required: true, wire: 'project_id' },
  },
};

const GCP_SERVICE_ACCOUNT_KEY: AuthFacts = {
  name: 'gcpServiceAccountKey',
  anyOf: GCP_SERVICE_ACCOUNT_KEY_PROFILE.anyOf,
  sets: { type: 'service_account' },
  fields: GCP_SERVICE_ACCOUNT_KEY_PROFILE.fields,
};
