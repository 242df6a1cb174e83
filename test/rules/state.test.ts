import fc from 'fast-check';
import { modelOf } from '../../src/rules/model/model';
import type { Resource } from '../../src/rules/model/resource';
import { Visibility } from '../../src/rules/model/visibility';
import { check } from '../../src/rules/engine';
import { STATE_RULES } from '../../src/rules/state';
import { findings, rule } from '../support/rules';

const NAMES = ['a', 'b'];
const RESOURCE = fc.record({
  namespace: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
  scopes: fc.option(fc.subarray(NAMES, { minLength: 1 }), { nil: undefined }),
});

function sharesApp(a: Pick<Resource, 'namespace' | 'scopes'>, b: Pick<Resource, 'namespace' | 'scopes'>): boolean {
  const namespaces = a.namespace === undefined || b.namespace === undefined || a.namespace === b.namespace;
  return namespaces && (a.scopes === undefined || b.scopes === undefined || a.scopes.some((id) => b.scopes!.includes(id)));
}

test('finds a resource that some application sees together with another exactly where there is one', () => {
  fc.assert(
    fc.property(fc.array(RESOURCE, { maxLength: 6 }), RESOURCE, (earlier, one) => {
      const visibility = new Visibility<Resource>();
      earlier.forEach((resource) => visibility.add(resource as Resource));
      const clash = visibility.clash(one as Resource);
      expect(clash !== undefined).toBe(earlier.some((other) => sharesApp(other, one)));
      if (clash !== undefined) {
        expect(sharesApp(clash.other, one)).toBe(true);
      }
    }),
  );
});

function store(name: string, metadata: string, more = ''): string {
  return `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: state.in-memory, version: v1, metadata: [${metadata}] }
${more}`;
}

const ACTORS = "{ name: actorStateStore, value: 'true' }";

test('two actor state stores of two files are a warning: they may be variants for two places', () => {
  const bodies = ['one', 'two'].map((name) => ({
    source: `${name}.yaml`,
    body: {
      apiVersion: 'dapr.io/v1alpha1',
      kind: 'Component',
      metadata: { name },
      spec: { type: 'state.in-memory', version: 'v1', metadata: [{ name: 'actorStateStore', value: 'true' }] },
    },
  }));
  const severities = (complete: boolean) =>
    check(modelOf(bodies, { complete }), { rules: [rule('DAPR080')] }).findings.map(({ severity }) => severity);
  expect(severities(false)).toEqual(['warning']);
  expect(severities(true)).toEqual(['error']);
});

test('the same actor state store twice is no second one', () => {
  expect(findings(`${store('one', ACTORS)}---${store('one', ACTORS)}`, [rule('DAPR080')])).toEqual([]);
});

test('a value that comes from a secret or the environment marks no actor state store', () => {
  const late = ['{ name: actorStateStore, secretKeyRef: { name: s, key: k } }', '{ name: actorStateStore, envRef: ACTORS }'];
  expect(findings(`${store('one', late[0])}---${store('two', late[1])}`, [rule('DAPR080')])).toEqual([]);
});

test.each([
  ['appid', []],
  ['AppID', []],
  ['NONE', []],
  ['game', []],
  ['shop', []],
  ['{appID}', []],
  ['app_id', ["warning DAPR084 Component/s spec.metadata[0]: keyPrefix 'app_id' is taken as a prefix of its own; did you mean 'appid'?"]],
  ['||', ["error DAPR084 Component/s spec.metadata[0]: keyPrefix must not hold '||': got '||'"]],
])('judges keyPrefix %s', (value, expected) => {
  expect(findings(store('s', `{ name: KeyPrefix, value: '${value}' }`), [rule('DAPR084')])).toEqual(expected);
});

test.each([
  ['000102030405060708090a0b0c0d0e0f', 0],
  ['000102030405060708090A0B0C0D0E0F0001020304050607', 0],
  ['00'.repeat(32), 0],
  ['00'.repeat(31), 1],
  ['0x' + '00'.repeat(15), 1],
  ['zz'.repeat(16), 1],
])('judges the encryption key %s without showing it', (value, count) => {
  const found = findings(store('s', `{ name: primaryEncryptionKey, value: '${value}' }`, 'auth: { secretStore: x }'), [rule('DAPR088')]);
  expect(found).toHaveLength(count);
  expect(found.join()).not.toContain(value);
});

test('an outbox with values from elsewhere is not judged', () => {
  const metadata = '{ name: outboxPublishPubsub, value: pubsub }, { name: outboxPublishTopic, secretKeyRef: { name: s, key: k } }';
  expect(findings(store('s', metadata), [rule('DAPR090'), rule('DAPR091')])).toEqual([]);
});

test('an outbox whose pub/sub component is not here says nothing, unless there is nothing elsewhere', () => {
  const yaml = store('s', '{ name: outboxPublishPubsub, value: broker }, { name: outboxPublishTopic, value: orders }');
  expect(findings(yaml, [rule('DAPR091')])).toEqual([]);
  expect(findings({ yaml, complete: true }, [rule('DAPR091')])).toEqual([
    "error DAPR091 Component/s spec.metadata[0]: there is no pub/sub component 'broker'",
  ]);
});

test('stays quick with many stores', () => {
  const bodies = Array.from({ length: 20_000 }, (_, i) => ({
    source: 'many.yaml',
    body: {
      apiVersion: 'dapr.io/v1alpha1',
      kind: 'Component',
      metadata: { name: `store-${i}` },
      spec: { type: 'state.in-memory', version: 'v1', metadata: [{ name: 'actorStateStore', value: 'true' }] },
      scopes: [`app-${i}`, `app-${i + 1}`],
    },
  }));
  const begin = performance.now();
  expect(check(modelOf(bodies), { rules: STATE_RULES }).findings.filter(({ rule: id }) => id === 'DAPR080')).toHaveLength(19_999);
  expect(performance.now() - begin).toBeLessThan(5000);
});
