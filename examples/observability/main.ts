import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import { collector } from './collector';
import { metrics } from './metrics';

const app = new dapr.App();

/** The same two applications, watched in two ways. */
function shop(chart: Chart, config: dapr.IConfiguration): void {
  for (const [name, port] of [
    ['checkout', 5000],
    ['orders', 5001],
  ] as const) {
    new dapr.Application(chart, name, {
      image: `ghcr.io/example/${name}:1.0.0`,
      port,
      config,
      sidecar: { logAsJson: true, logLevel: dapr.LogLevel.INFO }, // one line, one object: what log collectors want
    });
  }
}

// For development: every request is traced, straight to Zipkin, or to Jaeger, which speaks the same language.
const development = new Chart(app, 'zipkin', { namespace: 'shop-dev' });
shop(
  development,
  new dapr.Configuration(development, 'tracing', {
    tracing: dapr.Tracing.zipkin('http://zipkin.observability:9411/api/v2/spans', { samplingRate: 1 }),
    metrics,
  }),
);

// For production: one request in ten, to a collector in the cluster, which knows where traces are kept.
const production = new Chart(app, 'opentelemetry', { namespace: 'shop' });
const { endpoint } = collector(new Chart(app, 'collector', { namespace: 'observability' }));
shop(
  production,
  new dapr.Configuration(production, 'tracing', {
    tracing: dapr.Tracing.otel(endpoint, {
      protocol: dapr.OtelProtocol.GRPC,
      isSecure: false, // the collector's receiver has no certificate; the way to the backend does have TLS
      timeout: Duration.seconds(5),
      samplingRate: 0.1,
    }),
    metrics,
    logging: { apiLogging: { enabled: true, obfuscateUrls: true, omitHealthChecks: true } },
  }),
);

app.synth();
