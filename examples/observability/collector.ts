import { Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';

/** An OpenTelemetry collector that takes spans from sidecars and applications, and sends them on in batches. */
export function collector(chart: Chart): { endpoint: string } {
  const config = new kplus.ConfigMap(chart, 'config', {
    metadata: { name: 'otel-collector' },
    data: {
      'config.yaml': [
        'receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" } } } }',
        'processors:',
        '  memory_limiter: { check_interval: 1s, limit_percentage: 80, spike_limit_percentage: 25 }',
        '  batch: {}',
        'exporters:',
        '  otlp: { endpoint: "traces.example.com:4317", headers: { authorization: "Bearer ${env:TRACES_TOKEN}" } }',
        'extensions: { health_check: { endpoint: "0.0.0.0:13133" } }',
        'service:',
        '  extensions: [health_check]',
        '  pipelines: { traces: { receivers: [otlp], processors: [memory_limiter, batch], exporters: [otlp] } }',
        '',
      ].join('\n'),
    },
  });

  const labels = { 'app.kubernetes.io/name': 'otel-collector' };
  const deployment = new kplus.Deployment(chart, 'deployment', {
    metadata: { name: 'otel-collector', labels },
    podMetadata: { labels },
    select: false,
    replicas: 2,
  });
  deployment.select(kplus.LabelSelector.of({ labels }));
  const container = deployment.addContainer({
    name: 'otel-collector',
    image: 'ghcr.io/example/otel-collector:1.0.0',
    args: ['--config=/etc/otel/config.yaml'],
    ports: [{ number: 4317, name: 'otlp-grpc' }],
    readiness: kplus.Probe.fromHttpGet('/', { port: 13133 }),
    resources: { cpu: { request: kplus.Cpu.millis(100) }, memory: { request: Size.mebibytes(256), limit: Size.mebibytes(512) } },
    // The collector holds the token of the backend, so that no application needs it.
    envVariables: {
      TRACES_TOKEN: kplus.EnvValue.fromSecretValue({ secret: kplus.Secret.fromSecretName(chart, 'token', 'traces'), key: 'token' }),
    },
  });
  container.mount('/etc/otel', kplus.Volume.fromConfigMap(chart, 'config-volume', config, { name: 'config' }));

  const service = new kplus.Service(chart, 'service', {
    metadata: { name: 'otel-collector', labels },
    ports: [{ name: 'otlp-grpc', port: 4317 }],
  });
  service.selectLabel('app.kubernetes.io/name', 'otel-collector');
  return { endpoint: `${service.name}.${chart.namespace}:4317` };
}
