import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const EXAMPLE = join(ROOT, 'examples/validation-plugin');
const WRONG = `
import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';
const app = new App();
const chart = new Chart(app, 'shop');
new ApiObject(chart, 'store', { apiVersion: 'dapr.io/v1', kind: 'Component', metadata: { name: 'store' }, spec: { type: 'state.in-memory', version: 'v1', metadata: [] } } as any);
new ApiObject(chart, 'cache', { apiVersion: 'dapr.io/v1', kind: 'Component', metadata: { name: 'cache' }, spec: { type: 'state.in-memory', version: 'v1', metadata: [] } } as any);
new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'cache' }, spec: { ports: [{ port: 80 }] } } as any);
app.synth();
`;

let folder: string;

/** A project that has installed the library: its plugin as it is packed, and its sources in place of what is built of them. */
beforeEach(() => {
  folder = mkdtempSync(join(__dirname, 'run-'));
  cpSync(EXAMPLE, folder, { recursive: true });
  const installed = join(folder, 'node_modules/cdk8s-dapr');
  mkdirSync(installed, { recursive: true });
  cpSync(join(ROOT, 'plugin'), join(installed, 'plugin'), { recursive: true });
  symlinkSync(join(ROOT, 'src'), join(installed, 'lib'));
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ name: 'cdk8s-dapr', version: '0.1.0', main: 'lib/index.ts' }));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: { [name: string]: string }): void {
  Object.entries(files).forEach(([name, text]) => writeFileSync(join(folder, name), text));
}

function properties(text: string): string {
  return `language: typescript
app: node -r tsx/cjs main.ts
validations:
  - package: ./node_modules/cdk8s-dapr/plugin
    version: 0.1.0
    class: DaprValidation
    properties: ${text}
`;
}

/** Runs the real CLI, off line. */
function synth(...more: string[]): { status: number | null; stdout: string; stderr: string; violations: any[]; summary: any } {
  const report = join(folder, 'report.json');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth', '--validate', '--validation-reports-output-file', report, ...more],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false', NODE_OPTIONS: '-r tsx/cjs' } },
  );
  const [first] = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).reports : [{}];
  return { status, stdout, stderr, violations: first.violations, summary: first.summary };
}

test('the example passes, with what it acknowledges counted', () => {
  const { status, stdout, stderr, summary } = synth();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('Validations ended succesfully');
  expect(summary.metadata).toMatchObject({
    Packs: 'recommended, production',
    'Fails from': 'warning',
    Errors: '0',
    Warnings: '0',
    Acknowledged: '1',
  });
}, 60_000);

test('without the acknowledgement it fails, and the report says where and why', () => {
  write({ 'dapr-rules.yaml': 'rules: { DAPR243: info }\n' });
  const { status, stdout, stderr, violations, summary } = synth();
  expect({ status, stderr: stderr.trim() }).toEqual({ status: 2, stderr: 'Validation failed. See above reports for details' });
  expect(stdout).toContain('DAPR231 (1 occurrences)');
  expect(summary.status).toBe('failure');
  expect(violations.find(({ ruleName }) => ruleName === 'DAPR231')).toEqual({
    ruleName: 'DAPR231',
    recommendation:
      'warning: A component that every application of its namespace loads (https://github.com/cdk8s-dapr/cdk8s-dapr/blob/main/docs/rules.md#dapr231)',
    fix: 'List the app ids that use it in scopes.',
    violatingConstructs: [
      {
        resourceName: 'legacy',
        constructPath: 'validation-plugin/legacy-store',
        manifestPath: 'dist/validation-plugin.k8s.yaml',
        locations: [
          expect.stringMatching(
            /^every application of the namespace loads 'legacy', and stops where it fails: it has no scopes \(line \d+\)$/,
          ),
        ],
      },
    ],
  });
}, 60_000);

test('errors of objects that others made fail by default, one violation for a rule; a name that two have gets no wrong path', () => {
  write({ 'main.ts': WRONG, 'cdk8s.yaml': properties('{}') });
  const { status, violations } = synth('--stdout');
  expect(status).toBe(2);
  expect(violations).toEqual([
    {
      ruleName: 'DAPR022',
      recommendation:
        'error: An apiVersion or kind that Dapr does not have (https://github.com/cdk8s-dapr/cdk8s-dapr/blob/main/docs/rules.md#dapr022)',
      fix: 'Write apiVersion: dapr.io/v1alpha1.',
      violatingConstructs: [
        {
          resourceName: 'store',
          constructPath: 'shop/store',
          manifestPath: 'STDOUT',
          locations: ["apiVersion: a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'"],
        },
        {
          resourceName: 'Component/cache',
          manifestPath: 'STDOUT',
          locations: ["apiVersion: a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'"],
        },
      ],
    },
  ]);
}, 60_000);

test('a property that does not exist stops the command with a message', () => {
  write({ 'cdk8s.yaml': properties('{ pack: [production] }') });
  const { status, stdout, stderr } = synth();
  expect(status).toBe(1);
  expect(stdout + stderr).toContain("DaprValidation has no property 'pack'; did you mean 'packs'?");
}, 60_000);
