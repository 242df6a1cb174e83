import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import { access } from './access';
import { configurations } from './configurations';

const app = new dapr.App();
const chart = new Chart(app, 'workflow', { namespace: 'shop' });

// The history of every workflow. Applications that lend activities or child workflows to others share one store.
const store = new dapr.state.PostgreSql(chart, 'workflowstate', {
  connectionString: dapr.SecretValue.fromSecretKeyRef('postgres', 'connectionString'),
  tablePrefix: 'workflow_',
  maxConns: 20,
  scopes: ['orders', 'inventory', 'payment', 'shipping'],
});
store.useForActors();

const { ordersConfig, paymentConfig, shippingConfig } = configurations(chart);
access(chart);

const image = (name: string): string => `ghcr.io/example/${name}:1.0.0`;

// Runs the saga `place-order`: reserve the stock, charge the card, wait for a person where the sum is large, ship.
new dapr.Application(chart, 'orders', { image: image('orders'), port: 5000, replicas: 3, healthPath: '/healthz', config: ordersConfig });

// Lend their activities to the saga: each with one that takes it back.
new dapr.Application(chart, 'inventory', { image: image('inventory'), port: 5001, replicas: 2 });
new dapr.Application(chart, 'payment', { image: image('payment'), port: 5002, replicas: 2, config: paymentConfig });

// Runs the child workflow `ship-order`, which may take days.
new dapr.Application(chart, 'shipping', { image: image('shipping'), port: 5003, replicas: 2, config: shippingConfig });

// Callers only: they need no store.
new dapr.Application(chart, 'checkout', { image: image('checkout'), port: 8080, replicas: 2 });
new dapr.Application(chart, 'backoffice', { image: image('backoffice'), port: 8081 });

app.synth();
