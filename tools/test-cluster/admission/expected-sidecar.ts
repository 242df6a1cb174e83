import { Asking } from './arrival';
import { ARRIVALS } from './arrivals';
import { Installed, plainSidecar } from './installed';
import { Manifest } from './objects';
import { changed, Facts, ownFacts } from './sidecar-facts';

/** What the table of arrivals expects of a pod that asks for a sidecar; nothing of one that does not. */
export function expectedSidecar(installation: Installed, namespace: string, pod: Manifest): Facts {
  const { annotations = {} } = pod.metadata;
  const { containers, volumes = [] } = pod.spec;
  if (annotations['dapr.io/enabled'] !== 'true') {
    return new Map();
  }
  const asking: Asking = { annotations, containers, volumes };
  const effects = Object.entries(ARRIVALS).flatMap(([name, { effect }]) =>
    annotations[name] === undefined ? [] : [effect(annotations[name], asking)],
  );
  return changed(new Map([...plainSidecar(installation, namespace, asking), ...ownFacts(pod)]), ...effects);
}
