import { broker, realRedis } from '../changes';
import { Experiment, nth, trial } from '../experiment';
import { actors, delivers, hostsActors } from '../probes';
import { doesNotLog, exits, holds, logs, probe, starts } from '../expectations';

const NO_PORT = 'App channel is not initialized. Did you configure an app-port?';
const SHORTER = "value for 'health-probe-timeout' must be smaller than 'health-probe-interval'";

export const WORKLOAD: readonly Experiment[] = [
  {
    rule: 'DAPR042',
    bad: [
      nth(0, exits('invalid argument "30s" for "--dapr-graceful-shutdown-seconds" flag'), { annotations: ['graceful-shutdown-seconds'] }),
      nth(1, exits('invalid argument "--10" for "--dapr-graceful-shutdown-seconds" flag'), { annotations: ['graceful-shutdown-seconds'] }),
    ],
    good: [trial(starts)],
  },
  {
    rule: 'DAPR045',
    bad: [trial(exits("the 'dapr-http-port' argument value 3500 conflicts with 'app-port'"), { flags: ['--dapr-http-port', '3500'] })],
    good: [trial(starts)],
  },
  {
    rule: 'DAPR046',
    bad: [
      nth(0, exits("invalid value for 'app-protocol': gprc"), { annotations: ['app-protocol'] }),
      nth(0, exits("invalid value for 'disable-init-endpoints': configuration"), { annotations: ['disable-init-endpoints'] }),
      nth(0, exits('invalid value for --log-level: warning'), { annotations: ['log-level'] }),
      nth(1, exits('invalid value for --log-level: ')),
    ],
    good: [nth(0, starts), nth(1, starts)],
  },
  { rule: 'DAPR047', bad: [nth(0, exits(SHORTER)), nth(1, exits(SHORTER))], good: [nth(0, starts), nth(1, starts)] },
  {
    rule: 'DAPR048',
    bad: [
      nth(0, exits("invalid value for 'actors-disseminate-timeout' option: must be positive, got 0s"), {
        annotations: ['actors-disseminate-timeout'],
      }),
      nth(0, exits('invalid argument "--1s" for "--app-binding-options-timeout" flag'), { annotations: ['app-binding-options-timeout'] }),
      nth(0, exits('time: missing unit in duration "30"'), { annotations: ['block-shutdown-duration'] }),
      nth(0, exits("invalid value for 'max-body-size' option"), { annotations: ['max-body-size'] }),
      nth(0, exits("invalid value for 'read-buffer-size' option"), { annotations: ['read-buffer-size'] }),
    ],
    good: [trial(starts)],
  },
  {
    rule: 'DAPR053',
    bad: [
      nth(0, logs(NO_PORT), { change: [broker('bus')] }),
      nth(1, logs(NO_PORT)),
      nth(
        2,
        probe('answers a call of the application with an error', async (scene) => {
          await scene.runs();
          const { status, text } = await scene.get('/v1.0/invoke/orders/method/pay');
          holds(status === 500 && text.includes('channel'), `${status} ${text}`);
        }),
        { annotations: [] },
      ),
      nth(3, logs(NO_PORT), { change: [broker('bus')] }),
    ],
    good: [trial(delivers('bus', 'orders', '/orders'), { app: () => undefined, change: [broker('bus')] }), nth(2, doesNotLog('panic'))],
  },
  {
    rule: 'DAPR056',
    bad: [trial(actors(false), { redis: true, change: [realRedis] })],
    good: [nth(1, actors(true), { redis: true, controlPlane: true, change: [realRedis], app: hostsActors, withPort: true })],
  },
];
