import { beside, broker, Change, component, realRedis, setting, subscription } from '../changes';
import { Experiment, Expectation, nth, trial, World } from '../experiment';
import { all, exits, holds, lacks, logs, probe } from '../expectations';
import { delivers, keepsBack, publish } from '../probes';
import { AppRequest } from '../app';

const silent = (): undefined => undefined;
const failing = ({ path, method }: AppRequest): { status: number } | undefined =>
  method === 'POST' && !path.startsWith('/dapr') && path !== '/poison' ? { status: 500 } : undefined;
const onBus: World = { app: silent, change: [broker('pubsub')] };
const poison: Change = beside(subscription('pubsub', 'poison'));

/** Whether the application may publish. */
function publishes(topic: string, may: boolean): Expectation {
  return probe(`${may ? 'lets' : 'does not let'} it publish to \`${topic}\``, async (scene) => {
    await scene.runs();
    const { status, text } = await publish(scene, 'pubsub', topic);
    holds(status === (may ? 204 : 403), `${status} ${text}`);
  });
}

/** How often a message that the application refuses is handed to it, and whether it comes to the dead letters. */
function attempts(count: number, dead: boolean): Expectation {
  return probe(
    `hands a message that fails to the application ${count}×, ${dead ? 'and then to `poison`' : 'and never to `poison`'}`,
    async (scene) => {
      await scene.runs();
      await scene.wait(700);
      await publish(scene, 'pubsub', 'orders');
      await scene.until('handed it over', () => scene.app.paths.filter((path) => path === '/orders').length >= count);
      await scene.wait(1_000);
      const seen = scene.app.paths.filter((path) => path === '/orders').length;
      holds(dead ? seen === count : seen >= count, `it was handed over ${seen} times`);
      holds(scene.app.paths.includes('/poison') === dead, `the paths were ${scene.app.paths.join()}`);
    },
  );
}

const match = (path: string, event: object): Expectation => delivers('pubsub', 'orders', path, event);
const drops = (event: object = {}): Expectation => keepsBack('pubsub', 'orders', event);

export const PUBSUB: readonly Experiment[] = [
  {
    rule: 'DAPR097',
    bad: [
      nth(0, publishes('anything', true), { appId: 'cart' }),
      nth(1, publishes('anything', true), { appId: 'stock' }),
      nth(2, publishes('orders', false)),
      nth(3, publishes('orders', true)),
    ],
    good: [trial(publishes('anything', false), { appId: 'cart' }), trial(publishes('orders', false), { appId: 'stock' })],
  },
  {
    rule: 'DAPR098',
    bad: [nth(0, publishes('anything', true), { appId: 'stock' }), nth(1, publishes('parts', false), { appId: 'cart' })],
    good: [trial(publishes('anything', false), { appId: 'stock' })],
  },
  {
    rule: 'DAPR099',
    bad: [
      nth(0, keepsBack('pubsub', 'orders'), { app: silent }),
      nth(1, keepsBack('store', 'orders'), { app: silent }),
      nth(2, all(lacks('pubsub'), keepsBack('pubsub', 'orders')), { app: silent, appId: 'stock' }),
      nth(3, all(lacks('pubsub'), keepsBack('pubsub', 'orders')), { app: silent, namespace: 'shop' }),
      nth(4, keepsBack('broker', 'orders'), { app: silent }),
    ],
    good: [trial(delivers('pubsub', 'orders', '/orders'), { app: silent, appId: 'stock' })],
  },
  {
    rule: 'DAPR100',
    bad: [0, 1, 2].map((example) =>
      nth(example, all(logs('is not allowed'), keepsBack('pubsub', 'orders')), { app: silent, appId: 'stock' }),
    ),
    good: [
      trial(delivers('pubsub', 'orders', '/orders'), {
        app: silent,
        appId: 'stock',
        change: [setting('publishingScopes', 'stock=orders')],
      }),
    ],
  },
  { rule: 'DAPR101', bad: [nth(0, drops(), onBus), nth(1, drops(), onBus)], good: [trial(match('/orders', {}), onBus)] },
  { rule: 'DAPR102', bad: [nth(0, drops(), onBus), nth(1, drops(), onBus)], good: [trial(match('/orders', {}), onBus)] },
  {
    rule: 'DAPR103',
    bad: [
      nth(0, drops({ type: 'old' }), onBus),
      nth(1, delivers('pubsub', 'orders', '/rest', { type: 'old' }), {
        app: silent,
        change: [broker('pubsub'), beside(subscription('pubsub', 'rest'))],
      }),
    ],
    good: [trial(match('/other', { type: 'old' }), onBus)],
  },
  {
    rule: 'DAPR104',
    bad: [nth(0, match('/all', { type: 'new' }), onBus), nth(1, match('/a', { type: 'new' }), onBus)],
    good: [
      trial(match('/new', { type: 'new' }), onBus),
      trial(match('/old', { type: 'old' }), onBus),
      trial(match('/all', { type: 'x' }), onBus),
    ],
  },
  {
    rule: 'DAPR105',
    bad: [
      nth(0, exits("token recognition error at: '= '"), onBus),
      nth(0, exits('undeclared reference to'), { app: silent, change: [broker('pubsub'), rule(1)] }),
      nth(
        0,
        probe('never gets ready', async (scene) => {
          await scene.wait(8_000);
          holds(scene.process.status === undefined && !scene.log.includes('dapr initialized'), 'it does, or it ends');
        }),
        { app: silent, change: [broker('pubsub'), rule(2)] },
      ),
      nth(1, exits("mismatched input 'and'"), onBus),
    ],
    good: [trial(match('/new', { type: 'new', source: 'shop' }), onBus)],
  },
  {
    rule: 'DAPR106',
    bad: ['no such attribute', 'was not a boolean', 'no such attribute'].map((why, one) =>
      nth(0, all(drops(), logs(why)), { app: silent, change: [broker('pubsub'), rule(one)] }),
    ),
    good: [trial(match('/ok', { data: { items: [{ total: 1 }], ok: true } }), onBus)],
  },
  {
    rule: 'DAPR107',
    bad: [
      nth(0, all(drops({ type: 'new' }), logs('no such key: Type')), onBus),
      nth(0, all(drops(), logs('no such key: kind')), { app: silent, change: [broker('pubsub'), rule(1)] }),
    ],
    good: [trial(match('/other', { type: 'new' }), onBus)],
  },
  {
    rule: 'DAPR108',
    bad: [trial(match('/new', {}), { ...onBus, appId: 'audit' })],
    good: [trial(match('/all', {}), { ...onBus, appId: 'audit' })],
  },
  {
    rule: 'DAPR109',
    bad: [nth(0, all(drops(), logs("rawPayload value must be a valid boolean: actual is 'yes'")), onBus), nth(1, body('{"'), onBus)],
    good: [trial(body('{"data_base64"'), onBus)],
  },
  {
    rule: 'DAPR110',
    bad: [
      nth(0, all(attempts(1, false), logs('topic poison is not allowed for app id stock')), {
        app: failing,
        change: [setting('publishingScopes', 'cart=orders;stock=orders')],
      }),
      nth(1, all(attempts(1, false), logs('topic poison is not allowed for app id check')), { app: failing }),
    ],
    good: [trial(attempts(1, true), { app: failing, change: [setting('publishingScopes', 'cart=orders;stock=poison,orders'), poison] })],
  },
  {
    rule: 'DAPR111',
    bad: [
      nth(0, attempts(1, true), { app: failing, change: [broker('pubsub'), poison] }),
      nth(1, attempts(2, false), { app: failing, change: [broker('pubsub'), poison] }),
    ],
    good: [trial(attempts(4, true), { app: failing, change: [broker('pubsub'), poison] })],
  },
  {
    rule: 'DAPR112',
    // In the memory of one sidecar a message that is published while it is handled holds up its own topic.
    bad: [trial(attempts(20, false), { app: failing, redis: true, change: [beside(component('pubsub', 'pubsub.redis')), realRedis] })],
    good: [
      trial(attempts(1, true), { app: failing, redis: true, change: [beside(component('pubsub', 'pubsub.redis')), realRedis, poison] }),
    ],
  },
  {
    rule: 'DAPR095',
    bad: [trial(shares(true), { app: silent, appId: 'mail', redis: true, change: [realRedis] })],
    good: [
      trial(shares(false), { app: silent, appId: 'mail', redis: true, change: [realRedis, beside(subscription('pubsub', 'orders'))] }),
    ],
  },
  {
    rule: 'DAPR113',
    bad: [trial(bulk(false), onBus)],
    good: [trial(bulk(true), onBus)],
  },
  {
    rule: 'DAPR114',
    bad: [trial(match('/', { type: 'new' }), onBus)],
    good: [trial(match('/new', { type: 'new' }), onBus)],
    corrected: 'that an HTTP application gets none of these messages: they come to its root',
  },
];

/** Of several rules this one, and the default. */
function rule(index: number): Change {
  return (objects) => {
    const { routes } = objects.find(({ kind }) => kind === 'Subscription')!.spec;
    routes.rules = [routes.rules[index]];
  };
}

/** Whether two applications share the messages of a topic: then each message comes to one of them. */
function shares(yes: boolean): Expectation {
  return probe(`hands each message to ${yes ? 'one' : 'both'} of two applications`, async (scene) => {
    await scene.runs();
    await scene.other('stock', { resources: scene.resources, appPort: scene.app.port });
    const sent = 10;
    await scene.wait(1_000);
    for (let i = 0; i < sent; i++) {
      await publish(scene, 'pubsub', 'orders', { id: String(i) });
    }
    await scene.wait(2_000);
    const came = scene.app.requests.length;
    holds(came === (yes ? sent : 2 * sent), `of ${sent} messages ${came} came`);
  });
}

/** Whether messages come as lists. */
function bulk(yes: boolean): Expectation {
  return probe(yes ? 'hands over lists of messages' : 'hands over messages one by one', async (scene) => {
    await delivers('pubsub', 'orders', '/orders').check(scene);
    holds('entries' in (JSON.parse(scene.app.requests[0].body) as object) === yes, scene.app.requests[0].body);
  });
}

function body(begin: string): Expectation {
  return probe(`hands the application a body that begins with \`${begin}\``, async (scene) => {
    await delivers('pubsub', 'orders', '/orders').check(scene);
    holds(scene.app.requests[0].body.startsWith(begin), scene.app.requests[0].body);
  });
}
