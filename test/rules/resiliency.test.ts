import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import * as dapr from '../../src';
import { NearMisses } from '../../src/rules/near-miss';
import { RESILIENCY_RULES } from '../../src/rules/resiliency';
import { brokenCodes, PROTOCOLS } from '../../src/rules/resiliency/code-list';
import { meantDuration, readDuration } from '../../src/rules/resiliency/policy-duration';
import { exampleOf } from '../support/manifests';
import { shop } from '../support/resources';
import { findings, rule } from '../support/rules';

const MILLISECONDS = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;
type Unit = keyof typeof MILLISECONDS;
const UNITS = Object.keys(MILLISECONDS) as Unit[];

describe('durations', () => {
  test('are parts of a number and a unit, and last as long as their sum', () => {
    const part = fc.record({ number: fc.integer({ min: 0, max: 99 }), unit: fc.constantFrom(...UNITS) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.constantFrom('', '+', '-'), (parts, sign) => {
        const read = readDuration(sign + parts.map(({ number, unit }) => `${number}${unit}`).join(''));
        const sum = parts.reduce((total, { number, unit }) => total + number * MILLISECONDS[unit], 0);
        expect(read?.milliseconds).toBeCloseTo(sign === '-' ? -sum : sum, 6);
        expect(read?.bare).toBe(false);
      }),
    );
  });

  test('are whole numbers of milliseconds, too', () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        expect(readDuration(String(number))).toEqual({ milliseconds: number, bare: number !== 0 });
      }),
    );
  });

  // Each was given to daprd 1.18.3, which dropped the resource.
  test.each(['', ' ', '5 s', '5S', '1d', '1.5', '5s ', 's', '.', '.s', '5_000', '0x5', '1e3s', 'true', '--5s', '5s-1s', '9999999h'])(
    '%j is none',
    (text) => {
      expect(readDuration(text)).toBeUndefined();
    },
  );

  // Each was given to daprd 1.18.3, which took it.
  test.each(['+5', '1.s', '.5s', '5us', '5µs', '-5s', '0', '1h1m1s1ms'])('%j is one', (text) => {
    expect(readDuration(text)).toBeDefined();
  });

  test('that are not read are only explained by ones that are', () => {
    fc.assert(
      fc.property(
        fc.nat(999),
        fc.constantFrom('', ' ', '  '),
        fc.constantFrom('sec', 'Seconds', 'd', 'days', 'min', 'hrs', 'MS', 'x'),
        (n, gap, word) => {
          const meant = meantDuration(`${n}${gap}${word}`);
          expect(meant === undefined || readDuration(meant) !== undefined).toBe(true);
          expect(meant === undefined).toBe(word === 'x');
        },
      ),
    );
  });
});

describe('lists of status codes', () => {
  test.each(Object.entries(PROTOCOLS))('of %s hold codes and ranges within their limits', (_field, protocol) => {
    const code = fc.integer({ min: protocol.least, max: protocol.most });
    const range = fc.tuple(code, code).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(code.map(String), range, fc.constant(''))), (items) => {
        expect(brokenCodes(items.join(','), protocol)).toBeUndefined();
      }),
    );
  });

  test.each(Object.entries(PROTOCOLS))(
    'of %s hold nothing beyond the limits, and no range that ends before it begins',
    (_field, protocol) => {
      const { least, most } = protocol;
      const code = fc.integer({ min: least, max: most });
      const beyond = fc.integer({ min: most + 1, max: 9999 });
      fc.assert(
        fc.property(code, beyond, (inside, outside) => {
          expect(brokenCodes(`${inside},${outside}`, protocol)).toMatch(`'${outside}' is no ${protocol.title} code`);
          expect(brokenCodes(`${inside}-${outside}`, protocol)).toMatch(`'${outside}' is no ${protocol.title} code`);
        }),
      );
      expect(brokenCodes(`${most}-${least}`, protocol)).toBe(
        `the range '${most}-${least}' ends before it begins; did you mean '${least}-${most}'?`,
      );
    },
  );

  test.each(['5xx', ' 500', '500 ', '500 - 599', '500-', '-500', '500-550-599', '5e2', 'UNAVAILABLE', '500;501'])(
    '%j is refused',
    (list) => {
      expect(brokenCodes(list, PROTOCOLS.httpStatusCodes)).toBeDefined();
    },
  );
});

describe('near misses', () => {
  const near = new NearMisses(['order-service', 'statestore', 'cart', 'app1', 'payments']);
  test.each([
    ['order-servce', 'order-service'],
    ['order-serviec', 'order-service'],
    ['OrderService', 'order-service'],
    ['order_service', 'order-service'],
    ['statestores', 'statestore'],
    ['statestxre', 'statestore'],
  ])('%s is a typo of %s', (word, name) => {
    expect(near.find(word)).toBe(name);
  });

  test.each(['other-service', 'card', 'app2', 'statestore', 'payments-api', 'statestore2', ''])('%s is a name of its own', (word) => {
    expect(near.find(word)).toBeUndefined();
  });
});

describe('what is outside', () => {
  const yaml = `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { short: 1s } }
  targets: { components: { statestore: { outbound: { circuitBreaker: simple } }, queue: { outbound: { timeout: short } } } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`;
  const rules = [rule('DAPR139'), rule('DAPR142')];

  test('may define a policy, so its absence is a warning, and a component, so nothing is said of it', () => {
    expect(findings({ yaml }, rules)).toEqual([
      "warning DAPR139 Resiliency/shop spec.targets.components.statestore.outbound.circuitBreaker: the circuit breaker 'simple' is not defined, so each call of components.statestore.outbound panics, and one over gRPC ends the sidecar",
    ]);
  });

  test('is nothing where the input is complete', () => {
    expect(findings({ yaml, complete: true }, rules).map((line) => line.split(': ', 1)[0])).toEqual([
      'error DAPR142 Resiliency/shop spec.targets.components.queue',
      'error DAPR139 Resiliency/shop spec.targets.components.statestore.outbound.circuitBreaker',
    ]);
  });
});

test('a bare number is worth a warning only where it was hardly meant', () => {
  const yaml = `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec: { policies: { timeouts: { few: "30", many: "5000" } }, targets: {} }
`;
  expect(findings(yaml, [rule('DAPR131')]).map((line) => line.split(' ', 1)[0])).toEqual(['warning', 'info']);
});

test('a number of YAML is left to the API server on Kubernetes', () => {
  const yaml = `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec: { policies: { timeouts: { few: 30 } }, targets: {} }
`;
  expect(findings({ yaml, target: 'kubernetes' }, [rule('DAPR131')])).toEqual([]);
});

test('two environments of one resource do not clash', () => {
  const resource = (name: string, timeout: string): string => `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: ${name} }
spec: { policies: { timeouts: { short: ${timeout} } }, targets: {} }
`;
  expect(findings(`${resource('shop', '1s')}---${resource('shop', '9s')}`, [rule('DAPR144')])).toEqual([]);
  expect(findings(`${resource('shop', '1s')}---${resource('other', '9s')}`, [rule('DAPR144')])).toHaveLength(1);
});

test('what the construct renders is beyond reproach', () => {
  const chart = shop();
  const store = new dapr.state.InMemory(chart, 'statestore');
  const bus = new dapr.pubsub.InMemory(chart, 'pubsub');
  const resiliency = new dapr.Resiliency(chart, 'resiliency');
  const retry = resiliency.addRetry(
    'important',
    dapr.Retry.exponential({
      maxInterval: Duration.seconds(15),
      maxRetries: 10,
      matching: [dapr.StatusCodes.http(429), dapr.StatusCodes.httpRange(500, 599), dapr.StatusCodes.grpc(dapr.GrpcStatusCode.UNAVAILABLE)],
    }),
  );
  const circuitBreaker = resiliency.addCircuitBreaker('simple', { trip: 'consecutiveFailures > 8', timeout: Duration.seconds(5) });
  resiliency.addRetry(dapr.DefaultPolicy.PUBSUB_INBOUND.retryName, dapr.Retry.constant({ duration: Duration.seconds(1), maxRetries: 5 }));
  resiliency.addRetry(dapr.BuiltInRetry.SERVICE, dapr.Retry.constant({ maxRetries: 5 }));
  resiliency.targetAppId('orders', { retry, circuitBreaker, timeout: Duration.seconds(2) });
  resiliency.targetComponent(store, { outbound: { retry, circuitBreaker, timeout: Duration.millis(1500) } });
  resiliency.targetComponent(bus, { inbound: { retry }, outbound: { retry } });
  resiliency.targetActor('OrderActor', { retry, circuitBreaker, circuitBreakerScope: dapr.ActorCircuitBreakerScope.TYPE });
  expect(findings(exampleOf(chart), RESILIENCY_RULES)).toEqual([]);
});

describe('timeouts of a configuration store', () => {
  const store = (rest = ''): string => `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: settings }
spec: { type: configuration.redis, version: v1, metadata: [{ name: redisHost, value: "redis:6379" }] }
${rest}`;
  const resiliency = (name: string, spec: string, rest = ''): string => `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: ${name} }
spec: ${spec}
${rest}`;
  const target = '{ targets: { components: { settings: { outbound: { timeout: general } } } }, policies: {} }';
  const ends = "the timeout 'general' ends each subscription to 'settings' as soon as it is made, so no change arrives";
  const said = (...documents: string[]): string[] => findings(documents.join('\n---'), [rule('DAPR250')]);

  test('count from another Resiliency that some application sees, too', () => {
    const policies = resiliency('policies', '{ policies: { timeouts: { general: 1s } }, targets: {} }', 'scopes: [a, b]');
    const found = `warning DAPR250 Resiliency/shop spec.targets.components.settings.outbound.timeout: ${ends}`;
    expect(said(store(), policies, resiliency('shop', target))).toEqual([found]);
    expect(said(store(), policies, resiliency('shop', target, 'scopes: [b]'))).toEqual([found]);
    expect(said(store(), policies, resiliency('shop', target, 'scopes: [c]'))).toEqual([]);
    expect(said(store('scopes: [c]'), policies, resiliency('shop', target, 'scopes: [b]'))).toEqual([]);
  });

  test.each(['0s', '-1s', 'soon'])('end nothing where they are %j', (text) => {
    const spec = `{ policies: { timeouts: { general: ${text} } }, targets: { components: { settings: { outbound: { timeout: general } } } } }`;
    expect(said(store(), resiliency('shop', spec))).toEqual([]);
  });
});

test('inbound policies for other applications than those that subscribe are advice where those may subscribe in their code', () => {
  const [example] = rule('DAPR251').bad;
  const inbound = "the inbound policies of 'bus' are for 'checkout', but 'notification' and 'shipping' subscribe, and have none";
  const place = 'DAPR251 Resiliency/checkout spec.targets.components.bus.inbound';
  expect(findings(example, [rule('DAPR251')])).toEqual([`warning ${place}: ${inbound}`]);
  expect(findings({ ...example, complete: false }, [rule('DAPR251')])).toEqual([`info ${place}: ${inbound}`]);
});
