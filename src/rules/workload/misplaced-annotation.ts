import { Workload } from '../model/workload';
import { at, Mapping, mapping, Path, pathText } from '../read';
import type { Rule } from '../rule';
import { factsOfAnnotation, PREFIX } from './annotation-facts';
import { isOwned, titleOf } from './annotations';
import { deploymentWith } from './examples';
import { isFalsyText } from './go-values';

/** Others may hand their annotations on to the pods. */
const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job', 'CronJob', 'Rollout'];

/** Labels that the injector and the operator set. */
const OWN_LABELS = ['dapr.io/app-id', 'dapr.io/sidecar-injected', 'dapr.io/metrics-enabled', 'dapr.io/watchdog-patched'];

export const misplacedAnnotation: Rule = {
  id: 'DAPR032',
  severity: 'error',
  title: 'Annotations of Dapr beside the pod template',
  why: 'The injector sees pods, and the operator reads the pod template. What stands on the Deployment itself, or among the labels, reaches neither of them.',
  fix: 'Move the annotations to spec.template.metadata.annotations.',
  source: 'pkg/injector/service/pod_patch.go getPodPatchOperations; pkg/operator/handlers/wrappers.go GetTemplateAnnotations',
  facts: ['R005'],
  demand: [5, 6],
  bad: [
    {
      yaml: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  annotations: { dapr.io/enabled: "true", dapr.io/app-id: orders }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders } }
    spec: { containers: [{ name: app, image: 'shop/orders:1.0.0' }] }
`,
      says: [
        "'dapr.io/enabled' and 'dapr.io/app-id' stand in metadata.annotations of the Deployment 'orders', where nothing reads them: expected in spec.template.metadata.annotations",
      ],
    },
    {
      yaml: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders, dapr.io/enabled: "true", dapr.io/app-id: orders } }
    spec: { containers: [{ name: app, image: 'shop/orders:1.0.0' }] }
`,
      says: [
        "'dapr.io/enabled' stands in spec.template.metadata.labels of the Deployment 'orders', where nothing reads it: expected in spec.template.metadata.annotations",
      ],
    },
    {
      yaml: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: report }
spec:
  schedule: 0 4 * * *
  jobTemplate:
    spec:
      template:
        annotations: { dapr.io/enabled: "true" }
        spec: { restartPolicy: Never, containers: [{ name: app, image: 'shop/report:1.0.0' }] }
`,
      says: [
        "'dapr.io/enabled' stands in spec.jobTemplate.spec.template.annotations of the CronJob 'report', where nothing reads it: expected in spec.jobTemplate.spec.template.metadata.annotations",
      ],
    },
  ],
  good: [{ yaml: deploymentWith(['dapr.io/app-port: "8080"']) }],
  check({ workloads }, report) {
    for (const workload of workloads) {
      if (isOwned(workload) || (workload.kind !== 'Pod' && !KINDS.includes(workload.kind))) {
        continue;
      }
      for (const path of wrongPlaces(workload)) {
        const names = lostNames(workload, mapping(at(workload.manifest.body, ...path)), path.at(-1) === 'labels' ? OWN_LABELS : []);
        if (names.length > 0) {
          const those =
            names.length === 1
              ? `'${names[0]}' stands`
              : `${names
                  .slice(0, -1)
                  .map((name) => `'${name}'`)
                  .join(', ')} and '${names.at(-1)}' stand`;
          const right = pathText([...workload.podPath, 'metadata', 'annotations']);
          report.add(
            workload.manifest,
            [...path, names[0]],
            `${those} in ${pathText(path)} of ${titleOf(workload)}, where nothing reads ${names.length === 1 ? 'it' : 'them'}: expected in ${right}`,
            { fix: `Move the annotations to ${right}.` },
          );
        }
      }
    }
  },
};

function wrongPlaces({ podPath }: Workload): Path[] {
  const ofPod: Path[] = [
    [...podPath, 'annotations'],
    [...podPath, 'metadata', 'labels'],
    [...podPath, 'spec', 'annotations'],
  ];
  const around = podPath.map((_, depth): Path => [...podPath.slice(0, depth), 'metadata', 'annotations']);
  return podPath.length === 0 ? ofPod : [...around, ['spec', 'annotations'], ...ofPod];
}

/** What Dapr would read, had it been in the right place, where it is not as well. */
function lostNames({ annotations, labels }: Workload, found: Mapping, known: readonly string[]): string[] {
  const off = isFalsyText(String(found['dapr.io/enabled'])) || Object.hasOwn(labels, 'dapr.io/sidecar-injected');
  return off
    ? []
    : Object.keys(found).filter(
        (name) =>
          name.startsWith(PREFIX) && factsOfAnnotation(name) !== undefined && !known.includes(name) && !Object.hasOwn(annotations, name),
      );
}
