import { Experiment, nth, trial } from '../experiment';
import { all, doesNotLog, exits, holds, lacks, loads, logs, probe } from '../expectations';
import { sampled } from '../probes';

export const SHAPE: readonly Experiment[] = [
  {
    rule: 'DAPR001',
    bad: [nth(1, all(logs(`invalid name "shop/store" for "Component": may not contain '/'`), lacks('shop/store')))],
    good: [nth(0, loads('state.store-1')), nth(1, loads('stateStore'))],
  },
  {
    rule: 'DAPR002',
    bad: [
      nth(0, exits('duplicate definition of Component name store (pubsub.in-memory/v1) with existing store (state.in-memory/v1)')),
      nth(
        1,
        probe('keeps the last of two Subscriptions', async (scene) => {
          const { subscriptions } = await scene.metadata();
          holds(subscriptions.length === 1 && subscriptions[0].topic === 'refunds', JSON.stringify(subscriptions));
        }),
      ),
    ],
    good: [trial(loads('store'))],
  },
  {
    rule: 'DAPR011',
    bad: [
      nth(1, all(logs('cannot unmarshal string into Go struct field'), lacks('statestore'))),
      nth(2, logs('Could not parse resiliency file')),
    ],
    good: [nth(1, doesNotLog('cannot unmarshal'))],
  },
  {
    rule: 'DAPR019',
    bad: [nth(0, loads('statestore'), { appId: 'billing' }), nth(1, exits(`error decoding 'redisDB': invalid int ""`))],
    good: [nth(0, lacks('statestore'), { appId: 'billing' })],
  },
  {
    rule: 'DAPR022',
    bad: [nth(0, lacks('statestore')), nth(1, lacks('statestore'))],
    good: [trial(loads('statestore'))],
  },
  {
    rule: 'DAPR023',
    bad: [
      nth(0, logs('WorkflowAccessPolicy "payments" failed validation, skipping')),
      nth(1, logs('invalid renegotiation value never for http endpoint bank')),
    ],
    good: [trial(doesNotLog('failed validation'))],
  },
  { rule: 'DAPR024', bad: [trial(lacks('statestore'))], good: [trial(loads('statestore'))] },
  { rule: 'DAPR025', bad: [nth(0, lacks('statestore')), nth(1, lacks('statestore'))], good: [trial(loads('statestore'))] },
  {
    rule: 'DAPR026',
    bad: [trial(sampled(false), { oneFile: true, app: () => undefined })],
    good: [trial(sampled(true), { oneFile: true, app: () => undefined })],
  },
  { rule: 'DAPR027', bad: [trial(loads('statestore'), { appId: 'billing' })], good: [trial(loads('statestore'), { appId: 'billing' })] },
  {
    rule: 'DAPR028',
    bad: [trial(all(logs("components of type 'statestore (state.in-memory/v1)' are not allowed"), lacks('statestore')))],
    good: [trial(doesNotLog('are not allowed'))],
  },
];
