/** Objects of Kubernetes, as kubectl reads and prints them. */
import { Kube } from '../../real/cluster/kube';

/** An object of Kubernetes, as it is read and written. */
export type Manifest = any;

/** The objects that kubectl prints with `-o json`, of one as of many; those of a dry run stand one after the other. */
export function objectsOf(json: string): Manifest[] {
  return json
    .split(/^(?<=\}\n)(?=\{)/m)
    .filter((text) => text.trim() !== '')
    .map((text) => JSON.parse(text))
    .flatMap((value) => (value.kind === 'List' ? value.items : [value]));
}

/** The text that kubectl takes for objects. */
export function list(objects: readonly Manifest[]): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
}

/** Has the API server judge objects, and the webhooks change them, without keeping anything. */
export async function dryRun(kube: Kube, namespace: string, objects: readonly Manifest[]): Promise<Manifest[]> {
  const args = ['create', '--namespace', namespace, '--dry-run=server', '--validate=strict', '-o', 'json', '-f', '-'];
  return objects.length === 0 ? [] : objectsOf(await kube.kubectl(args, list(objects)));
}

/** What kubectl says where it refuses, without what it says of every object again. */
export function refusal(text: string): string {
  const lines = [...new Set(text.trim().split('\n'))];
  return [...lines.slice(0, 10), ...(lines.length > 10 ? [`and ${lines.length - 10} more lines`] : [])].join('\n');
}
