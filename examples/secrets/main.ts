import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import * as kplus from 'cdk8s-plus-27';
import { stores } from './stores';

const app = new dapr.App();
const chart = new Chart(app, 'secrets', { namespace: 'shop' });
const { vault, keyVault, awsSecrets } = stores(chart);

// checkout reads the key of the payment provider by the secrets API, from the Kubernetes store that every sidecar has.
// Dapr may read no Secrets here by itself: the chart of the control plane grants that in the namespace `default` only.
const account = new kplus.ServiceAccount(chart, 'checkout-account', { metadata: { name: 'checkout' } });
const mayRead = new kplus.Role(chart, 'checkout-secrets', { metadata: { name: 'checkout-secrets' } });
mayRead.allowGet(kplus.Secret.fromSecretName(chart, 'payment-provider', 'payment-provider'));
new kplus.RoleBinding(chart, 'checkout-reads-secrets', { metadata: { name: 'checkout-secrets' }, role: mayRead }).addSubjects(account);

// A store that is not listed is open altogether: list each that the application sees, also `kubernetes`.
const checkoutConfig = new dapr.Configuration(chart, 'checkout-config', {
  secrets: {
    scopes: [
      { storeName: 'kubernetes', allowedSecrets: ['payment-provider'] },
      { storeName: vault.name, defaultAccess: dapr.Access.DENY },
    ],
  },
});
new dapr.Application(chart, 'checkout', {
  image: 'ghcr.io/example/checkout:1.0.0',
  port: 5000,
  replicas: 2,
  config: checkoutConfig,
  serviceAccount: account,
});

// invoices may read one secret of the key vault by the API, and reports none at all.
const invoicesConfig = new dapr.Configuration(chart, 'invoices-config', {
  secrets: { scopes: [{ storeName: keyVault.name, allowedSecrets: ['invoice-signing-key'] }] },
});
const reportsConfig = new dapr.Configuration(chart, 'reports-config', {
  secrets: { scopes: [{ storeName: awsSecrets.name, defaultAccess: dapr.Access.DENY }] },
});

// Neither needs the Kubernetes API. Without the token, the built-in store is switched off too.
const invoices = new dapr.Application(chart, 'invoices', {
  image: 'ghcr.io/example/invoices:1.0.0',
  port: 5001,
  config: invoicesConfig,
  automountServiceAccountToken: false,
  serviceAccount: new kplus.ServiceAccount(chart, 'invoices-account', {
    metadata: { name: 'invoices', annotations: { 'azure.workload.identity/client-id': '00000000-0000-0000-0000-000000000001' } },
  }),
});
invoices.deployment.podMetadata.addLabel('azure.workload.identity/use', 'true');

new dapr.Application(chart, 'reports', {
  image: 'ghcr.io/example/reports:1.0.0',
  port: 5002,
  config: reportsConfig,
  automountServiceAccountToken: false,
  serviceAccount: new kplus.ServiceAccount(chart, 'reports-account', {
    metadata: { name: 'reports', annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/shop-reports' } },
  }),
});

app.synth();
