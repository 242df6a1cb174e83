/**
 * Writes docs/api from what jsii knows of the public API; with --check it writes nothing and fails where a page differs. It reads `.jsii`, so
 * `npm run build` comes first.
 *
 *     npm run docs:api
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOT_BUILT, readAssembly } from './api/assembly';
import { printPages } from './api-docs/print';

const root = join(__dirname, '..');
const folder = 'docs/api';

function main(check: boolean): number {
  const assembly = readAssembly(join(root, '.jsii'));
  if (assembly === undefined) {
    console.error(NOT_BUILT);
    return 1;
  }
  const pages = printPages(assembly);
  const read = (file: string): string => readFileSync(join(root, folder, file), 'utf8');
  const present = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  const changed = [...pages].filter(([file, text]) => !present.includes(file) || read(file) !== text);
  const stale = present.filter((file) => !pages.has(file));
  if (check) {
    const drift = [...changed.map(([file]) => file), ...stale].sort();
    drift.forEach((file) => console.error(`${folder}/${file} is not what the doc comments say: run npm run build && npm run docs:api`));
    return drift.length === 0 ? 0 : 1;
  }
  mkdirSync(join(root, folder), { recursive: true });
  changed.forEach(([file, text]) => writeFileSync(join(root, folder, file), text));
  stale.forEach((file) => rmSync(join(root, folder, file), { recursive: true }));
  console.log(`${pages.size} pages, ${changed.length} written, ${stale.length} removed`);
  return 0;
}

process.exitCode = main(process.argv.includes('--check'));
