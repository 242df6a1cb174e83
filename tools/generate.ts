/**
 * Writes all generated code from the catalog; with --check it writes nothing and fails where a file differs.
 *
 *     npm run generate
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { annotationFacts, sidecarOptions, sidecarTables } from './generate/annotations';
import { readCatalog } from './generate/catalog';
import { componentFile, fileName } from './generate/component-file';
import { controlPlaneOptions, controlPlaneTables } from './generate/control-plane';
import { componentsPage } from './generate/docs';
import { componentFactsFile } from './generate/facts-file';
import { resourceShapesFile } from './generate/shapes-file';
import { notCheckedPage, rulesPage } from './generate/rules-docs';
import { rulesProvedPage } from './generate/rules-proved';
import { authOptionsFile, authProfilesFile, componentTypesFile, indexFile } from './generate/shared-files';

const root = join(__dirname, '..');

/** The generated files, by path from the root. */
function generate(): Map<string, string> {
  const catalog = readCatalog(join(root, 'catalog'));
  const files = new Map<string, string>();
  const modules = [...new Set(catalog.components.map((component) => component.module))];
  for (const component of catalog.components) {
    const path = `src/${component.module}/${fileName(component)}`;
    if (files.has(path)) {
      throw new Error(`${component.file}: ${path} is written by another component too`);
    }
    files.set(path, componentFile(catalog, component));
  }
  for (const module of modules) {
    files.set(`src/${module}/index.ts`, indexFile(catalog.components.filter((component) => component.module === module)));
  }
  files.set('src/generated/auth-options.ts', authOptionsFile(catalog));
  files.set('src/generated/auth-profiles.ts', authProfilesFile(catalog));
  files.set('src/generated/component-types.ts', componentTypesFile(catalog));
  files.set('src/generated/component-facts.ts', componentFactsFile(catalog));
  files.set('src/generated/resource-shapes.ts', resourceShapesFile(join(root, 'catalog/crds')));
  const annotations = readFileSync(join(root, 'catalog/annotations.yaml'), 'utf8');
  files.set('src/generated/sidecar-options.ts', sidecarOptions(annotations));
  files.set('src/generated/sidecar-tables.ts', sidecarTables(annotations));
  files.set('src/generated/annotation-facts.ts', annotationFacts(annotations));
  const controlPlane = readFileSync(join(root, 'catalog/control-plane.yaml'), 'utf8');
  files.set('src/generated/control-plane-options.ts', controlPlaneOptions(controlPlane));
  files.set('src/generated/control-plane-tables.ts', controlPlaneTables(controlPlane));
  files.set('docs/components.md', componentsPage(catalog));
  files.set('docs/rules.md', rulesPage());
  files.set('docs/rules-not-checked.md', notCheckedPage(root));
  files.set('docs/rules-proved.md', rulesProvedPage());
  return files;
}

/** Files of generated folders that no fact asks for any more. */
function leftovers(files: Map<string, string>): string[] {
  const folders = new Set(
    [...files.keys()].map((path) => dirname(path)).filter((folder) => folder !== 'src/generated' && folder !== 'docs'),
  );
  return [...folders].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder))
          .filter((name) => name.endsWith('.ts'))
          .map((name) => `${folder}/${name}`)
          .filter((path) => !files.has(path))
      : [],
  );
}

function main(check: boolean): number {
  const files = generate();
  const stale = leftovers(files);
  const changed = [...files].filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text);
  if (check) {
    const drift = [...changed.map(([path]) => path), ...stale];
    drift.forEach((path) => console.error(`${path} is not what the catalog says: run npm run generate`));
    return drift.length === 0 ? 0 : 1;
  }
  for (const [path, text] of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  stale.forEach((path) => rmSync(join(root, path)));
  console.log(`${files.size} files, ${changed.length} written, ${stale.length} removed`);
  return 0;
}

process.exitCode = main(process.argv.includes('--check'));
