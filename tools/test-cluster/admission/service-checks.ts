/** The operator makes the Service that annotations ask for. */
import { ApiObject, Testing } from 'cdk8s';
import { Sidecar, SidecarOptions } from '../../../src';
import { Kube } from '../../real/cluster/kube';
import { Tally } from '../../tally';
import { makesServices, Service } from '../rules/services';
import { withNamespaces } from './namespaces';
import { Manifest } from './objects';

const PROMETHEUS = {
  'prometheus.io/path': '/',
  'prometheus.io/port': '9090',
  'prometheus.io/probe': 'true',
  'prometheus.io/scrape': 'true',
};
const PORTS = { 'dapr-http': 80, 'dapr-grpc': 50001, 'dapr-internal': 50002, 'dapr-metrics': 9090 };
const PLAIN: Service = { selector: { app: 'orders' }, ports: PORTS, annotations: { 'dapr.io/app-id': 'orders', ...PROMETHEUS } };

/** What each option makes of the Service. */
const CASES: readonly [title: string, options: SidecarOptions, expected: Service][] = [
  ['an app id alone', {}, PLAIN],
  ['dapr.io/grpc-port', { grpcPort: 50101 }, { ...PLAIN, ports: { ...PORTS, 'dapr-grpc': 50101 } }],
  ['dapr.io/internal-grpc-port', { internalGrpcPort: 50102 }, { ...PLAIN, ports: { ...PORTS, 'dapr-internal': 50102 } }],
  [
    'dapr.io/metrics-port',
    { metricsPort: 9191 },
    { ...PLAIN, ports: { ...PORTS, 'dapr-metrics': 9191 }, annotations: { ...PLAIN.annotations, 'prometheus.io/port': '9191' } },
  ],
  ['dapr.io/enable-metrics', { enableMetrics: false }, { ...PLAIN, annotations: { 'dapr.io/app-id': 'orders' } }],
  [
    'dapr.io/sidecar-svc-annotations',
    { sidecarSvcAnnotations: { 'example.com/team': 'shop', cost: 'a=b' } },
    { ...PLAIN, annotations: { ...PLAIN.annotations, 'example.com/team': 'shop', cost: 'a=b' } },
  ],
];

/** Runs the checks; the namespaces are gone when it ends. */
export async function serviceChecks(kube: Kube, tally: Tally): Promise<void> {
  await withNamespaces(kube, async (namespaces) => {
    for (const [title, options, expected] of CASES) {
      await tally.checkLater(`the operator makes the Service that ${title} asks for`, async () => {
        const expectation = makesServices('', { 'orders-dapr': expected });
        await expectation.check({ kube, namespace: await namespaces.fresh('service'), objects: [deployment(options)] });
      });
    }
  });
}

function deployment(options: SidecarOptions): Manifest {
  const template = { metadata: { labels: { app: 'orders' } }, spec: { containers: [{ name: 'app', image: 'shop/orders:1.0.0' }] } };
  const object = new ApiObject(Testing.chart(), 'deployment', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'orders' },
    spec: { replicas: 0, selector: { matchLabels: { app: 'orders' } }, template },
  });
  Sidecar.inject(object, options);
  return object.toJson();
}
