import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { expectValid } from '../support/schemas';
import { synthesized } from '../support/program';

const EXAMPLE = join(__dirname, '../../examples/helm-chart');

/** Every file below a folder, by its path. */
function read(folder: string): { [path: string]: string } {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths.filter((path) => statSync(join(folder, path)).isFile()).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

describe('the example helm-chart', () => {
  const files = synthesized(join(EXAMPLE, 'shop.ts'), (outdir) => {
    if (process.env.UPDATE_EXPECTED) {
      rmSync(join(EXAMPLE, 'expected'), { recursive: true, force: true });
      cpSync(outdir, join(EXAMPLE, 'expected'), { recursive: true });
    }
    return read(outdir);
  });

  test('writes what its folder shows, manifests and chart', () => {
    expect(files).toEqual(read(join(EXAMPLE, 'expected')));
  });

  test('writes valid manifests, of which the chart has a template each', () => {
    const objects = loadAll(files['shop.k8s.yaml']) as any[];
    objects.forEach((object) => expectValid(object));
    for (const { kind, metadata } of objects) {
      expect(files[`shop/templates/${kind}-${metadata.name}.yaml`.toLowerCase()]).toBeDefined();
    }
  });

  test('has a README and a cdk8s.yaml that runs it', () => {
    expect(readFileSync(join(EXAMPLE, 'README.md'), 'utf8')).toMatch(/^# /);
    expect(readFileSync(join(EXAMPLE, 'cdk8s.yaml'), 'utf8')).toContain('app: node -r tsx/cjs shop.ts');
  });
});
