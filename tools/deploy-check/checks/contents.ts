/** What there is in a namespace. */
import { Kubectl } from '../kubectl';

/** Kinds that come and go by themselves. */
const FLEETING = /^(events|events\.events\.k8s\.io|leases\.coordination\.k8s\.io|.*\.metrics\.k8s\.io)$/;

/** Every object of the kubectl's namespace, of whatever kind, as `kind/name`. */
export async function contents(kubectl: Kubectl): Promise<Set<string>> {
  const kinds = (await kubectl.run(['api-resources', '--verbs=list', '--namespaced', '--output=name'])).split('\n');
  const asked = kinds.filter((kind) => kind !== '' && !FLEETING.test(kind));
  const names = await kubectl.run(['get', asked.join(','), '--ignore-not-found', '--output=name']);
  return new Set(names.split('\n').filter((name) => name !== ''));
}
