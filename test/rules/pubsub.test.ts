import fc from 'fast-check';
import { check } from '../../src/rules/engine';
import { BINDING_RULES } from '../../src/rules/binding';
import { componentOf } from '../../src/rules/model/component';
import { manifestOf } from '../../src/rules/model/manifest';
import { modelOf } from '../../src/rules/model/model';
import { PUBSUB_RULES } from '../../src/rules/pubsub';
import { scopeItems, whyNot } from '../../src/rules/pubsub/topics';
import { STATE_RULES } from '../../src/rules/state';
import { findings, rule } from '../support/rules';

function pubsub(metadata: Record<string, string>) {
  const body = {
    kind: 'Component',
    metadata: { name: 'pubsub' },
    spec: { type: 'pubsub.in-memory', version: 'v1', metadata: Object.entries(metadata).map(([name, value]) => ({ name, value })) },
  };
  return componentOf(manifestOf(body, 0, { source: 'test.yaml' }));
}

// As pkg/runtime/pubsub/adapter_test.go and pkg/scopes/scopes_test.go of Dapr have it.
test.each([
  [{}, 'a', 'orders', true],
  [{ allowedTopics: 'orders,parts' }, 'a', 'orders', true],
  [{ allowedTopics: 'orders,parts' }, 'a', 'prices', false],
  [{ allowedTopics: ' or ders ' }, 'a', 'orders', true],
  [{ AllowedTopics: 'parts' }, 'a', 'orders', false],
  [{ publishingScopes: 'a=orders' }, 'a', 'orders', true],
  [{ publishingScopes: 'a=orders' }, 'a', 'parts', false],
  [{ publishingScopes: 'a=orders' }, 'b', 'parts', true],
  [{ publishingScopes: 'a=' }, 'a', 'orders', false],
  [{ publishingScopes: 'a' }, 'a', 'orders', true],
  [{ publishingScopes: 'a=orders;a=parts' }, 'a', 'parts', true],
  [{ publishingScopes: 'a = orders, parts ; b = prices' }, 'b', 'prices', true],
  [{ publishingScopes: 'a=orders=parts' }, 'a', 'parts', false],
  [{ protectedTopics: 'orders' }, 'a', 'orders', false],
  [{ protectedTopics: 'orders' }, 'a', 'parts', true],
  [{ protectedTopics: 'orders', publishingScopes: 'a=orders' }, 'a', 'orders', true],
  [{ protectedTopics: 'orders', publishingScopes: 'a=orders' }, 'b', 'orders', false],
  [{ allowedTopics: 'parts', publishingScopes: 'a=orders' }, 'a', 'orders', false],
])('%j: may %s publish to %s? %s', (metadata, app, topic, expected) => {
  expect(whyNot(pubsub(metadata as Record<string, string>), app, topic, 'publishingScopes') === undefined).toBe(expected);
});

test('reads back every scope that is written', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
  const scopes = fc.uniqueArray(fc.tuple(name, fc.array(name, { minLength: 1, maxLength: 4 })), { selector: ([app]) => app, minLength: 1 });
  fc.assert(
    fc.property(scopes, (written) => {
      const value = written.map(([app, topics]) => `${app} = ${topics.join(', ')}`).join('; ');
      const read = scopeItems(pubsub({ publishingScopes: value }), 'publishingScopes');
      expect(read.map(({ app, topics }) => [app, topics])).toEqual(written);
    }),
  );
});

function subscription(spec: string, more = ''): string {
  return `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, ${spec} }
${more}`;
}

const PUBSUB = `---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
`;

test.each([
  ['routes: {}', ['DAPR102']],
  ['routes: { rules: [] }', ['DAPR102']],
  ['routes: { default: "" }', ['DAPR102']],
  ['routes: { Default: /orders }', []],
  ['routes: { default: /orders }', []],
  ['routes: { rules: [{ match: "true", path: /a }] }', []],
  ['routes: { rules: [{ match: <condition>, path: /a }], default: /b }', []],
  ['routes: { rules: [{ match: "  ", path: /a }, { match: event.type == "b", path: /b }] }', ['DAPR104']],
  ['routes: { rules: [{ match: event.type, path: /a }], default: /b }', []],
  ['routes: { rules: [{ match: 1 + 1, path: /a }], default: /b }', ['DAPR106']],
  ['routes: { rules: [{ match: foo(event), path: /a }], default: /b }', ['DAPR105']],
  ['routes: { default: /b }, metadata: { rawPayload: "TRUE" }', []],
  ['routes: { default: /b }, metadata: { rawPayload: "on" }', ['DAPR109']],
  ['routes: { default: /b }, metadata: { rawPayload: true }', []],
  ['routes: { default: /b }, deadLetterTopic: orders', ['DAPR111', 'DAPR112']],
])('finds in %s: %j', (spec, expected) => {
  expect(findings(subscription(spec) + PUBSUB, PUBSUB_RULES).map((line) => line.split(' ')[1])).toEqual(expected);
});

test('an overlay of a Subscription is no second one', () => {
  const bodies = ['dev', 'prod'].map((source) => ({
    source,
    body: {
      apiVersion: 'dapr.io/v2alpha1',
      kind: 'Subscription',
      metadata: { name: 'orders' },
      spec: { pubsubname: 'pubsub', topic: 'orders', routes: { default: '/orders' } },
    },
  }));
  expect(check(modelOf(bodies), { rules: [rule('DAPR108')] }).findings).toEqual([]);
});

test('a subscription for all that only some may read is a warning', () => {
  const yaml = `
apiVersion: v1
kind: Pod
metadata: { name: mail, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: mail } }
spec: { containers: [{ name: mail, image: mail }] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [{ name: subscriptionScopes, value: 'stock=orders;mail=' }] }
---
${subscription('routes: { default: /orders }')}`;
  expect(findings(yaml, [rule('DAPR100')])).toEqual([
    "warning DAPR100 Subscription/orders spec.topic: 'mail' may not subscribe to 'orders': subscriptionScopes of 'pubsub' does not give it to 'mail'",
  ]);
});

test('an exponential retry gives up some day, so dead letters are reached', () => {
  const yaml = `${subscription('routes: { default: /b }, deadLetterTopic: poison')}---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: r }
spec: { policies: { retries: { some: { policy: exponential, maxInterval: 10s } } }, targets: { components: { pubsub: { inbound: { retry: some } } } } }
`;
  expect(findings(yaml, [rule('DAPR111')])).toEqual([]);
});

const ANY = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', 'pubsub', 'true', 'a=b;c', 'event.type == ', 7, true, [], {}, [null], [[]], { a: null }),
  fc.jsonValue(),
);
const OBJECT = fc.record({
  apiVersion: fc.constantFrom('dapr.io/v1alpha1', 'dapr.io/v2alpha1'),
  kind: fc.constantFrom('Component', 'Subscription', 'Resiliency', 'MCPServer'),
  metadata: fc.oneof(ANY, fc.record({ name: ANY, namespace: ANY })),
  spec: fc.oneof(
    ANY,
    fc.record({
      ...{ type: fc.constantFrom<unknown>('pubsub.redis', 'state.redis', 'lock.redis', 'bindings.kafka', 7), version: ANY },
      metadata: fc.oneof(
        ANY,
        fc.array(
          fc.record({
            name: fc.constantFrom<unknown>(
              'consumerID',
              'keyPrefix',
              'direction',
              'publishingScopes',
              'primaryEncryptionKey',
              'actorStateStore',
              7,
            ),
            value: ANY,
          }),
        ),
      ),
      ...{ pubsubname: ANY, topic: ANY, deadLetterTopic: ANY, bulkSubscribe: ANY, route: ANY, targets: ANY, policies: ANY },
      routes: fc.oneof(
        ANY,
        fc.record({ rules: fc.oneof(ANY, fc.array(fc.oneof(ANY, fc.record({ match: ANY, path: ANY })))), default: ANY }),
      ),
    }),
  ),
  scopes: ANY,
  auth: ANY,
});

test('takes objects of any shape', () => {
  fc.assert(
    fc.property(fc.array(OBJECT, { maxLength: 4 }), (bodies) => {
      const model = modelOf(bodies.map((body) => ({ body, source: 'any.yaml' })));
      const found = check(model, { rules: [...STATE_RULES, ...PUBSUB_RULES, ...BINDING_RULES] }).findings;
      expect(found.filter((finding) => finding.rule === 'DAPR290').map(({ message }) => message)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
