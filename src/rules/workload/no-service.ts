import { Model } from '../model/model';
import { Manifest, mayShareNamespace } from '../model/manifest';
import { Resource } from '../model/resource';
import { Workload } from '../model/workload';
import { at, isMapping, mapping } from '../read';
import type { Rule } from '../rule';
import { annotationsPath, isOwned, textOf } from './annotations';
import { grouped } from '../grouped';

/** Kinds that run on and can be called, and for which the operator makes no Service. */
const LASTING = ['Pod', 'DaemonSet', 'ReplicaSet', 'ReplicationController'];
const SERVED = ['Deployment', 'StatefulSet', 'Rollout'];
const ENDING = ['Job', 'CronJob', 'ScaledJob'];

export const noService: Rule = {
  id: 'DAPR038',
  severity: 'info',
  gravest: 'warning',
  title: 'An application that others cannot call',
  why: 'The operator makes the Service by which applications find each other for Deployments and StatefulSets only (and Argo Rollouts, where that is switched on). Pods of other kinds have a sidecar, but their app id resolves to nothing.',
  fix: 'Make it a Deployment, or add a headless Service named after the app id with -dapr at its end.',
  source: 'pkg/operator/handlers/dapr_handler.go Init',
  facts: ['R009'],
  demand: [50],
  symptoms: [/failed to resolve address for '[^']+-dapr\./, /lookup \S+-dapr\.\S+( on \S+)?: no such host/],
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
    const services = grouped(model.ofKind('Service'), ({ name }) => name);
    const callers = callersOf(model);
    for (const { id, workload } of model.apps) {
      if (
        workload === undefined ||
        isOwned(workload) ||
        ![...LASTING, ...ENDING].includes(workload.kind) ||
        hasService(model, services, workload)
      ) {
        continue;
      }
      const caller = callers.get(id)?.find(({ resiliency }) => mayShareNamespace(resiliency, workload));
      if (caller !== undefined) {
        const message = `Dapr makes no Service for a ${workload.kind}, and the Resiliency '${caller.resiliency.name}' expects calls to '${id}'`;
        report.add(workload.manifest, annotationsPath(workload), message, { severity: 'warning' });
      } else if (LASTING.includes(workload.kind) && textOf(workload, 'dapr.io/app-port') !== undefined) {
        const message = `Dapr makes no Service for a ${workload.kind}: other applications cannot call '${id}'`;
        report.add(workload.manifest, annotationsPath(workload), message);
      }
    }
  },
};

/** One that somebody wrote, or another workload of the same id. */
function hasService(model: Model, services: ReadonlyMap<string, readonly Manifest[]>, workload: Workload): boolean {
  const written = services.get(`${workload.appId}-dapr`)?.some((service) => mayShareNamespace(service, workload));
  return written === true || model.appsById.get(workload.appId!)!.some((app) => SERVED.includes(app.workload?.kind ?? ''));
}

/** The app ids that a Resiliency has policies for, because they are called. */
function callersOf({ resiliencies }: Model): ReadonlyMap<string, readonly { readonly id: string; readonly resiliency: Resource }[]> {
  const callers = resiliencies.flatMap((resiliency) =>
    Object.entries(mapping(at(resiliency.spec, 'targets', 'apps'))).flatMap(([id, target]) =>
      isMapping(target) ? [{ id, resiliency }] : [],
    ),
  );
  return grouped(callers, ({ id }) => id);
}
