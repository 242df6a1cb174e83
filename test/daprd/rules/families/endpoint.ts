import { readFileSync } from 'node:fs';
import { Change, replacing, secrets } from '../changes';
import { Experiment, Expectation, nth, trial, World } from '../experiment';
import { all, doesNotLog, exits, holds, logs, probe } from '../expectations';
import { Resource } from '../given';

const silent = (): undefined => undefined;
/** The application stands for what the example's address means. */
const there: Change = replacing('HTTPEndpoint', ({ spec }, { app }) => {
  spec.baseUrl = spec.baseUrl
    .replace(/https(:\/\/[a-z.]+)(?=\/|$)/i, 'http$1')
    .replace(/(api\.github|search\.example|billing\.example|stock\.example)\.com(:443)?/, `127.0.0.1:${app.port}`);
});
const called: World = { appId: 'shop', app: silent, change: [there] };

/** Where a call of the endpoint arrives. */
function arrives(endpoint: string, path: string): Expectation {
  return probe(`calls ${path} of the address`, async (scene) => {
    await scene.runs();
    const { status, text } = await scene.get(`/v1.0/invoke/${endpoint}/method/repos`);
    holds(scene.app.paths[0] === path, `it called ${scene.app.paths.join() || 'nothing'}: ${status} ${text}`);
  });
}

function cannotCall(endpoint: string, says = ''): Expectation {
  return probe(`answers each call with an error${says && `: \`${says}\``}`, async (scene) => {
    await scene.runs();
    const { status, text } = await scene.get(`/v1.0/invoke/${endpoint}/method/repos`);
    holds(status >= 400 && scene.app.requests.length === 0 && text.includes(says), `${status} ${text}`);
  });
}

function sends(name: string, value: string | undefined): Expectation {
  return probe(value === '' ? `sends the header \`${name}\` empty` : `sends the header \`${name}\``, async (scene) => {
    await scene.runs();
    await scene.get('/v1.0/invoke/github/method/repos', { [name]: 'of the application' });
    holds(scene.app.requests[0]?.headers[name.toLowerCase()] === value, JSON.stringify(scene.app.requests[0]?.headers));
  });
}

/** One of several. */
function alone(name: string): Change {
  return (objects) => void objects.splice(0, objects.length, ...objects.filter(({ metadata }) => metadata.name === name));
}

/** Without one of several. */
function without(name: string): Change {
  return (objects) => void objects.splice(0, objects.length, ...objects.filter(({ metadata }) => metadata.name !== name));
}

/** The secrets of the example are a real certificate and its key, which sentry has made. */
const certificates: Change = (objects, scene) => {
  const file = (name: string): string => readFileSync(`${scene.folder}/sentry/${name}`, 'utf8');
  const values = { client: { 'tls.crt': file('issuer.crt'), 'tls.key': file('issuer.key') }, ca: { 'ca.crt': file('ca.crt') } };
  secrets('kubernetes', values, { multiValued: 'true' })(objects, scene);
  objects.filter(({ kind }) => kind === 'HTTPEndpoint').forEach((one) => (one.auth = { secretStore: 'kubernetes' }));
};

/** Whether the sidecar still reaches its own application. */
const reachesApp = (yes: boolean): Expectation =>
  probe(yes ? 'calls its application' : 'cannot call its application any more', async (scene) => {
    await scene.runs();
    const { status } = await scene.get('/v1.0/invoke/shop/method/x');
    holds((status === 200) === yes, `the status was ${status}`);
  });

const NIL = 'invalid memory address or nil pointer dereference';
const noAuth: Change = replacing('HTTPEndpoint', (one: Resource) => (one.auth = { secretStore: 'kubernetes' }));

export const ENDPOINT: readonly Experiment[] = [
  {
    rule: 'DAPR185',
    bad: [
      nth(0, cannotCall('github'), called),
      nth(1, arrives('github', '//repos'), called),
      nth(1, arrives('search', '/find?apikey=abc/repos'), called),
      ...['github', 'queue', 'nowhere', 'spaced', 'indented'].map((name) =>
        nth(2, cannotCall(name), { ...called, change: [alone(name), there] }),
      ),
    ],
    good: [trial(arrives('github', '/v3/repos'), called)],
  },
  {
    rule: 'DAPR186',
    bad: [
      nth(0, exits(NIL), { change: [replacing('HTTPEndpoint', ({ spec }) => (spec.clientTLS.renegotiation = 'Never'))] }),
      nth(1, exits(NIL), { change: [alone('billing')] }),
      nth(1, exits(NIL), { sentry: true, change: [alone('stock'), certificates] }),
    ],
    good: [nth(0, doesNotLog(NIL), { sentry: true, change: [certificates] }), nth(1, doesNotLog(NIL))],
  },
  {
    rule: 'DAPR188',
    bad: [
      nth(0, all(logs('failed to add root cert to cert pool for http endpoint billing'), reachesApp(false)), {
        appId: 'shop',
        app: silent,
      }),
    ],
    good: [
      trial(all(doesNotLog('failed to'), reachesApp(true)), {
        appId: 'shop',
        app: silent,
        sentry: true,
        change: [without('later'), certificates],
      }),
    ],
    corrected: 'nothing wrong, but its good example held a certificate that was cut short, with which no channel opens either',
  },
  {
    rule: 'DAPR189',
    bad: [nth(2, all(logs("HTTPEndpoint github references a secret store that isn't loaded: "), sends('Authorization', '')), called)],
    good: [
      nth(1, sends('Authorization', 'from the store'), {
        ...called,
        change: [there, noAuth, secrets('kubernetes', { elsewhere: { token: 'from the store' } }, { multiValued: 'true' })],
      }),
    ],
  },
  { rule: 'DAPR190', bad: [trial(arrives('billing', '/repos'), called)], good: [trial(cannotCall('billing'), called)] },
  {
    rule: 'DAPR191',
    bad: [nth(0, cannotCall('api.github'), called), nth(1, cannotCall('api.github.com'), called)],
    good: [trial(arrives('api-github', '/repos'), called)],
  },
  {
    rule: 'DAPR192',
    bad: [nth(0, sends('Accept-Language', ''), called), nth(0, sends('X-App-Token', ''), { ...called, env: { APP_API_TOKEN: 'secret' } })],
    good: [trial(sends('Accept-Language', 'en'), called), trial(sends('X-Region', 'eu'), { ...called, env: { REGION: 'eu' } })],
  },
  {
    rule: 'DAPR194',
    bad: [nth(0, cannotCall('github', 'invalid header field'), called), nth(1, exits('invalid header field name "X-Region:"'))],
    good: [trial(arrives('github', '/repos'), called)],
  },
];
