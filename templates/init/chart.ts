import { Chart, ChartProps } from 'cdk8s';
import { Construct } from 'constructs';
import * as dapr from 'cdk8s-dapr';

/** What becomes one YAML file: an application, the broker that it takes messages from, and which of them it takes. */
export class ProjectChart extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, { namespace: 'default', ...props });
    dapr.DaprVersion.use(this, dapr.DaprVersion.__DAPR_VERSION__);

    // A Deployment whose pods get Dapr's sidecar, and its Service.
    const app = new dapr.Application(this, '__NAME__', { image: 'ghcr.io/example/__NAME__:1.0.0', port: 3000 });

    // The broker, by the name that code publishes to. Only the applications in `scopes` see it.
    const pubsub = new dapr.pubsub.Redis(this, '__NAME__-pubsub', {
      redisHost: 'redis:6379',
      redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
      scopes: [app.appId],
    });

    // Messages of the topic 'orders' come as POST requests to /orders of the application.
    new dapr.Subscription(this, '__NAME__-orders', { pubsub, topic: 'orders', route: '/orders', scopes: [app.appId] });
  }
}
