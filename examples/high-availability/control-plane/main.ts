/**
 * Dapr itself, for a cluster that must not stop: a program of its own, for whoever keeps the cluster.
 *
 * It writes a release for Flux. The values are those of Dapr's Helm chart, whatever installs it.
 */
import { ApiObject, Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import * as kplus from 'cdk8s-plus-27';

const resources = (cpu: string, memory: string): object => ({ requests: { cpu, memory }, limits: { memory } });

const app = new dapr.App();
const chart = new Chart(app, 'dapr-system');
const { name: namespace } = new kplus.Namespace(chart, 'namespace', { metadata: { name: 'dapr-system' } });

const repository = new ApiObject(chart, 'repository', {
  apiVersion: 'source.toolkit.fluxcd.io/v1',
  kind: 'HelmRepository',
  metadata: { name: 'dapr', namespace },
  spec: { url: 'https://dapr.github.io/helm-charts/', interval: '1h' },
});

new ApiObject(chart, 'release', {
  apiVersion: 'helm.toolkit.fluxcd.io/v2',
  kind: 'HelmRelease',
  metadata: { name: 'dapr', namespace },
  spec: {
    interval: '30m',
    chart: { spec: { chart: 'dapr', version: '1.18.3', sourceRef: { kind: repository.kind, name: repository.name } } },
    // Helm by itself never updates the CRDs of a chart: without this, new fields are dropped after an upgrade.
    install: { crds: 'Create' },
    upgrade: { crds: 'CreateReplace' },
    values: {
      global: {
        // All of operator, sentry and sidecar injector; placement and scheduler always run three then.
        ha: {
          enabled: true,
          replicaCount: 3,
          disruption: { maximumUnavailable: '25%' },
          podAntiAffinityPolicy: 'preferredDuringSchedulingIgnoredDuringExecution',
          topologyKey: 'topology.kubernetes.io/zone',
        },
        mtls: { workloadCertTTL: '24h', allowedClockSkew: '15m' },
        priorityClassName: 'system-cluster-critical',
        logAsJson: true,
      },
      dapr_operator: {
        // Restarts pods that should have a sidecar and were created while the injector was away.
        watchInterval: '2m',
        resources: resources('100m', '200Mi'),
      },
      dapr_placement: { resources: resources('250m', '150Mi') },
      dapr_scheduler: {
        // Jobs, reminders and workflows stand here, and nowhere else. The size of the disks cannot be changed later.
        cluster: { storageClassName: 'standard', storageSize: '16Gi' },
        resources: resources('250m', '1Gi'),
      },
      dapr_sentry: { resources: resources('100m', '100Mi') },
      dapr_sidecar_injector: { resources: resources('100m', '100Mi') },
    },
  },
});

app.synth();
