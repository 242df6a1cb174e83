/**
 * Dapr itself, for a cluster that must not stop: a program of its own, for whoever keeps the cluster.
 *
 * It writes a release for Flux; `ControlPlane` has Argo CD, Helm and others too.
 */
import { Chart, Duration, Size } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import * as kplus from 'cdk8s-plus-27';

const app = new dapr.App();
const chart = new Chart(app, 'dapr-system');
const { name: namespace } = new kplus.Namespace(chart, 'namespace', { metadata: { name: 'dapr-system' } });

const plane = dapr.ControlPlane.production(chart, 'dapr', {
  version: '1.18.3',
  namespace,
  // All of operator, sentry and sidecar injector; placement and scheduler always run three then.
  availability: { replicaCount: 3, maximumUnavailable: '25%' },
  mtls: { workloadCertTtl: Duration.hours(24), allowedClockSkew: Duration.minutes(15) },
  // Restarts pods that should have a sidecar and were created while the injector was away.
  operator: { watchInterval: '2m' },
  scheduler: {
    // Jobs, reminders and workflows stand here, and nowhere else. The size of the disks cannot be changed later.
    storageClassName: 'standard',
    storageSize: Size.gibibytes(16),
  },
});
plane.addFluxRelease({ namespace });

app.synth();
