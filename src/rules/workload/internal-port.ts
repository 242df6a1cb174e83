import { annotationPath, Workload } from '../model/workload';
import type { Rule } from '../rule';
import { annotationsPath, isOwned, textOf } from './annotations';
import { deploymentWith } from './examples';
import { goInteger } from './go-values';
import { grouped } from '../grouped';

const NAME = 'dapr.io/internal-grpc-port';
const DEFAULT = 50002;

export const internalPort: Rule = {
  id: 'DAPR052',
  severity: 'warning',
  title: 'Applications whose sidecars listen for each other on different ports',
  why: "A sidecar calls another one on its own internal gRPC port, whatever the other's is. Applications with different numbers cannot call each other, nor reach each other's actors.",
  fix: 'Give all applications the same dapr.io/internal-grpc-port, or leave it out everywhere.',
  source: 'components-contrib nameresolution/kubernetes/kubernetes.go ResolveID; pkg/messaging/direct_messaging.go getRemoteApp',
  facts: ['R026'],
  bad: [
    {
      yaml: deploymentWith(['dapr.io/internal-grpc-port: "50010"']) + '---' + deploymentWith([], { name: 'billing' }),
      says: ["'dapr.io/internal-grpc-port' is 50010 here and 50002 for 'billing': the two cannot call each other"],
    },
    {
      yaml: [
        deploymentWith([]),
        deploymentWith(['dapr.io/internal-grpc-port: "50010"'], { name: 'billing' }),
        deploymentWith(['dapr.io/internal-grpc-port: "50010"'], { name: 'mail' }),
      ].join('---'),
      says: ["'dapr.io/internal-grpc-port' is 50002 by default here and 50010 for 'billing': the two cannot call each other"],
    },
  ],
  good: [
    {
      yaml:
        deploymentWith(['dapr.io/internal-grpc-port: "50010"']) +
        '---' +
        deploymentWith(['dapr.io/internal-grpc-port: "50010"'], { name: 'billing' }),
    },
    {
      yaml: deploymentWith(['dapr.io/internal-grpc-port: "50002"']) + '---' + deploymentWith([], { name: 'billing' }),
    },
  ],
  check({ apps }, report) {
    const workloads = apps.flatMap(({ workload }) => (workload === undefined || isOwned(workload) ? [] : [workload]));
    // The many are right, and of two as many, the default.
    const [usual, ...others] = [...grouped(workloads, portOf)].sort(
      ([a, some], [b, more]) => more.length - some.length || rank(a) - rank(b),
    );
    for (const [port, unusual] of others) {
      for (const workload of unusual) {
        const isSet = textOf(workload, NAME) !== undefined;
        report.add(
          workload.manifest,
          isSet ? annotationPath(workload, NAME) : annotationsPath(workload),
          `'${NAME}' is ${port}${isSet ? '' : ' by default'} here and ${usual[0]} for '${usual[1][0].appId}': the two cannot call each other`,
        );
      }
    }
  },
};

function portOf(workload: Workload): number {
  return Number(goInteger(textOf(workload, NAME) ?? '') ?? DEFAULT);
}

function rank(port: number): number {
  return port === DEFAULT ? -1 : port;
}
