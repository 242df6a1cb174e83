import { Experiment, nth, trial } from '../experiment';
import { exits, loads } from '../expectations';

export const COMPONENT: readonly Experiment[] = [
  {
    rule: 'DAPR017',
    bad: [
      nth(0, exits('incorrect type seccretstores.local.env')),
      nth(1, exits('incorrect type PubSub.redis')),
      nth(2, exits('incorrect type nameresolution.sqlite')),
      nth(3, exits('middleware.bearer')),
      nth(4, exits("couldn't find state store state.postgresql/v3")),
      nth(5, exits("couldn't find state store state.etcd/v0")),
      nth(6, exits("couldn't find message bus pubsub.natsstreaming/v1")),
      nth(7, exits("couldn't find state store state.our-own-engine/v1")),
    ],
    good: [trial(loads('statestore'))],
  },
];
