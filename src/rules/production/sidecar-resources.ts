import type { Rule } from '../rule';
import { deployment } from './examples';
import { annotationsPath, nameOf, says, sidecars } from './sidecars';

const NEEDED = ['dapr.io/sidecar-cpu-request', 'dapr.io/sidecar-memory-request', 'dapr.io/sidecar-memory-limit'];
const ALL = `${NEEDED.map((name, i) => `${name}: ${['100m', '128Mi', '512Mi'][i]}`).join(', ')}`;

export const sidecarResources: Rule = {
  id: 'DAPR225',
  severity: 'warning',
  title: 'A sidecar without requests and limits',
  why: 'Dapr sets none. The scheduler then counts on nothing for the sidecar, one busy sidecar can take the memory of its node, and an HPA on CPU or memory reports that it cannot compute.',
  fix: 'Set dapr.io/sidecar-cpu-request, dapr.io/sidecar-memory-request and dapr.io/sidecar-memory-limit on the pod template, and GOMEMLIMIT in dapr.io/env at nine tenths of the limit.',
  source:
    'pkg/injector/patcher/sidecar_container.go getResourceRequirements; https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-production/',
  facts: [],
  demand: [19],
  bad: [
    {
      yaml: deployment(),
      says: [
        "the sidecar of 'orders' has no resources: dapr.io/sidecar-cpu-request, dapr.io/sidecar-memory-request and dapr.io/sidecar-memory-limit are not set",
      ],
    },
    {
      yaml: deployment({ annotations: 'dapr.io/sidecar-cpu-request: 100m, dapr.io/sidecar-memory-request: 128Mi' }),
      says: ["the sidecar of 'orders' may take all memory of its node: dapr.io/sidecar-memory-limit is not set"],
    },
    {
      yaml: deployment({ annotations: 'dapr.io/sidecar-memory-limit: 512Mi' }),
      says: ["the sidecar of 'orders' has not all resources: dapr.io/sidecar-cpu-request is not set"],
    },
  ],
  good: [{ yaml: deployment({ annotations: ALL }) }],
  check(model, report) {
    for (const workload of sidecars(model)) {
      // Kubernetes takes a limit for the request where there is none.
      const missing = NEEDED.filter((name) => !says(workload, name) && !says(workload, name.replace('request', 'limit')));
      if (missing.length > 0) {
        const names = [missing.slice(0, -1).join(', '), missing.at(-1)].filter((part) => part !== '').join(' and ');
        const what =
          missing.length === NEEDED.length
            ? 'has no resources'
            : missing.join() === NEEDED[2]
              ? 'may take all memory of its node'
              : 'has not all resources';
        report.add(
          workload.manifest,
          annotationsPath(workload),
          `the sidecar of '${nameOf(workload)}' ${what}: ${names} ${missing.length === 1 ? 'is' : 'are'} not set`,
        );
      }
    }
  },
};
