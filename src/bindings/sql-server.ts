// Generated from catalog/components/bindings/sql-server.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `bindings.sqlserver` to authenticate.
 */
export class SqlServerAuth {
  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureManagedIdentityOptions = {}): SqlServerAuth {
    return new SqlServerAuth({ ...AZURE_MANAGED_IDENTITY, type: 'bindings.sqlserver', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureClientCredentialsOptions): SqlServerAuth {
    return new SqlServerAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'bindings.sqlserver', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureClientCertificateOptions): SqlServerAuth {
    return new SqlServerAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'bindings.sqlserver', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.sqlserver'>;

  private constructor(auth: AuthProfile<'bindings.sqlserver'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.sqlserver` v1.
 */
export interface SqlServerProps extends BindingOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: SqlServerAuth;

  /**
   * PostgreSQL connection string, as key=value pairs or a postgres:// URL.
   */
  readonly connectionString: SecretValue;

  /**
   * Largest number of idle connections in the pool. At least 0.
   *
   * @default - not set
   */
  readonly maxIdleConns?: number | MetadataValue;

  /**
   * Largest number of open connections in the pool. At least 0.
   *
   * @default - not set
   */
  readonly maxOpenConns?: number | MetadataValue;

  /**
   * Age at which a pooled connection is closed.
   *
   * @default - not set
   */
  readonly connMaxLifetime?: Duration | MetadataValue;

  /**
   * Idle time after which a pooled connection is closed.
   *
   * @default - not set
   */
  readonly connMaxIdleTime?: Duration | MetadataValue;
}

/**
 * Runs statements and queries on a Microsoft SQL Server.
 *
 * The type is `bindings.sqlserver`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.19.
 * Operations: exec, query, close.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/
 */
export class SqlServer extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: SqlServerProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.sqlserver',
  version: 'v1',
  since: '1.19',
  auth: { required: false, expected: 'SqlServerAuth.azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  directions: ['output'],
  fields: {
    connectionString: { is: 'secret', required: true },
    maxIdleConns: { is: 'integer', min: 0 },
    maxOpenConns: { is: 'integer', min: 0 },
    connMaxLifetime: { is: 'duration' },
    connMaxIdleTime: { is: 'duration' },
  },
};

const AZURE_MANAGED_IDENTITY: AuthFacts = {
  name: 'azureManagedIdentity',
  anyOf: AZURE_MANAGED_IDENTITY_PROFILE.anyOf,
  sets: { useAzureAD: 'true' },
  fields: AZURE_MANAGED_IDENTITY_PROFILE.fields,
};

const AZURE_CLIENT_CREDENTIALS: AuthFacts = {
  name: 'azureClientCredentials',
  anyOf: AZURE_CLIENT_CREDENTIALS_PROFILE.anyOf,
  sets: { useAzureAD: 'true' },
  fields: AZURE_CLIENT_CREDENTIALS_PROFILE.fields,
};

const AZURE_CLIENT_CERTIFICATE: AuthFacts = {
  name: 'azureClientCertificate',
  anyOf: AZURE_CLIENT_CERTIFICATE_PROFILE.anyOf,
  sets: { useAzureAD: 'true' },
  fields: AZURE_CLIENT_CERTIFICATE_PROFILE.fields,
};
