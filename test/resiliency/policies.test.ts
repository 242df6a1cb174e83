import { Duration } from 'cdk8s';
import { BuiltInRetry, DefaultPolicy, GrpcStatusCode, Resiliency, Retry, StatusCodes } from '../../src/resiliency';
import { manifestOf, mistakesOf, shop } from '../support/resources';

function policiesOf(build: (resiliency: Resiliency) => void): any {
  const chart = shop();
  build(new Resiliency(chart, 'resiliency'));
  return manifestOf(chart).spec.policies;
}

function refused(build: (resiliency: Resiliency) => void): string[] {
  const resiliency = new Resiliency(shop(), 'resiliency');
  return mistakesOf(() => build(resiliency));
}

test('a Resiliency without policies renders both required objects', () => {
  const chart = shop();
  new Resiliency(chart, 'resiliency', { scopes: ['orders', 'checkout'] });
  expect(manifestOf(chart)).toEqual({
    apiVersion: 'dapr.io/v1alpha1',
    kind: 'Resiliency',
    metadata: { name: 'resiliency' },
    spec: { policies: {}, targets: {} },
    scopes: ['checkout', 'orders'],
  });
});

test('every duration is spelt with its unit, because Dapr reads bare numbers as milliseconds', () => {
  const policies = policiesOf((resiliency) => {
    resiliency.addTimeout('general', Duration.seconds(5));
    resiliency.addTimeout('long', Duration.minutes(90));
    resiliency.addTimeout('none', Duration.seconds(0));
    resiliency.addRetry('constant', Retry.constant({ duration: Duration.millis(1500), maxRetries: 3 }));
    resiliency.addRetry('exponential', Retry.exponential({ maxInterval: Duration.seconds(15), maxRetries: -1 }));
    resiliency.addCircuitBreaker('simple', {
      trip: 'consecutiveFailures > 8',
      timeout: Duration.seconds(5),
      interval: Duration.minutes(1),
      maxRequests: 2,
    });
  });
  expect(policies).toEqual({
    timeouts: { general: '5s', long: '1h30m', none: '0s' },
    retries: {
      constant: { policy: 'constant', duration: '1s500ms', maxRetries: 3 },
      exponential: { policy: 'exponential', maxInterval: '15s', maxRetries: -1 },
    },
    circuitBreakers: { simple: { trip: 'consecutiveFailures > 8', timeout: '5s', interval: '1m', maxRequests: 2 } },
  });
});

test('policies without settings keep what Dapr does by default', () => {
  const policies = policiesOf((resiliency) => {
    resiliency.addRetry('retry', Retry.constant());
    resiliency.addCircuitBreaker('breaker');
  });
  expect(policies).toEqual({ retries: { retry: { policy: 'constant' } }, circuitBreakers: { breaker: {} } });
});

test('status codes are listed by protocol, sorted, each once, without spaces', () => {
  const { retries } = policiesOf((resiliency) =>
    resiliency.addRetry(
      'some',
      Retry.constant({
        matching: [
          StatusCodes.httpRange(500, 599),
          StatusCodes.grpc(GrpcStatusCode.UNAVAILABLE, GrpcStatusCode.ABORTED),
          StatusCodes.http(429, 408, 429),
        ],
      }),
    ),
  );
  expect(retries.some.matching).toEqual({ httpStatusCodes: '408,429,500-599', gRPCStatusCodes: '10,14' });
});

test('no list of status codes means every code', () => {
  const { retries } = policiesOf((resiliency) => resiliency.addRetry('all', Retry.constant({ matching: [] })));
  expect(retries.all).toEqual({ policy: 'constant' });
});

afterEach(() => {
  delete process.env.CDK8S_DISABLE_SORT;
});

test('the order in which policies are added does not show', () => {
  process.env.CDK8S_DISABLE_SORT = '1';
  const add = (names: string[]) =>
    JSON.stringify(policiesOf((resiliency) => names.forEach((name) => resiliency.addTimeout(name, Duration.seconds(1)))));
  expect(add(['b', 'a', '10', '9'])).toBe(add(['9', '10', 'a', 'b']));
});

test.each([
  [DefaultPolicy.ANY, 'DefaultRetryPolicy', 'DefaultTimeoutPolicy', 'DefaultCircuitBreakerPolicy'],
  [DefaultPolicy.APP, 'DefaultAppRetryPolicy', 'DefaultAppTimeoutPolicy', 'DefaultAppCircuitBreakerPolicy'],
  [
    DefaultPolicy.COMPONENT_INBOUND,
    'DefaultComponentInboundRetryPolicy',
    'DefaultComponentInboundTimeoutPolicy',
    'DefaultComponentInboundCircuitBreakerPolicy',
  ],
  [
    DefaultPolicy.STATESTORE_OUTBOUND,
    'DefaultStatestoreComponentOutboundRetryPolicy',
    'DefaultStatestoreComponentOutboundTimeoutPolicy',
    'DefaultStatestoreComponentOutboundCircuitBreakerPolicy',
  ],
])('a default policy has the names that Dapr looks for: %#', (policy, retry, timeout, circuitBreaker) => {
  expect([policy.retryName, policy.timeoutName, policy.circuitBreakerName]).toEqual([retry, timeout, circuitBreaker]);
});

test('a built-in retry can be replaced by one with at least three retries', () => {
  const { retries } = policiesOf((resiliency) => resiliency.addRetry(BuiltInRetry.SERVICE, Retry.constant({ maxRetries: 5 })));
  expect(retries).toEqual({ DaprBuiltInServiceRetries: { policy: 'constant', maxRetries: 5 } });
});

describe('refuses', () => {
  const retry = Retry.constant();

  test.each<[string, (resiliency: Resiliency) => void, string]>([
    [
      'a name that is taken',
      (r) => [r.addRetry('a', retry), r.addRetry('a', retry)],
      `DAPR002 [shop/resiliency] 'retries.a' of Resiliency is set already: expected another name, or all of it in one call`,
    ],
    [
      'an empty name',
      (r) => r.addTimeout('', Duration.seconds(1)),
      `DAPR012 [shop/resiliency] a name is required by 'timeouts' of Resiliency: got ''`,
    ],
    [
      'a number for a Duration',
      (r) => r.addTimeout('a', 5 as any),
      `DAPR011 [shop/resiliency] 'timeouts.a' of Resiliency must be a Duration of whole milliseconds, e.g. Duration.seconds(5): got 5`,
    ],
    [
      'a timeout that is not as long as its name says',
      (r) => r.addTimeout('timeout-2s', Duration.seconds(3)),
      `DAPR015 [shop/resiliency] 'timeouts.timeout-2s' of Resiliency must last as long as its name says, because Durations of targets have such names: got 3s`,
    ],
    [
      'settings in place of a Retry',
      (r) => r.addRetry('a', { policy: 'constant' } as any),
      `DAPR011 [shop/resiliency] 'retries.a' of Resiliency must be a Retry, e.g. Retry.constant({ maxRetries: 3 }): got an object with policy`,
    ],
    [
      'a pause of the other kind of retry',
      (r) => r.addRetry('a', Retry.exponential({ duration: Duration.seconds(1) } as any)),
      `DAPR010 [shop/resiliency] 'retries.a.duration' is not a property of Resiliency: it has maxRetries, matching, maxInterval`,
    ],
    [
      'fewer than -1 retries',
      (r) => r.addRetry('a', Retry.constant({ maxRetries: -2 })),
      `DAPR014 [shop/resiliency] 'retries.a.maxRetries' of Resiliency must be a whole number of at least -1: got -2`,
    ],
    [
      'an HTTP code that does not exist',
      (r) => r.addRetry('a', Retry.constant({ matching: [StatusCodes.http(42)] })),
      `DAPR014 [shop/resiliency] 'retries.a.matching' of Resiliency must have HTTP codes from 100 to 599, the lower one first: got 42`,
    ],
    [
      'a range in reverse',
      (r) => r.addRetry('a', Retry.constant({ matching: [StatusCodes.httpRange(599, 500)] })),
      `DAPR014 [shop/resiliency] 'retries.a.matching' of Resiliency must have HTTP codes from 100 to 599, the lower one first: got 599 to 500`,
    ],
    [
      'a gRPC code that does not exist',
      (r) => r.addRetry('a', Retry.constant({ matching: [StatusCodes.grpc('UNAVAILABLE' as any)] })),
      `DAPR014 [shop/resiliency] 'retries.a.matching' of Resiliency must have gRPC codes from 0 to 16, the lower one first: got 'UNAVAILABLE'`,
    ],
    [
      'codes without a code, which mean all',
      (r) => r.addRetry('a', Retry.constant({ matching: [StatusCodes.http()] })),
      `DAPR012 [shop/resiliency] 'retries.a.matching' of Resiliency must have one or more HTTP codes: got an empty list, which Dapr takes for every code`,
    ],
    [
      'codes as text',
      (r) => r.addRetry('a', Retry.constant({ matching: '5xx' as any })),
      `DAPR011 [shop/resiliency] 'retries.a.matching' of Resiliency must be a list of StatusCodes, e.g. [StatusCodes.http(503)]: got '5xx'`,
    ],
    [
      'a built-in retry that Dapr would change',
      (r) => r.addRetry(BuiltInRetry.ACTOR, Retry.constant()),
      `DAPR014 [shop/resiliency] 'retries.DaprBuiltInActorRetries.maxRetries' of Resiliency must be at least 3, which Dapr puts in place of less, and of no limit: got nothing`,
    ],
    [
      'a built-in retry with too few retries',
      (r) => r.addRetry(BuiltInRetry.SERVICE, Retry.constant({ maxRetries: 2 })),
      `DAPR014 [shop/resiliency] 'retries.DaprBuiltInServiceRetries.maxRetries' of Resiliency must be at least 3, which Dapr puts in place of less, and of no limit: got 2`,
    ],
    [
      'the built-in retry that Dapr protects',
      (r) => r.addRetry('DaprBuiltInActorNotFoundRetries', Retry.constant({ maxRetries: 9 })),
      `DAPR013 [shop/resiliency] 'retries.DaprBuiltInActorNotFoundRetries' of Resiliency cannot be replaced: Dapr keeps its own; expected one of DaprBuiltInServiceRetries, DaprBuiltInActorRetries, DaprBuiltInActorReminderRetries, DaprBuiltInInitializationRetries`,
    ],
    [
      'a condition over something that does not exist',
      (r) => r.addCircuitBreaker('a', { trip: 'consecutiveFailure > 5' }),
      `DAPR013 [shop/resiliency] 'circuitBreakers.a.trip' of Resiliency must use only requests, totalSuccesses, totalFailures, consecutiveSuccesses, consecutiveFailures, else the breaker never opens: got 'consecutiveFailure'; did you mean 'consecutiveFailures'?`,
    ],
    [
      'a condition that cannot be read',
      (r) => r.addCircuitBreaker('a', { trip: '(requests > 5' }),
      `DAPR014 [shop/resiliency] 'circuitBreakers.a.trip' of Resiliency must be a condition that can be read: got '(requests > 5', in which a ')' is missing`,
    ],
    [
      'times and counts that Dapr reads as its defaults',
      (r) => r.addCircuitBreaker('a', { timeout: Duration.seconds(0) }),
      `DAPR014 [shop/resiliency] 'circuitBreakers.a.timeout' of Resiliency must be a Duration of whole milliseconds, at least 1ms, e.g. Duration.seconds(5): got Duration of 0ms`,
    ],
  ])('%s', (_, build, message) => {
    expect(refused(build)).toEqual([message]);
  });

  test('all mistakes of one policy at once', () => {
    expect(refused((r) => r.addCircuitBreaker('a', { maxRequests: 0, trip: 'failures > 1 && oops', intervall: 1 } as any))).toEqual([
      `DAPR014 [shop/resiliency] 'circuitBreakers.a.maxRequests' of Resiliency must be a whole number from 1 to 4294967295: got 0`,
      `DAPR010 [shop/resiliency] 'circuitBreakers.a.intervall' is not a property of Resiliency: did you mean 'circuitBreakers.a.interval'?`,
      expect.stringContaining(`got 'failures'`),
      expect.stringContaining(`got 'oops'`),
    ]);
  });

  test('names and scopes that Kubernetes and Dapr refuse, before anything is added', () => {
    const chart = shop();
    expect(mistakesOf(() => new Resiliency(chart, 'My_Policy', { scopes: ['Orders'] }))).toEqual([
      `DAPR001 [shop/My_Policy] a Resiliency cannot be named 'My_Policy': expected at most 253 lower case letters, digits, '-' and '.', with a letter or digit at both ends, e.g. 'my-policy'`,
      `DAPR003 [shop/My_Policy] an app id in scopes cannot be 'Orders': expected at most 58 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'orders'`,
    ]);
    expect(chart.node.children).toEqual([]);
  });
});
