import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { ARRIVALS } from '../../tools/test-cluster/admission/arrivals';
import { expectedSidecar } from '../../tools/test-cluster/admission/expected-sidecar';
import { podsOf } from '../../tools/test-cluster/admission/pods';
import { changed, changes, lines, sidecarFacts } from '../../tools/test-cluster/admission/sidecar-facts';

const INSTALLED = { namespace: 'dapr-system', injector: {}, trustAnchors: 'PEM', identity: true };

test('every annotation that Dapr reads has its arrival', () => {
  const catalog = load(readFileSync(join(__dirname, '../../catalog/annotations.yaml'), 'utf8')) as { [annotation: string]: object };
  expect(Object.keys(ARRIVALS).sort()).toEqual(Object.keys(catalog).sort());
});

test('every annotation that the library offers is written by its option', () => {
  const catalog = load(readFileSync(join(__dirname, '../../catalog/annotations.yaml'), 'utf8')) as { [annotation: string]: any };
  for (const [annotation, { options }] of Object.entries(ARRIVALS)) {
    expect([annotation, Object.keys(options ?? {})]).toEqual([annotation, catalog[annotation].option ? [catalog[annotation].option] : []]);
  }
});

describe('the facts of a pod', () => {
  const pod = (args: string[], more: object = {}): object => ({
    metadata: { labels: { 'dapr.io/app-id': 'orders', app: 'orders' } },
    spec: {
      containers: [
        { name: 'app', env: [{ name: 'A', value: '1' }] },
        { name: 'daprd', image: 'daprd:1', args, ...more },
      ],
    },
  });

  test('are none without a sidecar', () => {
    expect(sidecarFacts({ metadata: {}, spec: { containers: [{ name: 'app', env: [{ name: 'A', value: '1' }] }] } }).size).toBe(0);
  });

  test('tell flags with a value, flags without, and what stands before them', () => {
    const facts = sidecarFacts(pod(['/dlv', 'exec', '/daprd', '--', '--app-port', '80', '--enable-mtls', '--app-max-concurrency', '-1']));
    expect(Object.fromEntries([...facts].filter(([name]) => /^(arg|program)/.test(name)))).toEqual({
      program: '/dlv exec /daprd --',
      'arg --app-port': '80',
      'arg --enable-mtls': 'alone',
      'arg --app-max-concurrency': '-1',
    });
  });

  test('differ where a pod differs, line by line', () => {
    const [before, after] = [
      sidecarFacts(pod(['/daprd', '--a', '1'])),
      sidecarFacts(pod(['/daprd', '--b', '2'], { ports: [{ name: 'p', containerPort: 1, protocol: 'TCP' }] })),
    ];
    expect(lines(changes(before, after))).toBe('without arg --a\narg --b: 2\nport p: 1/TCP');
    expect(changes(changed(before, changes(before, after)), after)).toEqual({});
  });
});

describe('the sidecar that is expected', () => {
  const pod = (annotations: object, containers: object[] = [{ name: 'app' }]): object => ({
    metadata: { annotations: { 'dapr.io/enabled': 'true', 'dapr.io/app-id': 'orders', ...annotations } },
    spec: { containers },
  });
  const expected = (annotations: object, containers?: object[]): Map<string, string> =>
    new Map(expectedSidecar(INSTALLED, 'shop', pod(annotations, containers)));

  test('is none without dapr.io/enabled', () => {
    expect(expected({ 'dapr.io/enabled': 'false' }).size).toBe(0);
  });

  test('has the flags of the annotations together', () => {
    const facts = expected({ 'dapr.io/metrics-port': '9191', 'dapr.io/enable-metrics': 'false', 'dapr.io/app-health-threshold': '8' });
    expect(facts.get('port dapr-metrics')).toBe('9191/TCP');
    expect(facts.get('label dapr.io/metrics-enabled')).toBe('false');
    expect([...facts.keys()].filter((name) => /metrics-port|enable-metrics|app-health/.test(name))).toEqual([]);
  });

  test('leaves the application what it says itself', () => {
    const facts = expected({ 'dapr.io/app-protocol': 'grpc' }, [
      { name: 'app', env: [{ name: 'APP_PROTOCOL', value: 'mine' }] },
      { name: 'b' },
    ]);
    expect(facts.get('container app env APP_PROTOCOL')).toBe('mine');
    expect(facts.get('container b env APP_PROTOCOL')).toBe('grpc');
  });
});

test('a workload makes the pod of its template, wherever that stands', () => {
  const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [] } };
  const pod = (name: object): object => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { labels: { a: 'b' }, ...name },
    spec: { containers: [] },
  });
  const of = (kind: string, spec: object): object => ({ kind, metadata: { name: 'x' }, spec });
  expect(podsOf(of('StatefulSet', { template }))).toEqual([pod({ name: 'x-0' })]);
  expect(podsOf(of('CronJob', { jobTemplate: { spec: { template } } }))).toEqual([pod({ generateName: 'x-' })]);
  expect(podsOf(of('Service', {}))).toEqual([]);
});
