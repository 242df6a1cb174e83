import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, YamlOutputType } from 'cdk8s';
import { loadAll } from 'js-yaml';
import * as dapr from '../../src';
import { run } from '../../tools/process';
import { kubectl } from '../../tools/real/kubectl';

const TYPES = [
  YamlOutputType.FILE_PER_APP,
  YamlOutputType.FILE_PER_CHART,
  YamlOutputType.FILE_PER_RESOURCE,
  YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
];

let outdir: string;
beforeEach(() => void (outdir = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-'))));
afterEach(() => rmSync(outdir, { recursive: true }));

function byName(objects: any[]): any[] {
  const name = ({ kind, metadata }: any): string => `${kind} ${metadata.namespace} ${metadata.name}`;
  return [...objects].sort((a, b) => name(a).localeCompare(name(b)));
}

function kustomized(folder: string): any[] {
  return byName(loadAll(run(kubectl(), ['kustomize', folder])) as any[]);
}

test.each(TYPES)('kustomize makes the very objects of output type %s', (yamlOutputType) => {
  const app = new dapr.App({ outdir, yamlOutputType, kustomization: true });
  const charts = ['staging', '123', 'true'].map((id) => {
    const chart = new Chart(app, id, { namespace: `shop-${id}` });
    new dapr.Component(chart, 'store', {
      type: 'state.mine',
      version: 'v1',
      metadata: { text: '${x} {{ y }} "z": #a', multi: 'a\n b\n', number: '007' },
    });
    new dapr.Application(chart, 'orders', { image: 'orders:1', port: 80 });
    dapr.gitops.SyncWaves.addTo(chart);
    return chart;
  });
  app.synth();
  expect(kustomized(outdir)).toEqual(byName(charts.flatMap((chart) => chart.toJson())));
  if (yamlOutputType === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE) {
    expect(kustomized(join(outdir, '123'))).toEqual(byName(charts[1].toJson()));
  }
});

test.each(['argo-cd', 'flux'])('kustomize takes what the example of %s writes', (tool) => {
  expect(kustomized(join(__dirname, '../../examples/gitops', tool, 'expected')).length).toBeGreaterThan(6);
});
