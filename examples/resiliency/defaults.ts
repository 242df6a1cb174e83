import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

/**
 * What holds for everything that has no target of its own. The name says for what, and the most precise name wins.
 *
 * `DefaultPolicy.ANY` is left alone on purpose: it would also hold for actors, and so for workflows, and repeat what must not happen twice.
 */
export function defaults(chart: Chart): void {
  const resiliency = new dapr.Resiliency(chart, 'defaults');

  // Nothing waits for ever: without this, calls have no time limit at all. A model may take longer than a database.
  resiliency.addTimeout(dapr.DefaultPolicy.APP.timeoutName, Duration.seconds(10));
  resiliency.addTimeout(dapr.DefaultPolicy.COMPONENT_OUTBOUND.timeoutName, Duration.seconds(15));
  resiliency.addTimeout(dapr.DefaultPolicy.STATESTORE_OUTBOUND.timeoutName, Duration.seconds(3));
  resiliency.addTimeout(dapr.DefaultPolicy.CONVERSATION_OUTBOUND.timeoutName, Duration.minutes(1));

  // Reading and writing a key twice does no harm; neither does taking a secret twice.
  const quick = dapr.Retry.exponential({ maxInterval: Duration.seconds(2), maxRetries: 3 });
  resiliency.addRetry(dapr.DefaultPolicy.STATESTORE_OUTBOUND.retryName, quick);
  resiliency.addRetry(dapr.DefaultPolicy.SECRETSTORE_OUTBOUND.retryName, quick);

  // A message that fails is tried again for about a minute: then it goes to the dead letter topic, or back to the broker.
  resiliency.addRetry(
    dapr.DefaultPolicy.PUBSUB_INBOUND.retryName,
    dapr.Retry.exponential({ maxInterval: Duration.minutes(1), maxRetries: 10 }),
  );

  // Between applications: the codes that say "not now", of both protocols. A list for one alone repeats every error of the other. What ran
  // into the timeout above is repeated too, for it has no code: calls that must not come twice need a target of their own, as orders has.
  resiliency.addRetry(
    dapr.DefaultPolicy.APP.retryName,
    dapr.Retry.exponential({
      maxInterval: Duration.seconds(5),
      maxRetries: 4,
      matching: [
        dapr.StatusCodes.http(429, 502, 503),
        dapr.StatusCodes.grpc(dapr.GrpcStatusCode.UNAVAILABLE, dapr.GrpcStatusCode.RESOURCE_EXHAUSTED),
      ],
    }),
  );

  // Dapr's own: how long a sidecar that starts asks its application for its subscriptions. For applications that are slow to start.
  resiliency.addRetry(dapr.BuiltInRetry.INITIALIZATION, dapr.Retry.constant({ duration: Duration.seconds(2), maxRetries: 15 }));
}
