/** Rules of which the operator shows that they are right: the Services that it makes, and does not make. */
import { Experiment, nth, trial } from './experiment';
import { fightForService, makesServices, Service } from './services';

const by = 'operator';
const none = makesServices('makes no Service', {});
const app = (name: string): Service => ({ selector: { app: name } });

export const OPERATOR: readonly Experiment[] = [
  {
    rule: 'DAPR030',
    by,
    bad: [trial(none), nth(1, none)],
    good: [trial(makesServices('makes the Service of the app id', { 'orders-dapr': app('orders') }))],
  },
  {
    rule: 'DAPR031',
    by,
    bad: [trial(makesServices('makes a Service all the same', { 'orders-dapr': app('orders') })), nth(1, none), nth(2, none)],
    good: [trial(makesServices('makes the Service', { 'orders-dapr': app('orders') })), nth(1, none)],
  },
  { rule: 'DAPR032', by, bad: [trial(none)], good: [trial(makesServices('makes the Service', { 'orders-dapr': app('orders') }))] },
  { rule: 'DAPR038', by, bad: [trial(none), nth(1, none)], good: [trial(none)] },
  {
    rule: 'DAPR040',
    by,
    bad: [
      trial(makesServices('makes a Service without a selector', { 'orders-dapr': { selector: {} } })),
      nth(1, makesServices('leaves the matchExpressions out', { 'orders-dapr': { selector: { tier: 'shop' } } })),
      nth(2, makesServices('gives both Services one selector', { 'orders-dapr': app('orders'), 'billing-dapr': app('orders') })),
    ],
    good: [trial(makesServices('gives each its own', { 'orders-dapr': app('orders'), 'billing-dapr': app('billing') }))],
  },
  {
    rule: 'DAPR041',
    by,
    bad: [trial(fightForService('orders-dapr', { orders: { app: 'orders' }, billing: { app: 'billing' } }))],
    good: [trial(makesServices('gives each its own', { 'orders-dapr': app('orders'), 'billing-dapr': app('billing') }))],
  },
  {
    rule: 'DAPR045',
    by,
    bad: [nth(2, makesServices('makes no Service: the API server refuses one with a port twice', {}))],
    good: [trial(makesServices('makes the Service', { 'orders-dapr': { ports: { 'dapr-metrics': 9091 } } }))],
  },
  {
    rule: 'DAPR055',
    by,
    bad: [
      nth(
        2,
        makesServices('leaves out what is no pair, and what it sets itself', {
          'orders-dapr': {
            annotations: {
              'dapr.io/app-id': 'orders',
              'example.com/team': 'shop',
              'prometheus.io/path': '/',
              'prometheus.io/port': '9090',
              'prometheus.io/probe': 'true',
              'prometheus.io/scrape': 'true',
            },
          },
        }),
      ),
    ],
    good: [trial(makesServices('makes the Service', { 'orders-dapr': app('orders') }))],
  },
];
