import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { load, loadAll } from 'js-yaml';
import { synthesized } from '../support/program';

const EXAMPLE = join(__dirname, '../../examples/control-plane');
const TOOLS = ['argo-cd', 'flux', 'helm'];

/** What a folder holds, by file name. */
function read(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** The kinds of these tools have no schema here, so that the programs are not among the other examples. */
describe.each(TOOLS)('the control plane by %s', (tool) => {
  const folder = join(EXAMPLE, tool);
  const files = synthesized(join(folder, 'main.ts'), (outdir) => {
    if (process.env.UPDATE_EXPECTED) {
      rmSync(join(folder, 'expected'), { recursive: true, force: true });
      cpSync(outdir, join(folder, 'expected'), { recursive: true });
    }
    return read(outdir);
  });

  test('writes what its folder shows', () => {
    expect(files).toEqual(read(join(folder, 'expected')));
  });

  test('is a program of cdk8s', () => {
    expect(readFileSync(join(folder, 'cdk8s.yaml'), 'utf8')).toContain('app: node -r tsx/cjs main.ts');
  });
});

test('the README names each', () => {
  const readme = readFileSync(join(EXAMPLE, 'README.md'), 'utf8');
  expect(TOOLS.filter((tool) => readme.includes(`(${tool}/main.ts)`))).toEqual(TOOLS);
});

test('all install the same, but for what each program says', () => {
  const objects = (tool: string, file: string): any[] => loadAll(readFileSync(join(EXAMPLE, tool, 'expected', file), 'utf8')) as any[];
  const flux = objects('flux', 'dapr-system.k8s.yaml').find(({ kind }) => kind === 'HelmRelease').spec.values;
  const argo = objects('argo-cd', 'dapr-system.k8s.yaml')[0].spec.source.helm.valuesObject;
  const helm = load(readFileSync(join(EXAMPLE, 'helm/expected/values.yaml'), 'utf8')) as any;
  expect(argo.global.issuerFilenames).toEqual({ ca: 'ca.crt', cert: 'tls.crt', key: 'tls.key' });
  expect(helm.global.ha.podAntiAffinityPolicy).toBe('requiredDuringSchedulingIgnoredDuringExecution');
  expect(flux.dapr_scheduler.cluster).toEqual({ storageClassName: 'replicated', storageSize: '32Gi' });
  const { deploymentAnnotations, ...operator } = flux.dapr_operator;
  expect(Object.keys(deploymentAnnotations)).toEqual(['cdk8s-dapr/restart']);
  expect([operator, argo.dapr_operator]).toEqual([helm.dapr_operator, helm.dapr_operator]);
});
