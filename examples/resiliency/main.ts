import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import { defaults } from './defaults';
import { targets } from './targets';

const app = new dapr.App();
const chart = new Chart(app, 'resiliency', { namespace: 'shop' });

const carts = new dapr.state.Redis(chart, 'carts', {
  redisHost: 'redis:6379',
  redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
  scopes: ['checkout'],
});
const bus = new dapr.pubsub.RabbitMq(chart, 'bus', {
  auth: dapr.pubsub.RabbitMqAuth.connectionString({ connectionString: dapr.SecretValue.fromSecretKeyRef('rabbitmq', 'url') }),
  durable: true,
  deletedWhenUnused: false,
  scopes: ['checkout', 'orders'],
});
const exchangeRates = new dapr.HttpEndpoint(chart, 'exchange-rates', { baseUrl: 'https://rates.example.com', scopes: ['checkout'] });

const image = (name: string): string => `ghcr.io/example/${name}:1.0.0`;
const orders = new dapr.Application(chart, 'orders', { image: image('orders'), port: 5001, replicas: 3 });
new dapr.Application(chart, 'checkout', { image: image('checkout'), port: 5000, replicas: 3 });

new dapr.Subscription(chart, 'payments', {
  pubsub: bus,
  topic: 'payments',
  route: '/payments',
  deadLetterTopic: 'payments-dead',
  scopes: ['orders'],
});
new dapr.Subscription(chart, 'payments-dead', { pubsub: bus, topic: 'payments-dead', route: '/payments/dead', scopes: ['orders'] });

// One resource with what holds for everyone, and one with what is special. Those that an application sees are read as one.
defaults(chart);
targets(chart, { orders, carts, bus, exchangeRates });

app.synth();
