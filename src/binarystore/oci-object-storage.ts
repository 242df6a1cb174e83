// Generated from catalog/components/binarystore/oci-object-storage.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `OciObjectStorageAuth.apiKey` takes.
 */
export interface OciObjectStorageApiKeyOptions {
  /**
   * AWS region of the service, such as eu-west-1.
   */
  readonly region: string | MetadataValue;

  /**
   * User that the API key belongs to, by its OCID.
   */
  readonly userOCID: string | MetadataValue;

  /**
   * Fingerprint of the OCI API key.
   */
  readonly fingerPrint: string | MetadataValue;

  /**
   * Private key of the Google service account, as PEM text.
   */
  readonly privateKey: SecretValue;

  /**
   * Tenancy that owns the user, by its OCID.
   */
  readonly tenancyOCID: string | MetadataValue;
}

/**
 * What `OciObjectStorageAuth.configurationFile` takes.
 */
export interface OciObjectStorageConfigurationFileOptions {
  /**
   * Where the OCI configuration file lies, such as ~/.oci/config.
   */
  readonly configFilePath: string | MetadataValue;

  /**
   * Section of the OCI configuration file to read, such as DEFAULT.
   *
   * @default - not set
   */
  readonly configFileProfile?: string | MetadataValue;
}

/**
 * A complete way for `binarystore.oci.objectstorage` to authenticate.
 */
export class OciObjectStorageAuth {
  /**
   * Authenticates with an API key.
   *
   * @param options what to authenticate with
   */
  public static apiKey(options: OciObjectStorageApiKeyOptions): OciObjectStorageAuth {
    return new OciObjectStorageAuth({ ...API_KEY, type: 'binarystore.oci.objectstorage', values: { ...options } });
  }

  /**
   * Authenticates as the compute instance.
   */
  public static instancePrincipal(): OciObjectStorageAuth {
    return new OciObjectStorageAuth({ ...INSTANCE_PRINCIPAL, type: 'binarystore.oci.objectstorage', values: {} });
  }

  /**
   * Authenticates with a profile of an OCI configuration file.
   *
   * @param options what to authenticate with
   */
  public static configurationFile(options: OciObjectStorageConfigurationFileOptions): OciObjectStorageAuth {
    return new OciObjectStorageAuth({ ...CONFIGURATION_FILE, type: 'binarystore.oci.objectstorage', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'binarystore.oci.objectstorage'>;

  private constructor(auth: AuthProfile<'binarystore.oci.objectstorage'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `binarystore.oci.objectstorage` v1.
 */
export interface OciObjectStorageProps extends ComponentOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: OciObjectStorageAuth;

  /**
   * Name of the bucket that holds the state.
   */
  readonly bucketName: string | MetadataValue;

  /**
   * OCID of the compartment where the bucket is.
   */
  readonly compartmentOCID: string | MetadataValue;

  /**
   * Namespace that holds the data.
   *
   * @default - not set
   */
  readonly namespace?: string | MetadataValue;
}

/**
 * Keeps files in an OCI Object Storage bucket.
 *
 * The type is `binarystore.oci.objectstorage`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.19.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-binarystores/
 */
export class OciObjectStorage extends Component {
  constructor(scope: Construct, id: string, props: OciObjectStorageProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'binarystore.oci.objectstorage',
  version: 'v1',
  since: '1.19',
  auth: { required: true, expected: 'OciObjectStorageAuth.apiKey, .instancePrincipal, .configurationFile' },
  fields: {
    bucketName: { is: 'text', required: true },
    compartmentOCID: { is: 'text', required: true },
    namespace: { is: 'text' },
  },
};

const API_KEY: AuthFacts = {
  name: 'apiKey',
  fields: {
    region: { is: 'text', required: true },
    userOCID: { is: 'text', required: true },
    fingerPrint: { is: 'text', required: true },
    privateKey: { is: 'secret', required: true },
    tenancyOCID: { is: 'text', required: true },
  },
};

const INSTANCE_PRINCIPAL: AuthFacts = {
  name: 'instancePrincipal',
  sets: { instancePrincipalAuthentication: 'true' },
  fields: {},
};

const CONFIGURATION_FILE: AuthFacts = {
  name: 'configurationFile',
  sets: { configFileAuthentication: 'true' },
  fields: {
    configFilePath: { is: 'text', required: true },
    configFileProfile: { is: 'text' },
  },
};
