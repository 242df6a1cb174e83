/** The facts of catalog/control-plane.yaml, held against the chart itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { chartValues } from '../../tools/catalog-update/release';
import { daprChart } from '../../tools/real/dapr-chart';
import { CHART, template } from './support';
import { App, Chart } from 'cdk8s';
import * as dapr from '../../src';

const CATALOG = load(readFileSync(join(__dirname, '../../catalog/control-plane.yaml'), 'utf8')) as any;
const SUBCHARTS = readdirSync(join(CHART, 'charts'));
const OLDER = daprChart('1.17.5');

const DEFAULTS = chartValues(CHART);

/** Every `.Values.x.y` that a template reads, with the prefix of its chart. */
function keysRead(chart = CHART): Set<string> {
  const folders = [['templates', ''], ...SUBCHARTS.map((name) => [`charts/${name}/templates`, `${name}.`])];
  return new Set(
    folders.flatMap(([folder, prefix]) =>
      readdirSync(join(chart, folder)).flatMap((file) =>
        [...readFileSync(join(chart, folder, file), 'utf8').matchAll(/\.Values\.([A-Za-z0-9_.]+)/g)].map(([, key]) =>
          key.startsWith('global.') || SUBCHARTS.includes(key.split('.')[0]) ? key : `${prefix}${key}`,
        ),
      ),
    ),
  );
}

test('the catalog has every key of the chart, with its default, and no other', () => {
  const facts = Object.entries<any>(CATALOG.values).filter(([, entry]) => 'chart' in entry);
  expect(Object.fromEntries(facts.map(([key, entry]) => [key, entry.chart]))).toEqual(DEFAULTS);
  expect(Object.keys(DEFAULTS).length).toBeGreaterThan(230);
});

test('every key that a template reads is in the catalog, itself or as part of one', () => {
  const keys = Object.keys(CATALOG.values);
  const missing = [...keysRead()].filter(
    (key) => !keys.some((known) => known === key || known.startsWith(`${key}.`) || key.startsWith(`${known}.`)),
  );
  expect(missing).toEqual([]);
});

test('a key without a default in the chart is one that a template reads', () => {
  const used = keysRead();
  const keys = Object.entries<any>(CATALOG.values)
    .filter(([, entry]) => !('chart' in entry))
    .map(([key]) => key);
  // Helm reads the three file names out of one map, and the five services theirs.
  const unread = keys.filter((key) => !used.has(key) && !key.startsWith('global.issuerFilenames.'));
  expect(unread).toEqual([]);
});

test('what is absent is absent', () => {
  const used = keysRead();
  for (const key of Object.keys(CATALOG.absent)) {
    expect([key in DEFAULTS, used.has(key)]).toEqual([false, false]);
  }
});

test('what is of 1.18 is not in the chart of 1.17, and everything else is', () => {
  const used = keysRead(OLDER);
  const older = chartValues(OLDER);
  const isThere = (key: string): boolean =>
    key in older || used.has(key) || (key.startsWith('global.extraVolume') && used.has(key.replace(/\.\w+$/, '')));
  const offered = Object.entries<any>(CATALOG.values).filter(
    ([key, entry]) => entry.option !== undefined && !key.startsWith('global.issuerFilenames.'),
  );
  expect(offered.filter(([key, { since }]) => (since === '1.18') === isThere(key)).map(([key]) => key)).toEqual([]);
});

test('the chart of 1.17 takes the preset for production', () => {
  const plane = dapr.ControlPlane.production(new Chart(new App(), 'system'), 'dapr', { version: '1.17.5' });
  const { status, stderr, objects } = template(plane.toValuesYaml(), [], 'dapr-system', OLDER);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(objects.filter(({ kind }) => kind === 'StatefulSet').map(({ spec }) => spec.replicas)).toEqual([3, 3]);
});
