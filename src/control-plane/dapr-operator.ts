import { ApiObjectProps } from 'cdk8s';
import type { ControlPlane } from './control-plane';
import { valuesThatRestartOperator } from './operator-restart';

/** The DaprInstance, as an object. The operator knows it by its name, and looks for it in its own namespace only. */
export function daprInstance(plane: ControlPlane): ApiObjectProps {
  const chart = { repo: plane.repository, name: 'dapr', version: plane.version };
  return object('DaprInstance', 'dapr-instance', plane, { chart, values: valuesThatRestartOperator(plane) });
}

/** The DaprControlPlane, as an object. The operator knows it by its name, and looks for it in its own namespace only. */
export function daprControlPlane(plane: ControlPlane): ApiObjectProps {
  return object('DaprControlPlane', 'dapr-control-plane', plane, { values: valuesThatRestartOperator(plane) });
}

function object(kind: string, name: string, { namespace }: ControlPlane, spec: object): ApiObjectProps {
  return { apiVersion: 'operator.dapr.io/v1alpha1', kind, metadata: { name, namespace }, spec } as ApiObjectProps;
}
