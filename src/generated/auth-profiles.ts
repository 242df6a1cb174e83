// Generated from catalog/auth.yaml by `npm run generate`; do not edit.
import { Fields } from '../private/fields';

interface SharedProfile {
  readonly anyOf?: readonly string[];
  readonly fields: Fields;
}

export const AZURE_MANAGED_IDENTITY_PROFILE: SharedProfile = {
  fields: {
    azureClientId: { is: 'text' },
    azureEnvironment: { is: 'enum', of: ['AzurePublicCloud', 'AzureChinaCloud', 'AzureUSGovernmentCloud'] },
  },
};

export const AZURE_CLIENT_CREDENTIALS_PROFILE: SharedProfile = {
  fields: {
    azureTenantId: { is: 'text', required: true },
    azureClientId: { is: 'text', required: true },
    azureClientSecret: { is: 'secret', required: true },
    azureEnvironment: { is: 'enum', of: ['AzurePublicCloud', 'AzureChinaCloud', 'AzureUSGovernmentCloud'] },
  },
};

export const AZURE_CLIENT_CERTIFICATE_PROFILE: SharedProfile = {
  anyOf: ['azureCertificate', 'azureCertificateFile'],
  fields: {
    azureTenantId: { is: 'text', required: true },
    azureClientId: { is: 'text', required: true },
    azureCertificate: { is: 'secret' },
    azureCertificateFile: { is: 'text' },
    azureCertificatePassword: { is: 'secret' },
    azureEnvironment: { is: 'enum', of: ['AzurePublicCloud', 'AzureChinaCloud', 'AzureUSGovernmentCloud'] },
  },
};

export const AWS_ACCESS_KEY_PROFILE: SharedProfile = {
  fields: {
    region: { is: 'text' },
    accessKey: { is: 'secret', required: true },
    secretKey: { is: 'secret', required: true },
    sessionToken: { is: 'secret' },
  },
};

export const AWS_ASSUME_ROLE_PROFILE: SharedProfile = {
  fields: {
    region: { is: 'text', required: true },
    assumeRoleArn: { is: 'text', required: true },
    sessionName: { is: 'text' },
  },
};

export const AWS_ENVIRONMENT_PROFILE: SharedProfile = {
  fields: {
    region: { is: 'text' },
  },
};

export const AWS_ROLES_ANYWHERE_PROFILE: SharedProfile = {
  fields: {
    region: { is: 'text' },
    trustAnchorArn: { is: 'text', required: true },
    trustProfileArn: { is: 'text', required: true },
    assumeRoleArn: { is: 'text', required: true },
  },
};

export const GCP_SERVICE_ACCOUNT_KEY_PROFILE: SharedProfile = {
  fields: {
    privateKeyID: { is: 'text', required: true },
    privateKey: { is: 'secret', required: true },
    clientEmail: { is: 'text', required: true },
    clientID: { is: 'text', required: true },
    authURI: { is: 'text' },
    tokenURI: { is: 'text' },
    authProviderX509CertURL: { is: 'text' },
    clientX509CertURL: { is: 'text' },
  },
};
