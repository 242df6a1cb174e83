import { Change, replacing } from '../changes';
import { Experiment, Expectation, nth, trial, World } from '../experiment';
import { all, exits, holds, probe } from '../expectations';

/** Where sidecars of a test find each other, without asking the network. */
const findable: Change = replacing('Configuration', ({ spec }, { folder }) => {
  spec.nameResolution = { component: 'sqlite', version: 'v1', configuration: { connectionString: `${folder}/names.db` } };
});
const called: World = { appId: 'orders', app: () => undefined, withPort: true, sentry: true, change: [findable] };

interface Call {
  readonly path?: string;
  readonly verb?: string;
  readonly from?: string;
}

/** Whether another application may call. */
function lets(may: boolean, { path = '/orders', verb = 'GET', from = 'shop' }: Call = {}): Expectation {
  return probe(`${may ? 'lets' : 'does not let'} \`${from}\` call ${verb} ${path}`, async (scene) => {
    await scene.runs();
    const names = { component: 'sqlite', version: 'v1', configuration: { connectionString: `${scene.folder}/names.db` } };
    const caller = await scene.other(from, {
      config: { apiVersion: 'dapr.io/v1alpha1', kind: 'Configuration', metadata: { name: from }, spec: { nameResolution: names } },
    });
    const answer = await fetch(caller.url(`/v1.0/invoke/orders/method${path}`), { method: verb });
    const text = await answer.text();
    holds(answer.status === (may ? 200 : 403), `${answer.status} ${text}`);
  });
}

export const ACCESS: readonly Experiment[] = [
  { rule: 'DAPR164', bad: [trial(lets(true, { from: 'mail' }), called)], good: [trial(lets(false, { from: 'mail' }), called)] },
  { rule: 'DAPR166', bad: [trial(lets(false), called)], good: [trial(lets(true), called)] },
  {
    rule: 'DAPR167',
    bad: [nth(0, lets(false), called), nth(0, lets(false, { verb: 'POST' }), called), nth(1, lets(false), called)],
    good: [nth(0, lets(true), called), nth(1, lets(true, { verb: 'PUT' }), called)],
  },
  {
    rule: 'DAPR168',
    bad: [
      nth(0, all(lets(true, { path: '/orders/refund' }), lets(true, { path: '/stock/delete', from: 'shop' })), called),
      nth(1, lets(true), called),
      nth(1, lets(false, { path: '/stock' }), called),
    ],
    good: [
      nth(0, lets(false, { path: '/orders/refund' }), called),
      nth(0, lets(true, { path: '/orders/new' }), called),
      nth(1, lets(true), called),
    ],
  },
  {
    rule: 'DAPR169',
    bad: [nth(0, lets(false), called), nth(2, lets(false), called), nth(4, lets(false), called)],
    good: [nth(1, lets(true, { from: 'of-another-repository' }), called)],
  },
  {
    rule: 'DAPR171',
    bad: [
      trial(
        probe('lets `shop` call whatever it wants', async (scene) => {
          await scene.runs();
          const config = {
            apiVersion: 'dapr.io/v1alpha1',
            kind: 'Configuration',
            metadata: { name: 'orders' },
            spec: {
              nameResolution: { component: 'sqlite', version: 'v1', configuration: { connectionString: `${scene.folder}/names.db` } },
            },
          };
          await scene.other('orders', { config, appPort: scene.app.port });
          const { status, text } = await scene.get('/v1.0/invoke/orders/method/refund');
          holds(status === 200, `${status} ${text}`);
        }),
        { app: () => undefined, withPort: true, sentry: true, change: [findable] },
      ),
    ],
    good: [trial(lets(false, { from: 'mail' }), called)],
  },
  {
    rule: 'DAPR174',
    bad: [
      nth(0, exits('error parsing WorkloadCertTTL duration: time: unknown unit "d" in duration "7d"'), { sentryAlone: true }),
      nth(1, exits("the built-in 'kubernetes' and 'insecure' validators cannot be configured manually"), { sentryAlone: true }),
      nth(2, exits("property 'location' must not be empty"), { sentryAlone: true }),
    ],
    corrected: 'that a validator jwks may have empty options: without a source sentry stops',
    good: [
      trial(
        probe('lets sentry start', async (scene) => {
          await scene.process.line(/Sentry is ready|CA certificate key pair ready|Running gRPC server/);
          await scene.wait(1_500);
          holds(scene.process.status === undefined, `its status is ${scene.process.status}`);
        }),
        { sentryAlone: true },
      ),
    ],
  },
];
