import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

export const ORDERS = 'orders';
export const PAYMENTS = 'payments';
export const SHIPMENTS = 'shipments';

export function components(chart: Chart): { bus: dapr.pubsub.AzureServiceBusTopics } {
  // Topics are made with the infrastructure, not by sidecars: those need no more than to send and to listen.
  const bus = new dapr.pubsub.AzureServiceBusTopics(chart, 'bus', {
    auth: dapr.pubsub.AzureServiceBusTopicsAuth.connectionString({
      connectionString: dapr.SecretValue.fromSecretKeyRef('service-bus', 'connectionString'),
    }),
    disableEntityManagement: true,
    maxConcurrentHandlers: 20,
    handlerTimeoutInSec: 300, // all tries of a message together; what takes longer goes back to the broker
    // The outbox of orders has a topic of its own for what is not yet sure: namespace, app id and topic in one word.
    publishingScopes: {
      orders: [ORDERS, `${chart.namespace}orders${ORDERS}outbox`],
      payment: [PAYMENTS, `${ORDERS}-payment-dead`],
      shipping: [SHIPMENTS, `${PAYMENTS}-shipping-dead`],
      notification: [`${ORDERS}-notification-dead`, `${SHIPMENTS}-notification-dead`],
    },
    subscriptionScopes: {
      orders: [],
      payment: [ORDERS, `${ORDERS}-payment-dead`],
      shipping: [PAYMENTS, `${PAYMENTS}-shipping-dead`],
      notification: [ORDERS, SHIPMENTS, `${ORDERS}-notification-dead`, `${SHIPMENTS}-notification-dead`],
    },
    scopes: ['orders', 'payment', 'shipping', 'notification'],
  });

  // An order is written and announced in one step, or not at all: the application saves it in a transaction, Dapr publishes.
  new dapr.state.PostgreSql(chart, 'orderstore', {
    connectionString: dapr.SecretValue.fromSecretKeyRef('postgres', 'connectionString'),
    tablePrefix: 'orders_',
    outbox: { publishPubsub: bus.name, publishTopic: ORDERS },
    scopes: ['orders'],
  });

  // A message may come twice. Its id is kept here for a week, by each application for itself, so that no one gets two parcels.
  new dapr.state.Redis(chart, 'handled', {
    redisHost: 'redis:6379',
    redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
    ttlInSeconds: Duration.days(7).toSeconds(),
    scopes: ['payment', 'shipping', 'notification'],
  });

  return { bus };
}
