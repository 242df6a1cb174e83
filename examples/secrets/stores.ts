import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

export interface Stores {
  readonly vault: dapr.SecretStore;
  readonly keyVault: dapr.SecretStore;
  readonly awsSecrets: dapr.SecretStore;
}

/**
 * A secret store for each application, and a component that takes its secrets from there.
 *
 * A component waits, without an error, for a store that its application does not see: both have the same scopes.
 */
export function stores(chart: Chart): Stores {
  // Vault. What opens it comes from a Kubernetes Secret; everything else from Vault.
  const vault = new dapr.secretstores.HashicorpVault(chart, 'vault', {
    vaultAddr: 'https://vault.vault:8200',
    caPem: dapr.MetadataValue.fromSecretKeyRef('vault-access', 'ca.crt'),
    auth: dapr.secretstores.HashicorpVaultAuth.token({ vaultToken: dapr.SecretValue.fromSecretKeyRef('vault-access', 'token') }),
    vaultKVPrefix: 'shop',
    scopes: ['checkout'],
  });
  new dapr.state.Redis(chart, 'carts', {
    redisHost: 'redis:6379',
    redisUsername: dapr.MetadataValue.fromSecretKeyRef('redis', 'username'),
    redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
    enableTLS: true,
    secretStore: vault,
    scopes: ['checkout'],
  });

  // Azure Key Vault, by the identity of the pod. Its secrets hold one value each: no key is needed.
  const keyVault = new dapr.secretstores.AzureKeyVault(chart, 'key-vault', {
    vaultName: 'shop-invoices',
    auth: dapr.secretstores.AzureKeyVaultAuth.azureManagedIdentity(),
    scopes: ['invoices'],
  });
  new dapr.bindings.Smtp(chart, 'invoice-mail', {
    host: 'smtp.example.com',
    port: 587,
    user: 'invoices',
    password: dapr.SecretValue.fromSecretKeyRef('invoice-mail-password'),
    emailFrom: 'invoices@shop.example.com',
    secretStore: keyVault,
    scopes: ['invoices'],
  });

  // AWS Secrets Manager, by the role of the pod. A secret that is a JSON object gives one value for each of its keys.
  const awsSecrets = new dapr.secretstores.AwsSecretManager(chart, 'aws-secrets', {
    auth: dapr.secretstores.AwsSecretManagerAuth.awsEnvironment({ region: 'eu-central-1' }),
    multipleKeyValuesPerSecret: true,
    scopes: ['reports'],
  });
  new dapr.bindings.PostgreSql(chart, 'warehouse', {
    connectionString: dapr.SecretValue.fromSecretKeyRef('shop/warehouse', 'connectionString'),
    secretStore: awsSecrets,
    scopes: ['reports'],
  });

  return { vault, keyVault, awsSecrets };
}
