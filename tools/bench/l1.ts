/** The peer: classes that `cdk8s import` makes from the same resource shapes, and those of Kubernetes that cdk8s-plus ships. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';

const root = join(__dirname, '../..');

/** Imports the classes into a folder; gives the path of the module. */
export function importL1(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const crds = readdirSync(join(root, 'catalog/crds'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => definition(load(readFileSync(join(root, 'catalog/crds', name), 'utf8')) as Shape));
  writeFileSync(join(folder, 'crds.yaml'), crds.map((crd) => dump(crd)).join('---\n'));
  const cli = join(root, 'node_modules/cdk8s-cli/bin/cdk8s');
  execFileSync(process.execPath, [cli, 'import', 'crds.yaml', '--language', 'typescript', '--output', '.', '--check-upgrade=false'], {
    cwd: folder,
    stdio: 'pipe',
  });
  return join(folder, 'dapr.io.ts');
}

interface Shape {
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: string;
  readonly versions: { name: string; served: boolean; storage: boolean; schema: object }[];
}

function definition({ group, kind, plural, scope, versions }: Shape): object {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope,
      names: { kind, plural, singular: kind.toLowerCase() },
      versions: versions.map(({ schema, ...version }) => ({ ...version, schema: { openAPIV3Schema: schema } })),
    },
  };
}
