import { Workload } from '../model/workload';
import type { Rule } from '../rule';
import { factsOfAnnotation, isReadBy } from './annotation-facts';
import { annotationsPath, isOn, isOwned, titleOf } from './annotations';

const ENDING = ['Job', 'CronJob', 'ScaledJob'];

function jobWith(annotations: string, command = '[report]'): string {
  return `
apiVersion: batch/v1
kind: Job
metadata: { name: report }
spec:
  template:
    metadata: { annotations: { dapr.io/enabled: "true", dapr.io/app-id: report${annotations} } }
    spec: { restartPolicy: Never, containers: [{ name: app, image: 'shop/report:1.0.0', command: ${command} }] }
`;
}

export const jobShutdown: Rule = {
  id: 'DAPR039',
  severity: 'warning',
  title: 'A Job that its sidecar keeps from ending',
  why: 'The sidecar runs on when the application has ended, so the pod never completes, the Job stays active and a CronJob piles up. A native sidecar ends with the application; any other must be told to, over its shutdown API.',
  fix: 'Set dapr.io/enable-native-sidecar: "true" (Dapr 1.18, Kubernetes 1.29), or let the application call POST /v1.0/shutdown at its end.',
  source: 'pkg/injector/patcher/sidecar_container.go getSidecarContainer; pkg/api/http/shutdown.go',
  facts: [],
  demand: [17],
  bad: [
    {
      yaml: jobWith(''),
      says: [
        "the Job 'report' only completes when its sidecar ends: expected 'dapr.io/enable-native-sidecar' to be 'true', unless the application calls /v1.0/shutdown",
      ],
    },
    {
      yaml: jobWith(''),
      daprVersion: '1.17',
      says: [
        "the Job 'report' only completes when its sidecar ends: expected the application to call /v1.0/shutdown, as Dapr 1.17 has no native sidecars",
      ],
    },
  ],
  good: [
    { yaml: jobWith(', dapr.io/enable-native-sidecar: "true"') },
    { yaml: jobWith('', "[sh, -c, 'report && curl -XPOST localhost:3500/v1.0/shutdown']"), daprVersion: '1.17' },
  ],
  check({ workloads, daprVersion }, report) {
    const native = isReadBy(factsOfAnnotation('dapr.io/enable-native-sidecar')!, daprVersion);
    for (const workload of workloads) {
      if (!workload.injected || !ENDING.includes(workload.kind) || isOwned(workload) || shutsDown(workload)) {
        continue;
      }
      const what = `${titleOf(workload)} only completes when its sidecar ends`;
      if (!native) {
        const message = `${what}: expected the application to call /v1.0/shutdown, as Dapr ${daprVersion.name} has no native sidecars`;
        report.add(workload.manifest, annotationsPath(workload), message, {
          fix: 'Let the application call POST /v1.0/shutdown on its sidecar when it ends.',
        });
      } else if (!isOn(workload, 'dapr.io/enable-native-sidecar')) {
        const message = `${what}: expected 'dapr.io/enable-native-sidecar' to be 'true', unless the application calls /v1.0/shutdown`;
        report.add(workload.manifest, annotationsPath(workload), message);
      }
    }
  },
};

/** Where a script of the pod calls the API, it can be seen. */
function shutsDown({ podSpec }: Workload): boolean {
  return /\/v1\.0\/shutdown|shareProcessNamespace":true/.test(JSON.stringify(podSpec));
}
