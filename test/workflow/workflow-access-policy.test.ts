import { DaprVersion } from '../../src/dapr-version';
import {
  WorkflowAccessPolicy,
  WorkflowAccessPolicyProps,
  WorkflowAccessRule,
  WorkflowEventType,
  WorkflowOperation,
} from '../../src/workflow';
import { manifestOf, mistakesOf, shop } from '../support/resources';

const place = { name: 'place-*', operations: [WorkflowOperation.SCHEDULE] };

function refused(props: object, dapr?: DaprVersion): string[] {
  return mistakesOf(() => new WorkflowAccessPolicy(shop({ dapr }), 'policy', props as WorkflowAccessPolicyProps));
}

function refusedRule(rule: object, dapr?: DaprVersion): string[] {
  return refused({ rules: [rule] }, dapr);
}

test('a policy without rules refuses everyone', () => {
  const chart = shop();
  new WorkflowAccessPolicy(chart, 'policy', { scopes: ['orders'] });
  expect(manifestOf(chart)).toEqual({
    apiVersion: 'dapr.io/v1alpha1',
    kind: 'WorkflowAccessPolicy',
    metadata: { name: 'policy' },
    spec: { rules: [] },
    scopes: ['orders'],
  });
});

test('a rule says who may do what', () => {
  const chart = shop();
  const policy = new WorkflowAccessPolicy(chart, 'policy', { rules: [{ callers: ['checkout', 'returns'], workflows: [place] }] });
  policy.addRule({ callers: ['shipping'], activities: [{ name: 'charge' }] });
  expect(manifestOf(chart).spec.rules).toEqual([
    { callers: [{ appID: 'checkout' }, { appID: 'returns' }], workflows: [{ name: 'place-*', operations: ['schedule'] }] },
    { callers: [{ appID: 'shipping' }], activities: [{ name: 'charge' }] },
  ]);
});

test('prerequisites are written for Dapr 1.19, in their order', () => {
  const chart = shop({ dapr: DaprVersion.V1_19 });
  const requires = [
    { eventType: WorkflowEventType.ACTIVITY_COMPLETED, name: 'check', appId: 'orders' },
    { eventType: WorkflowEventType.EVENT_RAISED, name: 'approved', appId: 'orders' },
  ];
  new WorkflowAccessPolicy(chart, 'policy', {
    rules: [{ callers: ['checkout'], workflows: [{ ...place, requires }], activities: [{ name: 'charge', requires }] }],
  });
  const written = [
    { eventType: 'activity.completed', name: 'check', appID: 'orders' },
    { eventType: 'event.raised', name: 'approved', appID: 'orders' },
  ];
  expect(manifestOf(chart).spec.rules).toEqual([
    {
      callers: [{ appID: 'checkout' }],
      workflows: [{ name: 'place-*', operations: ['schedule'], requires: written }],
      activities: [{ name: 'charge', requires: written }],
    },
  ]);
});

test.each<[string, object, string]>([
  [
    'a rule without callers',
    { callers: [], workflows: [place] },
    `DAPR012 [shop/policy] 'rules[0].callers' of WorkflowAccessPolicy must name one or more applications: got an empty list`,
  ],
  [
    'a rule about nothing',
    { callers: ['checkout'], workflows: [] },
    `DAPR012 [shop/policy] 'rules[0]' of WorkflowAccessPolicy needs one or more workflows or activities: got neither`,
  ],
  [
    'a caller that cannot exist',
    { callers: ['Checkout'], workflows: [place] },
    `DAPR003 [shop/policy] 'rules[0].callers[0]' cannot be 'Checkout': expected at most 58 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'checkout'`,
  ],
  [
    'an operation twice, at which the API server refuses the policy',
    { callers: ['checkout'], workflows: [{ name: 'a', operations: ['get', 'get'] }] },
    `DAPR014 [shop/policy] 'rules[0].workflows[0].operations' of WorkflowAccessPolicy must have one or more operations, each once: got ['get', 'get']`,
  ],
  [
    'no operation',
    { callers: ['checkout'], workflows: [{ name: 'a', operations: [] }] },
    `DAPR014 [shop/policy] 'rules[0].workflows[0].operations' of WorkflowAccessPolicy must have one or more operations, each once: got []`,
  ],
  [
    'an operation that does not exist',
    { callers: ['checkout'], workflows: [{ name: 'a', operations: ['start'] }] },
    `DAPR013 [shop/policy] 'rules[0].workflows[0].operations' of WorkflowAccessPolicy must hold only schedule, terminate, raise, pause, resume, purge, get, rerun: got 'start'`,
  ],
  [
    'a pattern that Dapr leaves out',
    { callers: ['checkout'], activities: [{ name: 'charge[a-' }] },
    `DAPR014 [shop/policy] 'rules[0].activities[0].name' of WorkflowAccessPolicy must be a pattern that can be read: got 'charge[a-', in which a '[' or a '\\' is left open`,
  ],
  [
    'prerequisites before 1.19',
    { callers: ['checkout'], activities: [{ name: 'a', requires: [] }] },
    `DAPR016 [shop/policy] 'rules[0].activities[0].requires' of WorkflowAccessPolicy is known to Dapr 1.19 and later, and the manifests are for Dapr 1.18: leave it out, or set another version with DaprVersion.use`,
  ],
])('refuses %s', (_, rule, message) => {
  expect(refusedRule(rule)).toEqual([message]);
});

test('refuses prerequisites together with other operations than schedule', () => {
  const workflows = [{ name: 'a', operations: ['schedule', 'get'], requires: [] }];
  expect(refusedRule({ callers: ['checkout'], workflows }, DaprVersion.V1_19)).toEqual([
    `DAPR015 [shop/policy] 'rules[0].workflows[0].requires' of WorkflowAccessPolicy needs 'operations' to be [schedule] and nothing else: got ['schedule', 'get']; put the others into a permission of their own`,
  ]);
});

test('refuses a rule that is added like any other', () => {
  const policy = new WorkflowAccessPolicy(shop(), 'policy');
  expect(mistakesOf(() => policy.addRule({ callers: ['checkout'] } as WorkflowAccessRule))).toEqual([
    `DAPR012 [shop/policy] 'rule' of WorkflowAccessPolicy needs one or more workflows or activities: got neither`,
  ]);
});

test('is refused for Dapr 1.17, which has no such resource', () => {
  expect(refused({}, DaprVersion.V1_17)).toEqual([
    `DAPR016 [shop/policy] WorkflowAccessPolicy is known to Dapr 1.18 and later, and the manifests are for Dapr 1.17: leave it out, or set another version with DaprVersion.use`,
  ]);
});
