/** Rules that take sidecars which really run to be shown. */
import { Experiment, nth, trial } from './experiment';
import { exits, job, run, takesDown, waits } from './running';

const by = 'cluster';
const noConfiguration = /PermissionDenied/;

export const CLUSTER: readonly Experiment[] = [
  {
    rule: 'DAPR017',
    by,
    bad: [trial(takesDown(/incorrect type seccretstores\.local\.env/, 'orders', 'billing'))],
    good: [],
  },
  {
    rule: 'DAPR036',
    by,
    bad: [trial(exits(/secretstores\.kubernetes.*\.kube\/config: no such file or directory/))],
    good: [trial(run()), nth(1, run())],
  },
  { rule: 'DAPR039', by, bad: [trial(job(false))], good: [trial(job(true))] },
  {
    rule: 'DAPR049',
    by,
    bad: [trial(exits(noConfiguration)), nth(1, exits(noConfiguration)), nth(3, exits(noConfiguration))],
    good: [trial(run())],
  },
  {
    rule: 'DAPR050',
    by,
    bad: [0, 1, 2].map((example) => nth(example, waits('CreateContainerConfigError'))),
    good: [],
  },
  { rule: 'DAPR051', by, bad: [trial(exits(/PermissionDenied/))], good: [trial(run())] },
  { rule: 'DAPR073', by, bad: [trial(exits(/failed to load components: .*Secret .*rediss.* not found/, 'orders'))], good: [] },
  {
    rule: 'DAPR074',
    by,
    bad: [trial(exits(/component kubernetes already exists/, 'orders')), nth(1, exits(/component kubernetes already exists/, 'orders'))],
    good: [trial(run())],
    corrected: 'that a component which is the same as the built-in store does no harm',
  },
  { rule: 'DAPR079', by, bad: [trial(exits(/failed to load components: .*Secret .*redis.* not found/))], good: [trial(run('checkout'))] },
  { rule: 'DAPR197', by, bad: [trial(exits(/stdio/, 'orders')), nth(1, exits(/stdio/, 'orders'))], good: [] },
];
