/** The examples: what their folders show, and what their programs write, as manifests and as a chart. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { tryRun } from '../../process';

const ROOT = join(__dirname, '../../..');
const EXAMPLES = join(ROOT, 'examples');

/** Files of YAML that are no manifests: of kustomize, and of a chart that is rendered first. */
function isManifest(path: string, folder: string): boolean {
  return (
    path.endsWith('.yaml') && basename(path) !== 'kustomization.yaml' && !chartsIn(folder).some((chart) => path.startsWith(`${chart}/`))
  );
}

function chartsIn(folder: string): string[] {
  return filesIn(folder)
    .filter((path) => basename(path) === 'Chart.yaml')
    .map((path) => join(path, '..'));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

/** The folders `expected`, by the example that has it. */
const EXPECTED = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((path) => basename(path) === 'expected')
  .sort();

export interface Text {
  readonly title: string;
  readonly text: string;
}

/** The manifests that the examples' folders show: one text for what is applied together. */
export function expectedTexts(): Text[] {
  return EXPECTED.flatMap((path) => together(join(EXAMPLES, path), (file) => join(path, file)));
}

/** The files of each folder below one that hold manifests. */
function together(folder: string, title: (file: string) => string): Text[] {
  const files = filesIn(folder).filter((path) => isManifest(path, folder) && path !== 'values.yaml');
  const single = files.filter((path) => !path.includes('/'));
  const folders = [...new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]))];
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  return [
    ...single.map((path) => ({ title: title(path), text: read(path) })),
    ...folders.map((name) => ({
      title: title(name),
      text: files
        .filter((path) => path.startsWith(`${name}/`))
        .map(read)
        .join('---\n'),
    })),
  ];
}

/** The charts that the examples' folders show. */
export function expectedCharts(): string[] {
  return EXPECTED.flatMap((path) => chartsIn(join(EXAMPLES, path)).map((chart) => join(EXAMPLES, path, chart)));
}

/** The programs that write manifests; the others write values for somebody else's chart, or a chart of their own. */
export const PROGRAMS = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('main.ts') && readFileSync(join(EXAMPLES, path), 'utf8').includes('.synth()'))
  .sort();

/** Runs a program of an example, as it stands and as a chart. */
export function written<T>(program: string, use: (texts: readonly Text[], chart: string | undefined) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-programs-'));
  try {
    const [plain, charts] = [join(folder, 'plain'), join(folder, 'charts')];
    const { status, stdout, stderr } = tryRun(
      process.execPath,
      ['-r', 'tsx/cjs', '-r', './test/support/also-as-helm-chart.ts', join(EXAMPLES, program)],
      { cwd: ROOT, env: { CDK8S_OUTDIR: plain, CHART_OUTDIR: charts } },
    );
    if (status !== 0) {
      throw new Error(`examples/${program}: status ${status}\n${stdout}${stderr}`);
    }
    const chart = join(charts, 'example');
    return use(
      together(plain, (file) => file),
      existsSync(chart) ? chart : undefined,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
