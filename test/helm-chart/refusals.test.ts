import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, Cron, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as dapr from '../../src';

const { HelmValue } = dapr;
const PROPS = { name: 'shop', version: '1.0.0' };

function program(define: (chart: Chart) => void): dapr.IHelmProgram {
  return { define: (app) => define(new Chart(app, 'shop')) };
}

function configMap(chart: Chart, data: { [key: string]: any }, name = 'settings'): ApiObject {
  return new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
}

/** The message of what goes wrong, with places in this file as `<here>`. */
function messageOf(define: (chart: Chart) => void, props: Partial<dapr.HelmChartProps> = {}): string {
  try {
    dapr.HelmChart.of(program(define), { ...PROPS, ...props });
  } catch (error) {
    return (error as Error).message.replaceAll(/test\/helm-chart\/refusals\.test\.ts:\d+/g, '<here>');
  }
  throw new Error('nothing went wrong');
}

describe('what stands beside the templates', () => {
  test.each<[string, Partial<dapr.HelmChartProps>, string]>([
    [
      'a version of two numbers',
      { version: '1.0' },
      "DAPR014 [chart shop] 'version' of HelmChart must be a version of Semantic Versioning, e.g. '1.0.0': got '1.0'",
    ],
    [
      "a version with a 'v'",
      { version: 'v1.2.3' },
      "DAPR014 [chart shop] 'version' of HelmChart must be a version of Semantic Versioning, e.g. '1.2.3': got 'v1.2.3'",
    ],
    [
      'a version that is none',
      { version: 'latest' },
      "DAPR014 [chart shop] 'version' of HelmChart must be a version of Semantic Versioning, e.g. '1.0.0': got 'latest'",
    ],
    [
      'a number as version',
      { version: 1 as never },
      "DAPR011 [chart shop] 'version' of HelmChart must be a version of Semantic Versioning, e.g. '1.0.0': got 1",
    ],
    [
      'a name that Helm refuses, and an unknown property, together',
      { name: 'My_Shop', descripton: 'x' } as never,
      "DAPR014 [chart My_Shop] 'name' of HelmChart must be lower case letters, digits and '-', e.g. 'shop': got 'My_Shop'\n" +
        "DAPR010 [chart My_Shop] 'descripton' is not a property of HelmChart: did you mean 'description'?",
    ],
    [
      'two environments of one name',
      {
        environments: [
          { name: 'a', values: {} },
          { name: 'a', values: {} },
        ],
      },
      "DAPR002 [chart shop] there are two environments named 'a': put their values together",
    ],
  ])('refuses %s', (_, props, message) => {
    expect(messageOf((chart) => configMap(chart, { a: 'b' }), props)).toBe(message);
  });

  test('refuses values of environments that the chart does not take', () => {
    const define = (chart: Chart): void => {
      configMap(chart, {
        text: HelmValue.string('image.tag', { default: '1' }),
        count: HelmValue.integer('count', { default: 1, maximum: 9 }),
      });
    };
    const environments = [{ name: 'production', values: { 'image.tga': 'x', 'image.tag': 2, count: 10 } }];
    expect(messageOf(define, { environments })).toBe(
      "DAPR010 [environment production] there is no value 'image.tga'; did you mean 'image.tag'?\n" +
        "DAPR011 [environment production] 'image.tag': the value must be a text: got 2\n" +
        "DAPR011 [environment production] 'count': the value must be at most 9: got 10",
    );
  });
});

describe('values that contradict each other', () => {
  test.each<[string, (chart: Chart) => void, string]>([
    [
      'two defaults',
      (chart) => {
        configMap(chart, { a: HelmValue.string('tag', { default: '1' }) });
        configMap(chart, { a: HelmValue.string('tag', { default: '2' }) }, 'other');
      },
      'DAPR015 [values tag] the default of a value is the same wherever it is used: got "1" at <here> and "2" at <here>; ask for it once and use the result in both places, or give one of them another path',
    ],
    [
      'two types',
      (chart) => {
        configMap(chart, { a: HelmValue.string('tag', { default: '1' }) });
        configMap(chart, { a: `${HelmValue.integer('tag', { default: 1 })}` }, 'other');
      },
      'DAPR015 [values tag] the type of a value is the same wherever it is used: got "string" at <here> and "integer" at <here>; ask for it once and use the result in both places, or give one of them another path',
    ],
    [
      'two descriptions',
      (chart) => {
        configMap(chart, { a: HelmValue.string('tag', { default: '1', description: 'One' }) });
        configMap(chart, { a: HelmValue.string('tag', { default: '1', description: 'Two' }) }, 'other');
      },
      'DAPR015 [values tag] the description of a value is the same wherever it is used: got "One" at <here> and "Two" at <here>; ask for it once and use the result in both places, or give one of them another path',
    ],
    [
      'a value below another',
      (chart) => {
        configMap(chart, { a: HelmValue.string('image', { default: 'x' }), b: HelmValue.string('image.tag', { default: '1' }) });
      },
      "DAPR015 [values image.tag] 'image' is a value itself (<here>), so that 'image.tag' (<here>) cannot be below it: give one of them another path, e.g. 'image.value'",
    ],
    [
      'a value that the options add, too',
      (chart) => {
        configMap(chart, { a: HelmValue.string('connectionTest.image', { default: 'x' }) });
        new dapr.Application(chart, 'orders', { image: 'orders:1.0.0', port: 5001 });
      },
      "DAPR015 [chart shop] the options of the chart add the value 'connectionTest.image', and the program has 'connectionTest.image' (<here>): give the program's value another path, or leave the option out",
    ],
  ])('refuses %s', (_, define, message) => {
    expect(messageOf(define)).toBe(message);
  });

  test('takes the same value twice, and the description from where it is given', () => {
    const chart = dapr.HelmChart.of(
      program((one) => {
        configMap(one, { a: HelmValue.string('tag', { default: '1' }) });
        configMap(one, { a: HelmValue.string('tag', { default: '1', description: 'The tag' }) }, 'other');
      }),
      PROPS,
    );
    expect(chart.files['values.yaml']).toBe('# The tag (text)\ntag: "1"\n');
  });
});

describe('what no value may decide', () => {
  test.each<[string, (chart: Chart) => void, string]>([
    [
      "a component's name",
      (chart) => {
        const name = HelmValue.string('store', { default: 'statestore' });
        new dapr.state.Redis(chart, 'statestore', { redisHost: 'redis:6379', objectMeta: { name } });
      },
      "DAPR015 [shop/statestore] metadata.name: the value 'store' decides the name of a Component, by which applications and other objects call it: give it a name of its own in the program",
    ],
    [
      'an app id',
      (chart) => {
        new dapr.Application(chart, 'orders', { image: 'orders:1.0.0', appId: HelmValue.string('app', { default: 'orders' }) });
      },
      "DAPR015 [shop/orders/Deployment/Resource] annotation 'dapr.io/app-id': the value 'app' decides an app id, by which other applications, scopes and policies know this one: write it in the program",
    ],
    [
      'an app id inside of a job',
      (chart) => {
        const job = new kplus.CronJob(chart, 'job', {
          metadata: { name: 'job' },
          schedule: Cron.daily(),
          containers: [{ image: 'job:1' }],
        });
        dapr.Sidecar.inject(job, { appId: HelmValue.string('app', { default: 'job' }) });
      },
      "DAPR015 [shop/job/Resource] annotation 'dapr.io/app-id': the value 'app' decides an app id, by which other applications, scopes and policies know this one: write it in the program",
    ],
    [
      'what a Secret holds',
      (chart) => {
        new ApiObject(chart, 'secret', {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'redis' },
          stringData: { entry: HelmValue.string('redis.entry', { default: 'x' }) },
        });
      },
      "DAPR015 [shop/secret] stringData: the value 'redis.entry' is written into a Secret, and values are no secrets: leave the Secret out of the chart and refer to it by name",
    ],
    [
      'a plain secret',
      (chart) => {
        const redisPassword = dapr.SecretValue.unsafePlainText(HelmValue.string('redis.entry', { default: 'x' }));
        new dapr.state.Redis(chart, 'statestore', { redisHost: 'redis:6379', redisPassword });
      },
      "DAPR015 [values redis.entry at <here>] the value is used in SecretValue.unsafePlainText, and values are no secrets: use SecretValue.fromSecretKeyRef, and make the Secret's name the value",
    ],
    [
      'the name of an object that another one still calls by its default',
      (chart) => {
        const name = HelmValue.string('account', { default: 'orders' });
        new ApiObject(chart, 'account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } });
        new ApiObject(chart, 'pod', {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'pod' },
          spec: { serviceAccountName: 'orders', containers: [] },
        });
      },
      "DAPR015 [shop/pod] spec.serviceAccountName: 'orders' refers to shop/account, whose name the value 'account' decides: use the same value here",
    ],
    [
      'a kind',
      (chart) => {
        const kind = HelmValue.enum('kind', { default: 'ConfigMap', allowed: ['ConfigMap', 'Other'] });
        new ApiObject(chart, 'object', { apiVersion: 'v1', kind, metadata: { name: 'x' } });
      },
      "DAPR015 [shop/object] kind: the value 'kind' decides the kind of an object, which the chart fixes: write it in the program",
    ],
  ])('refuses one that decides %s', (_, define, message) => {
    expect(messageOf(define)).toBe(message);
  });

  test('lets the name of an object change where others name something else alike', () => {
    const name = (): string => HelmValue.string('account', { default: 'orders' });
    const define = (chart: Chart): void => {
      new ApiObject(chart, 'account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: name() } });
      new ApiObject(chart, 'binding', {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: { name: 'orders' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'orders' },
        subjects: [{ kind: 'ServiceAccount', name: name() }],
      });
    };
    expect(dapr.HelmChart.of(program(define), PROPS).files['templates/rolebinding-orders.yaml']).toContain(
      'name: {{ .Values.account | toJson }}',
    );
  });

  test('lets the name of an object change with all that refer to it', () => {
    const chart = dapr.HelmChart.of(
      program((one) => {
        const name = `${HelmValue.releaseName({ default: 'shop' })}-orders`;
        new ApiObject(one, 'account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } });
        new ApiObject(one, 'pod', {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'pod' },
          spec: { serviceAccountName: name, containers: [] },
        });
      }),
      PROPS,
    );
    expect(chart.files['templates/pod-pod.yaml']).toContain('serviceAccountName: {{ printf "%s-orders" .Release.Name | toJson }}');
    expect(chart.files['templates/serviceaccount-shop-orders.yaml']).toContain('name: {{ printf "%s-orders" .Release.Name | toJson }}');
  });
});

describe('what a template cannot repeat', () => {
  test.each<[string, (chart: Chart) => void, string]>([
    [
      'a number that is computed with',
      (chart) => {
        configMap(chart, { a: HelmValue.integer('count', { default: 3 }) * 2 });
      },
      "DAPR015 [shop/settings] data.a: the value 'count' (<here>) decides this in a way that a chart cannot repeat: 3 gives 6, 1016 gives 2032; use the value as it is or inside of a text, make it a HelmValue.boolean or HelmValue.enum, whose every value is tried, or set this field on its own",
    ],
    [
      'a number that decides whether something is there',
      (chart) => {
        new dapr.Application(chart, 'orders', {
          image: 'orders:1.0.0',
          replicas: HelmValue.integer('replicas', { default: 1, minimum: 0 }),
        });
      },
      "DAPR015 [shop/orders/Deployment/Resource] spec.template.spec.topologySpreadConstraints: the value 'replicas' (<here>) decides this in a way that a chart cannot repeat: 1 gives nothing, 1014 gives [an object with labelSelector, maxSkew, topologyKey, whenUnsatisfiable, an object with labelSelector, maxSkew, topologyKey, whenUnsatisfiable]; use the value as it is or inside of a text, make it a HelmValue.boolean or HelmValue.enum, whose every value is tried, or set this field on its own",
    ],
    [
      'a text that is changed',
      (chart) => {
        configMap(chart, { a: HelmValue.string('name', { default: 'x' }).toUpperCase() });
      },
      "DAPR015 [shop/settings] data.a: the value 'name' (<here>) decides this in a way that a chart cannot repeat: 'x' gives 'X', 'x-h0q7z' gives 'X-H0Q7Z'; use the value as it is or inside of a text, make it a HelmValue.boolean or HelmValue.enum, whose every value is tried, or set this field on its own",
    ],
    [
      'two values that are added up',
      (chart) => {
        configMap(chart, { a: HelmValue.integer('one', { default: 1 }) + HelmValue.integer('two', { default: 0 }) });
      },
      "DAPR015 [shop/settings] data.a: the value 'two' (<here>) decides this in a way that a chart cannot repeat: 0 gives 1, 1015 gives 1016; use the value as it is or inside of a text, make it a HelmValue.boolean or HelmValue.enum, whose every value is tried, or set this field on its own",
    ],
  ])('refuses %s', (_, define, message) => {
    expect(messageOf(define)).toBe(message);
  });

  test('refuses two values that are told apart only together', () => {
    expect(
      messageOf((chart) => {
        const [a, b] = ['a', 'b'].map((path) => HelmValue.integer(path, { default: 1 }));
        configMap(chart, { a: a > 1 && b > 1 ? 'both' : 'not both', b: `${a}`, c: `${b}` });
      }),
    ).toBe(
      'DAPR015 [shop/settings] data.a: several values decide together what stands there, and the chart cannot say how: change it in the program so that each place depends on one value, or on texts put together',
    );
  });

  test('refuses a program that is never twice the same', () => {
    let runs = 0;
    expect(messageOf((chart) => configMap(chart, { a: `${runs++}` }))).toBe(
      'DAPR015 [chart shop] the program makes something else each time it is run, though no value has changed: it must not depend on the clock, on random numbers, or on what an earlier run has left',
    );
  });

  test('refuses a value that nothing uses', () => {
    expect(
      messageOf((chart) => {
        HelmValue.string('unused', { default: 'x' });
        configMap(chart, { a: 'b' });
      }),
    ).toBe('DAPR015 [values unused at <here>] the value changes nothing in any object: use it, or leave it out');
  });

  test('refuses a value of which the program takes the default alone, with what it says', () => {
    expect(
      messageOf((chart) => {
        const type = HelmValue.string('kind', { default: 'zipkin' });
        if (type !== 'zipkin') {
          throw new Error('only zipkin is supported');
        }
        configMap(chart, { type });
      }),
    ).toBe(
      "DAPR013 [values kind at <here>] the program takes the default 'zipkin' and no other value that was tried: give one that it takes as 'example', or limit the value (allowed, pattern, minimum, maximum); with 'zipkin-h0q7z' it says: only zipkin is supported",
    );
  });

  test('reports what is wrong with the manifests themselves as plain synth does', () => {
    const define = (chart: Chart): void => {
      configMap(chart, { a: 'b' });
      new ApiObject(chart, 'again', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
    };
    expect(messageOf(define)).toContain("DAPR002 [shop/again] a ConfigMap named 'settings' exists already at shop/settings");
  });
});

describe('writing', () => {
  const chart = (data: { [key: string]: string }, name = 'settings'): dapr.HelmChart =>
    dapr.HelmChart.of(
      program((one) => configMap(one, data, name)),
      PROPS,
    );
  let outdir: string;
  beforeEach(() => (outdir = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-chart-'))));
  afterEach(() => rmSync(outdir, { recursive: true }));

  test('replaces what it wrote before as a whole, and leaves nothing else behind', () => {
    expect(chart({ a: 'b' }, 'old').write(outdir)).toBe(join(outdir, 'shop'));
    chart({ a: 'c' }, 'new').write(outdir);
    expect(readdirSync(join(outdir, 'shop/templates'))).toEqual(['NOTES.txt', 'configmap-new.yaml']);
    expect(readdirSync(outdir)).toEqual(['shop']);
  });

  test('leaves what is there when the program fails', () => {
    chart({ a: 'b' }).write(outdir);
    expect(() =>
      dapr.HelmChart.of(
        program(() => HelmValue.string('bad-path', { default: '' })),
        PROPS,
      ).write(outdir),
    ).toThrow(/^DAPR001/);
    expect(readFileSync(join(outdir, 'shop/templates/configmap-settings.yaml'), 'utf8')).toContain('a: b');
  });

  test('refuses a folder that it has not written', () => {
    mkdirSync(join(outdir, 'shop'));
    writeFileSync(join(outdir, 'shop/precious.txt'), 'mine');
    expect(() => chart({ a: 'b' }).write(outdir)).toThrow(
      `cannot write the chart '${join(outdir, 'shop')}': the folder is there already, and was not written as a chart of this library; move it, or write elsewhere; what was there is unchanged`,
    );
    expect(readdirSync(join(outdir, 'shop'))).toEqual(['precious.txt']);
    expect(readdirSync(outdir)).toEqual(['shop']);
  });

  test('refuses an outdir that is a file', () => {
    writeFileSync(join(outdir, 'file'), '');
    expect(() => chart({ a: 'b' }).write(join(outdir, 'file'))).toThrow(
      /^cannot write the chart '.*\/file\/shop': .*; what was there is unchanged$/,
    );
  });
});

// Last, because values that were asked for outside of a chart are remembered as long as the process lives.
describe('the chart of an app that exists', () => {
  test('has its manifests, and what the options add', () => {
    const app = new dapr.App();
    new dapr.Application(new Chart(app, 'shop'), 'orders', { image: 'orders:1.0.0', resources: { memory: { limit: Size.mebibytes(64) } } });
    const { files } = dapr.HelmChart.ofApp(app, { ...PROPS, workloadValues: true });
    expect(files['templates/deployment-orders.yaml']).toContain('resources: {{ .Values.workloads.orders.resources | toJson }}');
    expect(files['values.yaml']).toContain('    resources:\n      limits:\n        memory: 64Mi\n');
  });

  test('is refused where values were asked for, which it does not have', () => {
    const app = new dapr.App();
    new kplus.ConfigMap(new Chart(app, 'shop'), 'settings', { data: { tag: HelmValue.string('image.tag', { default: '1' }) } });
    expect(() => dapr.HelmChart.ofApp(app, PROPS)).toThrow(
      /^DAPR015 \[chart shop\] the value 'image.tag' \(test\/helm-chart\/refusals\.test\.ts:\d+\) was asked for while no chart was made, so that only its default is in the app: make the chart with HelmChart.of and a program$/,
    );
  });
});
