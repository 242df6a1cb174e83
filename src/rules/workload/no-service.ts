import { Model } from '../model/model';
import { mayShareNamespace } from '../model/manifest';
import { App, Workload } from '../model/workload';
import { at, isMapping } from '../read';
import type { Rule } from '../rule';
import { annotationsPath, isOwned, textOf } from './annotations';

/** Kinds that run on and can be called, and for which the operator makes no Service. */
const LASTING = ['Pod', 'DaemonSet', 'ReplicaSet', 'ReplicationController'];
const ENDING = ['Job', 'CronJob', 'ScaledJob'];

export const noService: Rule = {
  id: 'DAPR038',
  severity: 'info',
  title: 'An application that others cannot call',
  why: 'The operator makes the Service by which applications find each other for Deployments and StatefulSets only (and Argo Rollouts, where that is switched on). Pods of other kinds have a sidecar, but their app id resolves to nothing.',
  fix: 'Make it a Deployment, or add a headless Service named after the app id with -dapr at its end.',
  source: 'pkg/operator/handlers/dapr_handler.go Init',
  facts: ['R009'],
  demand: [50],
  symptoms: [/failed to resolve address for '[^']+-dapr\.|lookup \S+-dapr\.\S+: no such host/],
  bad: [
    {
      yaml: `
apiVersion: v1
kind: Pod
metadata: { name: orders, annotations: { dapr.io/enabled: "true", dapr.io/app-id: orders, dapr.io/app-port: "8080" } }
spec: { containers: [{ name: app, image: 'shop/orders:1.0.0' }] }
`,
      says: ["Dapr makes no Service for a Pod: other applications cannot call 'orders'"],
    },
    {
      yaml: `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent }, annotations: { dapr.io/enabled: "true", dapr.io/app-id: agent } }
    spec: { containers: [{ name: app, image: 'shop/agent:1.0.0' }] }
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: calls }
spec: { policies: { timeouts: { short: 2s } }, targets: { apps: { agent: { timeout: short } } } }
`,
      says: ["Dapr makes no Service for a DaemonSet, and the Resiliency 'calls' expects calls to 'agent'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: v1
kind: Pod
metadata: { name: reader, annotations: { dapr.io/enabled: "true", dapr.io/app-id: reader } }
spec: { containers: [{ name: app, image: 'shop/reader:1.0.0' }] }
`,
    },
    {
      yaml: `
apiVersion: v1
kind: Pod
metadata: { name: orders, labels: { app: orders }, annotations: { dapr.io/enabled: "true", dapr.io/app-id: orders, dapr.io/app-port: "8080" } }
spec: { containers: [{ name: app, image: 'shop/orders:1.0.0' }] }
---
apiVersion: v1
kind: Service
metadata: { name: orders-dapr }
spec: { clusterIP: None, selector: { app: orders }, ports: [{ name: dapr-internal, port: 50002 }] }
`,
    },
  ],
  check(model, report) {
    for (const { id, workload } of model.apps) {
      if (
        workload === undefined ||
        isOwned(workload) ||
        ![...LASTING, ...ENDING].includes(workload.kind) ||
        hasService(model, id, workload)
      ) {
        continue;
      }
      const caller = model.resiliencies.find(
        (resiliency) => isMapping(at(resiliency.spec, 'targets', 'apps', id)) && mayShareNamespace(resiliency, workload),
      );
      if (caller !== undefined) {
        const message = `Dapr makes no Service for a ${workload.kind}, and the Resiliency '${caller.name}' expects calls to '${id}'`;
        report.add(workload.manifest, annotationsPath(workload), message, { severity: 'warning' });
      } else if (LASTING.includes(workload.kind) && textOf(workload, 'dapr.io/app-port') !== undefined) {
        const message = `Dapr makes no Service for a ${workload.kind}: other applications cannot call '${id}'`;
        report.add(workload.manifest, annotationsPath(workload), message);
      }
    }
  },
};

/** One that somebody wrote, or another workload of the same id. */
function hasService(model: Model, id: App['id'], workload: Workload): boolean {
  const services = model.ofKind('Service').some((service) => service.name === `${id}-dapr` && mayShareNamespace(service, workload));
  const others = model.appsById.get(id)!.some((app) => ['Deployment', 'StatefulSet', 'Rollout'].includes(app.workload?.kind ?? ''));
  return services || others;
}
