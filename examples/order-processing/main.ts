import { App, Chart } from 'cdk8s';
import { components } from './components';
import { shop } from './shop';

const app = new App();
const chart = new Chart(app, 'order-processing', { namespace: 'shop' });
shop(chart, components(chart), {
  image: (appId) => `ghcr.io/example/${appId}:1.4.0`,
  replicas: { checkout: 3, orders: 3, notification: 2, shipping: 2 },
  collector: 'otel-collector.observability:4317',
  samplingRate: 0.1,
});

app.synth();
