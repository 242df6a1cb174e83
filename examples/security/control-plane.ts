import { App, Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import * as kplus from 'cdk8s-plus-27';

/**
 * The Configuration `daprsystem`, the only place where Dapr reads `mtls`. Dapr's Helm chart brings it too: where you install with Helm, set the
 * chart's `global.mtls.workloadCertTTL` and `global.mtls.allowedClockSkew` instead of applying this.
 */
export function controlPlane(app: App): void {
  const chart = new Chart(app, 'control-plane');
  const namespace = new kplus.Namespace(chart, 'dapr-system', { metadata: { name: 'dapr-system' } });
  new dapr.ControlPlaneConfiguration(chart, 'daprsystem', {
    mtls: {
      workloadCertTtl: Duration.hours(12), // sidecars renew in time; a stolen certificate is of use for half a day at most
      allowedClockSkew: Duration.minutes(5),
    },
    objectMeta: { namespace: namespace.name },
  });
}
