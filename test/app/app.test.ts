import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as cdk8s from 'cdk8s';
import * as fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import * as dapr from '../../src';
import { TRICKY_STRINGS } from '../support/tricky-strings';
import { pyYaml } from '../support/yaml';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Build = (app: cdk8s.App) => void;

/** What is below a folder, by path. */
function tree(root: string, below = ''): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
      const path = join(below, entry.name);
      return entry.isDirectory() ? Object.entries(tree(root, path)) : [[path, readFileSync(join(root, path), 'utf8')]];
    }),
  );
}

function synthesized(make: (props: cdk8s.AppProps) => cdk8s.App, props: cdk8s.AppProps, build: Build): Record<string, string> {
  const outdir = mkdtempSync(join(folder, 'out-'));
  const app = make({ ...props, outdir });
  build(app);
  app.synth();
  return tree(outdir);
}

const parsed = (files: Record<string, string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, loadAll(text)]));

function configMap(chart: cdk8s.Chart, id: string, data: Record<string, string>): cdk8s.ApiObject {
  return new cdk8s.ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id }, data });
}

function shop(app: cdk8s.App): void {
  const infra = new cdk8s.Chart(app, 'infra', { namespace: 'shop', labels: { team: 'infra' } });
  const apps = new cdk8s.Chart(app, 'apps', { namespace: 'shop' });
  const late = configMap(apps, 'late', { zeta: '1', alpha: 'yes' });
  const store = new dapr.state.Redis(infra, 'store', { redisHost: 'redis:6379' });
  const orders = new dapr.Application(apps, 'orders', { image: 'orders:1', port: 5001 });
  late.addDependency(orders);
  orders.node.addDependency(store);
  new dapr.Application(apps, 'checkout', { image: 'checkout:1' });
  const nested = new cdk8s.Chart(apps, 'nested');
  configMap(nested, 'inner', { a: 'b' });
}

describe('writes what cdk8s.App writes', () => {
  const types = [
    cdk8s.YamlOutputType.FILE_PER_APP,
    cdk8s.YamlOutputType.FILE_PER_CHART,
    cdk8s.YamlOutputType.FILE_PER_RESOURCE,
    cdk8s.YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
  ];

  test.each(types)('in the same files, order and keys, with output type %s', (yamlOutputType) => {
    for (const props of [{ yamlOutputType }, { yamlOutputType, outputFileExtension: '.yaml' }]) {
      const theirs = synthesized((given) => new cdk8s.App(given), props, shop);
      const ours = synthesized((given) => new dapr.App(given), props, shop);
      expect(Object.keys(ours)).toEqual(Object.keys(theirs));
      expect(JSON.stringify(parsed(ours))).toBe(JSON.stringify(parsed(theirs)));
    }
  });

  test('also as one text, and with the record of constructs', () => {
    const [theirs, ours] = [new cdk8s.App(), new dapr.App()].map((app) => {
      shop(app);
      return app.synthYaml();
    });
    expect(JSON.stringify(loadAll(ours))).toBe(JSON.stringify(loadAll(theirs)));
    const record = (make: (props: cdk8s.AppProps) => cdk8s.App): unknown =>
      JSON.parse(synthesized(make, { recordConstructMetadata: true }, shop)['construct-metadata.json']);
    expect(record((props) => new dapr.App(props))).toEqual(record((props) => new cdk8s.App(props)));
  });

  test('in the order that any dependencies ask for', () => {
    const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 10 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const names = (app: cdk8s.App): string[] => {
          const chart = new cdk8s.Chart(app, 'chart');
          const objects = Array.from({ length: 8 }, (_, i) => configMap(chart, `o${i}`, {}));
          pairs.filter(([a, b]) => a > b).forEach(([a, b]) => objects[a].addDependency(objects[b]));
          return (loadAll(app.synthYaml()) as any[]).map((object) => object.metadata.name);
        };
        expect(names(new dapr.App())).toEqual(names(new cdk8s.App()));
      }),
    );
  });

  test('and refuses a cycle of dependencies with its path', () => {
    const app = new dapr.App({ outdir: folder });
    const chart = new cdk8s.Chart(app, 'chart');
    const [a, b] = [configMap(chart, 'a', {}), configMap(chart, 'b', {})];
    a.addDependency(b);
    b.addDependency(a);
    expect(() => app.synth()).toThrow('Dependency cycle detected: chart/a => chart/b => chart/a');
  });

  test('without the time that cdk8s needs for dependencies like lozenges', () => {
    const app = new dapr.App();
    const chart = new cdk8s.Chart(app, 'chart');
    let below = [configMap(chart, 'a0', {}), configMap(chart, 'b0', {})];
    for (let i = 1; i < 40; i++) {
      const layer = [configMap(chart, `a${i}`, {}), configMap(chart, `b${i}`, {})];
      layer.forEach((object) => object.addDependency(...below));
      below = layer;
    }
    expect(loadAll(app.synthYaml())).toHaveLength(80); // cdk8s doubles its time with each of the 40 layers
  });
});

describe('keeps every text', () => {
  const back = (text: string): void => {
    const app = new dapr.App();
    const chart = new cdk8s.Chart(app, 'chart');
    const key = `k${text}`;
    new cdk8s.ApiObject(chart, 'it', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'it' },
      value: text,
      list: [text],
      [key]: 'key',
    });
    const yaml = app.synthYaml();
    const expected = { value: text, list: [text], [key]: 'key' };
    expect(loadAll(yaml)[0]).toMatchObject(expected);
    expect((parseAllDocuments(yaml, { version: '1.1' })[0] as any).toJS()).toMatchObject(expected);
  };

  test('of those that writers get wrong', () => {
    TRICKY_STRINGS.forEach(back);
  });

  test('at random', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => !/\p{Cs}/u.test(text)),
        back,
      ),
      { numRuns: 500 },
    );
  });
});

test('takes the texts at which plain cdk8s.App stops', () => {
  const app = new dapr.App();
  new dapr.state.Redis(new cdk8s.Chart(app, 'chart'), 'it', { redisHost: '0o17' });
  expect((loadAll(app.synthYaml()) as any[])[0].spec.metadata).toEqual([{ name: 'redisHost', value: '0o17' }]);
});

test('keeps every text for PyYAML too, where there is PyYAML', () => {
  const { read, reason } = pyYaml();
  if (read === undefined) {
    console.log(`not compared with PyYAML: ${reason}`);
    return;
  }
  const random = fc.sample(fc.string({ unit: 'binary' }), { numRuns: 2000, seed: 7 });
  const signs = fc.sample(fc.string({ unit: fc.constantFrom(...'0123456789eE+-._:xobynYN~=<> \n\t#\'"&*!|%@`,[]{}?') }), {
    numRuns: 4000,
    seed: 7,
  });
  const texts = [...TRICKY_STRINGS, ...random, ...signs].filter((text) => !/\p{Cs}/u.test(text));
  const written = texts.map((text) => {
    const app = new dapr.App();
    const data = { value: text, list: [text], [`k${text}`]: 'key' };
    new cdk8s.ApiObject(new cdk8s.Chart(app, 'chart'), 'it', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'it' }, data });
    return app.synthYaml();
  });
  const back = read(written);
  const lost = texts.filter((text, i) => {
    const reading = back[i];
    const data = 'documents' in reading ? (reading.documents[0] as any).data : undefined;
    return JSON.stringify(data && [data.value, data.list, data[`k${text}`]]) !== JSON.stringify([text, [text], 'key']);
  });
  expect(lost).toEqual([]);
}, 60_000);

describe('validates once, and first', () => {
  test('each construct once per synth, however many charts there are', () => {
    const app = new dapr.App({ outdir: folder });
    let calls = 0;
    for (const name of ['a', 'b', 'c']) {
      configMap(new cdk8s.Chart(app, name), 'it', {}).node.addValidation({ validate: () => (calls++, []) });
    }
    app.synth();
    expect(calls).toBe(3);
  });

  test('and writes nothing where anything is wrong', () => {
    writeFileSync(join(folder, 'chart.k8s.yaml'), 'before');
    const app = new dapr.App({ outdir: folder });
    const chart = new cdk8s.Chart(app, 'chart');
    new dapr.state.InMemory(chart, 'a', { objectMeta: { name: 'x' } });
    new dapr.state.InMemory(chart, 'x');
    expect(() => app.synth()).toThrow(
      "Validation failed with the following errors:\n  [chart] DAPR002 [chart/x] a Component named 'x' exists already at chart/a: the second overwrites the first in the cluster; give one of them another name",
    );
    expect(tree(folder)).toEqual({ 'chart.k8s.yaml': 'before' });
  });
});

describe('writes all files or none', () => {
  function twoCharts(): cdk8s.App {
    const app = new dapr.App({ outdir: folder });
    configMap(new cdk8s.Chart(app, 'first'), 'it', { a: 'new' });
    configMap(new cdk8s.Chart(app, 'second'), 'it', { a: 'new' });
    return app;
  }

  test('where a folder is in the way of the second', () => {
    writeFileSync(join(folder, 'first.k8s.yaml'), 'before');
    mkdirSync(join(folder, 'second.k8s.yaml'));
    expect(() => twoCharts().synth()).toThrow(
      `cannot write the manifests into '${folder}': there is a folder named ${join(folder, 'second.k8s.yaml')}, where a file is to be written; what was there is unchanged`,
    );
    expect(tree(folder)).toEqual({ 'first.k8s.yaml': 'before' });
  });

  test('where a file is in the way of the output folder', () => {
    const outdir = join(folder, 'dist');
    writeFileSync(outdir, 'a file');
    const app = new dapr.App({ outdir });
    configMap(new cdk8s.Chart(app, 'first'), 'it', {});
    expect(() => app.synth()).toThrow(
      `cannot write the manifests into '${outdir}': EEXIST: file already exists, mkdir '${outdir}'; what was there is unchanged`,
    );
    expect(readFileSync(outdir, 'utf8')).toBe('a file');
  });

  test('into a folder that does not exist yet, leaving others alone', () => {
    const outdir = join(folder, 'deep', 'dist');
    mkdirSync(dirname(outdir));
    writeFileSync(join(dirname(outdir), 'other'), 'other');
    const app = new dapr.App({ outdir });
    configMap(new cdk8s.Chart(app, 'first'), 'it', {});
    app.synth();
    expect(Object.keys(tree(dirname(outdir)))).toEqual(['dist/first.k8s.yaml', 'other']);
  });

  test('and nothing into a folder that must not be written to', () => {
    if (process.getuid?.() === 0) {
      console.log('not tried: root may write everywhere');
      return;
    }
    chmodSync(folder, 0o500);
    expect(() => twoCharts().synth()).toThrow(/^cannot write the manifests into /);
    expect(existsSync(join(folder, 'first.k8s.yaml'))).toBe(false);
  });
});

test('targets the version that it is given', () => {
  const chart = new cdk8s.Chart(new dapr.App({ daprVersion: dapr.DaprVersion.V1_17 }), 'chart');
  expect(dapr.DaprVersion.of(chart)).toBe(dapr.DaprVersion.V1_17);
});
