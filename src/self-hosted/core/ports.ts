import { annotationPath } from '../../rules/model/workload';
import type { PlannedApp } from './app';
import type { Draft } from './draft';

/** The keys of the run file for the ports of a sidecar. */
const KEYS: { readonly [annotation: string]: string } = {
  'dapr.io/grpc-port': 'daprGRPCPort',
  'dapr.io/internal-grpc-port': 'daprInternalGRPCPort',
  'dapr.io/metrics-port': 'metricsPort',
};

/** Each pod has an address of its own, and one machine has one: reports what two applications cannot share. */
export function reportPorts(apps: readonly PlannedApp[], draft: Draft): PlannedApp[] {
  const owners = new Map<number, string>();
  for (const app of apps) {
    if (app.appPort === undefined) {
      continue;
    }
    const owner = owners.get(app.appPort);
    if (owner === undefined) {
      owners.set(app.appPort, app.id);
    } else {
      draft.problem(
        app.workload.manifest,
        annotationPath(app.workload, 'dapr.io/app-port'),
        `'${app.id}' listens on ${app.appPort} as '${owner}' does, and one machine has that port once: give one of them another, which it gets as the variable APP_PORT`,
      );
    }
  }
  const asked = apps.flatMap(({ sidecarPorts }) => Object.values(sidecarPorts));
  return apps.map((app) => {
    const keys: { [key: string]: number } = {};
    for (const [annotation, port] of Object.entries(app.sidecarPorts)) {
      if (owners.has(port) || asked.filter((other) => other === port).length > 1) {
        draft.note(
          `'${annotation}' of '${app.id}' is ${port}, which one machine has once: dapr run chooses a free port, and tells the application.`,
        );
      } else {
        keys[KEYS[annotation]] = port;
      }
    }
    return { ...app, keys: { ...app.keys, ...keys } };
  });
}
