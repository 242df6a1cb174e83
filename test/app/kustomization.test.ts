import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, YamlOutputType } from 'cdk8s';
import { load } from 'js-yaml';
import * as dapr from '../../src';

let outdir: string;
beforeEach(() => void (outdir = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-'))));
afterEach(() => rmSync(outdir, { recursive: true }));

/** The texts of all files by path. */
function written(folder = outdir, prefix = ''): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(folder, { withFileTypes: true }).map((entry) =>
      entry.isDirectory()
        ? written(join(folder, entry.name), `${prefix}${entry.name}/`)
        : { [`${prefix}${entry.name}`]: readFileSync(join(folder, entry.name), 'utf8') },
    ),
  );
}

function synthesize(yamlOutputType: YamlOutputType, stores = ['cart', 'orders'], props: dapr.AppProps = { kustomization: true }): void {
  const app = new dapr.App({ outdir, yamlOutputType, ...props });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  stores.forEach((id) => new dapr.state.Redis(shop, id, { redisHost: 'redis:6379' }));
  new dapr.pubsub.Redis(new Chart(app, '7', { namespace: 'seven' }), 'bus', { redisHost: 'redis:6379' });
  app.synth();
}

function resources(path: string): string[] {
  const { apiVersion, kind, resources: listed, ...rest } = load(written()[path]) as any;
  expect({ apiVersion, kind, rest }).toEqual({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', rest: {} });
  return listed;
}

test.each([
  [YamlOutputType.FILE_PER_APP, ['app.k8s.yaml']],
  [YamlOutputType.FILE_PER_CHART, ['7.k8s.yaml', 'shop.k8s.yaml']],
  [YamlOutputType.FILE_PER_RESOURCE, ['Component.bus.k8s.yaml', 'Component.cart.k8s.yaml', 'Component.orders.k8s.yaml']],
])('the files of output type %s are listed in the order in which to apply them', (type, files) => {
  synthesize(type);
  expect(resources('kustomization.yaml')).toEqual(files);
  expect(Object.keys(written()).sort()).toEqual([...files, 'kustomization.yaml'].sort());
});

test('with a folder for each chart, each folder can be applied by itself, and all together', () => {
  synthesize(YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE);
  expect(resources('kustomization.yaml')).toEqual(['7', 'shop']);
  expect(resources('shop/kustomization.yaml')).toEqual(['Component.cart.k8s.yaml', 'Component.orders.k8s.yaml']);
  expect(resources('7/kustomization.yaml')).toEqual(['Component.bus.k8s.yaml']);
});

test('an object more is a file and a line more', () => {
  synthesize(YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE);
  const before = written();
  synthesize(YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, ['cart', 'orders', 'stock']);
  const { 'shop/Component.stock.k8s.yaml': added, 'shop/kustomization.yaml': listed, ...others } = written();
  const { 'shop/kustomization.yaml': listedBefore, ...othersBefore } = before;
  expect(added).toContain('name: stock');
  expect(listed).toBe(`${listedBefore}  - Component.stock.k8s.yaml\n`);
  expect(others).toEqual(othersBefore);
});

test('what is gone is not listed any more, though its file is still there', () => {
  synthesize(YamlOutputType.FILE_PER_RESOURCE);
  synthesize(YamlOutputType.FILE_PER_RESOURCE, ['cart']);
  expect(resources('kustomization.yaml')).toEqual(['Component.bus.k8s.yaml', 'Component.cart.k8s.yaml']);
  expect(Object.keys(written())).toContain('Component.orders.k8s.yaml');
});

test('without the option there is none', () => {
  synthesize(YamlOutputType.FILE_PER_CHART, ['cart'], {});
  expect(Object.keys(written()).sort()).toEqual(['7.k8s.yaml', 'shop.k8s.yaml']);
});

test('the record of constructs is no manifest', () => {
  synthesize(YamlOutputType.FILE_PER_APP, ['cart'], { kustomization: true, recordConstructMetadata: true });
  expect(Object.keys(written())).toContain('construct-metadata.json');
  expect(resources('kustomization.yaml')).toEqual(['app.k8s.yaml']);
});

test('an app without charts lists nothing', () => {
  new dapr.App({ outdir, kustomization: true }).synth();
  expect(resources('kustomization.yaml')).toEqual([]);
});

test('a chart that would be written to the same file is refused, and nothing is written', () => {
  const app = new dapr.App({ outdir, kustomization: true, outputFileExtension: '.yaml' });
  new dapr.state.Redis(new Chart(app, 'kustomization'), 'cart', { redisHost: 'redis:6379' });
  expect(() => app.synth()).toThrow(
    "a chart or an object is to be written as 'kustomization.yaml', which 'kustomization: true' writes as well: got outputFileExtension '.yaml' and the name 'kustomization'; change one of them, or leave kustomization out",
  );
  expect(written()).toEqual({});
});
