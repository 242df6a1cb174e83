import { daprProblems, isDaprResource } from './dapr-schemas';
import { gitOpsProblems } from './gitops-schemas';
import { kubernetesProblems } from './kubernetes-schemas';
import { isObject } from './shape-problems';

/** Fails unless an API server with the CRDs of Dapr, Argo CD and Flux would take the manifest, every field known. */
export function expectValid(manifest: unknown, dapr = '1.18'): void {
  const problems = schemaProblems(manifest, dapr);
  if (problems.length > 0) {
    throw new Error(`${nameOf(manifest)} is not valid:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/**
 * What is wrong with a manifest, in the order of its fields; empty where it is valid. A kind without a schema is a problem too.
 *
 * @param dapr the minor version of Dapr whose fields are known
 */
export function schemaProblems(manifest: unknown, dapr = '1.18'): string[] {
  if (!isObject(manifest) || typeof manifest.apiVersion !== 'string' || typeof manifest.kind !== 'string') {
    return ['a manifest is an object with the texts apiVersion and kind'];
  }
  const asSent = JSON.parse(JSON.stringify(manifest));
  const problems = isDaprResource(asSent) ? daprProblems(asSent, dapr) : (gitOpsProblems(asSent) ?? kubernetesProblems(asSent));
  return problems ?? [`no schema for ${manifest.apiVersion} ${manifest.kind}`];
}

function nameOf(manifest: unknown): string {
  const { kind, metadata } = (manifest ?? {}) as { kind?: string; metadata?: { name?: string } };
  return `${kind ?? 'a manifest'}/${metadata?.name ?? '?'}`;
}
