import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

const app = new dapr.App();
const chart = new Chart(app, 'actors', { namespace: 'homes' });

// The state of each actor. An application has exactly one store for that, and it needs transactions and ETags.
// Only the application that hosts actors needs to see it: callers do not.
const store = new dapr.state.PostgreSql(chart, 'actorstate', {
  connectionString: dapr.SecretValue.fromSecretKeyRef('postgres', 'connectionString'),
  tablePrefix: 'actors_',
  cleanupInterval: Duration.minutes(10),
  scopes: ['thermostats'],
});
store.useForActors();

// Lets an actor save state that expires (`ttlInSeconds`): the last readings need not stay for ever.
const config = new dapr.Configuration(chart, 'thermostats-config', {
  features: [dapr.Feature.ACTOR_STATE_TTL],
});

// Hosts the actor type Thermostat. Placement divides the actors among the replicas; each lives in one of them at a time.
new dapr.Application(chart, 'thermostats', {
  image: 'ghcr.io/example/thermostats:1.0.0',
  port: 5000,
  replicas: 3,
  healthPath: '/healthz',
  config,
  // A replica that is not well hands its actors over to the others.
  sidecar: { enableAppHealthCheck: true },
  // Longer than the application's drainOngoingCallTimeout, so that turns under way can end before actors move.
  terminationGracePeriod: Duration.seconds(90),
});

// Calls actors by type and id, and hosts none.
new dapr.Application(chart, 'gateway', { image: 'ghcr.io/example/gateway:1.0.0', port: 8080, replicas: 2 });

// Retry and breaker work in the sidecar that calls, before the actor's turn; the timeout in the sidecar that hosts.
const resiliency = new dapr.Resiliency(chart, 'thermostat-resiliency', { scopes: ['gateway', 'thermostats'] });
resiliency.targetActor('Thermostat', {
  timeout: Duration.seconds(5),
  retry: resiliency.addRetry('actor-moved', dapr.Retry.constant({ duration: Duration.millis(500), maxRetries: 6 })),
  circuitBreaker: resiliency.addCircuitBreaker('thermostats-down', { trip: 'consecutiveFailures > 10', timeout: Duration.seconds(15) }),
  circuitBreakerScope: dapr.ActorCircuitBreakerScope.TYPE,
});

app.synth();
