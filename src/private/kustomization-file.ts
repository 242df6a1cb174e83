import { mistake } from './problems';

const NAME = 'kustomization.yaml';

/**
 * The `kustomization.yaml` of an output folder, and one for each folder in it.
 *
 * @param files the paths of the manifests, in the order in which to apply them
 * @returns path and text of each
 */
export function kustomizations(files: readonly string[]): [string, string][] {
  const folders = new Map<string, string[]>([['', []]]);
  for (const file of files) {
    const [first, ...rest] = file.split(/[\\/]/);
    const folder = rest.length > 0 ? first : '';
    if (rest.length > 0 && !folders.has(folder)) {
      folders.get('')!.push(folder);
    }
    folders.set(folder, [...(folders.get(folder) ?? []), rest.length > 0 ? rest.join('/') : first]);
  }
  return [...folders].map(([folder, resources]) => {
    if (resources.includes(NAME)) {
      throw mistake(
        `a chart or an object is to be written as '${NAME}', which 'kustomization: true' writes as well: got outputFileExtension '.yaml' and the name 'kustomization'; change one of them, or leave kustomization out`,
      );
    }
    return [folder === '' ? NAME : `${folder}/${NAME}`, kustomization(resources)];
  });
}

function kustomization(resources: readonly string[]): string {
  const list = resources.length === 0 ? ' []' : `\n${resources.map((resource) => `  - ${quoted(resource)}`).join('\n')}`;
  return `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:${list}\n`;
}

/** File names begin with a number at times, which YAML should not read as one. */
function quoted(name: string): string {
  return /^[A-Za-z][A-Za-z0-9._-]*$/.test(name) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(name) ? name : JSON.stringify(name);
}
