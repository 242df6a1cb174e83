import { createHash } from 'node:crypto';
import type { ControlPlane } from './control-plane';
import { at, put, sorted } from './values';

const KEY = 'dapr_operator.deploymentAnnotations';

/**
 * The values, with an annotation by which the operator starts anew whenever they change.
 *
 * A tool that replaces the CRDs with each upgrade takes out what the operator writes into the one of subscriptions when it starts: its
 * namespace and certificate. An upgrade that leaves the operator running would leave the conversion of subscriptions broken.
 */
export function valuesThatRestartOperator(plane: ControlPlane): any {
  const values = plane.toValues();
  const digest = createHash('sha256')
    .update(JSON.stringify([plane.version, values]))
    .digest('hex')
    .slice(0, 12);
  put(values, KEY, { ...(at(values, KEY) as object | undefined), 'cdk8s-dapr/restart': digest });
  return sorted(values);
}
