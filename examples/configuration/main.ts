import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import * as kplus from 'cdk8s-plus-27';

const app = new dapr.App();
const chart = new Chart(app, 'configuration', { namespace: 'shop' });

// Prices and discounts, which change several times a day: Redis tells the sidecar of each change.
const settings = new dapr.configurationstores.Redis(chart, 'settings', {
  redisHost: 'redis:6379',
  redisUsername: 'pricing',
  redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
  enableTLS: true,
  scopes: ['pricing'],
});

// Switches that change with a commit: a ConfigMap, which GitOps applies and the sidecar watches. Dapr 1.18 and later.
const switches = new kplus.ConfigMap(chart, 'switches-map', {
  metadata: { name: 'storefront-switches' },
  data: { newCheckout: 'false', recommendations: 'true' },
});
const flags = new dapr.configurationstores.Kubernetes(chart, 'flags', {
  configMapName: switches.name,
  scopes: ['storefront'],
});

// The sidecar watches the ConfigMap in the name of the pod's service account, which must be allowed to.
const account = new kplus.ServiceAccount(chart, 'storefront-account', { metadata: { name: 'storefront' } });
const mayWatch = new kplus.Role(chart, 'storefront-switches', { metadata: { name: 'storefront-switches' } });
mayWatch.allowRead(switches);
new kplus.RoleBinding(chart, 'storefront-reads-switches', { metadata: { name: 'storefront-switches' }, role: mayWatch }).addSubjects(
  account,
);

// Changes are delivered at the application's port: POST /configuration/<store>/<key>.
new dapr.Application(chart, 'pricing', { image: 'ghcr.io/example/pricing:1.0.0', port: 5000, replicas: 2 });
new dapr.Application(chart, 'storefront', {
  image: 'ghcr.io/example/storefront:1.0.0',
  port: 8080,
  replicas: 2,
  serviceAccount: account,
});

// An application that starts asks its store first: it should wait a little for it. A timeout must not be here: it would end each subscription
// as soon as it is made.
const resiliency = new dapr.Resiliency(chart, 'configuration-resiliency', { scopes: ['pricing', 'storefront'] });
const retry = resiliency.addRetry('ask-again', dapr.Retry.exponential({ maxInterval: Duration.seconds(5), maxRetries: 6 }));
for (const store of [settings, flags]) {
  resiliency.targetComponent(store, { outbound: { retry } });
}

app.synth();
