import { Chart, Cron, Duration, Size } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import * as kplus from 'cdk8s-plus-27';

/**
 * A Job and a CronJob with a sidecar. `Sidecar.inject` makes it a native one, which Kubernetes stops when the program has ended: beside an
 * ordinary sidecar, a Job never finishes. It takes Kubernetes 1.29 and Dapr 1.18.
 */
export function batch(chart: Chart): void {
  // Once, with each release that needs it. The name tells the releases apart: a Job cannot be changed.
  const importCatalog = new kplus.Job(chart, 'import-catalog', {
    metadata: { name: 'import-catalog-1-0-0' },
    containers: [container('ghcr.io/example/import-catalog:1.0.0')],
    backoffLimit: 3,
    activeDeadline: Duration.hours(1),
    ttlAfterFinished: Duration.days(1),
  });
  dapr.Sidecar.inject(importCatalog, { appId: 'import-catalog' });

  // Every night; a run that is late does not start a second one.
  const expireOffers = new kplus.CronJob(chart, 'expire-offers', {
    metadata: { name: 'expire-offers' },
    schedule: Cron.schedule({ minute: '15', hour: '3' }),
    timeZone: 'Europe/Berlin',
    concurrencyPolicy: kplus.ConcurrencyPolicy.FORBID,
    startingDeadline: Duration.hours(2), // a night that was missed for less than that is made up for
    containers: [container('ghcr.io/example/expire-offers:1.0.0')],
    backoffLimit: 2,
    activeDeadline: Duration.minutes(30),
  });
  dapr.Sidecar.inject(expireOffers, {
    // What the CronJob's pods would share with an Application, they have to be given here.
    sidecarCpuRequest: '100m',
    sidecarMemoryRequest: Size.mebibytes(128),
    sidecarMemoryLimit: Size.mebibytes(512),
    env: { GOMEMLIMIT: '460MiB' },
  });
}

function container(image: string): kplus.ContainerProps {
  return {
    image,
    resources: {
      cpu: { request: kplus.Cpu.millis(250) },
      memory: { request: Size.mebibytes(256), limit: Size.gibibytes(1) },
    },
  };
}
