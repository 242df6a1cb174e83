import { beside, Change, component, replacing, secrets } from '../changes';
import { Experiment, Expectation, nth, trial } from '../experiment';
import { all, doesNotLog, exits, holds, lacks, loads, logs, probe, starts } from '../expectations';
import { actors, hostsActors, sampled } from '../probes';
import { Resource } from '../given';

const silent = (): undefined => undefined;

/** What an HTTP request of the sidecar is answered. */
function answers(method: string, path: string, status: number): Expectation {
  return probe(`answers ${method} ${path} with ${status}`, async (scene) => {
    await scene.until('listened', () => scene.log.includes('dapr initialized'));
    const { status: got, text } = await scene.send(method, path, method === 'GET' ? undefined : '[]');
    holds(got === status, `${got} ${text}`);
  });
}

/** Whether spans come to a collector, which here is the application. */
function exports(yes: boolean): Expectation {
  return probe(yes ? 'exports its traces' : 'exports no trace', async (scene) => {
    await scene.runs();
    const came = (): boolean => scene.app.paths.some((path) => path.startsWith('/v1/traces') || path.startsWith('/api/v2/spans'));
    const call = async (): Promise<unknown> => scene.get('/v1.0/invoke/check/method/traced');
    if (yes) {
      await scene.until('exported one', async () => {
        await call();
        return came();
      });
      return;
    }
    for (let i = 0; i < 12; i++) {
      await call();
      await scene.wait(500);
    }
    holds(!came(), 'it does');
  });
}

/** The collector of the example is the application. */
const collector: Change = replacing('Configuration', ({ spec }, scene) => {
  for (const exporter of [spec.tracing.otel, spec.tracing.zipkin] as (Resource | undefined)[]) {
    if (exporter?.endpointAddress) {
      exporter.endpointAddress = exporter.endpointAddress.replace(/[a-z]+:\d+/, `127.0.0.1:${scene.app.port}`);
    }
    if (exporter?.protocol) {
      exporter.protocol = 'http';
    }
  }
});

/** Whether the metrics of the sidecar have a text. */
function measures(text: string, yes: boolean): Expectation {
  return probe(`${yes ? 'serves' : 'does not serve'} metrics${text === '' ? '' : ` with \`${text}\``}`, async (scene) => {
    await scene.runs();
    for (let i = 0; i < 3; i++) {
      await scene.get('/v1.0/metadata');
    }
    const metrics = await scene.metrics();
    holds(metrics.includes(text || 'dapr_') === yes, `there are ${metrics.length} bytes`);
  });
}

function secret(name: string, status: number, store = 'vault'): Expectation {
  return probe(`${status === 200 ? 'hands out' : 'denies'} \`${name}\` of \`${store}\``, async (scene) => {
    await scene.runs();
    const { status: got, text } = await scene.get(`/v1.0/secrets/${store}/${name}`);
    holds(got === status, `${got} ${text}`);
  });
}

const redirects = { method: 'GET', path: '/v1.0/metadata' };
const login: Change = (objects) => {
  const found = objects.find(({ spec }) => spec?.type === 'middleware.http.oauth2');
  const settings = {
    clientId: 'shop',
    clientSecret: 'x',
    authURL: 'https://login.example/authorize',
    tokenURL: 'https://login.example/token',
    redirectURL: 'https://shop.example',
    authHeaderName: 'authorization',
  };
  if (found === undefined) {
    objects.push(component('login', 'middleware.http.oauth2', settings));
  } else {
    found.spec.metadata = Object.entries(settings).map(([name, value]) => ({ name, value }));
  }
};

/** Whether a request has to sign in first. */
function guarded(yes: boolean): Expectation {
  return answers(redirects.method, redirects.path, yes ? 302 : 200);
}

/** Whether the state of actors may end by itself. */
function keepsFor(may: boolean): Expectation {
  return probe(`${may ? 'takes' : 'refuses'} a time to live for the state of an actor`, async (scene) => {
    await actors(true).check(scene);
    const request = { key: 'a', value: 1, metadata: { ttlInSeconds: '10' } };
    const { status, text } = await scene.post('/v1.0/actors/Cart/1/state', [{ operation: 'upsert', request }]);
    holds(may ? status === 204 : status >= 400, `${status} ${text}`);
  });
}

const SECRETS = { db: 'one', root: 'two', other: 'three' };

export const CONFIGURATION: readonly Experiment[] = [
  {
    rule: 'DAPR150',
    bad: [
      nth(0, guarded(false), { change: [login] }),
      nth(1, guarded(false), { change: [login] }),
      nth(2, exits('HTTP middleware middleware.http.oauth2/v2 has not been registered'), { change: [login] }),
      nth(3, guarded(false)),
    ],
    good: [trial(guarded(true), { change: [login] })],
  },
  {
    rule: 'DAPR151',
    bad: [trial(guarded(true), { change: [login] })],
    good: [trial(guarded(true), { change: [login] })],
  },
  {
    rule: 'DAPR153',
    bad: [
      nth(0, logs('TraceIDRatioBased{0.0001}'), { app: silent }),
      nth(1, sampled(true), { app: silent }),
      nth(2, logs('TraceIDRatioBased{0.0001}'), { app: silent }),
    ],
    good: [
      nth(0, logs('TraceIDRatioBased{0.25}'), { app: silent }),
      nth(1, sampled(true), { app: silent }),
      nth(2, logs('TraceIDRatioBased{0.001}'), { app: silent }),
    ],
  },
  {
    rule: 'DAPR154',
    bad: [
      nth(0, exits('failed to setup tracing: invalid protocol http/protobuf provided for Otel endpoint')),
      nth(1, exits('failed to setup tracing: invalid protocol gRPC provided for Otel endpoint')),
    ],
    good: [trial(starts)],
  },
  {
    rule: 'DAPR155',
    bad: [nth(0, exports(false), { app: silent, change: [collector] }), nth(1, exports(false), { app: silent, change: [collector] })],
    good: [trial(exports(true), { app: silent, change: [collector] })],
  },
  {
    rule: 'DAPR156',
    bad: [trial(exports(false), { app: silent, change: [collector] })],
    good: [trial(exports(true), { app: silent, change: [collector] })],
  },
  {
    rule: 'DAPR157',
    bad: [
      nth(0, exits('invalid collector URL "zipkin:9411/api/v2/spans": no scheme or host')),
      nth(1, exits('invalid collector URL "http:///api/v2/spans": no scheme or host')),
    ],
    good: [trial(exports(true), { app: silent, change: [collector] })],
  },
  { rule: 'DAPR158', bad: [nth(2, exits('cannot unmarshal !!map into string'))], good: [nth(1, starts)] },
  {
    rule: 'DAPR159',
    bad: [nth(1, measures('', true))],
    good: [nth(0, measures('', false)), nth(1, measures('', false))],
  },
  {
    rule: 'DAPR160',
    bad: [trial(logs('failed to compile regex for rule runtime/service/invocation/req/sent/totalmethod/orders/'))],
    good: [trial(doesNotLog('failed to compile regex'))],
  },
  {
    rule: 'DAPR161',
    bad: [nth(0, measures('', false), { app: silent })],
    good: [trial(measures('', true), { app: silent })],
  },
  {
    rule: 'DAPR162',
    bad: [
      nth(0, exits('defaultAccess denied can be either allow or deny')),
      nth(0, exits('vault storeName is repeated in secrets configuration'), {
        change: [replacing('Configuration', ({ spec }) => delete spec.secrets.scopes[0].defaultAccess)],
      }),
    ],
    good: [trial(starts)],
  },
  {
    rule: 'DAPR163',
    bad: [
      nth(0, all(secret('root', 200), secret('other', 403), secret('db', 200, 'local-secrets')), { env: { ...SECRETS } }),
      nth(1, secret('other', 403), { change: [secrets('vault', SECRETS)] }),
    ],
    good: [trial(all(secret('db', 200), secret('root', 403)), { env: { ...SECRETS } })],
  },
  {
    rule: 'DAPR165',
    bad: [trial(exits('invalid access control spec. missing trustdomain for apps: [shop], missing namespace for apps: [shop]'))],
    good: [trial(starts)],
  },
  {
    rule: 'DAPR176',
    bad: [
      nth(0, all(answers('GET', '/v1.0/state/statestore/a', 404), answers('GET', '/v1.0/metadata', 404)), {
        change: [beside(component('statestore', 'state.in-memory'))],
      }),
    ],
    good: [
      trial(all(answers('GET', '/v1.0/state/statestore/a', 204), answers('GET', '/v1.0/metadata', 404)), {
        change: [beside(component('statestore', 'state.in-memory'))],
      }),
    ],
  },
  {
    rule: 'DAPR177',
    bad: [
      trial(loads('mail', 'store'), {
        change: [
          beside(
            component('mail', 'bindings.smtp', { host: 'smtp', port: '25' }),
            component('store', 'state.sqlite', { connectionString: 'data.db' }),
          ),
          replacing(
            'Configuration',
            ({ spec }) => (spec.components.deny = [...spec.components.deny, 'State.Sqlite', 'state/sqlite/v1', 'state.sqlite/2']),
          ),
        ],
      }),
    ],
    good: [trial(lacks('mail'), { change: [beside(component('mail', 'bindings.smtp', { host: 'smtp', port: '25' }))] })],
  },
  {
    rule: 'DAPR178',
    bad: [
      trial(keepsFor(false), {
        app: hostsActors,
        controlPlane: true,
        change: [beside(component('store', 'state.in-memory', { actorStateStore: 'true' }))],
      }),
    ],
    good: [
      trial(keepsFor(true), {
        app: hostsActors,
        controlPlane: true,
        change: [beside(component('store', 'state.in-memory', { actorStateStore: 'true' }))],
      }),
    ],
  },
  {
    rule: 'DAPR179',
    bad: [nth(1, exits('WorkflowHistorySigning feature flag is enabled but mTLS is not configured'))],
    good: [],
  },
  { rule: 'DAPR181', bad: [trial(exits('cannot unmarshal !!str `14d` into time.Duration'))], good: [trial(starts)] },
  {
    rule: 'DAPR182',
    bad: [
      nth(0, all(starts, logs("couldn't find name resolver nameresolution.consul/v1"))),
      nth(1, all(starts, logs("couldn't find name resolver kubernets/v1"))),
      nth(2, all(starts, logs("couldn't find name resolver sqlite/v2"))),
    ],
    good: [trial(doesNotLog("couldn't find name resolver"))],
  },
  {
    rule: 'DAPR183',
    bad: [
      nth(0, all(starts, logs('format must contain {appid} placeholder'))),
      nth(1, all(starts, logs('missing connection string'))),
      nth(2, all(starts, logs('either namespaceName or namespaceId must be provided'))),
      nth(3, all(starts, logs('update interval must be at least 1s greater than timeout'))),
    ],
    good: [nth(1, doesNotLog('initialization error occurred for nr'))],
  },
  {
    rule: 'DAPR184',
    bad: [trial(logs('"/orders/"'))],
    good: [nth(0, logs('TraceIDRatioBased{0.5}'), { env: { SAMPLING_RATE: '0.5' } }), nth(1, logs('^/orders/.+$'))],
  },
];
