import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { synthesized } from '../support/program';
import { expectValid } from '../support/schemas';

const EXAMPLE = join(__dirname, '../../examples/gitops');
const TOOLS = ['argo-cd', 'flux'];

/** What a folder and its folders hold, by path. */
function read(folder: string, prefix = ''): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(folder, { withFileTypes: true }).map((entry) =>
      entry.isDirectory()
        ? read(join(folder, entry.name), `${prefix}${entry.name}/`)
        : { [`${prefix}${entry.name}`]: readFileSync(join(folder, entry.name), 'utf8') },
    ),
  );
}

function isKustomization(path: string): boolean {
  return path.endsWith('kustomization.yaml');
}

/** Folders and lists of files are not what the other examples write. */
describe.each(TOOLS)('the example of %s', (tool) => {
  const folder = join(EXAMPLE, tool);
  const files = synthesized(join(folder, 'main.ts'), (outdir) => {
    if (process.env.UPDATE_EXPECTED) {
      rmSync(join(folder, 'expected'), { recursive: true, force: true });
      cpSync(outdir, join(folder, 'expected'), { recursive: true });
    }
    return read(outdir);
  });
  const objects = Object.entries(files).filter(([path]) => !isKustomization(path));

  test('writes what its folder shows', () => {
    expect(files).toEqual(read(join(folder, 'expected')));
  });

  test('writes one valid object in each file', () => {
    expect(objects.length).toBeGreaterThan(3);
    objects.forEach(([, text]) => expectValid(load(text)));
  });

  test('lists each file', () => {
    const listed = Object.entries(files)
      .filter(([path]) => isKustomization(path) && path.includes('/'))
      .flatMap(([path, text]) => (load(text) as any).resources.map((file: string) => path.replace('kustomization.yaml', file)));
    expect(listed.sort()).toEqual(objects.map(([path]) => path).sort());
  });

  test('is a program of cdk8s', () => {
    expect(readFileSync(join(folder, 'cdk8s.yaml'), 'utf8')).toContain('app: node -r tsx/cjs main.ts');
  });

  test('names only folders that it writes', () => {
    const paths = Object.values(files).flatMap((text) => [...text.matchAll(/\bpath: (?:\.\/)?dist\/(\S+)/g)].map(([, path]) => path));
    expect(paths.length).toBe(2);
    paths.forEach((path) => expect(Object.keys(files)).toContain(`${path}/kustomization.yaml`));
  });
});

test('the README names each', () => {
  const readme = readFileSync(join(EXAMPLE, 'README.md'), 'utf8');
  expect(TOOLS.filter((tool) => readme.includes(`(${tool}/main.ts)`))).toEqual(TOOLS);
});
