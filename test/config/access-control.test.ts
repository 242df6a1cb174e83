import { Access, AccessControl, Configuration, HttpVerb } from '../../src/config';
import { manifestOf, mistakesOf, shop } from '../support/resources';

function accessOf(accessControl: AccessControl, namespace?: string): any {
  const chart = shop({ namespace });
  new Configuration(chart, 'appconfig', { accessControl });
  return manifestOf(chart).spec.accessControl;
}

function refused(accessControl: object, namespace?: string): string[] {
  return mistakesOf(() => new Configuration(shop({ namespace }), 'appconfig', { accessControl: accessControl as AccessControl }));
}

const checkout = { appId: 'checkout', namespace: 'shop' };

test('access control alone decides for every caller', () => {
  expect(accessOf({ defaultAction: Access.DENY })).toEqual({ defaultAction: 'deny' });
});

test('a policy is filled with the namespace of the chart and the trust domain of the access control', () => {
  const policies = [
    {
      appId: 'checkout',
      defaultAction: Access.DENY,
      operations: [{ name: '/orders', httpVerb: [HttpVerb.POST, HttpVerb.PUT], action: Access.ALLOW }],
    },
  ];
  expect(accessOf({ defaultAction: Access.DENY, trustDomain: 'shop.example', policies }, 'shop')).toEqual({
    defaultAction: 'deny',
    trustDomain: 'shop.example',
    policies: [
      {
        appId: 'checkout',
        namespace: 'shop',
        trustDomain: 'shop.example',
        defaultAction: 'deny',
        operations: [{ name: '/orders', httpVerb: ['POST', 'PUT'], action: 'allow' }],
      },
    ],
  });
});

test('the trust domain of a policy is public where nobody says another', () => {
  expect(accessOf({ defaultAction: Access.DENY, policies: [checkout] }).policies).toEqual([
    { appId: 'checkout', namespace: 'shop', trustDomain: 'public' },
  ]);
});

test('what a policy says itself is kept', () => {
  const policies = [{ appId: 'checkout', namespace: 'other', trustDomain: 'td2' }];
  expect(accessOf({ defaultAction: Access.DENY, trustDomain: 'td1', policies }, 'shop').policies).toEqual(policies);
});

test('operations of one name and action are one, with all their verbs: of several Dapr keeps the first', () => {
  const operations = [
    { name: '/orders', httpVerb: [HttpVerb.POST], action: Access.ALLOW },
    { name: 'orders', httpVerb: [HttpVerb.GET], action: Access.ALLOW },
  ];
  const { policies } = accessOf({ defaultAction: Access.DENY, policies: [{ ...checkout, operations }] });
  expect(policies[0].operations).toEqual([{ name: '/orders', httpVerb: ['POST', 'GET'], action: 'allow' }]);
  const any = accessOf({
    defaultAction: Access.DENY,
    policies: [{ ...checkout, operations: [...operations, { name: '/orders', action: Access.ALLOW }] }],
  });
  expect(any.policies[0].operations).toEqual([{ name: '/orders', httpVerb: ['*'], action: 'allow' }]);
});

test.each<[string, string[], number, string]>([
  ['below a plain path that comes later', ['/orders/export', '/orders'], 0, `'/orders/export' lies below '/orders'`],
  ['below a plain path that comes first', ['/orders', '/orders/a/b'], 1, `'/orders/a/b' lies below '/orders'`],
  ['below a plain path without a slash', ['orders', '/orders/a'], 1, `'/orders/a' lies below 'orders'`],
])('an operation %s is refused, because Dapr never looks at it', (_, names, i, why) => {
  const operations = names.map((name) => ({ name, action: Access.DENY }));
  const [message, ...others] = refused({ defaultAction: Access.DENY, policies: [{ ...checkout, operations }] });
  expect(others).toEqual([]);
  expect(message).toContain(
    `DAPR015 [shop/appconfig] 'accessControl.policies[0].operations[${i}]' of Configuration has no effect: ${why}, which decides`,
  );
});

test('two operations of one name and different actions are refused', () => {
  const operations = [
    { name: '/orders', httpVerb: [HttpVerb.POST], action: Access.ALLOW },
    { name: '/orders', httpVerb: [HttpVerb.GET], action: Access.DENY },
  ];
  expect(refused({ defaultAction: Access.DENY, policies: [{ ...checkout, operations }] })).toEqual([
    `DAPR015 [shop/appconfig] 'accessControl.policies[0].operations[1]' of Configuration has no effect: of two operations named '/orders' Dapr keeps the first; expected one of the two`,
  ]);
});

test('paths side by side, and wildcards after more precise paths, are taken', () => {
  const operations = ['/orders/export', '/orders/*', '/orders/*/items', '/ordersx', '/returns/**', '/'].map((name) => ({
    name,
    action: Access.DENY,
  }));
  expect(refused({ defaultAction: Access.DENY, policies: [{ ...checkout, operations }] })).toEqual([]);
});

test('an operation without verbs counts for every verb: without them HTTP would not look at it', () => {
  const operations = [
    { name: '/a', action: Access.ALLOW },
    { name: '/b', httpVerb: [], action: Access.DENY },
  ];
  expect(accessOf({ defaultAction: Access.DENY, policies: [{ ...checkout, operations }] }).policies[0].operations).toEqual([
    { name: '/a', httpVerb: ['*'], action: 'allow' },
    { name: '/b', httpVerb: ['*'], action: 'deny' },
  ]);
});

test('the namespace of objectMeta wins over the chart’s', () => {
  const chart = shop({ namespace: 'shop' });
  new Configuration(chart, 'appconfig', {
    objectMeta: { namespace: 'orders' },
    accessControl: { defaultAction: Access.DENY, policies: [{ appId: 'checkout' }] },
  });
  expect(manifestOf(chart).spec.accessControl.policies[0].namespace).toBe('orders');
});

describe('policies that are added', () => {
  function added(accessControl: AccessControl | undefined, ...policies: object[]): { spec?: any; mistakes: string[] } {
    const chart = shop({ namespace: 'shop' });
    const configuration = new Configuration(chart, 'appconfig', { accessControl });
    const mistakes = mistakesOf(() => policies.forEach((policy) => configuration.addAccessPolicy(policy as any)));
    return { spec: manifestOf(chart).spec.accessControl?.policies, mistakes };
  }

  const deny = { defaultAction: Access.DENY };
  const post = { name: '/orders', httpVerb: [HttpVerb.POST], action: Access.ALLOW };
  const get = { name: '/orders', httpVerb: [HttpVerb.GET], action: Access.ALLOW };

  test('join the policy of the same caller, and their verbs the operation of the same name', () => {
    const { spec } = added(
      { ...deny, policies: [{ appId: 'checkout', operations: [post] }] },
      { appId: 'checkout', operations: [get, post] },
      { appId: 'returns', operations: [get] },
    );
    expect(spec).toEqual([
      { appId: 'checkout', namespace: 'shop', trustDomain: 'public', operations: [{ ...post, httpVerb: [HttpVerb.POST, HttpVerb.GET] }] },
      { appId: 'returns', namespace: 'shop', trustDomain: 'public', operations: [get] },
    ]);
  });

  test('are refused where they contradict the policy of the same caller', () => {
    const { mistakes, spec } = added(
      { ...deny, policies: [{ appId: 'checkout' }] },
      { appId: 'checkout', trustDomain: 'td2', defaultAction: Access.ALLOW },
    );
    expect(mistakes).toEqual([
      `DAPR015 [shop/appconfig] 'policy.trustDomain' of Configuration must be 'public', as the policy for 'checkout.shop' has it already: got 'td2'`,
      `DAPR015 [shop/appconfig] 'policy.defaultAction' of Configuration must be left out, as the policy for 'checkout.shop' has it already: got 'allow'`,
    ]);
    expect(spec).toEqual([{ appId: 'checkout', namespace: 'shop', trustDomain: 'public' }]);
  });

  test('are refused without access control, which would let everyone in', () => {
    expect(added(undefined, { appId: 'checkout' }).mistakes).toEqual([
      `DAPR012 [shop/appconfig] 'accessControl' is required by Configuration before a policy is added: got nothing, expected e.g. { defaultAction: Access.DENY }; without it every caller is let in`,
    ]);
  });

  test('are refused where an operation would not be looked at', () => {
    const { mistakes } = added(
      { ...deny, policies: [{ appId: 'checkout', operations: [post] }] },
      { appId: 'checkout', operations: [{ name: '/orders/export', action: Access.DENY }] },
    );
    expect(mistakes).toEqual([
      `DAPR015 [shop/appconfig] 'policy.operations[1]' of Configuration has no effect: '/orders/export' lies below '/orders', which decides about everything below it; expected '/orders/*' in place of '/orders', after the more precise one`,
    ]);
  });

  test('are checked like the others', () => {
    expect(added(deny, { appId: 'Checkout', operations: [{ name: '/a', action: 'yes' }] }).mistakes).toEqual([
      `DAPR013 [shop/appconfig] 'policy.operations[0].action' of Configuration must be one of allow, deny: got 'yes'`,
      `DAPR003 [shop/appconfig] 'policy.appId' cannot be 'Checkout': expected at most 58 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'checkout'`,
    ]);
  });
});

test.each<[string, object, string]>([
  [
    'access control without a default action, where Dapr lets everyone in',
    { policies: [checkout] },
    `DAPR012 [shop/appconfig] 'accessControl.defaultAction' is required by Configuration: got nothing, expected one of allow, deny`,
  ],
  [
    'a policy without a namespace where the chart has none',
    { defaultAction: 'deny', policies: [{ appId: 'checkout' }] },
    `DAPR012 [shop/appconfig] 'accessControl.policies[0].namespace' is required by Configuration, because neither the chart nor objectMeta has one: got nothing, expected the namespace of 'checkout'; without it the sidecars do not start`,
  ],
  [
    'a verb in lower case, which never fits',
    { defaultAction: 'deny', policies: [{ ...checkout, operations: [{ name: '/a', httpVerb: ['get'], action: 'allow' }] }] },
    `DAPR013 [shop/appconfig] 'accessControl.policies[0].operations[0].httpVerb' of Configuration must hold only *, GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, CONNECT, TRACE: got 'get'`,
  ],
  [
    'a trust domain that no certificate can have',
    { defaultAction: 'deny', trustDomain: 'Shop!' },
    `DAPR014 [shop/appconfig] 'accessControl.trustDomain' of Configuration must be at most 255 lower case letters, digits, '.', '-' and '_', e.g. 'public': got 'Shop!'`,
  ],
  [
    'two policies for one caller, of which the last replaces the first',
    { defaultAction: 'deny', policies: [checkout, { ...checkout, trustDomain: 'td2' }] },
    `DAPR002 [shop/appconfig] 'accessControl.policies' of Configuration has more than one policy for 'checkout.shop', of which only the last counts: expected one with all its operations`,
  ],
])('refuses %s', (_, accessControl, message) => {
  expect(refused(accessControl)).toEqual([message]);
});
