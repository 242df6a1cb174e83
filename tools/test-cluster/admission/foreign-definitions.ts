/** The resource definitions of other projects for which the examples write objects: of their Go modules, which carry them as files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { go } from '../../real/cache';
import { Kube } from '../../real/cluster/kube';
import { tryRunLater } from '../../real/later';
import { list, Manifest } from './objects';

/** The newest versions that Go 1.26 takes, and the folder of their definitions. */
const MODULES: readonly [module: string, folder: string][] = [
  ['github.com/argoproj/argo-cd/v3@v3.3.0', 'manifests/crds'],
  ['github.com/cert-manager/cert-manager@v1.18.2', 'deploy/crds'],
  ['github.com/fluxcd/source-controller@v1.9.0', 'config/crd/bases'],
  ['github.com/fluxcd/kustomize-controller@v1.6.0', 'config/crd/bases'],
  ['github.com/fluxcd/helm-controller@v1.6.0', 'config/crd/bases'],
];

/** Gives a cluster of our own these kinds; says which cannot be had. Not for a cluster that somebody uses. */
export async function defineForeignKinds(kube: Kube): Promise<string[]> {
  const command = go();
  if (command === undefined) {
    return ['there is no Go, whose module proxy carries the definitions of Argo CD, cert-manager and Flux'];
  }
  const missing: string[] = [];
  for (const [module, folder] of MODULES) {
    const { stdout, stderr, status } = await tryRunLater(command, ['mod', 'download', '-json', module], { patienceMs: 300_000 });
    const { Dir, Error: problem } = stdout === '' ? { Error: stderr } : JSON.parse(stdout);
    if (status !== 0 || Dir === undefined) {
      missing.push(`${module}: ${String(problem).trim()}`);
      continue;
    }
    const files = readdirSync(join(Dir, folder)).filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml');
    const definitions = files.flatMap((name) => loadAll(readFileSync(join(Dir, folder, name), 'utf8')) as Manifest[]);
    // Those of cert-manager are meant for its chart, which fills the labels in.
    const text = list(definitions.map(({ metadata: { name }, ...rest }) => ({ ...rest, metadata: { name } })));
    await kube.apply(text, '--server-side');
    // kubectl itself fails where it asks before there is any condition.
    await kube.until(`the kinds of ${module}`, async () => {
      const { status: waited } = await kube.tryKubectl(['wait', '--for=condition=Established', '--timeout=10s', '--filename=-'], text);
      return waited === 0 ? true : undefined;
    });
  }
  return missing;
}
