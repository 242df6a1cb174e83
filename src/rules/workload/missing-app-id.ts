import { annotation } from '../model/workload';
import type { Rule } from '../rule';
import { annotationsPath, isOwned, quoted, titleOf } from './annotations';
import { deploymentWith } from './examples';

/** Their pods have no name yet when the injector sees them. */
const NAMELESS = ['Deployment', 'ReplicaSet', 'DaemonSet', 'Job', 'CronJob', 'Rollout', 'ReplicationController'];

export const missingAppId: Rule = {
  id: 'DAPR030',
  severity: 'error',
  title: 'A pod with a sidecar but without an app id',
  why: "Without an app id the injector takes the pod's name, which the pods of a Deployment or Job do not have yet: they are denied. The operator takes nothing but the annotation, so there is no Service either.",
  fix: 'Set dapr.io/app-id beside dapr.io/enabled.',
  source: 'pkg/injector/patcher/sidecar_container.go GetAppID; pkg/operator/handlers/dapr_handler.go ensureDaprServicePresent',
  facts: ['R002', 'R003'],
  symptoms: [/value for the dapr\.io\/app-id annotation is empty/, /app-id not set defaulting the app-id to/],
  bad: [
    {
      yaml: deploymentWith([], { appId: '' }),
      says: [
        "the pods of the Deployment 'orders' get a sidecar but no 'dapr.io/app-id': the injector denies them; expected an app id, e.g. 'orders'",
      ],
    },
    {
      yaml: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ledger }
spec:
  selector: { matchLabels: { app: ledger } }
  serviceName: ledger
  template:
    metadata: { labels: { app: ledger }, annotations: { dapr.io/enabled: "true" } }
    spec: { containers: [{ name: app, image: 'shop/ledger:1.0.0' }] }
`,
      says: [
        "the pods of the StatefulSet 'ledger' get a sidecar but no 'dapr.io/app-id': each becomes an application of its own name, and the operator makes no Service; expected an app id, e.g. 'ledger'",
      ],
    },
    {
      yaml: `
apiVersion: v1
kind: Pod
metadata: { name: shop.orders, annotations: { dapr.io/enabled: "true" } }
spec: { containers: [{ name: app, image: 'shop/orders:1.0.0' }] }
`,
      says: [
        "without 'dapr.io/app-id' the app id is the Pod's name, and the injector denies 'shop.orders'; expected an app id, e.g. 'shop-orders'",
      ],
    },
  ],
  good: [
    { yaml: deploymentWith([]) },
    {
      yaml: `
apiVersion: v1
kind: Pod
metadata: { name: orders, annotations: { dapr.io/enabled: "true" } }
spec: { containers: [{ name: app, image: 'shop/orders:1.0.0' }] }
`,
    },
  ],
  check({ workloads }, report) {
    for (const workload of workloads) {
      if (
        !workload.injected ||
        workload.appId !== undefined ||
        isOwned(workload) ||
        isSet(annotation(workload.annotations, 'dapr.io/app-id'))
      ) {
        continue;
      }
      const { kind, name, manifest } = workload;
      const example = name.replace(/[^a-z0-9-]+/g, '-').slice(0, 58);
      const hint = `; expected an app id${example === '' ? '' : `, e.g. '${example}'`}`;
      const what = `the pods of ${titleOf(workload)} get a sidecar but no 'dapr.io/app-id'`;
      if (NAMELESS.includes(kind)) {
        report.add(manifest, annotationsPath(workload), `${what}: the injector denies them${hint}`);
      } else if (kind !== 'Pod') {
        const message = `${what}: each becomes an application of its own name, and the operator makes no Service${hint}`;
        report.add(manifest, annotationsPath(workload), message, { severity: 'warning' });
      } else if (name !== '' && !/^(?=.{1,58}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name)) {
        report.add(
          manifest,
          annotationsPath(workload),
          `without 'dapr.io/app-id' the app id is the Pod's name, and the injector denies ${quoted(name)}${hint}`,
        );
      }
    }
  },
};

/** An app id that is no text is another rule's. */
function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
