import { ApiObject, App, Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

const app = new App();
const chart = new Chart(app, 'validation-plugin', { namespace: 'shop' });

const config = new dapr.Configuration(chart, 'config', { accessControl: { defaultAction: dapr.Access.DENY, trustDomain: 'public' } });
const orders = new dapr.Application(chart, 'orders', {
  image: 'ghcr.io/example/orders:1.0.0',
  port: 5001,
  replicas: 3,
  healthPath: '/healthz',
  config,
  sidecar: {
    enableAppHealthCheck: true,
    apiTokenSecret: 'dapr-api-token',
    appTokenSecret: 'dapr-app-token',
    disableBuiltinK8sSecretStore: true,
  },
});

const resiliency = new dapr.Resiliency(chart, 'resiliency');
const retry = resiliency.addRetry('often', dapr.Retry.constant({ maxRetries: 5 }));
resiliency.targetApp(orders, { retry });

// Made without this library: the plugin looks at what is written, not at who wrote it.
new ApiObject(chart, 'legacy-store', {
  apiVersion: 'dapr.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'legacy' },
  spec: { type: 'state.redis', version: 'v1', metadata: [{ name: 'redisHost', value: 'redis:6379' }] },
});

app.synth();
