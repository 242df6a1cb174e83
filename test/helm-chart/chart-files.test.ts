import { join } from 'node:path';
import Ajv from 'ajv';
import { ApiObject, Chart, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import fc from 'fast-check';
import { load } from 'js-yaml';
import * as dapr from '../../src';
import { escaped } from '../../src/private/helm/template';
import { everyKind, OTHERS } from '../support/helm-program';

const { HelmValue } = dapr;
const PROPS = { name: 'shop', version: '1.0.0' };

function filesOf(define: (chart: Chart) => void, props: Partial<dapr.HelmChartProps> = {}): { [path: string]: string } {
  return dapr.HelmChart.of({ define: (app) => define(new Chart(app, 'shop')) }, { ...PROPS, ...props }).files;
}

/** The template of the only ConfigMap, below its header. */
function dataOf(data: () => { [key: string]: unknown }): string {
  const files = filesOf((chart) => {
    new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map' }, data: data() });
  });
  return files['templates/configmap-map.yaml'].replace('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: map\ndata:\n', '');
}

describe('templates', () => {
  test.each<[string, () => { [key: string]: unknown }, string]>([
    ['a text', () => ({ a: HelmValue.string('v', { default: 'x' }) }), '  a: {{ .Values.v | toJson }}\n'],
    ['a nested path', () => ({ a: HelmValue.string('a.b.c', { default: 'x' }) }), '  a: {{ .Values.a.b.c | toJson }}\n'],
    ['a number, without quotes', () => ({ a: HelmValue.integer('v', { default: 1 }) }), '  a: {{ .Values.v | toJson }}\n'],
    ['a number as text', () => ({ a: `${HelmValue.integer('v', { default: 1 })}` }), '  a: {{ .Values.v | toJson | toJson }}\n'],
    [
      'a number inside of a text',
      () => ({ a: `${HelmValue.integer('v', { default: 1 })}%` }),
      '  a: {{ printf "%s%%" (.Values.v | toJson) | toJson }}\n',
    ],
    ['a switch', () => ({ a: HelmValue.boolean('v', { default: true }) }), '  a: {{ .Values.v | toJson }}\n'],
    ['a switch turned round', () => ({ a: !HelmValue.boolean('v', { default: true }) }), '  a: {{ not .Values.v | toJson }}\n'],
    [
      'a choice of the program',
      () => ({ a: HelmValue.boolean('v', { default: true }) ? 'on {{' : 'off' }),
      '  a: {{ if .Values.v }}"on {{ "{{" }}"{{ else }}"off"{{ end }}\n',
    ],
    [
      'a field that a switch takes away',
      () => ({ a: 'x', ...(HelmValue.boolean('v', { default: true }) ? { b: 'y' } : {}) }),
      '  a: x\n  {{- if .Values.v }}\n  b: "y"\n  {{- end }}\n',
    ],
    [
      'one of several',
      () => ({ a: { x: 1, y: 2, z: 3 }[HelmValue.enum('v', { default: 'x', allowed: ['x', 'y', 'z'] })] }),
      '  a: {{ if eq .Values.v "x" }}1{{ else if eq .Values.v "y" }}2{{ else }}3{{ end }}\n',
    ],
    [
      'several values in a text',
      () => ({ a: `<${HelmValue.string('a', { default: 'x' })}${HelmValue.string('b', { default: '' })}>` }),
      '  a: {{ printf "<%s%s>" .Values.a .Values.b | toJson }}\n',
    ],
    ['a list', () => ({ a: HelmValue.list('v', { default: ['x'] }) }), '  a: {{ .Values.v | toJson }}\n'],
    [
      'a list among other items',
      () => ({ a: ['first', ...HelmValue.list('v', { default: ['x'] })] }),
      '  a:\n    - first\n    {{- range .Values.v }}\n    - {{ . | toJson }}\n    {{- end }}\n',
    ],
    ['a list put together', () => ({ a: HelmValue.list('v', { default: ['x'] }).join(';') }), '  a: {{ join ";" .Values.v | toJson }}\n'],
    [
      'a map among other keys',
      () => ({ a: { k: 'v', ...HelmValue.map('v', { default: { x: 'y' } }) } }),
      '  a:\n    k: v\n    {{- range $key, $value := .Values.v }}\n    {{ $key | toJson }}: {{ $value | toJson }}\n    {{- end }}\n',
    ],
    [
      'a duration as seconds and as text',
      () => {
        const duration = HelmValue.duration('v', { default: Duration.seconds(90) });
        return { a: duration.toSeconds(), b: `${duration.toMilliseconds()}ms` };
      },
      '  a: {{ div (include "shop.milliseconds" .Values.v | int64) 1000 | toJson }}\n' +
        '  b: {{ printf "%sms" (include "shop.milliseconds" .Values.v | int64 | toJson) | toJson }}\n',
    ],
    [
      'a size in the spelling of the program',
      () => ({ a: `${HelmValue.size('v', { default: Size.gibibytes(1) }).toMebibytes()}Mi` }),
      '  a: {{ if eq .Values.v "1Gi" }}"1024Mi"{{ else }}{{ .Values.v | toJson }}{{ end }}\n',
    ],
    [
      'a text that leaves its field out while it is empty',
      () => {
        const text = HelmValue.string('v', { default: '' });
        return { a: 'x', ...(text === '' ? {} : { b: `<${text}>` }) };
      },
      '  a: x\n  {{- if .Values.v }}\n  b: {{ printf "<%s>" .Values.v | toJson }}\n  {{- end }}\n',
    ],
    [
      'a switch around other values',
      () => ({ a: 'x', ...(HelmValue.boolean('on', { default: false }) ? { b: { c: HelmValue.string('v', { default: 'y' }) } } : {}) }),
      '  a: x\n  {{- if .Values.on }}\n  b:\n    c: {{ .Values.v | toJson }}\n  {{- end }}\n',
    ],
    [
      'white space at the end of a text, which the condition behind it must not swallow',
      () => ({ a: 'x\ny  ', b: 'x\ny\n\n', c: 'x\ny\n', ...(HelmValue.boolean('v', { default: true }) ? { d: 1 } : {}) }),
      '  a: "x\\ny  "\n  b: "x\\ny\\n\\n"\n  c: "x\\ny\\n"\n  {{- if .Values.v }}\n  d: 1\n  {{- end }}\n',
    ],
    ['the release', () => ({ a: HelmValue.releaseName({ default: 'x' }) }), '  a: {{ .Release.Name | toJson }}\n'],
    ['what only looks like a template', () => ({ a: '{{ .Values.x }} {{{' }), '  a: "{{ "{{" }} .Values.x }} {{ "{{" }}{"\n'],
    ['such keys', () => ({ 'a{{': HelmValue.string('v', { default: 'x' }) }), '  a{{ "{{" }}: {{ .Values.v | toJson }}\n'],
  ])('say %s', (_, data, template) => {
    expect(dataOf(data)).toBe(template);
  });

  test('are left out as a whole where a condition is off, as is what belongs to them', () => {
    const files = filesOf((chart) => {
      const orders = new dapr.Application(chart, 'orders', { image: 'orders:1.0.0', port: 5001 });
      HelmValue.condition('orders.enabled', { default: false }).when(orders);
    });
    for (const name of ['deployment-orders', 'service-orders', 'tests/pod-orders-connection-test']) {
      expect(files[`templates/${name}.yaml`]).toMatch(/^\{\{- if \.Values\.orders\.enabled \}\}\n[^]*\n\{\{- end \}\}\n$/);
    }
  });

  test('depend on one condition inside of another', () => {
    const files = filesOf((chart) => {
      if (HelmValue.boolean('a', { default: false })) {
        const text = HelmValue.string('text', { default: 'x' });
        const inner = new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map' }, data: { text } });
        HelmValue.condition('b', { default: false }).when(inner);
      }
      new kplus.ConfigMap(chart, 'other', { metadata: { name: 'other' } });
    });
    expect(files['templates/configmap-map.yaml']).toBe(
      [
        '{{- if .Values.a }}',
        '{{- if .Values.b }}',
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata:',
        '  name: map',
        'data:',
        '  text: {{ .Values.text | toJson }}',
        '{{- end }}',
        '{{- end }}',
        '',
      ].join('\n'),
    );
  });

  test('depend on two conditions that only together bring something', () => {
    const files = filesOf((chart) => {
      const [a, b] = ['a', 'b'].map((path) => HelmValue.boolean(path, { default: false }));
      new kplus.ConfigMap(chart, 'other', { metadata: { name: 'other' }, data: { a: `${a}`, b: `${b}` } });
      if (a && b) {
        new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map' } });
      }
    });
    expect(files['templates/configmap-map.yaml']).toMatch(/^\{\{- if \.Values\.a \}\}\n\{\{- if \.Values\.b \}\}\n/);
  });

  test('plain manifests have what is on by default, and only that', () => {
    const app = new dapr.App();
    const chart = new Chart(app, 'shop');
    for (const on of [true, false]) {
      const map = new kplus.ConfigMap(chart, `map-${on}`, { metadata: { name: `map-${on}` } });
      HelmValue.condition(`on.${on}`, { default: on }).when(map);
    }
    expect(app.synthYaml()).toContain('name: map-true');
    expect(app.synthYaml()).not.toContain('name: map-false');
  });

  test('have a name each, also where kind and name are alike', () => {
    const files = filesOf((chart) => {
      for (const namespace of ['a', 'b']) {
        new ApiObject(chart, namespace, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map', namespace } });
      }
    });
    expect(Object.keys(files).filter((path) => path.startsWith('templates/'))).toEqual([
      'templates/NOTES.txt',
      'templates/configmap-map.yaml',
      'templates/configmap-map-2.yaml',
    ]);
  });
});

test('nothing of a text is left for Helm to read, and Helm gives it back', () => {
  const texts = fc.array(fc.constantFrom('{', '{{', '{{{', '}}', '-', '"', ' ', 'a', '/*')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const template = escaped(text);
      expect(template.replaceAll('{{ "{{" }}', '')).not.toContain('{{');
      // What Go's templates do: from the left, each action gives its text.
      expect(template.split('{{ "{{" }}').join('{{')).toBe(text);
    }),
  );
});

describe('the files beside the templates', () => {
  const chart = dapr.HelmChart.of(everyKind, {
    ...PROPS,
    appVersion: '2.0',
    description: "It's a shop: {{ x }}",
    kubeVersion: '>=1.28.0-0',
    maintainers: [{ name: 'Shop team', email: 'shop@example.com' }],
    environments: [
      {
        name: 'production',
        values: {
          'orders.replicas': 5,
          'connectionTest.image': 'mine',
          probeInterval: Duration.seconds(90),
          'orders.memory': Size.mebibytes(64),
        },
      },
    ],
    existingSecrets: true,
  });
  const { files } = chart;

  test('are all that a chart has', () => {
    expect(Object.keys(files)).toEqual([
      '.helmignore',
      'Chart.yaml',
      'README.md',
      'templates/_helpers.tpl',
      'templates/NOTES.txt',
      'templates/deployment-orders.yaml',
      'templates/service-orders.yaml',
      'templates/component-statestore.yaml',
      'templates/component-bus.yaml',
      'templates/cronjob-shop-cleanup.yaml',
      'templates/configmap-settings.yaml',
      'templates/ingress-shop.yaml',
      'templates/tests/pod-orders-connection-test.yaml',
      'values-production.yaml',
      'values.schema.json',
      'values.yaml',
    ]);
  });

  test('say what the chart is', () => {
    expect(load(files['Chart.yaml'])).toEqual({
      apiVersion: 'v2',
      name: 'shop',
      version: '1.0.0',
      appVersion: '2.0',
      kubeVersion: '>=1.28.0-0',
      description: "It's a shop: {{ x }}",
      type: 'application',
      maintainers: [{ name: 'Shop team', email: 'shop@example.com' }],
    });
    expect(files['templates/NOTES.txt']).toBe(
      [
        'shop 1.0.0 is installed as {{ .Release.Name }} in the namespace {{ .Release.Namespace }}.',
        '',
        'Applications with Dapr:',
        '  orders',
        '',
        'Whether they listen:',
        '  helm test {{ .Release.Name }} --namespace {{ .Release.Namespace }}',
        '',
      ].join('\n'),
    );
  });

  test('list the values, with what they are for', () => {
    expect(files['values.yaml']).toMatch(/^image:\n {2}# The version of the image \(text\)\n {2}tag: "1\.0\.0"\n/);
    expect(files['values.yaml']).toContain(
      'secrets:\n  redisAuth:\n    # The Secret that takes the place of redis-auth (text)\n    existingSecret: redis-auth\n',
    );
    expect(files['values.yaml']).not.toContain('Release');
    expect(files['README.md']).toContain('| `orders.port` | whole number | `5001` | Where orders listens. At least 1024. At most 65535. |');
    expect(load(files['values-production.yaml'])).toEqual({
      orders: { replicas: 5, memory: '64Mi' },
      connectionTest: { image: 'mine' },
      probeInterval: '1m30s',
    });
  });

  test('give every text back as it was, whatever it is', () => {
    const texts = ['\n- ', 'a\n\n', '  x\n y ', '', '# no', 'yes', '1.0', '{{ x }}', 'it\'s "so"', 'tab\t', ' '];
    const { 'values.yaml': yaml } = filesOf((one) => {
      const data = Object.fromEntries(
        texts.map((text, i) => [`t${i}`, HelmValue.string(`deep.t${i}`, { default: text, description: 'Two\nlines' })]),
      );
      new ApiObject(one, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map' }, data });
    });
    expect(Object.values((load(yaml) as any).deep)).toEqual(texts);
    expect(yaml).toMatch(/^deep:\n {2}# Two\n {2}# lines \(text\)\n/);
  });

  test('have a schema that takes the defaults and other values, and no wrong ones', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(files['values.schema.json']) as object);
    const values = load(files['values.yaml']) as any;
    expect([validate(values), validate.errors]).toEqual([true, null]);
    expect(validate({ ...values, global: { x: 1 } })).toBe(true);
    const others = structuredClone(values);
    for (const [path, value] of Object.entries(OTHERS)) {
      const names = path.split('.');
      names.slice(0, -1).reduce((at, name) => at[name], others)[names.at(-1)!] = value;
    }
    expect([validate(others), validate.errors]).toEqual([true, null]);
    for (const wrong of [
      { apiLogging: 'true' },
      { ratio: 2 },
      { ratio: '0.5' },
      { brokers: 'a' },
      { labels: { team: 'x' } },
      { probeInterval: 5 },
      { typo: 1 },
    ]) {
      expect([wrong, validate({ ...values, ...wrong })]).toEqual([wrong, false]);
    }
    expect(validate({ ...values, orders: { ...values.orders, port: undefined } })).toBe(false);
  });

  test('test whether each Service listens', () => {
    const text = files['templates/tests/pod-orders-connection-test.yaml'];
    expect(text).toContain('helm.sh/hook: test');
    expect(text).toContain('name: orders-connection-test');
    expect(text).toContain('image: {{ .Values.connectionTest.image | toJson }}');
    expect(text).toContain(
      [
        'command:',
        '        - nc',
        '        - -z',
        '        - -w',
        '        - "5"',
        '        - orders',
        '        - {{ .Values.orders.port | toJson | toJson }}',
      ].join('\n'),
    );
    expect(
      Object.keys(filesOf((one) => new dapr.Application(one, 'a', { image: 'a:1', port: 80 }), { connectionTests: false })),
    ).not.toContain('templates/tests/pod-a-connection-test.yaml');
  });

  test('are the same each time', () => {
    expect(dapr.HelmChart.of(everyKind, PROPS).files).toEqual(dapr.HelmChart.of(everyKind, PROPS).files);
  });

  test('have none of the values of Secrets', () => {
    expect(Object.values(files).join('\n')).not.toMatch(/password: /);
  });
});

describe('what the options add', () => {
  test('labels, of the objects and not of pods and selectors', () => {
    const files = filesOf(
      (chart) => {
        new dapr.Application(chart, 'orders', { image: 'orders:1.0.0' });
        new ApiObject(chart, 'map', {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'map', labels: HelmValue.map('labels', { default: {} }) },
        });
      },
      { standardLabels: true, version: '1.0.0+build' },
    );
    const deployment = files['templates/deployment-orders.yaml'];
    const [head, spec] = deployment.split('\nspec:\n');
    expect(head).toContain(
      'labels:\n    helm.sh/chart: shop-1.0.0_build\n    app.kubernetes.io/instance: {{ .Release.Name | toJson }}\n    app.kubernetes.io/managed-by: {{ .Release.Service | toJson }}\n',
    );
    expect(spec).not.toContain('Release');
    expect(files['templates/configmap-map.yaml']).toContain('{{- range $key, $value := .Values.labels }}');
    expect(JSON.parse(files['values.schema.json']).properties.labels.propertyNames).toEqual({
      not: { enum: ['app.kubernetes.io/instance', 'app.kubernetes.io/managed-by', 'helm.sh/chart'] },
    });
  });

  test('a switch for every Secret that is referred to, wherever it is', () => {
    const files = filesOf(
      (chart) => {
        const secret = (id: string): kplus.ISecret => kplus.Secret.fromSecretName(chart, id, id);
        const env = secret('env');
        const orders = new dapr.Application(chart, 'orders', {
          image: 'orders:1.0.0',
          dockerRegistryAuth: secret('registry'),
          sidecar: { envFromSecret: { A: 'side-car:key', B: 'bare' } },
        });
        orders.container.env.addVariable('X', kplus.EnvValue.fromSecretValue({ secret: env, key: 'k' }));
        orders.container.mount('/x', kplus.Volume.fromSecret(chart, 'volume-of', secret('volume')));
        new dapr.state.Redis(chart, 'statestore', {
          redisHost: 'r:1',
          redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
        });
        const vault = new dapr.secretstores.LocalFile(chart, 'vault', { secretsFile: '/secrets.json' });
        new dapr.state.Redis(chart, 'other', {
          redisHost: 'r:1',
          redisPassword: dapr.SecretValue.fromSecretKeyRef('in-vault', 'password'),
          secretStore: vault,
        });
        const role = new kplus.Role(chart, 'role', { metadata: { name: 'role' } });
        role.allowGet(env);
      },
      { existingSecrets: true },
    );
    const { secrets } = load(files['values.yaml']) as any;
    expect(Object.entries<any>(secrets).map(([name, { existingSecret }]) => [name, existingSecret])).toEqual([
      ['sideCar', 'side-car'],
      ['env', 'env'],
      ['registry', 'registry'],
      ['volume', 'volume'],
      ['redis', 'redis'],
    ]);
    expect(files['templates/role-role.yaml']).toContain('- {{ .Values.secrets.env.existingSecret | toJson }}');
    expect(files['templates/deployment-orders.yaml']).toContain(
      'dapr.io/env-from-secret: {{ printf "A=%s:key,B=bare" .Values.secrets.sideCar.existingSecret | toJson }}',
    );
    expect(files['templates/component-other.yaml']).toContain('name: in-vault');
  });
});

test('the place of a value is that of the program, below the folder it runs in', () => {
  expect(() => HelmValue.string('-', { default: '' })).toThrow(join('test', 'helm-chart', 'chart-files.test.ts'));
});
