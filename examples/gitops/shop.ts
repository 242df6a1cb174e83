import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

/** What the sidecars of the shop read. */
export function addComponents(chart: Chart): dapr.Configuration {
  new dapr.state.Redis(chart, 'statestore', {
    redisHost: 'redis:6379',
    redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
    scopes: ['orders'],
  });
  return new dapr.Configuration(chart, 'shop', {
    tracing: dapr.Tracing.otel('otel-collector.observability:4317', { isSecure: false, samplingRate: 0.1 }),
  });
}

/** The applications of the shop. */
export function addApplications(chart: Chart, config: dapr.Configuration, version: string, replicas: number): void {
  new dapr.Application(chart, 'orders', { image: `ghcr.io/example/orders:${version}`, port: 5001, replicas, config });
}
