// Generated from catalog/auth.yaml by `npm run generate`; do not edit.
import { MetadataValue, SecretValue } from '../metadata-value';

/**
 * The values of `azureEnvironment`.
 */
export enum AzureEnvironment {
  /** Writes `AzurePublicCloud`. */
  AZURE_PUBLIC_CLOUD = 'AzurePublicCloud',
  /** Writes `AzureChinaCloud`. */
  AZURE_CHINA_CLOUD = 'AzureChinaCloud',
  /** Writes `AzureUSGovernmentCloud`. */
  AZURE_USGOVERNMENT_CLOUD = 'AzureUSGovernmentCloud',
}

/**
 * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
 */
export interface AzureManagedIdentityOptions {
  /**
   * Client ID of the Entra ID application or of the user-assigned managed identity.
   *
   * @default - not set
   */
  readonly azureClientId?: string | MetadataValue;

  /**
   * Azure cloud to log in to: AzurePublicCloud, AzureChinaCloud or AzureUSGovernmentCloud.
   *
   * @default AzureEnvironment.AZURE_PUBLIC_CLOUD
   */
  readonly azureEnvironment?: AzureEnvironment | MetadataValue;
}

/**
 * Signs in to Microsoft Entra ID with a client id and secret.
 */
export interface AzureClientCredentialsOptions {
  /**
   * ID of the Entra ID tenant that issues the tokens.
   */
  readonly azureTenantId: string | MetadataValue;

  /**
   * Client ID of the Entra ID application or of the user-assigned managed identity.
   */
  readonly azureClientId: string | MetadataValue;

  /**
   * Client secret of the Entra ID application.
   */
  readonly azureClientSecret: SecretValue;

  /**
   * Azure cloud to log in to: AzurePublicCloud, AzureChinaCloud or AzureUSGovernmentCloud.
   *
   * @default AzureEnvironment.AZURE_PUBLIC_CLOUD
   */
  readonly azureEnvironment?: AzureEnvironment | MetadataValue;
}

/**
 * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
 */
export interface AzureClientCertificateOptions {
  /**
   * ID of the Entra ID tenant that issues the tokens.
   */
  readonly azureTenantId: string | MetadataValue;

  /**
   * Client ID of the Entra ID application or of the user-assigned managed identity.
   */
  readonly azureClientId: string | MetadataValue;

  /**
   * Certificate and private key of the Entra ID application, as PFX/PKCS#12 or PEM data.
   *
   * @default - not set
   */
  readonly azureCertificate?: SecretValue;

  /**
   * Path of the file with certificate and private key of the Entra ID application (PFX/PKCS#12 or PEM).
   *
   * @default - not set
   */
  readonly azureCertificateFile?: string | MetadataValue;

  /**
   * Password that protects the certificate of the Entra ID application.
   *
   * @default - not set
   */
  readonly azureCertificatePassword?: SecretValue;

  /**
   * Azure cloud to log in to: AzurePublicCloud, AzureChinaCloud or AzureUSGovernmentCloud.
   *
   * @default AzureEnvironment.AZURE_PUBLIC_CLOUD
   */
  readonly azureEnvironment?: AzureEnvironment | MetadataValue;
}

/**
 * Signs in to AWS with an access key.
 */
export interface AwsAccessKeyOptions {
  /**
   * AWS region of the service, such as eu-west-1.
   *
   * @default - not set
   */
  readonly region?: string | MetadataValue;

  /**
   * Access key ID of the AWS account.
   */
  readonly accessKey: SecretValue;

  /**
   * Secret part of the AWS access key.
   */
  readonly secretKey: SecretValue;

  /**
   * Token of temporary AWS credentials.
   *
   * @default - not set
   */
  readonly sessionToken?: SecretValue;
}

/**
 * Signs in to AWS as a role that the identity of the pod may assume.
 */
export interface AwsAssumeRoleOptions {
  /**
   * AWS region of the service, such as eu-west-1.
   */
  readonly region: string | MetadataValue;

  /**
   * ARN of the IAM role that the sidecar takes on before it calls AWS.
   */
  readonly assumeRoleArn: string | MetadataValue;

  /**
   * Label of the session with the assumed IAM role, as seen in AWS logs.
   *
   * @default 'DaprDefaultSession'
   */
  readonly sessionName?: string | MetadataValue;
}

/**
 * Signs in to AWS with what the pod has, e.g. IAM roles for service accounts, an instance profile or environment variables.
 */
export interface AwsEnvironmentOptions {
  /**
   * AWS region of the service, such as eu-west-1.
   *
   * @default - not set
   */
  readonly region?: string | MetadataValue;
}

/**
 * Signs in to AWS with the sidecar's own certificate through IAM Roles Anywhere.
 */
export interface AwsRolesAnywhereOptions {
  /**
   * AWS region of the service, such as eu-west-1.
   *
   * @default - not set
   */
  readonly region?: string | MetadataValue;

  /**
   * ARN of the IAM Roles Anywhere trust anchor that vouches for the sidecar's X.509 certificate.
   */
  readonly trustAnchorArn: string | MetadataValue;

  /**
   * ARN of the IAM Roles Anywhere profile that defines the session's permissions.
   */
  readonly trustProfileArn: string | MetadataValue;

  /**
   * ARN of the IAM role that the sidecar takes on before it calls AWS.
   */
  readonly assumeRoleArn: string | MetadataValue;
}

/**
 * Signs in to Google Cloud with the key of a service account; without it the identity of the pod counts.
 */
export interface GcpServiceAccountKeyOptions {
  /**
   * ID of the Google service account's private key.
   */
  readonly privateKeyID: string | MetadataValue;

  /**
   * Private key of the Google service account, as PEM text.
   */
  readonly privateKey: SecretValue;

  /**
   * E-mail address of the Google service account, as in its key file.
   */
  readonly clientEmail: string | MetadataValue;

  /**
   * Numeric ID of the Google service account, as in its key file.
   */
  readonly clientID: string | MetadataValue;

  /**
   * Google's OAuth2 authorization URL, as in the service account file.
   *
   * @default - not set
   */
  readonly authURI?: string | MetadataValue;

  /**
   * Google's OAuth2 token URL, as in the service account file.
   *
   * @default - not set
   */
  readonly tokenURI?: string | MetadataValue;

  /**
   * URL of Google's public certificates, as in the service account file.
   *
   * @default - not set
   */
  readonly authProviderX509CertURL?: string | MetadataValue;

  /**
   * URL of the service account's public certificate, as in its key file.
   *
   * @default - not set
   */
  readonly clientX509CertURL?: string | MetadataValue;
}
