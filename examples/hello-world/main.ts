import { App, Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

const app = new App();
const chart = new Chart(app, 'hello-world', { namespace: 'hello' });

// The store that the application saves its state in, by the name 'statestore'.
new dapr.state.Redis(chart, 'statestore', {
  redisHost: 'redis:6379',
  redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
  scopes: ['hello'],
});

// A Deployment with Dapr's sidecar, and its Service.
new dapr.Application(chart, 'hello', { image: 'ghcr.io/example/hello:1.0.0', port: 3000 });

app.synth();
