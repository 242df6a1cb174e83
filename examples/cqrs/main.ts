import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import { components, EVENTS } from './components';

const app = new dapr.App();
const chart = new Chart(app, 'cqrs', { namespace: 'shop' });
const { bus, views } = components(chart);

// Commands may only be sent by the shop's gateway, and queries only be asked by it.
const guarded = (id: string, path: string, verb: dapr.HttpVerb): dapr.Configuration =>
  new dapr.Configuration(chart, id, {
    accessControl: {
      defaultAction: dapr.Access.DENY,
      policies: [
        {
          appId: 'gateway',
          defaultAction: dapr.Access.DENY,
          operations: [{ name: path, httpVerb: [verb], action: dapr.Access.ALLOW }],
        },
      ],
    },
  });

const image = (name: string): string => `ghcr.io/example/${name}:1.0.0`;
const commands = new dapr.Application(chart, 'order-commands', {
  image: image('order-commands'),
  port: 5000,
  replicas: 2,
  config: guarded('commands-config', '/commands', dapr.HttpVerb.POST),
});
const queries = new dapr.Application(chart, 'order-queries', {
  image: image('order-queries'),
  port: 5001,
  replicas: 6, // reading grows apart from writing
  config: guarded('queries-config', '/orders', dapr.HttpVerb.GET),
});
new dapr.Application(chart, 'order-projector', { image: image('order-projector'), port: 5002, replicas: 2 });
new dapr.Application(chart, 'gateway', { image: image('gateway'), port: 8080, replicas: 2 });

// The projector takes events by the hundred: one write to the views for many of them.
new dapr.Subscription(chart, 'order-events', {
  pubsub: bus,
  topic: EVENTS,
  route: '/events/orders',
  bulkSubscribe: { maxMessagesCount: 100, maxAwaitDuration: Duration.millis(500) },
  scopes: ['order-projector'],
});

const resiliency = new dapr.Resiliency(chart, 'resiliency');
// The views must not miss an event: the projector tries until it succeeds, and later events of the partition wait.
resiliency.targetComponent(bus, {
  inbound: { retry: resiliency.addRetry('until-done', dapr.Retry.constant({ duration: Duration.seconds(5), maxRetries: -1 })) },
  outbound: { retry: resiliency.addRetry('publish-again', dapr.Retry.exponential({ maxInterval: Duration.seconds(5), maxRetries: 10 })) },
});
resiliency.targetComponent(views, { outbound: { timeout: Duration.seconds(2) } });
// A query may be asked again; a command that may have arrived may not.
const unavailable = dapr.Retry.constant({ duration: Duration.millis(200), maxRetries: 3, matching: [dapr.StatusCodes.http(502, 503)] });
resiliency.targetApp(queries, { timeout: Duration.seconds(2), retry: resiliency.addRetry('query-again', unavailable) });
resiliency.targetApp(commands, { timeout: Duration.seconds(5) });

app.synth();
