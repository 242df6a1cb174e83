import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import { access } from './access';
import { configurations } from './configurations';

const app = new dapr.App();
const chart = new Chart(app, 'workflow', { namespace: 'shop' });

// The history of every workflow. Only the application that runs workflows sees it.
const store = new dapr.state.PostgreSql(chart, 'workflowstate', {
  connectionString: dapr.SecretValue.fromSecretKeyRef('postgres', 'connectionString'),
  tablePrefix: 'workflow_',
  maxConns: 20,
  scopes: ['orders'],
});
store.useForActors();

// What was reserved, charged and sent for which order, by each application for itself: so that a call that comes twice is found out.
new dapr.state.PostgreSql(chart, 'bookings', {
  connectionString: dapr.SecretValue.fromSecretKeyRef('postgres', 'connectionString'),
  tablePrefix: 'bookings_',
  scopes: ['inventory', 'payment', 'shipping'],
});

const { ordersConfig, stepConfig } = configurations(chart);
access(chart);

const image = (name: string): string => `ghcr.io/example/${name}:1.0.0`;

// Runs the saga `place-order`: reserve the stock, wait for a person where the sum is large, charge the card, ship.
new dapr.Application(chart, 'orders', { image: image('orders'), port: 5000, replicas: 3, config: ordersConfig });

// Do the steps, each with one that takes it back.
new dapr.Application(chart, 'inventory', { image: image('inventory'), port: 5001, replicas: 2, config: stepConfig });
new dapr.Application(chart, 'payment', { image: image('payment'), port: 5002, replicas: 2, config: stepConfig });
new dapr.Application(chart, 'shipping', { image: image('shipping'), port: 5003, replicas: 2, config: stepConfig });

// Callers only: they need no store.
new dapr.Application(chart, 'checkout', { image: image('checkout'), port: 8080, replicas: 2 });
new dapr.Application(chart, 'backoffice', { image: image('backoffice'), port: 8081 });

app.synth();
