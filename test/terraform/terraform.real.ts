import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { helm } from '../../tools/real/helm';
import { blocks } from '../support/pages';
import { PAIRS, Project } from './installed';

const CHART = `
import { ApiObject, Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import { DaprManifests, DaprRelease } from 'cdk8s-dapr/terraform';
import { App, Testing, TerraformLocal, TerraformStack } from 'LIBRARY';

const cdk8sApp = new dapr.App();
const chart = new Chart(cdk8sApp, 'shop', { namespace: 'shop' });
new dapr.Component(chart, 'statestore', {
  type: 'state.redis', version: 'v1',
  metadata: { redisHost: 'redis:6379', keyPrefix: '\${x} %{if} {{ y }} "z" \\\\ <&>' },
});
new dapr.Application(chart, 'orders', { image: 'orders:1', port: 80 });
`;

describe.each(['cdktf', 'cdktn'] as const)('with %s', (library) => {
  const project = new Project(library);
  beforeAll(() => project.installThis());
  const program = (name: string, text: string): string => project.program(name, CHART.replace('LIBRARY', library) + text);

  test('the versions are those that docs/terraform.md names', () => {
    const named = readFileSync(join(__dirname, '../../docs/terraform.md'), 'utf8');
    expect(named).toContain(`npm install ${library}@${PAIRS[library][library]} constructs@${PAIRS[library].constructs}`);
    const version = (name: string): string => require(join(project.folder, 'node_modules', name, 'package.json')).version;
    expect(Object.fromEntries(Object.keys(PAIRS[library]).map((name) => [name, version(name)]))).toEqual(PAIRS[library]);
  });

  test('a chart becomes a resource for each object, what sidecars read first', () => {
    const { resource } = JSON.parse(
      program(
        'manifests',
        `
const stack = new TerraformStack(Testing.app(), 'shop');
new DaprManifests(stack, 'shop', { chart });
process.stdout.write(Testing.synth(stack));
`,
      ),
    );
    expect(Object.keys(resource)).toEqual(['kubernetes_manifest', 'terraform_data']);
    const [deployment, component, service] = Object.values<any>(resource.kubernetes_manifest).sort((a, b) =>
      a.manifest.apiVersion.localeCompare(b.manifest.apiVersion),
    );
    expect(component.manifest).toEqual({
      apiVersion: 'dapr.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'statestore', namespace: 'shop' },
      spec: {
        type: 'state.redis',
        version: 'v1',
        metadata: [
          { name: 'keyPrefix', value: '$${x} %%{if} {{ y }} "z" \\ <&>' },
          { name: 'redisHost', value: 'redis:6379' },
        ],
      },
    });
    expect(component.depends_on).toBeUndefined();
    expect(deployment.wait).toEqual([{ rollout: true }]);
    expect(deployment.manifest.spec.template.metadata.annotations['dapr.io/app-port']).toBe('80');
    expect(service.manifest.spec.ports).toEqual([{ name: 'http', port: 80, targetPort: 80 }]);
    const [[barrier, { depends_on: waitedFor }]] = Object.entries<any>(resource.terraform_data);
    expect(waitedFor).toEqual([expect.stringMatching(/^kubernetes_manifest\.shop_component-dapr-io-shop-statestore_[0-9A-F]{8}$/)]);
    expect([deployment.depends_on, service.depends_on]).toEqual([[`terraform_data.${barrier}`], [`terraform_data.${barrier}`]]);
  });

  test('after the control plane it is two releases, and a value of another resource arrives as JSON', () => {
    const { resource } = JSON.parse(
      program(
        'releases',
        `
const stack = new TerraformStack(Testing.app(), 'shop');
const host = new TerraformLocal(stack, 'host', 'redis:6379');
new dapr.Component(chart, 'other', { type: 'state.mine', version: 'v1', metadata: { a: 'at ' + host.asString } });
const release = new DaprRelease(stack, 'dapr', { version: '1.18.3', values: { global: { ha: { enabled: true } } } });
new DaprManifests(stack, 'shop', { chart, dependsOn: [release] });
process.stdout.write(Testing.synth(stack));
`,
      ),
    );
    expect(Object.keys(resource)).toEqual(['helm_release']);
    const byName = Object.fromEntries(Object.entries<any>(resource.helm_release).map(([id, one]) => [one.name, { id, ...one }]));
    expect(Object.keys(byName).sort()).toEqual(['dapr', 'shop', 'shop-dapr']);
    const { id, ...dapr } = byName.dapr;
    expect(dapr).toEqual({
      name: 'dapr',
      repository: 'https://dapr.github.io/helm-charts/',
      chart: 'dapr',
      version: '1.18.3',
      namespace: 'dapr-system',
      create_namespace: true,
      wait: true,
      timeout: 600,
      values: ['{\n  "global": {\n    "ha": {\n      "enabled": true\n    }\n  }\n}'],
    });
    expect(byName['shop-dapr'].depends_on).toEqual([`helm_release.${id}`]);
    expect(byName.shop.depends_on).toEqual([`helm_release.${byName['shop-dapr'].id}`]);
    expect(byName['shop-dapr'].values[0]).toContain('"at ${trimsuffix(trimprefix(jsonencode(tostring(local.host)), "\\""), "\\"")}"');
    expect(byName['shop-dapr'].chart).toMatch(/^\$\{path\.module\}\/assets\/shop_chart_[0-9A-F]{8}\/[0-9A-F]{32}$/);
    expect(Object.keys(JSON.parse(byName.shop.values[0]).manifests)).toEqual(['deployment-apps-shop-orders', 'service-shop-orders']);
  });

  test('the chart that is written has Helm make the very objects', () => {
    const outdir = join(project.folder, 'out');
    rmSync(outdir, { recursive: true, force: true });
    program(
      'written',
      `
const app = new App({ outdir: 'out' });
const stack = new TerraformStack(app, 'shop');
new DaprManifests(stack, 'shop', { chart, as: 'release', releaseName: 'web', wait: false });
app.synth();
require('node:fs').writeFileSync('out/expected.json', JSON.stringify(chart.toJson()));
`,
    );
    const folder = join(outdir, 'stacks/shop');
    const releases = Object.values<any>(JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')).resource.helm_release);
    expect(releases.map(({ name }) => name).sort()).toEqual(['web', 'web-dapr']);
    const objects = releases.flatMap(({ name, chart, values }) => {
      const file = join(folder, `${name}.json`);
      // What Terraform makes of the text of values.
      writeFileSync(file, values[0].replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{'));
      const made = spawnSync(helm(), ['template', name, chart.replace('${path.module}', folder), '--values', file], { encoding: 'utf8' });
      expect({ status: made.status, stderr: made.stderr }).toEqual({ status: 0, stderr: '' });
      return loadAll(made.stdout) as any[];
    });
    const byKind = (all: any[]): any[] => [...all].sort((a, b) => a.kind.localeCompare(b.kind));
    expect(byKind(objects)).toEqual(byKind(JSON.parse(readFileSync(join(outdir, 'expected.json'), 'utf8'))));
  });

  test('resources of objects are what the provider takes', () => {
    const outdir = join(project.folder, 'out');
    rmSync(outdir, { recursive: true, force: true });
    program(
      'resources',
      `
const app = new App({ outdir: 'out' });
const stack = new TerraformStack(app, 'shop');
new DaprManifests(stack, 'shop', { chart, as: 'manifests' });
app.synth();
`,
    );
    tofu(join(outdir, 'stacks/shop'));
  });

  test('takes the module itself, whatever is installed, and resources to wait for', () => {
    const { resource } = JSON.parse(
      program(
        'given',
        `
import * as library from '${library}';
class Cluster extends library.TerraformResource {}
const stack = new TerraformStack(Testing.app(), 'shop');
const cluster = new Cluster(stack, 'cluster', { terraformResourceType: 'mine_cluster' });
new DaprRelease(stack, 'dapr', { library, version: '1.18.3', dependsOn: [cluster] });
process.stdout.write(Testing.synth(stack));
`,
      ),
    );
    expect(Object.values<any>(resource.helm_release)[0].depends_on).toEqual(['mine_cluster.cluster']);
  });

  test('a stack of another library is refused', () => {
    expect(
      program(
        'refused',
        `
try { new DaprRelease(chart, 'dapr', { version: '1.18.3' }); } catch (error) { process.stdout.write((error as Error).message); }
`,
      ),
    ).toBe(
      `DAPR013 [shop/dapr] DaprRelease must be in a TerraformStack of the installed cdktn or cdktf: got a Chart; make it in the stack, or write as 'library' the module that the stack is of`,
    );
  });

  test('the program of docs/terraform.md compiles and runs', () => {
    const outdir = join(project.folder, 'cdktf.out');
    rmSync(outdir, { recursive: true, force: true });
    const pieces = blocks('docs/terraform.md', 'ts');
    expect(pieces.length).toBeGreaterThan(2);
    expect(project.program('docs', pieces.join('\n').replace(/'cdktn'/g, `'${library}'`))).toBe('');
    const stack = join(outdir, 'stacks/shop');
    const written = JSON.parse(readFileSync(join(stack, 'cdk.tf.json'), 'utf8'));
    expect(
      Object.values<any>(written.resource.helm_release)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['cache-dapr', 'dapr', 'shop', 'shop-dapr']);
    tofu(stack);
  });
});

/** `tofu validate`, where there are tofu and the providers: no registry is asked for them. */
function tofu(folder: string): void {
  const bin = process.env.CDK8S_DAPR_TOFU;
  if (bin === undefined) {
    console.log('not validated: CDK8S_DAPR_TOFU names no folder with tofu, terraform-provider-helm and terraform-provider-kubernetes');
    return;
  }
  const config = join(folder, 'tofu.rc');
  const overrides = ['helm', 'kubernetes'].map((name) => `"registry.opentofu.org/hashicorp/${name}" = "${bin}"`).join('\n');
  writeFileSync(config, `provider_installation {\ndev_overrides {\n${overrides}\n}\ndirect {}\n}\n`);
  const run = spawnSync(join(bin, 'tofu'), ['validate', '-json'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TF_CLI_CONFIG_FILE: config },
  });
  const { valid, diagnostics } = JSON.parse(run.stdout);
  expect({ valid, errors: diagnostics.filter(({ severity }: any) => severity === 'error') }).toEqual({ valid: true, errors: [] });
}
