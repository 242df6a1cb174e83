/** The programs that run in the cluster, and how they become images. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = join(__dirname, '../..');
const APPS = join(ROOT, 'examples/order-processing/apps');

/** The Dockerfile of all of them. */
export const DOCKERFILE = join(APPS, 'Dockerfile');

/** The sources, by the name of the image: the applications of the shop, and the witness. */
export function programs(): { readonly [name: string]: string } {
  const apps = readdirSync(APPS).filter((file) => file.endsWith('.ts'));
  return {
    ...Object.fromEntries(apps.map((file) => [file.replace(/\.ts$/, ''), join(APPS, file)])),
    witness: join(__dirname, 'witness/main.ts'),
  };
}

/** Bundles each into `<folder>/dist/<name>.js`; gives the paths by name. */
export function bundle(folder: string): { readonly [name: string]: string } {
  const dist = join(folder, 'dist');
  buildSync({
    entryPoints: programs(),
    outdir: dist,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return Object.fromEntries(Object.keys(programs()).map((name) => [name, join(dist, `${name}.js`)]));
}
