/** Dapr for production, installed and upgraded by Flux. */
import { Chart, Size } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

const app = new dapr.App();
const chart = new Chart(app, 'dapr-system');

const plane = dapr.ControlPlane.production(chart, 'dapr', {
  version: '1.18.3',
  // Jobs, reminders and workflows stand on these disks and nowhere else: they must outlive a zone, or be replicated.
  scheduler: { storageClassName: 'replicated', storageSize: Size.gibibytes(32) },
  // Pipelines that make pods themselves, besides the controllers of Kubernetes.
  injector: { allowedServiceAccounts: ['tekton-pipelines:*'] },
});
plane.addFluxRelease({ correctDrift: true });

app.synth();
