import { grouped } from '../grouped';
import { mayShareNamespace } from '../model/manifest';
import type { Model } from '../model/model';
import type { Workload } from '../model/workload';
import { at } from '../read';
import type { Rule } from '../rule';
import { deployment } from './examples';
import { nameOf, sidecars } from './sidecars';

export const replicas: Rule = {
  id: 'DAPR242',
  severity: 'warning',
  title: 'An application that runs once',
  why: 'While its node is drained, its pod is replaced or its sidecar restarts, nobody answers.',
  fix: 'Set replicas to 2 or more, or add a HorizontalPodAutoscaler with minReplicas of 2 or more.',
  source: 'https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-production/',
  facts: [],
  bad: [
    { yaml: deployment({ replicas: 1 }), says: ["'orders' runs once: replicas is 1"] },
    { yaml: deployment().replace('  replicas: 2\n', ''), says: ["'orders' runs once: replicas is not set"] },
  ],
  good: [
    { yaml: deployment({ replicas: 2 }) },
    // Asleep, not alone.
    { yaml: deployment({ replicas: 0 }) },
    {
      yaml: `${deployment({ replicas: 1 })}---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: orders, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: orders }, minReplicas: 2, maxReplicas: 5 }
`,
    },
  ],
  check(model, report) {
    const scaled = scaledNames(model);
    for (const workload of sidecars(model)) {
      const count = at(workload.manifest.body, 'spec', 'replicas');
      if (!['Deployment', 'StatefulSet', 'Rollout'].includes(workload.kind) || (count !== undefined && count !== 1) || scaled(workload)) {
        continue;
      }
      // Where the number is left out, an autoscaler that is not here may set it.
      const outside = count === undefined ? ({ outside: 'info' } as const) : {};
      report.add(
        workload.manifest,
        count === undefined ? ['spec'] : ['spec', 'replicas'],
        `'${nameOf(workload)}' runs once: replicas is ${count === undefined ? 'not set' : '1'}`,
        outside,
      );
    }
  },
};

/** Whether an autoscaler of Kubernetes or KEDA sets the number. */
function scaledNames(model: Model): (workload: Workload) => boolean {
  const scalers = [...model.ofKind('HorizontalPodAutoscaler'), ...model.ofKind('ScaledObject')];
  const byName = grouped(scalers, ({ body }) => at(body, 'spec', 'scaleTargetRef', 'name'));
  return (workload) => (byName.get(workload.name) ?? []).some((scaler) => mayShareNamespace(scaler, workload));
}
