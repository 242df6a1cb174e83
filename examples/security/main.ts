import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import * as kplus from 'cdk8s-plus-27';
import { applicationConfigurations } from './configurations';
import { controlPlane } from './control-plane';

const app = new dapr.App();

// The cluster's: mTLS for everyone.
controlPlane(app);

// The shop's: who may call whom, and what each sidecar offers.
const chart = new Chart(app, 'security', { namespace: 'shop' });
const { ordersConfig, checkoutConfig } = applicationConfigurations(chart);

new dapr.state.Redis(chart, 'orderstore', {
  redisHost: 'redis:6379',
  redisUsername: 'orders',
  redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
  enableTLS: true,
  scopes: ['orders'],
});

// Both tokens are Secrets with a key `token`, made outside of these manifests. They must exist, or the pods do not start.
const sidecar: dapr.SidecarOptions = {
  apiTokenSecret: 'dapr-api-token', // what the application shows to the sidecar
  appTokenSecret: 'dapr-app-token', // what the sidecar shows to the application
  sidecarSeccompProfileType: dapr.SeccompProfileType.RUNTIME_DEFAULT,
};
const apiToken = kplus.Secret.fromSecretName(chart, 'api-token', 'dapr-api-token');
const appToken = kplus.Secret.fromSecretName(chart, 'app-token', 'dapr-app-token');

for (const { name, port, config } of [
  { name: 'orders', port: 5001, config: ordersConfig },
  { name: 'checkout', port: 5000, config: checkoutConfig },
]) {
  const application = new dapr.Application(chart, name, {
    image: `ghcr.io/example/${name}:1.0.0`,
    port,
    replicas: 2,
    config,
    sidecar,
    // Nothing here calls the Kubernetes API. mTLS does not need this token: Dapr mounts one of its own.
    automountServiceAccountToken: false,
  });
  // Dapr gives the tokens to the sidecar only. The SDK shows the first with each call; the second the application compares itself.
  application.container.env.addVariable('DAPR_API_TOKEN', kplus.EnvValue.fromSecretValue({ secret: apiToken, key: 'token' }));
  application.container.env.addVariable('APP_API_TOKEN', kplus.EnvValue.fromSecretValue({ secret: appToken, key: 'token' }));
}

app.synth();
