import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadAll } from 'js-yaml';
import { tryRun } from '../../tools/process';
import { byName, HELMS, lint, template } from './charts';

const ROOT = join(__dirname, '../..');
const PROGRAMS = readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('main.ts'))
  // The others write values for somebody else's chart.
  .filter((path) => readFileSync(join(ROOT, 'examples', path), 'utf8').includes('.synth()'))
  .sort();

/** Runs an example, once as it stands and once as a chart. */
function made<T>(program: string, use: (manifests: any[], chart: string) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-'));
  try {
    const { status, stderr } = tryRun(
      process.execPath,
      ['-r', 'tsx/cjs', '-r', './test/support/also-as-helm-chart.ts', join(ROOT, 'examples', program)],
      { cwd: ROOT, env: { CDK8S_OUTDIR: join(outdir, 'plain'), CHART_OUTDIR: join(outdir, 'charts') } },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const written = readdirSync(join(outdir, 'plain'), { recursive: true, encoding: 'utf8' });
    const files = written.filter((name) => name.endsWith('.yaml') && basename(name) !== 'kustomization.yaml');
    const manifests = files.flatMap((name) => loadAll(readFileSync(join(outdir, 'plain', name), 'utf8')));
    return use(manifests, join(outdir, 'charts', 'example'));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

test('every example is tried', () => {
  expect(PROGRAMS.length).toBeGreaterThan(20);
});

describe.each(PROGRAMS)('the example %s as a chart', (program) => {
  test('renders the objects of plain synth, and passes the linter, with each helm', () => {
    made(program, (manifests, chart) => {
      for (const [name, binary] of HELMS) {
        const { error, objects } = template(binary(), chart);
        expect([name, error]).toEqual([name, '']);
        expect(byName(objects)).toEqual(byName(manifests));
        expect(lint(binary(), chart)).toContain('1 chart(s) linted, 0 chart(s) failed');
      }
    });
  }, 120_000);
});
