import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, Chart, Duration } from 'cdk8s';
import fc from 'fast-check';
import * as dapr from '../../src';
import { goDuration } from '../../src/private/go-duration';
import { environmentYaml } from '../../src/private/helm/values-file';
import { Json } from '../../src/private/helm/json';
import { inPass } from '../../src/private/helm/pass';
import { everyKind, OTHERS } from '../support/helm-program';
import { byName, HELMS, lint, plain, release, template, written } from './charts';

const { HelmValue } = dapr;
const PROPS = { name: 'shop', version: '1.2.3', appVersion: '7', description: 'Sells things {{ }}' };
let made: dapr.HelmChart | undefined;
/** Made once: it takes a second. */
const chart = (): dapr.HelmChart => (made ??= dapr.HelmChart.of(everyKind, PROPS));

/** What the program makes with other values: what Helm must say, too. */
function expected(program: dapr.IHelmProgram, values: { readonly [path: string]: unknown }): any[] {
  const pass = { values: new Map(Object.entries(values)) as Map<string, Json>, definitions: new Map(), secrets: new Set<string>() };
  return inPass(pass, () => plain(program));
}

function withValues(folder: string, values: { readonly [path: string]: unknown }): string {
  const file = join(folder, '..', 'other-values.yaml');
  writeFileSync(file, environmentYaml(values as { [path: string]: Json }, 'other values'));
  return file;
}

describe.each(HELMS)('%s', (_, binary) => {
  const run = <T>(one: dapr.HelmChart, use: (folder: string) => T): T => written(one, use);

  test('renders the defaults as plain synth does, and lints', () => {
    run(chart(), (folder) => {
      const { objects, error } = template(binary(), folder);
      expect(error).toBe('');
      expect(byName(objects)).toEqual(byName(plain(everyKind)));
      expect(lint(binary(), folder)).toContain('1 chart(s) linted, 0 chart(s) failed');
    });
  }, 60_000);

  test('renders the defaults as plain synth does with all options, but for the labels that they promise', () => {
    const props = { ...PROPS, standardLabels: true, existingSecrets: true, workloadValues: true };
    run(dapr.HelmChart.of(everyKind, props), (folder) => {
      const { objects, error } = template(binary(), folder);
      expect(error).toBe('');
      for (const { metadata } of objects) {
        expect(metadata.labels).toMatchObject({
          'helm.sh/chart': 'shop-1.2.3',
          'app.kubernetes.io/instance': 'shop',
          'app.kubernetes.io/managed-by': 'Helm',
        });
        for (const label of ['helm.sh/chart', 'app.kubernetes.io/instance', 'app.kubernetes.io/managed-by']) {
          delete metadata.labels[label];
        }
        if (Object.keys(metadata.labels).length === 0) {
          delete metadata.labels;
        }
      }
      expect(byName(objects)).toEqual(byName(plain(everyKind)));
      expect(lint(binary(), folder)).toContain('1 chart(s) linted, 0 chart(s) failed');
    });
  }, 60_000);

  test('renders every value, and all at once, as the program does with it', () => {
    run(chart(), (folder) => {
      const sets = [...Object.entries(OTHERS).map(([path, value]) => ({ [path]: value })), OTHERS];
      for (const values of sets) {
        const { objects, error } = template(binary(), folder, '--values', withValues(folder, values));
        expect([values, error]).toEqual([values, '']);
        expect(byName(objects)).toEqual(byName(expected(everyKind, values)));
      }
    });
  }, 180_000);

  test('takes the name and the namespace of the release', () => {
    run(chart(), (folder) => {
      const { objects } = release(binary(), folder, 'mine', '--namespace', 'elsewhere');
      expect(objects.every(({ metadata }) => metadata.namespace === 'elsewhere')).toBe(true);
      expect(objects.find(({ kind }) => kind === 'CronJob').metadata.name).toBe('mine-cleanup');
    });
  }, 60_000);

  test.each([
    ['orders.port=abc', /orders[./]port.*(got string, want integer|Expected: integer)/s],
    ['orders.port=80', /1,?024/],
    ['orders.port=1.5', /orders[./]port/],
    ['apiLogging=1', /apiLogging/],
    ['image.pullPolicy=Sometimes', /IfNotPresent/],
    ['image.tagg=1', /tagg/],
    ['image.tag=2', /image[./]tag/],
    ['image.tag=null', /tag/],
    ['probeInterval=5', /probeInterval/],
    ['orders.memory=lots', /memory/],
    ['labels.team=mine', /team/],
    ['brokers=a', /brokers/],
    ['ingress.tls=x', /tls/],
  ])(
    'refuses --set %s',
    (setting, message) => {
      run(chart(), (folder) => {
        const { status, error } = template(binary(), folder, '--set', setting);
        expect(error).toMatch(message);
        expect(error).toContain("values don't meet the specifications of the schema(s)");
        expect(status).not.toBe(0);
      });
    },
    60_000,
  );

  test('switches secrets, pull secrets, accounts and resources', () => {
    run(dapr.HelmChart.of(everyKind, { ...PROPS, existingSecrets: true, workloadValues: true }), (folder) => {
      const { objects, error } = template(
        binary(),
        folder,
        ...['--set', 'secrets.redisAuth.existingSecret=mine', '--set', 'workloads.orders.imagePullSecrets[0].name=pull'],
        ...['--set', 'workloads.orders.serviceAccountName=orders', '--set', 'workloads.shopCleanup.serviceAccountName=cleaner'],
      );
      expect(error).toBe('');
      const of = (kind: string, name: string): any => objects.find((one) => one.kind === kind && one.metadata.name === name);
      expect(of('Component', 'statestore').spec.metadata).toContainEqual({
        name: 'redisPassword',
        secretKeyRef: { name: 'mine', key: 'password' },
      });
      const pod = of('Deployment', 'orders').spec.template.spec;
      expect(pod.imagePullSecrets).toEqual([{ name: 'pull' }]);
      expect(pod.serviceAccountName).toBe('orders');
      expect(of('CronJob', 'shop-cleanup').spec.jobTemplate.spec.template.spec.serviceAccountName).toBe('cleaner');
    });
  }, 60_000);

  test('renders random values as the program does', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9.-]{0,12}[a-z0-9]$/);
    const values = fc.record(
      {
        'image.tag': fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/),
        'image.pullPolicy': fc.constantFrom('Always', 'IfNotPresent', 'Never'),
        'orders.port': fc.integer({ min: 5002, max: 49_999 }),
        'orders.replicas': fc.nat(),
        'orders.cpuMillis': fc.integer({ min: 1, max: 1e9 }),
        'orders.memory': fc.integer({ min: 1, max: 1e6 }).map((mebibytes) => `${mebibytes * 2 + 1}Mi`),
        'orders.args': fc.array(fc.string(), { maxLength: 4 }),
        'orders.probes': fc.boolean(),
        apiLogging: fc.boolean(),
        probeInterval: fc.integer({ min: 1, max: 100_000 }).map((seconds) => goDuration(Duration.seconds(seconds))),
        brokers: fc.array(name, { minLength: 1, maxLength: 3 }),
        'cleanup.enabled': fc.boolean(),
        'cleanup.deadline': fc.integer({ min: 10, max: 1_000_000 }).map((seconds) => goDuration(Duration.seconds(seconds))),
        labels: fc.dictionary(
          name.map((key) => `example.com/${key}`),
          name,
          { maxKeys: 3 },
        ),
        ratio: fc.double({ min: 0, max: 1, noNaN: true }),
        'ingress.enabled': fc.boolean(),
        'ingress.annotations': fc.dictionary(name, fc.string(), { maxKeys: 2 }),
        'ingress.tls': fc.array(fc.record({ hosts: fc.array(name) }), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    );
    run(chart(), (folder) => {
      fc.assert(
        fc.property(values, (given) => {
          const { objects, error } = template(binary(), folder, '--values', withValues(folder, given));
          expect(error).toBe('');
          expect(byName(objects)).toEqual(byName(expected(everyKind, given)));
        }),
        { numRuns: 40 },
      );
    });
  }, 120_000);

  test('renders any text as it is, fixed or as a value, alone, inside of a text and as a key', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '{{',
        '}}',
        '{{-',
        '{{{',
        '{{ "{{" }}',
        '{{/* x */}}',
        '"',
        "'",
        '\\',
        '%s',
        '%',
        '\n',
        '- ',
        ': ',
        '#',
        'yes',
        '1e3',
        '0o7',
        '',
      ),
    );
    const texts = fc
      .array(word, { maxLength: 6 })
      .map((words) => words.join(''))
      // What YAML has no way to say, in JSON's quotes.
      .filter(
        (text) =>
          !/[\ud800-\udfff]/u.test(text) &&
          !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff\u2028\u2029]/.test(text),
      );
    const property = fc.property(
      fc.array(texts, { minLength: 12, maxLength: 24 }),
      fc.array(texts, { minLength: 3, maxLength: 3 }),
      (fixed, values) => {
        const program: dapr.IHelmProgram = {
          define(app) {
            const chart = new Chart(app, 'texts');
            const on = HelmValue.boolean('on', { default: true });
            const [a, b, c] = values.map((text, i) => HelmValue.string(`v.${'abc'[i]}`, { default: text }));
            new ApiObject(chart, 'map', {
              apiVersion: 'v1',
              kind: 'ConfigMap',
              metadata: { name: 'map', annotations: { [`k${fixed[0]}`]: 'x' } },
              data: {
                ...Object.fromEntries(fixed.map((text, i) => [`t${i}`, text])),
                a,
                ab: `${fixed[0]}<${a}${fixed[1]}|${b}>`,
                c: `${c}${fixed[2]}`,
                // Behind each text a condition.
                ...(on ? Object.fromEntries(fixed.map((_, i) => [`t${i}_`, i])) : {}),
              },
              binary: [...fixed, { [fixed[3]]: c }],
            });
          },
        };
        run(dapr.HelmChart.of(program, PROPS), (folder) => {
          const { objects, error } = template(binary(), folder);
          expect(error).toBe('');
          expect(objects).toEqual(plain(program));
          const other = { 'v.a': fixed[4] || 'x', 'v.b': fixed[5], 'v.c': fixed[6] || 'y' };
          const changed = template(binary(), folder, '--values', withValues(folder, other));
          if (changed.error.includes('minLength')) {
            return;
          }
          expect(changed.error).toBe('');
          expect(changed.objects).toEqual(expected(program, other));
        });
      },
    );
    fc.assert(property, { numRuns: 40 });
  }, 300_000);
});
