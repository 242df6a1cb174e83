import { daprKinds, keywordValues } from './support/dapr-schemas';
import { expectValid, schemaProblems } from './support/schemas';

const component = (spec: object, rest: object = {}): object => ({
  apiVersion: 'dapr.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'statestore' },
  spec: { type: 'state.redis', version: 'v1', metadata: [{ name: 'redisHost', value: 'redis:6379' }], ...spec },
  ...rest,
});

const resource = (kind: string, spec: object, version = 'v1alpha1'): object => ({
  apiVersion: `dapr.io/${version}`,
  kind,
  metadata: { name: 'example' },
  spec,
});

const deployment = (container: object, rest: object = {}): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'orders' },
  spec: {
    selector: { matchLabels: { app: 'orders' } },
    template: {
      metadata: { labels: { app: 'orders' }, annotations: { 'dapr.io/enabled': 'true' } },
      spec: { containers: [{ name: 'app', image: 'orders:1.0.0', ...container }] },
    },
    ...rest,
  },
});

const policy = (rule: object): object => resource('WorkflowAccessPolicy', { rules: [{ callers: [{ appID: 'checkout' }], ...rule }] });

describe('the shapes of Dapr resources', () => {
  test('stand in the catalog for each kind and version that Dapr 1.18 serves', () => {
    expect(daprKinds()).toEqual([
      'dapr.io/v1alpha1 Component',
      'dapr.io/v1alpha1 Configuration',
      'dapr.io/v1alpha1 HTTPEndpoint',
      'dapr.io/v1alpha1 MCPServer',
      'dapr.io/v1alpha1 Resiliency',
      'dapr.io/v1alpha1 Subscription',
      'dapr.io/v1alpha1 WorkflowAccessPolicy',
      'dapr.io/v2alpha1 Subscription',
    ]);
  });

  test('have no since but versions', () => {
    expect(new Set(keywordValues('x-since'))).toEqual(new Set(['1.15', '1.17', '1.18', '1.19']));
  });

  test.each([
    ['a component', component({ initTimeout: '5s' }, { scopes: ['orders'], auth: { secretStore: 'vault' } })],
    [
      'a component whose values are not text',
      component({
        metadata: [
          { name: 'a', value: 1 },
          { name: 'b', value: true },
        ],
      }),
    ],
    [
      'a configuration with free-form options',
      resource('Configuration', { nameResolution: { component: 'dns', version: 'v1', configuration: { any: { thing: [1] } } } }),
    ],
    [
      'a resiliency with names of the user',
      resource('Resiliency', { policies: { timeouts: { 'a.b': '5s' } }, targets: { apps: { orders: { timeout: 'a.b' } } } }),
    ],
    ['a subscription', resource('Subscription', { pubsubname: 'bus', topic: 'orders', routes: { default: '/orders' } }, 'v2alpha1')],
    ['an MCP server with one transport', resource('MCPServer', { endpoint: { sse: { url: 'http://mcp' } } })],
    ['a workflow policy', policy({ workflows: [{ name: 'Order', operations: ['schedule', 'get'] }] })],
  ])('accept %s', (_, manifest) => {
    expectValid(manifest);
  });

  test.each([
    ['an unknown field', component({ metdata: [] }), ['spec.metdata: no such field']],
    ['an unknown field at the top', component({}, { scope: ['orders'] }), ['scope: no such field']],
    [
      'an unknown field in a list',
      component({ metadata: [{ name: 'a', secretkeyref: { name: 'b' } }] }),
      ['spec.metadata[0].secretkeyref: no such field'],
    ],
    [
      'an unknown field of a named entry',
      resource('Resiliency', { policies: {}, targets: { apps: { 'my.app': { retries: 'a' } } } }),
      ["spec.targets.apps['my.app'].retries: no such field"],
    ],
    ['an unknown field of metadata', { ...component({}), metadata: { name: 'a', label: {} } }, ['metadata.label: no such field']],
    ['a wrong type', component({ version: 1 }), ['spec.version: must be string, got 1']],
    [
      'a wrong type in metadata',
      { ...component({}), metadata: { name: 'a', labels: { team: 7 } } },
      ['metadata.labels.team: must be string, got 7'],
    ],
    ['null', component({ initTimeout: null }), ['spec.initTimeout: must be string, got null']],
    ['a missing field', component({ type: undefined }), ['spec.type: missing']],
    ['missing metadata', { ...component({}), metadata: undefined }, ['metadata: missing']],
    ['a missing name', { ...component({}), metadata: {} }, ['metadata.name: must be a DNS subdomain, got undefined']],
    ['a bad name', { ...component({}), metadata: { name: 'State_Store' } }, ['metadata.name: must be a DNS subdomain, got "State_Store"']],
    [
      'a value outside an enum',
      resource('HTTPEndpoint', { baseUrl: 'http://a', clientTLS: { renegotiation: 'Sometimes' } }),
      ['spec.clientTLS.renegotiation: must be one of Never, OnceAsClient, FreelyAsClient, got "Sometimes"'],
    ],
    [
      'an integer of more than 32 bits',
      resource('Configuration', { workflow: { maxConcurrentWorkflowInvocations: 2 ** 31 } }),
      ['spec.workflow.maxConcurrentWorkflowInvocations: must match format "int32", got 2147483648'],
    ],
    [
      'a fraction for an integer',
      resource('Resiliency', { policies: { retries: { a: { maxRetries: 1.5 } } }, targets: {} }),
      ['spec.policies.retries.a.maxRetries: must be integer, got 1.5'],
    ],
    [
      'a list with an item twice where it is a set',
      policy({ workflows: [{ name: 'Order', operations: ['get', 'get'] }] }),
      ['spec.rules[0].workflows[0].operations: must NOT have duplicate items (items ## 1 and 0 are identical), got ["get","get"]'],
    ],
    [
      'a list that is too short',
      resource('WorkflowAccessPolicy', { rules: [{ callers: [], activities: [{ name: 'Pay' }] }] }),
      ['spec.rules[0].callers: must NOT have fewer than 1 items, got []'],
    ],
    [
      'an empty text where one must be',
      resource('MCPServer', { endpoint: { stdio: { command: '' } } }),
      ['spec.endpoint.stdio.command: must NOT have fewer than 1 characters, got ""'],
    ],
    [
      'a rule without workflows and activities',
      policy({ workflows: [] }),
      ['spec.rules[0]: at least one of workflows or activities must contain a rule, got {"callers":[{"appID":"checkout"}],"workflows":[]}'],
    ],
    [
      'two transports',
      resource('MCPServer', { endpoint: { sse: { url: 'a' }, stdio: { command: 'a' } } }),
      ['spec.endpoint: exactly one of streamableHTTP, sse, or stdio must be set, got {"sse":{"url":"a"},"stdio":{"command":"a"}}'],
    ],
    [
      'the shape of another version',
      resource('Subscription', { pubsubname: 'bus', topic: 'orders', route: '/orders' }, 'v2alpha1'),
      ['spec.routes: missing', 'spec.route: no such field'],
    ],
    ['a version that does not exist', resource('Component', {}, 'v1'), ['no schema for dapr.io/v1 Component']],
    ['a kind that does not exist', resource('Components', {}), ['no schema for dapr.io/v1alpha1 Components']],
  ])('refuse %s', (_, manifest, problems) => {
    expect(schemaProblems(manifest)).toEqual(problems);
  });

  test('know a field only from its version on', () => {
    const configuration = resource('Configuration', { metrics: { enabled: true, workflow: { latencyDistributionBuckets: [5] } } });
    expect(schemaProblems(configuration)).toEqual(['spec.metrics.workflow: no such field']);
    expectValid(configuration, '1.19');
  });

  test('are not changed by being used, and do not change the manifest', () => {
    const manifest = Object.freeze(component({}));
    const before = JSON.stringify(manifest);
    expectValid(manifest);
    expectValid(manifest, '1.19');
    expect(JSON.stringify(manifest)).toBe(before);
  });
});

describe('the shapes of Kubernetes resources', () => {
  test.each([
    [
      'a deployment',
      deployment({
        ports: [{ containerPort: 5001 }],
        resources: { limits: { memory: '1Gi', cpu: 1 } },
        livenessProbe: { httpGet: { path: '/', port: 'http' } },
      }),
    ],
    [
      'a native sidecar',
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'a' },
        spec: { initContainers: [{ name: 'a', image: 'a', restartPolicy: 'Always' }], containers: [{ name: 'b', image: 'b' }] },
      },
    ],
    ['a service', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { ports: [{ port: 80, targetPort: 'http' }] } }],
    ['a config map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { 'any.key': 'value' } }],
    [
      'free-form JSON',
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a', managedFields: [{ fieldsV1: { 'f:data': {} } }] }, data: { a: 'Yg==' } },
    ],
    [
      'a role',
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        metadata: { name: 'a' },
        rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }],
      },
    ],
    ['an empty volume', deployment({}, { template: { spec: { containers: [{ name: 'a' }], volumes: [{ name: 'tmp', emptyDir: {} }] } } })],
  ])('accept %s', (_, manifest) => {
    expectValid(manifest);
  });

  test.each([
    [
      'an unknown field of a container',
      deployment({ imagePullpolicy: 'Always' }),
      ['spec.template.spec.containers[0].imagePullpolicy: no such field'],
    ],
    [
      'an unknown field of an empty object',
      deployment({ securityContext: { runAsNonroot: true } }),
      ['spec.template.spec.containers[0].securityContext.runAsNonroot: no such field'],
    ],
    ['an unknown field at the top', { ...deployment({}), annotations: {} }, ['annotations: no such field']],
    [
      'an unknown field of metadata',
      { ...deployment({}), metadata: { name: 'orders', annotation: {} } },
      ['metadata.annotation: no such field'],
    ],
    [
      'a wrong type',
      deployment({ ports: [{ containerPort: '5001' }] }),
      ['spec.template.spec.containers[0].ports[0].containerPort: must be integer, got "5001"'],
    ],
    [
      'an annotation that is no text',
      deployment({}, { template: { metadata: { annotations: { 'dapr.io/app-port': 5001 } }, spec: { containers: [{ name: 'a' }] } } }),
      ["spec.template.metadata.annotations['dapr.io/app-port']: must be string, got 5001"],
    ],
    ['a missing field', deployment({}, { selector: undefined }), ['spec.selector: missing']],
    ['a missing name', { ...deployment({}), metadata: {} }, ['metadata.name: must be a DNS subdomain, got undefined']],
    ['a wrong kind for the version', { ...deployment({}), apiVersion: 'apps/v2' }, ['no schema for apps/v2 Deployment']],
    ['a kind of nobody', { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'a' } }, ['no schema for example.com/v1 Thing']],
    [
      'a path for a kind',
      { apiVersion: 'apps/v1', kind: '../v1/Deployment', metadata: { name: 'a' } },
      ['no schema for apps/v1 ../v1/Deployment'],
    ],
    ['no kind', { apiVersion: 'v1' }, ['a manifest is an object with the texts apiVersion and kind']],
    ['nothing', undefined, ['a manifest is an object with the texts apiVersion and kind']],
  ])('refuse %s', (_, manifest, problems) => {
    expect(schemaProblems(manifest)).toEqual(problems);
  });

  // What a validator does not look at must be unknown to Kubernetes, for every kind that the library emits.
  test.each([
    ['v1', 'Pod'],
    ['v1', 'Service'],
    ['v1', 'ServiceAccount'],
    ['v1', 'ConfigMap'],
    ['v1', 'Secret'],
    ['v1', 'Namespace'],
    ['apps/v1', 'Deployment'],
    ['apps/v1', 'StatefulSet'],
    ['apps/v1', 'DaemonSet'],
    ['apps/v1', 'ReplicaSet'],
    ['batch/v1', 'Job'],
    ['batch/v1', 'CronJob'],
    ['rbac.authorization.k8s.io/v1', 'Role'],
    ['rbac.authorization.k8s.io/v1', 'RoleBinding'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'],
    ['networking.k8s.io/v1', 'NetworkPolicy'],
    ['networking.k8s.io/v1', 'Ingress'],
    ['autoscaling/v2', 'HorizontalPodAutoscaler'],
    ['policy/v1', 'PodDisruptionBudget'],
  ])('refuse an unknown field of a %s %s', (apiVersion, kind) => {
    expect(schemaProblems({ apiVersion, kind, metadata: { name: 'a' }, unknown: 1 })).toContain('unknown: no such field');
  });
});

test('a failure names the manifest and all that is wrong with it', () => {
  expect(() => expectValid(component({ type: undefined, typ: 'state.redis' }))).toThrow(
    new Error('Component/statestore is not valid:\n  spec.type: missing\n  spec.typ: no such field'),
  );
});
