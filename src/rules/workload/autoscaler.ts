import { Model } from '../model/model';
import { Manifest, mayShareNamespace } from '../model/manifest';
import { Workload } from '../model/workload';
import { at, list, text } from '../read';
import type { Rule } from '../rule';
import { annotationsPath, titleOf } from './annotations';
import { deploymentWith } from './examples';
import { grouped } from '../grouped';

const SCALER = `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: orders }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: orders }
  maxReplicas: 5
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]
`;

export const autoscaler: Rule = {
  id: 'DAPR059',
  severity: 'error',
  title: 'An autoscaler that the sidecar keeps from scaling',
  why: 'Utilization is a share of what all containers of the pod request. The sidecar requests nothing by itself, so the autoscaler cannot compute the share and leaves the number of pods as it is.',
  fix: "Set dapr.io/sidecar-cpu-request (or -memory-request), or measure the application's container alone with a ContainerResource metric.",
  source:
    'pkg/injector/patcher/sidecar_container.go getResourceRequirements; k8s.io/kubernetes/pkg/controller/podautoscaler/replica_calculator.go',
  facts: ['R014'],
  demand: [19],
  symptoms: [/missing request for (cpu|memory) in container daprd/],
  bad: [
    {
      yaml: deploymentWith([]) + SCALER,
      says: [
        "the HorizontalPodAutoscaler 'orders' scales the Deployment 'orders' by its cpu utilization, for which the sidecar needs a request: expected 'dapr.io/sidecar-cpu-request', e.g. '100m'",
      ],
    },
    {
      yaml: `${deploymentWith([])}---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: orders }
spec:
  scaleTargetRef: { name: orders }
  triggers: [{ type: memory, metricType: Utilization, metadata: { value: "70" } }]
`,
      says: [
        "the ScaledObject 'orders' scales the Deployment 'orders' by its memory utilization, for which the sidecar needs a request: expected 'dapr.io/sidecar-memory-request', e.g. '64Mi'",
      ],
    },
  ],
  good: [
    { yaml: deploymentWith(['dapr.io/sidecar-cpu-request: 100m']) + SCALER },
    { yaml: deploymentWith(['dapr.io/sidecar-cpu-limit: 500m']) + SCALER },
    {
      yaml:
        deploymentWith([]) +
        SCALER.replace('target: { type: Utilization, averageUtilization: 70 }', 'target: { type: AverageValue, averageValue: 500m }'),
    },
  ],
  check(model, report) {
    const byName = workloadsByName(model);
    for (const scaler of [...model.ofKind('HorizontalPodAutoscaler'), ...model.ofKind('ScaledObject')]) {
      const target = at(scaler.body, 'spec', 'scaleTargetRef');
      const kind = text(at(target, 'kind')) ?? 'Deployment';
      const workload = byName.get(`${kind}/${text(at(target, 'name'))}`)?.find((one) => mayShareNamespace(one, scaler));
      for (const resource of workload === undefined ? [] : utilizationsOf(scaler)) {
        if (hasRequest(workload!, resource) || hasDefaults(model, workload!)) {
          continue;
        }
        const annotation = `dapr.io/sidecar-${resource}-request`;
        report.add(
          workload!.manifest,
          annotationsPath(workload!),
          `${titleOf(scaler)} scales ${titleOf(workload!)} by its ${resource} utilization, for which the sidecar needs a request: expected '${annotation}', e.g. '${resource === 'cpu' ? '100m' : '64Mi'}'`,
          // A LimitRange of the namespace may set one.
          { outside: 'warning' },
        );
      }
    }
  },
};

function workloadsByName({ workloads }: Model): ReadonlyMap<string, readonly Workload[]> {
  return grouped(
    workloads.filter(({ injected }) => injected),
    ({ kind, name }) => `${kind}/${name}`,
  );
}

/** The resources whose utilization counts over all containers: `cpu`, `memory`. */
function utilizationsOf({ kind, body }: Manifest): string[] {
  const found =
    kind === 'ScaledObject'
      ? list(at(body, 'spec', 'triggers')).map((trigger) => {
          const metric = at(trigger, 'metricType') ?? at(trigger, 'metadata', 'type');
          return metric === 'Utilization' && at(trigger, 'metadata', 'containerName') === undefined ? at(trigger, 'type') : undefined;
        })
      : [
          at(body, 'spec', 'targetCPUUtilizationPercentage') === undefined ? undefined : 'cpu',
          ...list(at(body, 'spec', 'metrics')).map((metric) =>
            at(metric, 'type') === 'Resource' &&
            (at(metric, 'resource', 'target', 'averageUtilization') ?? at(metric, 'resource', 'targetAverageUtilization')) !== undefined
              ? at(metric, 'resource', 'name')
              : undefined,
          ),
        ];
  return [...new Set(found.flatMap((name) => text(name) ?? []))].filter((name) => name === 'cpu' || name === 'memory');
}

/** Kubernetes takes the limit where there is no request. */
function hasRequest({ annotations }: Workload, resource: string): boolean {
  return ['request', 'limit'].some((bound) => (annotations[`dapr.io/sidecar-${resource}-${bound}`] ?? '') !== '');
}

function hasDefaults(model: Model, workload: Workload): boolean {
  return model.ofKind('LimitRange').some((range) => mayShareNamespace(range, workload));
}
