import { containersOf } from '../model/workload';
import { text } from '../read';
import type { Rule } from '../rule';
import { isOwned, titleOf } from './annotations';
import { deploymentWith } from './examples';

export const sidecarContainer: Rule = {
  id: 'DAPR037',
  severity: 'error',
  title: "A container named 'daprd' of one's own",
  why: 'The injector takes a pod that has a container of this name for one that it has patched already, and leaves it as it is: the annotations have no effect.',
  fix: 'Give the container another name, or leave dapr.io/enabled out where the pod brings its own sidecar.',
  source: 'pkg/injector/patcher/sidecar_patcher.go podContainsSidecarContainer',
  facts: ['R008'],
  bad: [
    {
      yaml: deploymentWith([], { pod: "initContainers: [{ name: daprd, image: 'shop/wait:1.0.0' }]" }),
      says: ["a container of the Deployment 'orders' is named 'daprd', so the injector adds no sidecar"],
    },
    {
      yaml: deploymentWith([], { pod: "initContainers: [{ name: daprd, image: 'daprio/daprd:1.18.3', restartPolicy: Always }]" }),
      says: ["the Deployment 'orders' brings its own sidecar, so the injector adds none and its annotations reach nobody"],
    },
  ],
  good: [{ yaml: deploymentWith([], { pod: "initContainers: [{ name: wait, image: 'shop/wait:1.0.0' }]" }) }],
  check({ workloads }, report) {
    for (const workload of workloads) {
      if (!workload.injected || isOwned(workload) || Object.hasOwn(workload.labels, 'dapr.io/sidecar-injected')) {
        continue;
      }
      for (const { container, path } of containersOf(workload).filter((one) => one.container.name === 'daprd')) {
        if (/dapr/.test(text(container.image) ?? '')) {
          const message = `${titleOf(workload)} brings its own sidecar, so the injector adds none and its annotations reach nobody`;
          report.add(workload.manifest, [...path, 'name'], message, { severity: 'warning' });
        } else {
          report.add(
            workload.manifest,
            [...path, 'name'],
            `a container of ${titleOf(workload)} is named 'daprd', so the injector adds no sidecar`,
          );
        }
      }
    }
  },
};
