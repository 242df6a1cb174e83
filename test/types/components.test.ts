import { dirname, join } from 'node:path';
import * as ts from 'typescript';
import { ComponentFact, FieldFact } from '../../tools/generate/catalog';
import { propertyOf } from '../../tools/generate/fields';
import { constantName, enumName } from '../../tools/generate/names';
import { CATALOG } from '../support/samples';

/** A statement, and whether it must compile. */
interface Line {
  readonly code: string;
  readonly compiles: boolean;
}

const HEAD = `import { Chart, Duration, Size } from 'cdk8s';
import * as dapr from '../../src';
declare const chart: Chart;
`;

/** TypeScript source of a right value. */
function source(component: ComponentFact, key: string, field: FieldFact): string {
  switch (field.is) {
    case 'text':
      return `'text'`;
    case 'secret':
      return `dapr.SecretValue.fromSecretKeyRef('secret')`;
    case 'integer':
    case 'number':
      return '5';
    case 'boolean':
      return 'true';
    case 'enum':
      return `dapr.${component.module}.${enumName(component.class, propertyOf(key, field))}.${constantName(field.of![0])}`;
    case 'duration':
      return 'Duration.seconds(1)';
    case 'durations':
      return '[Duration.seconds(1)]';
    case 'size':
      return 'Size.mebibytes(1)';
    case 'texts':
    case 'names':
      return `['text']`;
    default:
      return `{ name: 'text' }`;
  }
}

function construct(component: ComponentFact, props: [string, string][]): string {
  return `new dapr.${component.module}.${component.class}(chart, 'it', { ${props.map(([name, value]) => `${name}: ${value}`).join(', ')} });`;
}

function authSource(component: ComponentFact): [string, string][] {
  if (!component.authRequired) {
    return [];
  }
  const [name, profile] = Object.entries(component.auth!)[0];
  const fields = { ...(profile.uses ? CATALOG.profiles[profile.uses].fields : {}), ...profile.fields };
  const props = Object.entries(fields).map(([key, field]) => `${propertyOf(key, field)}: ${source(component, key, field)}`);
  return [['auth', `dapr.${component.module}.${component.class}Auth.${name}(${props.length ? `{ ${props.join(', ')} }` : ''})`]];
}

function linesOf(component: ComponentFact): Line[] {
  const all = Object.entries(component.fields).map(([key, field]): [string, string, FieldFact] => [
    propertyOf(key, field),
    source(component, key, field),
    field,
  ]);
  const required = [
    ...all.filter(([, , field]) => field.required).map(([name, value]): [string, string] => [name, value]),
    ...authSource(component),
  ];
  const every = [...all.map(([name, value]): [string, string] => [name, value]), ...authSource(component)];
  return [
    { code: construct(component, required), compiles: true },
    { code: construct(component, every), compiles: true },
    { code: construct(component, [...required, ['nonsense', '1']]), compiles: false },
    ...required.map((gone) => ({
      code: construct(
        component,
        required.filter((prop) => prop !== gone),
      ),
      compiles: false,
    })),
    ...every.map(([name]) => ({
      code: construct(component, [...required.filter(([other]) => other !== name), [name, 'new Date()']]),
      compiles: false,
    })),
    ...all
      .filter(([, , field]) => field.is === 'secret')
      .map(([name]) => ({
        code: construct(component, [...required.filter(([other]) => other !== name), [name, `'in plain text'`]]),
        compiles: false,
      })),
  ];
}

/** Mistakes that types stop beside those of single fields. */
const OTHER: Line[] = [
  { code: `new dapr.state.Memcached(chart, 'it', { hosts: ['a'], actorStateStore: true });`, compiles: false },
  { code: `new dapr.state.Memcached(chart, 'it', { hosts: ['a'], outbox: { publishPubsub: 'a', publishTopic: 'b' } });`, compiles: false },
  { code: `new dapr.state.Redis(chart, 'it', { outbox: { publishPubsub: 'a' } });`, compiles: false },
  { code: `new dapr.state.Redis(chart, 'it', { redisPassword: dapr.MetadataValue.fromSecretKeyRef('a', 'b') });`, compiles: false },
  { code: `new dapr.state.Redis(chart, 'it', { redisHost: dapr.SecretValue.fromSecretKeyRef('a', 'b') });`, compiles: true },
  { code: `const actors: dapr.IActorStateStore = new dapr.state.Redis(chart, 'it');`, compiles: true },
  { code: `const noActors: dapr.IActorStateStore = new dapr.state.Memcached(chart, 'it', { hosts: ['a'] });`, compiles: false },
  { code: `const query: dapr.IQueryableStateStore = new dapr.state.Redis(chart, 'it');`, compiles: true },
  {
    code: `const noQuery: dapr.IQueryableStateStore = new dapr.state.Sqlite(chart, 'it', { connectionString: dapr.SecretValue.fromEnv('A') });`,
    compiles: false,
  },
  {
    code: `const noTtl: dapr.ITtlStateStore = new dapr.state.Zookeeper(chart, 'it', { servers: 'a', sessionTimeout: '5s' });`,
    compiles: false,
  },
  { code: `const noBulk: dapr.IBulkPubSub = new dapr.pubsub.Redis(chart, 'it');`, compiles: false },
  { code: `const noInput: dapr.IInputBinding = new dapr.bindings.AwsS3(chart, 'it', { bucket: 'a' });`, compiles: false },
  { code: `new dapr.bindings.AwsS3(chart, 'it', { bucket: 'a', route: '/a' });`, compiles: false },
  { code: `new dapr.lock.Redis(chart, 'it', { redisHost: 'a', keyPrefix: dapr.KeyPrefix.NAMESPACE });`, compiles: false },
  { code: `dapr.pubsub.KafkaAuth.sasl({ saslUsername: 'a' });`, compiles: false },
  {
    code: `dapr.pubsub.KafkaAuth.sasl({ saslUsername: 'a', saslPassword: dapr.SecretValue.fromEnv('A'), oidcClientID: 'b' });`,
    compiles: false,
  },
  { code: `new dapr.pubsub.Kafka(chart, 'it', { brokers: 'a', auth: {} });`, compiles: false },
  { code: `new dapr.pubsub.Kafka(chart, 'it', { brokers: 'a', auth: dapr.bindings.RedisAuth.azureManagedIdentity() });`, compiles: false },
  { code: `new dapr.Component(chart, 'it', { type: 'state.redis', secretStore: 'vault' });`, compiles: false },
];

/** The lines that do not do as they should, with what the compiler says. */
function surprises(lines: Line[]): string[] {
  const file = join(__dirname, 'components.virtual.ts');
  const head = HEAD.split('\n').length - 1;
  const text = HEAD + lines.map((line) => line.code).join('\n');
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node20,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    esModuleInterop: true,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : read(name, ...rest));
  host.fileExists = (
    (exists) => (name: string) =>
      name === file || exists(name)
  )(host.fileExists.bind(host));
  host.getCurrentDirectory = () => dirname(file);
  const program = ts.createProgram([file], options, host);
  const virtual = program.getSourceFile(file)!;
  const errors = new Map<number, string>();
  for (const diagnostic of [...program.getSyntacticDiagnostics(virtual), ...program.getSemanticDiagnostics(virtual)]) {
    const line = virtual.getLineAndCharacterOfPosition(diagnostic.start!).line - head;
    errors.set(line, ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '));
  }
  return lines.flatMap((line, i) => (line.compiles === errors.has(i) ? [`${line.code}\n    ${errors.get(i) ?? 'compiles'}`] : []));
}

test('every class compiles with what it needs, and with none of the mistakes that its types shall stop', () => {
  const lines = [...CATALOG.components.flatMap(linesOf), ...OTHER];
  expect(lines.length).toBeGreaterThan(1900);
  expect(surprises(lines)).toEqual([]);
}, 120_000);

test('the check sees a line that should not compile and does', () => {
  expect(surprises([{ code: `new dapr.state.InMemory(chart, 'it');`, compiles: false }])).toEqual([
    `new dapr.state.InMemory(chart, 'it');\n    compiles`,
  ]);
}, 60_000);
