import { didYouMean } from '../../private/nearest';
import { annotationPath, Workload } from '../model/workload';
import { at, list, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered, quoted, textOf } from './annotations';
import { deploymentWith } from './examples';

const POD = 'volumes: [{ name: certificates, secret: { secretName: certificates } }]';

export const volumeMounts: Rule = {
  id: 'DAPR054',
  severity: 'error',
  title: 'A volume that the sidecar does not get',
  why: 'The injector takes items of a volume, a colon and a path, parted by commas. It leaves out what looks otherwise, and volumes that the pod does not have.',
  fix: 'Write volume:path items, parted by commas, of volumes of this pod.',
  source: 'pkg/injector/patcher/sidecar_volumes.go parseVolumeMountsString, getVolumeMounts',
  facts: ['R029'],
  symptoms: [/Volume \S+ is not present in pod \S*, skipping/],
  bad: [
    {
      yaml: deploymentWith(['dapr.io/volume-mounts: certificate:/etc/certs', 'dapr.io/volume-mounts-rw: certificates=/var/certs'], {
        pod: POD,
      }),
      says: [
        "the pod has no volume 'certificate', so the injector leaves it out; did you mean 'certificates'?",
        "an item of 'dapr.io/volume-mounts-rw' is no volume:path, so the injector leaves it out: got 'certificates=/var/certs'",
      ],
    },
  ],
  good: [
    { yaml: deploymentWith(['dapr.io/volume-mounts: "certificates:/etc/certs, "'], { pod: POD }) },
    {
      yaml: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ledger }
spec:
  selector: { matchLabels: { app: ledger } }
  serviceName: ledger
  volumeClaimTemplates: [{ metadata: { name: data }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } }]
  template:
    metadata:
      labels: { app: ledger }
      annotations: { dapr.io/enabled: "true", dapr.io/app-id: ledger, dapr.io/volume-mounts-rw: 'data:/data' }
    spec: { containers: [{ name: app, image: 'shop/ledger:1.0.0' }] }
`,
    },
  ],
  check({ workloads }, report) {
    for (const workload of workloads.filter(({ injected }) => injected)) {
      const volumes = volumesOf(workload);
      for (const name of ['dapr.io/volume-mounts', 'dapr.io/volume-mounts-rw']) {
        for (const item of (textOf(workload, name) ?? '').split(',').map((one) => one.trim())) {
          const [volume, ...paths] = item.split(':');
          if (item !== '' && paths.length !== 1) {
            const message = `an item of '${name}' is no volume:path, so the injector leaves it out: got ${quoted(item)}`;
            report.add(workload.manifest, annotationPath(workload, name), message);
          } else if (item !== '' && !volumes.includes(volume) && !volumes.some(isUnrendered)) {
            const message = `the pod has no volume ${quoted(volume)}, so the injector leaves it out${didYouMean(volume, volumes)}`;
            report.add(workload.manifest, annotationPath(workload, name), message);
          }
        }
      }
    }
  },
};

/** The volumes of the template, and those that a StatefulSet makes for each pod. */
function volumesOf({ podSpec, manifest }: Workload): string[] {
  const claims = list(at(manifest.body, 'spec', 'volumeClaimTemplates')).map((claim) => at(claim, 'metadata', 'name'));
  return [...list(podSpec.volumes).map((volume) => at(volume, 'name')), ...claims].flatMap((name) => text(name) ?? []);
}
