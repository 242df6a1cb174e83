import { AppRequest, Answer } from '../app';
import { beside, Change, realRedis, replacing, subscription } from '../changes';
import { Experiment, Expectation, nth, trial, World } from '../experiment';
import { all, doesNotLog, holds, lacks, loads, logs, probe } from '../expectations';
import { Resource } from '../given';
import { publish } from '../probes';

/** An application that refuses each call of a method, and can do the rest. */
const refusing = ({ path }: AppRequest): Answer | undefined => (path.startsWith('/pay') ? { status: 500 } : undefined);
const unable = ({ path }: AppRequest): Answer | undefined => (path === '/orders' ? { status: 500 } : undefined);
const slow = ({ path }: AppRequest): Answer | undefined => (path.startsWith('/pay') ? { delayMs: 1_500 } : undefined);
const as = (appId: string, app: World['app'] = refusing): World => ({ appId, app });

/** How often a call that fails comes to the application. */
function tries(count: number, appId = 'orders'): Expectation {
  return probe(`tries a call that fails ${count === 1 ? 'once' : `${count}×`}`, async (scene) => {
    await scene.runs();
    await scene.get(`/v1.0/invoke/${appId}/method/pay`);
    holds(scene.app.requests.length === count, `it tried ${scene.app.requests.length} times`);
  });
}

/** That a call that fails is tried until the caller gives up. */
function keepsTrying(appId = 'orders'): Expectation {
  return probe('tries a call that fails again and again', async (scene) => {
    await scene.runs();
    void scene.get(`/v1.0/invoke/${appId}/method/pay`).catch(() => undefined);
    await scene.until('tried it 15 times', () => scene.app.requests.length >= 15);
  });
}

/** The pauses between the first tries, in milliseconds. */
function pauses(says: string, fit: (first: number, second: number) => boolean, appId = 'orders'): Expectation {
  return probe(says, async (scene) => {
    await scene.runs();
    void scene.get(`/v1.0/invoke/${appId}/method/pay`).catch(() => undefined);
    await scene.until('tried it 3 times', () => scene.app.requests.length >= 3);
    const [first, second, third] = scene.app.requests.map(({ at }) => at);
    holds(fit(second - first, third - second), `it paused for ${second - first} and ${third - second} ms`);
  });
}

/** Whether a call that takes a second and a half comes back. */
function limits(yes: boolean, appId = 'orders'): Expectation {
  return probe(yes ? 'ends a call that takes longer' : 'waits for a call as long as it takes', async (scene) => {
    await scene.runs();
    const { status, text } = await scene.get(`/v1.0/invoke/${appId}/method/pay`);
    holds(yes ? status >= 400 : status === 200, `${status} ${text}`);
  });
}

/** Whether calls still come to the application after so many have failed. */
function opens(yes: boolean, appId: string, after = 7): Expectation {
  return probe(yes ? 'opens the circuit breaker' : 'never opens the circuit breaker', async (scene) => {
    await scene.runs();
    for (let i = 0; i < after + 3; i++) {
      await scene.get(`/v1.0/invoke/${appId}/method/pay`);
    }
    const came = scene.app.requests.length;
    holds(yes ? came < after + 3 : came === after + 3, `${came} of ${after + 3} calls came to the application`);
  });
}

const quick: Change = replacing('Resiliency', ({ spec }) =>
  Object.values<Resource>(spec.policies.retries).forEach((retry) => retry.duration !== undefined && (retry.duration = '20ms')),
);
const shorter: Change = replacing('Resiliency', ({ spec }) => {
  spec.policies.timeouts = Object.fromEntries(Object.keys(spec.policies.timeouts ?? {}).map((name) => [name, '500ms']));
});
/** Of several circuit breakers this one, for the application `orders`. */
function breaker(name: string): Change {
  return replacing('Resiliency', ({ spec }) => {
    spec.policies.circuitBreakers = { [name]: spec.policies.circuitBreakers[name] };
    spec.targets = { apps: { orders: { circuitBreaker: name } } };
  });
}
const VOID = 'Could not read resiliency policy shop: ';
const voids = (why: string): Expectation => all(logs(`${VOID}${why}`), tries(1));

const settings: World = { app: () => undefined, redis: true, change: [realRedis] };

export const RESILIENCY: readonly Experiment[] = [
  {
    rule: 'DAPR130',
    bad: [
      nth(0, voids('invalid duration "general", 5 seconds'), as('orders')),
      nth(1, voids('invalid retry configuration "slow"'), as('orders')),
      nth(2, voids('invalid duration "general", : time: invalid duration'), as('orders')),
    ],
    good: [trial(all(doesNotLog(VOID), tries(4)), as('orders'))],
  },
  {
    rule: 'DAPR131',
    bad: [
      nth(0, limits(true), as('orders', slow)),
      nth(1, limits(true), as('orders', slow)),
      nth(2, limits(false), as('orders', slow)),
      nth(3, limits(false), as('orders', slow)),
    ],
    good: [trial(limits(false), as('orders', slow)), trial(limits(true), { ...as('orders', slow), change: [shorter] })],
  },
  {
    rule: 'DAPR133',
    bad: [trial(keepsTrying(), { ...as('orders'), change: [quick] })],
    good: [trial(tries(11), { ...as('orders'), change: [quick] })],
  },
  {
    rule: 'DAPR134',
    bad: [
      nth(
        0,
        pauses('does not pause for the 2 seconds of its duration', (first) => first < 1_900),
        as('orders'),
      ),
      nth(
        0,
        pauses(
          'does not look at maxInterval: it pauses for 5 seconds each time',
          (first, second) => first > 4_500 && second > 4_500,
          'billing',
        ),
        as('billing'),
      ),
    ],
    good: [
      trial(
        pauses('pauses for 2 seconds each time', (first, second) => first > 1_900 && second > 1_900 && second < 3_000, 'billing'),
        as('billing'),
      ),
    ],
  },
  {
    rule: 'DAPR135',
    bad: [
      nth(0, voids('invalid retry configuration "important"'), as('orders')),
      nth(1, voids('invalid retry configuration "important"'), as('orders')),
    ],
    good: [trial(all(doesNotLog(VOID), tries(6, 'billing')), { ...as('billing'), change: [quick] })],
  },
  {
    rule: 'DAPR136',
    bad: [
      nth(0, voids('failed to parse start code 5xx from pattern 5xx to int'), as('orders')),
      nth(1, voids('invalid pattern 599-500, start value should not bigger than end value'), as('orders')),
    ],
    good: [trial(doesNotLog(VOID), as('orders'))],
  },
  {
    rule: 'DAPR137',
    bad: [nth(1, tries(1), as('orders'))],
    good: [
      trial(tries(6), {
        ...as('orders'),
        change: [
          replacing('Resiliency', ({ spec }) =>
            Object.values<Resource>(spec.policies.retries).forEach((retry) => (retry.duration = '20ms')),
          ),
        ],
      }),
    ],
  },
  {
    rule: 'DAPR138',
    bad: [
      nth(0, all(logs(VOID), opens(false, 'billing')), as('billing')),
      nth(0, opens(false, 'orders'), { ...as('orders'), change: [breaker('misspelt')] }),
      nth(
        1,
        probe('never gets ready', async (scene) => {
          await scene.wait(8_000);
          holds(scene.process.status === undefined && !scene.log.includes('dapr initialized'), 'it does, or it ends');
        }),
        { change: [breaker('endless')] },
      ),
      nth(1, opens(true, 'orders'), { ...as('orders'), change: [breaker('unsure')] }),
      ...['number', 'ratio', 'text', 'typed'].map((name) =>
        nth(1, opens(false, 'orders', 11), { ...as('orders'), change: [breaker(name)] }),
      ),
    ],
    good: [
      trial(opens(true, 'a'), as('a')),
      trial(opens(true, 'b', 12), as('b')),
      trial(opens(true, 'd'), as('d')),
      trial(opens(true, 'f'), as('f')),
    ],
  },
  {
    rule: 'DAPR139',
    bad: [
      nth(0, tries(1), as('orders')),
      nth(0, opens(false, 'orders', 10), as('orders')),
      nth(
        0,
        probe(
          'cuts the connection of a call over HTTP, and ends at one over gRPC: `invalid memory address or nil pointer dereference`',
          async (scene) => {
            await scene.runs();
            const answer = await scene.get('/v1.0/state/statestore/a').catch((error: Error) => error.message);
            holds(answer === 'fetch failed' && scene.process.status === undefined, `it answers ${JSON.stringify(answer)}`);
            await scene.overGrpc((client) => client.state.get('statestore', 'a'));
            const status = await scene.process.exit(10_000);
            holds(status === 2 && scene.log.includes('nil pointer dereference'), `its status is ${status}`);
          },
        ),
      ),
    ],
    good: [trial(tries(11), { ...as('orders'), change: [quick] })],
    corrected: 'that the sidecar crashes at the first call: it survives a call over HTTP, whose connection it cuts',
  },
  {
    rule: 'DAPR140',
    bad: [nth(0, logs(VOID)), nth(1, logs(`${VOID}invalid retry configuration "simple"`))],
    good: [trial(doesNotLog(VOID))],
  },
  {
    rule: 'DAPR141',
    bad: [trial(doesNotLog('Loading Resiliency configuration: shop'), { oneFile: true })],
    good: [trial(logs('Loading Resiliency configuration: shop'), { oneFile: true })],
  },
  {
    rule: 'DAPR142',
    bad: [
      nth(0, limits(false, 'orders'), { ...as('orders', slow), change: [shorter] }),
      nth(2, limits(false, 'orders'), { ...as('orders', slow), change: [shorter] }),
    ],
    good: [trial(limits(true, 'orders'), { ...as('orders', slow), change: [shorter] })],
  },
  {
    rule: 'DAPR143',
    bad: [nth(1, handed(1), { app: unable, change: [beside(subscription('pubsub', 'orders'))] })],
    good: [trial(handed(11), { app: unable, change: [quick, beside(subscription('pubsub', 'orders'))] })],
  },
  {
    rule: 'DAPR144',
    bad: [
      trial(
        probe('keeps one of the two timeouts', async (scene) => {
          await limits(false).check(scene);
        }),
        { ...as('orders', slow), change: [replacing('Resiliency', ({ spec }) => (spec.targets.apps = { orders: { timeout: 'short' } }))] },
      ),
    ],
    good: [
      trial(limits(true), {
        ...as('orders', slow),
        change: [replacing('Resiliency', ({ spec }) => (spec.targets.apps = { orders: { timeout: 'short' } }))],
      }),
    ],
  },
  {
    rule: 'DAPR145',
    bad: [trial(limits(false), { ...as('orders', slow), change: [shorter] })],
    good: [trial(limits(true), { ...as('orders', slow), change: [shorter, replacing('Resiliency', ({ spec }) => (spec.targets = {}))] })],
  },
  {
    rule: 'DAPR146',
    bad: [
      trial(
        all(
          logs(
            'Attempted to override protected policy DaprBuiltInActorNotFoundRetries which is not allowed. Ignoring provided policy and using default.',
          ),
          logs('Attempted override of DaprBuiltInActorRetries did not meet minimum retry count, resetting to 3.'),
          logs('Attempted override of DaprBuiltInServiceRetries did not meet minimum retry count, resetting to 3.'),
        ),
      ),
    ],
    good: [trial(doesNotLog('Attempted'))],
  },
  {
    rule: 'DAPR148',
    bad: [nth(1, limits(false), { ...as('orders', slow), change: [shorter] })],
    good: [trial(limits(true), { ...as('orders', slow), change: [shorter] })],
  },
  {
    rule: 'DAPR149',
    bad: [trial(sporadic(true), as('orders', everyOther()))],
    good: [
      trial(sporadic(false), {
        ...as('orders', everyOther()),
        change: [replacing('Resiliency', ({ spec }) => (spec.policies.circuitBreakers.simple.interval = '100ms'))],
      }),
    ],
  },
  {
    rule: 'DAPR250',
    bad: [nth(0, announces(false), settings), nth(1, announces(false), settings)],
    good: [nth(0, announces(true), settings), nth(1, announces(true), settings)],
  },
  {
    rule: 'DAPR251',
    bad: [
      nth(0, handed(1, 'bus'), as('notification', unable)),
      nth(1, lacks('carts'), as('checkout')),
      nth(1, all(loads('carts'), doesNotLog('Loading Resiliency configuration: checkout')), as('cart')),
    ],
    good: [nth(0, handed(4, 'bus'), as('shipping', unable))],
  },
];

/** Whether a change comes to the application after it has subscribed. */
function announces(yes: boolean): Expectation {
  const says = yes ? 'hands a change of the settings to the application' : 'answers a subscription with an id, and hands over no change';
  return probe(says, async (scene) => {
    await scene.runs();
    const { status, text } = await scene.get('/v1.0/configuration/settings/subscribe?key=discount');
    holds(status === 200 && /"id":"[^"]+"/.test(text), `${status} ${text}`);
    const came = (): boolean => scene.app.paths.includes('/configuration/settings/discount');
    for (let i = 0; i < 15 && !came(); i++) {
      await scene.redis.command('SET', 'discount', String(i));
      await scene.wait(200);
    }
    holds(came() === yes, `there came ${scene.app.paths.join() || 'nothing'}`);
  });
}

/** How often a message that the application refuses is handed to it. */
function handed(count: number, pubsub = 'pubsub'): Expectation {
  return probe(`hands a message that fails to the application ${count === 1 ? 'once' : `${count}×`}`, async (scene) => {
    await scene.runs();
    await scene.wait(700);
    await publish(scene, pubsub, 'orders');
    await scene.until('handed it over', () => scene.app.requests.length >= count);
    await scene.wait(1_000);
    holds(scene.app.requests.length === count, `it was handed over ${scene.app.requests.length} times`);
  });
}

/** An application that refuses every other call. */
function everyOther(): World['app'] {
  let calls = 0;
  return ({ path }) => (path.startsWith('/pay') && calls++ % 2 === 0 ? { status: 500 } : undefined);
}

/** Failures far apart, with successes between them. */
function sporadic(opened: boolean): Expectation {
  return probe(
    `${opened ? 'opens' : 'keeps'} the circuit breaker ${opened ? '' : 'closed '}over failures that lie far apart`,
    async (scene) => {
      await scene.runs();
      for (let i = 0; i < 26; i++) {
        await scene.get('/v1.0/invoke/orders/method/pay');
        await scene.wait(60);
      }
      holds(scene.app.requests.length < 26 === opened, `${scene.app.requests.length} of 26 calls came to the application`);
    },
  );
}
