import { component, dapr, files, inNamespace, notes, objects, problems, secret } from './support';

describe('a resource is a file of its own', () => {
  test('with its kind and name', () => {
    const given = [
      component('store', 'state.redis'),
      dapr('Resiliency', 'policies', { policies: {}, targets: {} }),
      {
        ...dapr('Subscription', 'orders', { topic: 'orders', pubsubname: 'bus', routes: { default: '/' } }),
        apiVersion: 'dapr.io/v2alpha1',
      },
      dapr('HTTPEndpoint', 'partner', { baseUrl: 'https://partner.example.com' }),
      dapr('MCPServer', 'tools', { endpoint: { streamableHTTP: { url: 'https://tools.example.com' } } }),
      dapr('WorkflowAccessPolicy', 'callers', { rules: [] }),
      dapr('Configuration', 'settings', { metrics: { enabled: true } }),
    ];
    const written = objects(given, { mtls: true });
    expect(Object.keys(written)).toEqual([
      'config/settings.yaml',
      'dapr.yaml',
      'resources/component-store.yaml',
      'resources/httpendpoint-partner.yaml',
      'resources/mcpserver-tools.yaml',
      'resources/resiliency-policies.yaml',
      'resources/subscription-orders.yaml',
      'resources/workflowaccesspolicy-callers.yaml',
    ]);
    given.slice(0, -1).forEach((object) => expect(Object.values(written)).toContainEqual(object));
  });

  test('in the folder of its namespace, where there are several', () => {
    const given = [
      ...inNamespace('shop', [component('store', 'state.redis')]),
      ...inNamespace('bank', [component('store', 'state.redis')]),
    ];
    expect(Object.keys(objects(given))).toEqual([
      'bank/dapr.yaml',
      'bank/resources/component-store.yaml',
      'shop/dapr.yaml',
      'shop/resources/component-store.yaml',
    ]);
  });

  test('which is in the only namespace, where it names none itself', () => {
    const given = [...inNamespace('shop', [component('store', 'state.redis')]), component('bus', 'pubsub.redis')];
    expect(Object.keys(objects(given))).toEqual(['dapr.yaml', 'resources/component-bus.yaml', 'resources/component-store.yaml']);
  });

  test('and in default beside several others', () => {
    const given = [...inNamespace('a', [component('store', 'state.redis')]), ...inNamespace('b', [component('store', 'state.redis')])];
    expect(Object.keys(files([...given, component('store', 'state.redis')]))).toContain('default/resources/component-store.yaml');
  });
});

test('the folder of resources is there even where there is none', () => {
  expect(files([])['resources/.gitkeep']).toBe('');
});

test('nothing that was given is changed, and twice gives the same', () => {
  const given = [
    component('store', 'state.redis', [{ name: 'redisPassword', secretKeyRef: { name: 'redis', key: 'password' } }]),
    dapr('Configuration', 'settings', { tracing: { otel: { headers: [{ name: 'a', value: 'b' }] } } }),
    secret('redis', { password: 'pw' }),
  ];
  const before = JSON.stringify(given);
  const once = files(given);
  expect(JSON.stringify(given)).toBe(before);
  expect(files(given)).toEqual(once);
});

describe('what works in Kubernetes only is a problem that says what to write', () => {
  test.each([
    [
      'bindings.kubernetes',
      "Component events spec.type: 'bindings.kubernetes' works in Kubernetes only: it hears of events of the cluster. Give a Component of this name and another type as an override, or leave it out as 'Component/events'",
    ],
    [
      'configuration.kubernetes',
      "Component events spec.type: 'configuration.kubernetes' works in Kubernetes only: it reads ConfigMaps of the cluster. Give a Component of this name and another type as an override, or leave it out as 'Component/events'",
    ],
    [
      'crypto.dapr.kubernetes.secrets',
      "Component events spec.type: 'crypto.dapr.kubernetes.secrets' works in Kubernetes only: it reads keys from Secrets of the cluster; crypto.dapr.localstorage reads them from files. Give a Component of this name and another type as an override, or leave it out as 'Component/events'",
    ],
  ])('%s', (type, message) => {
    expect(problems([component('events', type)])).toEqual([message]);
    expect(problems([component('events', type)], { leaveOut: ['Component/events'] })).toEqual([]);
    expect(problems([component('events', type)], { overrides: [component('events', 'bindings.cron')] })).toEqual([]);
  });

  test('the name of the pod', () => {
    expect(problems([component('bus', 'pubsub.redis', [{ name: 'consumerID', value: '{podName}' }])])).toEqual([
      "Component bus spec.metadata[0].value: '{podName}' has no value without a pod, and daprd refuses the component: write '{uuid}' or '{appID}' in an override",
    ]);
  });

  test('an object that is longer than daprd reads', () => {
    expect(problems([component('long', 'state.redis', [{ name: 'x', value: 'y'.repeat(60_000) }])])).toEqual([
      'Component long: it is longer than 60000 bytes, which daprd cannot read from a file: make it shorter',
    ]);
  });
});

describe('objects that cannot be told apart are a problem', () => {
  test('two of one kind, name and namespace', () => {
    expect(problems([component('store', 'state.redis'), component('store', 'pubsub.redis')])).toEqual([
      "Component store: there are 2 objects 'Component store': expected one, so take the others out of what is given",
    ]);
  });

  test('one without a name', () => {
    expect(problems([{ ...component('x', 'state.redis'), metadata: {} }])).toEqual([
      'Component  metadata.name: expected a name: got nothing',
    ]);
  });
});

describe('an override takes the place of an object', () => {
  const given = inNamespace('shop', [component('store', 'state.postgresql')]);

  test('in the namespace where that stands', () => {
    expect(objects(given, { overrides: [component('store', 'state.redis')] })['resources/component-store.yaml']).toEqual(
      inNamespace('shop', [component('store', 'state.redis')])[0],
    );
  });

  test('and is added where there is none', () => {
    expect(Object.keys(objects(given, { overrides: [component('bus', 'pubsub.redis')] }))).toContain('resources/component-bus.yaml');
  });

  test('in one namespace of several, where it names one', () => {
    const both = [...given, ...inNamespace('bank', [component('store', 'state.postgresql')])];
    const written = objects(both, { overrides: inNamespace('bank', [component('store', 'state.redis')]) });
    expect(written['bank/resources/component-store.yaml'].spec.type).toBe('state.redis');
    expect(written['shop/resources/component-store.yaml'].spec.type).toBe('state.postgresql');
  });
});

test('what is to be left out must be there', () => {
  expect(problems([component('store', 'state.redis')], { leaveOut: ['Component/stor'] })).toEqual([
    "the settings: there is no 'Component/stor' to leave out; did you mean 'Component/store'?",
  ]);
});

test('the Configuration of the control plane is left out, and a note says so', () => {
  const given = inNamespace('dapr-system', [dapr('Configuration', 'daprsystem', { mtls: { enabled: true } })]);
  expect(Object.keys(files(given))).toEqual(['.gitignore', 'dapr.yaml', 'resources/.gitkeep']);
  expect(notes(given)).toEqual([
    'Configuration dapr-system/daprsystem configures the control plane, which dapr init starts with its own settings.',
  ]);
});
