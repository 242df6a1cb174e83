import { Experiment, nth, trial } from '../experiment';
import { exits, starts } from '../expectations';

export const MULTIAPP: readonly Experiment[] = [
  {
    rule: 'DAPR003',
    bad: [nth(1, exits('parameter app-id cannot contain dots')), nth(2, exits('parameter app-id cannot contain dots'))],
    good: [nth(1, starts)],
  },
  {
    rule: 'DAPR218',
    bad: [
      nth(0, exits("invalid value for 'app-protocol': gprc"), { annotations: ['appProtocol'] }),
      nth(0, exits('invalid value for --log-level: trace'), { annotations: ['logLevel'] }),
      nth(0, exits("invalid value for 'max-body-size' option"), { annotations: ['maxBodySize'] }),
      nth(0, exits("invalid value for 'read-buffer-size' option: cannot get bytes"), { annotations: ['readBufferSize'] }),
      nth(1, exits("value for 'health-probe-timeout' must be smaller than 'health-probe-interval'")),
    ],
    good: [trial(starts)],
    corrected: 'that a size may have a fraction, such as 1.5Gi: the CLI takes it, and the daprd that it starts exits',
  },
  {
    rule: 'DAPR220',
    bad: [trial(exits("the 'dapr-http-port' argument value 3500 conflicts with 'app-port'"))],
    good: [trial(starts, { annotations: ['appPort'] })],
  },
];
