import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { synthesized } from '../support/program';

const PROGRAM = join(__dirname, '../../examples/high-availability/control-plane');
const FILE = 'dapr-system.k8s.yaml';

/** Flux's kinds have no schema here, so that this program is not among the others. */
function synthesize(): string {
  return synthesized(join(PROGRAM, 'main.ts'), (outdir) => {
    if (process.env.UPDATE_EXPECTED) {
      cpSync(outdir, join(PROGRAM, 'expected'), { recursive: true });
    }
    return readFileSync(join(outdir, FILE), 'utf8');
  });
}

describe('the control plane of the example high-availability', () => {
  const text = synthesize();

  test('is what its folder shows', () => {
    expect(text).toBe(readFileSync(join(PROGRAM, 'expected', FILE), 'utf8'));
  });

  test('takes Dapr from the repository that the same file defines', () => {
    const objects = loadAll(text) as any[];
    const release = objects.find(({ kind }) => kind === 'HelmRelease');
    const repository = objects.find(({ kind }) => kind === 'HelmRepository');
    expect(release.spec.chart.spec.sourceRef).toEqual({ kind: repository.kind, name: repository.metadata.name });
    expect(release.metadata.namespace).toBe(repository.metadata.namespace);
  });

  test('sets replicas where the chart reads them, and nowhere else', () => {
    const { values } = (loadAll(text) as any[]).find(({ kind }) => kind === 'HelmRelease').spec;
    expect(values.global.ha).toMatchObject({ enabled: true, replicaCount: 3 });
    expect(Object.keys(values).filter((name) => !/^(global|dapr_[a-z_]+)$/.test(name))).toEqual([]);
  });
});
