import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import { batch } from './batch';

const app = new dapr.App();
const chart = new Chart(app, 'jobs', { namespace: 'shop' });

// Shared by the application and the batch programs: by default, each app id would have keys of its own.
new dapr.state.PostgreSql(chart, 'products', {
  connectionString: dapr.SecretValue.fromSecretKeyRef('postgres', 'connectionString'),
  tablePrefix: 'products_',
  keyPrefix: dapr.KeyPrefix.NAME,
  scopes: ['catalog', 'import-catalog', 'expire-offers'],
});

// Dapr's jobs: catalog asks its sidecar to call it later, by the jobs API; the Scheduler of the control plane remembers it.
// The calls come to the port, as POST /job/<name>, to one of the replicas.
new dapr.Application(chart, 'catalog', {
  image: 'ghcr.io/example/catalog:1.0.0',
  port: 5000,
  replicas: 3,
  healthPath: '/healthz',
});

// Kubernetes' jobs: programs that begin, work and end, with a sidecar that ends with them.
batch(chart);

app.synth();
