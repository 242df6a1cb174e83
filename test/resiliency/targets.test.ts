import { Duration } from 'cdk8s';
import { Component } from '../../src/component';
import { ActorCircuitBreakerScope, CircuitBreakerPolicy, Resiliency, Retry, RetryPolicy, TimeoutPolicy } from '../../src/resiliency';
import { expectValid } from '../support/schemas';
import { mistakesOf, shop } from '../support/resources';

const orders = { appId: 'orders' };
const store = { name: 'statestore', componentType: 'state.redis' };
const bus = { name: 'pubsub', componentType: 'pubsub.kafka' };

function specOf(build: (resiliency: Resiliency) => void): any {
  const resiliency = new Resiliency(shop(), 'resiliency');
  build(resiliency);
  const manifest = resiliency.toJson();
  expectValid(manifest);
  return manifest.spec;
}

function refused(build: (resiliency: Resiliency) => void): string[] {
  const resiliency = new Resiliency(shop(), 'resiliency');
  return mistakesOf(() => build(resiliency));
}

test('a target names the policies of applications, components and actors', () => {
  const { targets } = specOf((resiliency) => {
    const retry = resiliency.addRetry('important', Retry.exponential({ maxRetries: 10 }));
    const circuitBreaker = resiliency.addCircuitBreaker('simple');
    const timeout = resiliency.addTimeout('short', Duration.seconds(1));
    resiliency.target(orders, { retry, circuitBreaker, timeout, circuitBreakerCacheSize: 20 });
    resiliency.target(store, { outbound: { retry } });
    resiliency.target(bus, { inbound: { retry, timeout }, outbound: { circuitBreaker } });
    resiliency.targetActor('OrderActor', {
      retry,
      circuitBreaker,
      circuitBreakerScope: ActorCircuitBreakerScope.TYPE,
      circuitBreakerCacheSize: 100,
    });
  });
  expect(targets).toEqual({
    apps: { orders: { retry: 'important', circuitBreaker: 'simple', timeout: 'short', circuitBreakerCacheSize: 20 } },
    components: {
      statestore: { outbound: { retry: 'important' } },
      pubsub: { inbound: { retry: 'important', timeout: 'short' }, outbound: { circuitBreaker: 'simple' } },
    },
    actors: { OrderActor: { retry: 'important', circuitBreaker: 'simple', circuitBreakerScope: 'type', circuitBreakerCacheSize: 100 } },
  });
});

test('a component of the program is targeted by its name in the manifest', () => {
  const chart = shop();
  const component = new Component(chart, 'id', { type: 'state.mine', objectMeta: { name: 'mine' } });
  const resiliency = new Resiliency(chart, 'resiliency');
  resiliency.target(component, { outbound: { timeout: Duration.seconds(1) } });
  expect(resiliency.toJson().spec.targets).toEqual({ components: { mine: { outbound: { timeout: 'timeout-1s' } } } });
});

test('a Duration becomes a timeout policy that is named after its length, once', () => {
  const spec = specOf((resiliency) => {
    resiliency.targetApp(orders, { timeout: Duration.seconds(2) });
    resiliency.targetAppId('checkout', { timeout: Duration.millis(2000) });
    resiliency.targetComponent(store, { outbound: { timeout: Duration.minutes(1) } });
    resiliency.targetActor('Cart', { timeout: Duration.millis(1500) });
  });
  expect(spec.policies).toEqual({ timeouts: { 'timeout-2s': '2s', 'timeout-1m': '1m', 'timeout-1s500ms': '1s500ms' } });
  expect(spec.targets).toEqual({
    apps: { orders: { timeout: 'timeout-2s' }, checkout: { timeout: 'timeout-2s' } },
    components: { statestore: { outbound: { timeout: 'timeout-1m' } } },
    actors: { Cart: { timeout: 'timeout-1s500ms' } },
  });
});

test('what the program does not define is targeted by its name', () => {
  const { targets } = specOf((resiliency) => {
    resiliency.targetAppId('orders.warehouse', { retry: RetryPolicy.fromName('shared') });
    resiliency.targetAppId('https://api.example.com', { timeout: TimeoutPolicy.fromName('shared') });
    resiliency.targetComponentName('elsewhere', { inbound: { circuitBreaker: CircuitBreakerPolicy.fromName('shared') } });
  });
  expect(targets).toEqual({
    apps: { 'orders.warehouse': { retry: 'shared' }, 'https://api.example.com': { timeout: 'shared' } },
    components: { elsewhere: { inbound: { circuitBreaker: 'shared' } } },
  });
});

test('a target without policies is kept: it takes the defaults away', () => {
  const { targets } = specOf((resiliency) => {
    resiliency.target(orders, {});
    resiliency.target(store, { outbound: {} });
  });
  expect(targets).toEqual({ apps: { orders: {} }, components: { statestore: { outbound: {} } } });
});

describe('refuses', () => {
  test.each<[string, (resiliency: Resiliency) => void, string[]]>([
    [
      'a policy by its name',
      (r) => r.target(orders, { retry: 'important' as any }),
      [`DAPR011 [shop/resiliency] 'apps.orders.retry' of Resiliency must be what addRetry returns: got 'important'`],
    ],
    [
      'a policy of another kind',
      (r) => r.target(orders, { retry: r.addTimeout('a', Duration.seconds(1)) as any }),
      [`DAPR011 [shop/resiliency] 'apps.orders.retry' of Resiliency must be what addRetry returns: got a TimeoutPolicy`],
    ],
    [
      'a policy of another Resiliency',
      (r) => r.target(orders, { retry: new Resiliency(r.chart, 'other').addRetry('a', Retry.constant()) }),
      [
        `DAPR015 [shop/resiliency] 'apps.orders.retry' of Resiliency is the policy 'a' of another Resiliency: expected what addRetry returns, or RetryPolicy.fromName('a') where both are for the same applications`,
      ],
    ],
    [
      'inbound policies for a component that delivers nothing',
      (r) => r.target(store, { inbound: {} }),
      [
        `DAPR015 [shop/resiliency] 'components.statestore.inbound' of Resiliency has no effect on state.redis: only pub/sub and input bindings deliver anything; expected 'outbound'`,
      ],
    ],
    [
      'directions for an application',
      (r) => r.target(orders, { outbound: {} }),
      [
        `DAPR010 [shop/resiliency] 'apps.orders.outbound' is not a property of Resiliency: it has retry, timeout, circuitBreaker, circuitBreakerCacheSize`,
      ],
    ],
    [
      'policies without a direction for a component',
      (r) => r.target(store, { timeout: Duration.seconds(1) }),
      [`DAPR010 [shop/resiliency] 'components.statestore.timeout' is not a property of Resiliency: it has inbound, outbound`],
    ],
    [
      'two entries for one target',
      (r) => [r.target(orders, {}), r.target(orders, {})],
      [`DAPR002 [shop/resiliency] 'apps.orders' of Resiliency is set already: expected another name, or all of it in one call`],
    ],
    [
      'a breaker of actors that does not say what it counts',
      (r) => r.targetActor('Cart', { circuitBreaker: r.addCircuitBreaker('a') }),
      [
        `DAPR012 [shop/resiliency] 'actors.Cart.circuitBreakerScope' is required by Resiliency where there is a circuitBreaker: got nothing, expected e.g. ActorCircuitBreakerScope.TYPE; without it Dapr drops all targets`,
      ],
    ],
    [
      'a scope of breakers that Dapr does not know',
      (r) => r.targetActor('Cart', { circuitBreaker: r.addCircuitBreaker('a'), circuitBreakerScope: 'types' as any }),
      [
        `DAPR013 [shop/resiliency] 'actors.Cart.circuitBreakerScope' of Resiliency must be one of type, id, both: got 'types'; did you mean 'type'?`,
      ],
    ],
    [
      'a cache of breakers without room',
      (r) => r.target(orders, { circuitBreakerCacheSize: 0 }),
      [`DAPR014 [shop/resiliency] 'apps.orders.circuitBreakerCacheSize' of Resiliency must be a whole number of at least 1: got 0`],
    ],
    [
      'something that is neither application nor component',
      (r) => r.target(undefined as any, {}),
      [`DAPR012 [shop/resiliency] a name is required by 'components' of Resiliency: got undefined`],
    ],
  ])('%s', (_, build, messages) => {
    expect(refused(build)).toEqual(messages);
  });

  test('nothing is kept of a target that was refused', () => {
    const resiliency = new Resiliency(shop(), 'resiliency');
    mistakesOf(() => resiliency.target(orders, { timeout: Duration.seconds(2), retry: 'a' as any }));
    expect(resiliency.toJson().spec).toEqual({ policies: {}, targets: {} });
  });
});
