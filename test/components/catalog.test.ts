import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import * as dapr from '../../src';
import { ALIASES, MISNAMED, TYPES } from '../../src/generated/component-types';
import { ComponentFact, FieldFact } from '../../tools/generate/catalog';
import { propertyOf } from '../../tools/generate/fields';
import { authSample, CATALOG, classOf, leastProps, sampleOf, samples } from '../support/samples';
import { expectValid } from '../support/schemas';

const title = (component: ComponentFact): string => `${component.type} ${component.version}`;
const ALL: [string, ComponentFact][] = CATALOG.components.map((component) => [title(component), component]);

function chartFor(component: ComponentFact): Chart {
  const app = Testing.app();
  if (component.since === '1.19') {
    dapr.DaprVersion.use(app, dapr.DaprVersion.V1_19);
  }
  return new Chart(app, 'test');
}

/** Whoever changes what it is given fails. */
function frozen<T extends object>(props: T): T {
  Object.values(props).forEach((value) => Array.isArray(value) && Object.freeze(value));
  return Object.freeze(props);
}

function byName(metadata: any[]): any[] {
  return [...metadata].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function newest(): Chart {
  const app = Testing.app();
  dapr.DaprVersion.use(app, dapr.DaprVersion.V1_19);
  return new Chart(app, 'test');
}

function emit(chart: Chart, component: ComponentFact, props: object): any {
  // Not synthesized: every field at once goes together for no component.
  const manifest = new (classOf(component))(chart, 'it', props).toJson();
  expectValid(manifest);
  return manifest;
}

/** What it says when it is made of these props; empty where it says nothing. */
function complaint(component: ComponentFact, props: object): string {
  try {
    new (classOf(component))(chartFor(component), 'it', props);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test('covers every type and version that daprd 1.18 registers', () => {
  const known = CATALOG.components.filter((component) => component.since !== '1.19');
  expect(known.length).toBe(138); // 146 entries of the reference, less 6 name resolvers, a type that is not compiled in, and a test type
  const names = new Set(known.flatMap((component) => [component.type, ...(component.aliases ?? [])]));
  expect(names.size).toBe(147); // 154 names of the reference, less the 7 of the name resolvers
});

describe.each(ALL)('%s', (_, component) => {
  test('gives the exact metadata for the least that it takes', () => {
    const { props, metadata } = leastProps(component);
    const manifest = emit(chartFor(component), component, frozen(props));
    expect(manifest).toMatchObject({ apiVersion: 'dapr.io/v1alpha1', kind: 'Component', metadata: { name: 'it' } });
    expect(manifest.spec).toEqual({ type: component.type, version: component.version, metadata });
  });

  test('gives the exact metadata for every field', () => {
    const { props, metadata } = samples(component, component.fields, () => true);
    const auth = component.authRequired
      ? authSample(component, Object.keys(component.auth!)[0], (field) => field.required === true)
      : { auth: undefined, metadata: [] };
    const manifest = emit(newest(), component, { ...props, ...(auth.auth ? { auth: auth.auth } : {}) });
    expect(byName(manifest.spec.metadata)).toEqual(byName([...metadata, ...auth.metadata]));
  });

  test('names each required field that is missing, all at once', () => {
    const required = Object.entries(component.fields).filter(([, field]) => field.required);
    const lines = complaint(component, {}).split('\n').filter(Boolean);
    const expected = required.map(
      ([key, field]) => `DAPR012 [test/it] '${propertyOf(key, field)}' is required by ${title(component)}: got nothing, expected `,
    );
    expected.forEach((start) => expect(lines.filter((line) => line.startsWith(start))).toHaveLength(1));
    expect(lines).toHaveLength(required.length + (component.authRequired ? 1 : 0) + (component.anyOf ? 1 : 0));
  });

  test('names each field of a wrong type', () => {
    const fields = Object.entries(component.fields).filter(([, field]) => field.is !== 'names');
    const wrong = Object.fromEntries(fields.map(([key, field]) => [propertyOf(key, field), new Map()]));
    const version = fields.some(([, field]) => field.since) ? newest() : chartFor(component);
    let message = '';
    try {
      new (classOf(component))(version, 'it', wrong);
    } catch (error) {
      message = (error as Error).message;
    }
    for (const [key, field] of fields) {
      expect(message).toMatch(
        new RegExp(`DAPR01[13] \\[test/it\\] '${propertyOf(key, field)}' of ${title(component).replace(/\./g, '\\.')} must be .+: got `),
      );
    }
  });

  test('takes every field that is no secret from a secret or the environment too', () => {
    const fields = Object.entries(component.fields).filter(
      ([, field]) => field.is !== 'names' && field.is !== 'texts by name' && field.since === undefined,
    );
    const props = Object.fromEntries(
      fields.map(([key, field]) => [
        propertyOf(key, field),
        field.is === 'secret' ? dapr.SecretValue.fromEnv('FROM_ENV') : dapr.MetadataValue.fromSecretKeyRef('name', 'key'),
      ]),
    );
    const auth = component.authRequired ? { auth: leastProps(component).props.auth } : {};
    const manifest = emit(chartFor(component), component, { ...props, ...auth });
    const items = new Map<string, any>(manifest.spec.metadata.map((item: any) => [item.name, item]));
    for (const [key, field] of fields) {
      expect(items.get(key)).toEqual(
        field.is === 'secret' ? { name: key, envRef: 'FROM_ENV' } : { name: key, secretKeyRef: { name: 'name', key: 'key' } },
      );
    }
  });
});

describe.each(ALL.filter(([, component]) => component.auth))('the profiles of %s', (_, component) => {
  test.each(Object.keys(component.auth!))('%s gives the exact metadata of all it takes', (name) => {
    const least = samples(component, component.fields, (field) => field.required === true);
    const { auth, metadata } = authSample(component, name, () => true);
    const manifest = emit(newest(), component, { ...least.props, ...anyOf(component), auth });
    expect(manifest.spec.metadata).toEqual(expect.arrayContaining(metadata));
    const keys = manifest.spec.metadata.map((item: any) => item.name);
    expect(new Set(keys).size).toBe(keys.length);
  });

  function anyOf(fact: ComponentFact): object {
    const [first] = fact.anyOf ?? [];
    return first === undefined ? {} : { [propertyOf(first, fact.fields[first])]: sampleOf(fact, first, fact.fields[first]).value };
  }
});

test.each(ALL.filter(([, component]) => component.since))('%s is refused where the target version lacks it', (name, component) => {
  const app = Testing.app();
  dapr.DaprVersion.use(app, dapr.DaprVersion.V1_15);
  const { props } = leastProps(component);
  expect(() => new (classOf(component))(new Chart(app, 'test'), 'it', props)).toThrow(
    `DAPR016 [test/it] ${name} is known to Dapr ${component.since} and later, and the manifests are for Dapr 1.15: set another version with DaprVersion.use`,
  );
});

test('a field that the target version lacks is refused', () => {
  expect(
    () => new dapr.pubsub.Pulsar(Testing.chart(), 'it', { host: dapr.SecretValue.fromEnv('HOST'), topicsPattern: 'orders-.*' }),
  ).toThrow(
    "DAPR016 [test/it] 'topicsPattern' of pubsub.pulsar v1 is known to Dapr 1.19 and later, and the manifests are for Dapr 1.18: leave it out, or set another version with DaprVersion.use",
  );
});

test('keys with a name that the user chooses are written by that name, sorted', () => {
  const chart = Testing.chart();
  new dapr.pubsub.Pulsar(chart, 'pulsar', {
    host: dapr.SecretValue.fromEnv('HOST'),
    jsonSchemas: { b: '{}', a: '{"x":1}' },
    rawSchemaTopics: ['d', 'c'],
  });
  new dapr.bindings.GraphQl(chart, 'graphql', { endpoint: 'https://x', headers: { 'X-Tenant': 'shop' } });
  const [pulsar, graphql] = Testing.synth(chart);
  expect(pulsar.spec.metadata.slice(1)).toEqual([
    { name: 'a.jsonschema', value: '{"x":1}' },
    { name: 'b.jsonschema', value: '{}' },
    { name: 'c.rawschema', value: 'true' },
    { name: 'd.rawschema', value: 'true' },
  ]);
  expect(graphql.spec.metadata[1]).toEqual({ name: 'header:X-Tenant', value: 'shop' });
});

test('every alias and wrong name leads to a type that has a class', () => {
  for (const type of [...Object.values(ALIASES), ...Object.values(MISNAMED)]) {
    expect(TYPES[type]).toBeDefined();
  }
  expect(Object.keys(MISNAMED).sort()).toEqual([
    'crypto.jwks',
    'crypto.kubernetes.secrets',
    'crypto.localstorage',
    'secretstores.aws.secretsmanager',
  ]);
});

test('a store has exactly the interfaces of its capabilities', () => {
  const members: [string, string, keyof any][] = [
    ['state', 'actors', 'useForActors'],
    ['state', 'transactions', 'supportsTransactions'],
    ['state', 'query', 'supportsQuery'],
    ['state', 'ttl', 'supportsTtl'],
    ['pubsub', 'bulk', 'supportsBulk'],
    ['pubsub', 'messageTtl', 'supportsTtl'],
  ];
  for (const component of CATALOG.components) {
    const it: any = new (classOf(component))(chartFor(component), 'it', leastProps(component).props);
    for (const [category, capability, member] of members) {
      if (component.category === category) {
        expect([title(component), member, it[member] !== undefined]).toEqual([
          title(component),
          member,
          component.capabilities?.includes(capability) ?? false,
        ]);
      }
    }
  }
});

test('no field that daprd reads only per request, or not at all, is offered', () => {
  const offered = (type: string): string[] =>
    CATALOG.components.filter((component) => component.type === type).flatMap((component) => Object.keys(component.fields));
  const gone: Record<string, string[]> = {
    'bindings.alicloud.oss': ['objectKey'],
    'bindings.alicloud.sls': ['project', 'logstore', 'topic', 'source'],
    'bindings.aws.kinesis': ['partitionKey'],
    'bindings.dubbo': ['interfaceName', 'methodName'],
    'bindings.influx': ['measurement'],
    'bindings.localstorage': ['fileName'],
    'bindings.mqtt3': ['qos'],
    'bindings.rabbitmq': ['contentType'],
    'bindings.sftp': ['fileName'],
    'lock.redis': ['redeliverInterval', 'processingTimeout'],
    'pubsub.rabbitmq': ['concurrency'],
    'secretstores.huaweicloud.csms': ['version_id'],
    'state.redis': ['redeliverInterval', 'processingTimeout'],
  };
  for (const [type, fields] of Object.entries(gone)) {
    expect(offered(type)).toEqual(expect.not.arrayContaining([fields[0]]));
    fields.forEach((field) => expect(offered(type)).not.toContain(field));
  }
});

test('every secret of the catalog takes a SecretValue only', () => {
  const source = (component: ComponentFact): string =>
    readFileSync(join(__dirname, '../../src', component.module, `${component.file.split('/').pop()!.replace('.yaml', '')}.ts`), 'utf8');
  for (const component of CATALOG.components) {
    const text = source(component);
    const secrets = (fields: Record<string, FieldFact> = {}): string[] =>
      Object.entries(fields)
        .filter(([, field]) => field.is === 'secret')
        .map(([key, field]) => propertyOf(key, field));
    for (const name of secrets(component.fields)) {
      expect(text).toMatch(new RegExp(`readonly ${name}\\??: SecretValue;`));
    }
  }
});
