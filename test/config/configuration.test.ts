import { Duration } from 'cdk8s';
import { Component } from '../../src/component';
import { Configuration, ConfigurationProps, Access, Feature, GrpcApi, Handler, HttpApi, ApiProtocol, ApiRule } from '../../src/config';
import { DaprVersion } from '../../src/dapr-version';
import { manifestOf, mistakesOf, shop } from '../support/resources';

function specOf(props: ConfigurationProps, dapr?: DaprVersion): any {
  const chart = shop({ dapr });
  new Configuration(chart, 'appconfig', props);
  return manifestOf(chart).spec;
}

function refused(props: object, dapr?: DaprVersion): string[] {
  return mistakesOf(() => new Configuration(shop({ dapr }), 'appconfig', props));
}

test('a Configuration is named like its id and empty without props', () => {
  const chart = shop({ namespace: 'shop' });
  new Configuration(chart, 'appconfig');
  expect(manifestOf(chart)).toEqual({
    apiVersion: 'dapr.io/v1alpha1',
    kind: 'Configuration',
    metadata: { name: 'appconfig', namespace: 'shop' },
    spec: {},
  });
});

test('objectMeta gives another name', () => {
  const chart = shop();
  new Configuration(chart, 'appconfig', { objectMeta: { name: 'other', labels: { team: 'shop' } } });
  expect(manifestOf(chart).metadata).toEqual({ name: 'other', labels: { team: 'shop' } });
});

test('pipelines name middleware in the order that is given', () => {
  const chart = shop();
  const bearer = new Component(chart, 'bearer', { type: 'middleware.http.bearer' });
  const configuration = new Configuration(chart, 'appconfig', {
    httpPipeline: [Handler.of(bearer), Handler.fromName('limit', 'middleware.http.ratelimit')],
    appHttpPipeline: [Handler.fromName('upper', 'middleware.http.uppercase', { selector: [{ field: 'path', value: '/a' }] })],
  });
  expect(configuration.toJson().spec).toEqual({
    httpPipeline: {
      handlers: [
        { name: 'bearer', type: 'middleware.http.bearer' },
        { name: 'limit', type: 'middleware.http.ratelimit' },
      ],
    },
    appHttpPipeline: {
      handlers: [{ name: 'upper', type: 'middleware.http.uppercase', selector: { fields: [{ field: 'path', value: '/a' }] } }],
    },
  });
});

test('API rules carry group, version and protocol', () => {
  const api = {
    allowed: [HttpApi.STATE_V1, GrpcApi.INVOKE_V1],
    denied: [ApiRule.of({ name: 'shutdown', version: 'v1', protocol: ApiProtocol.HTTP })],
  };
  expect(specOf({ api }).api).toEqual({
    allowed: [
      { name: 'state', version: 'v1', protocol: 'http' },
      { name: 'invoke', version: 'v1', protocol: 'grpc' },
    ],
    denied: [{ name: 'shutdown', version: 'v1', protocol: 'http' }],
  });
});

test('features are on, or off where they are said to be', () => {
  expect(specOf({ features: [Feature.ACTOR_STATE_TTL, Feature.HOT_RELOAD.off(), Feature.of('Newer')] }).features).toEqual([
    { name: 'ActorStateTTL', enabled: true },
    { name: 'HotReload', enabled: false },
    { name: 'Newer', enabled: true },
  ]);
});

test('every other part is written as the schema has it', () => {
  const spec = specOf({
    secrets: { scopes: [{ storeName: 'kubernetes', defaultAccess: Access.DENY, allowedSecrets: ['redis'], deniedSecrets: ['root'] }] },
    components: { deny: ['bindings.wasm', 'state.in-memory/v1'] },
    logging: { apiLogging: { enabled: true, obfuscateUrls: true, omitHealthChecks: false } },
    wasm: { strictSandbox: true },
    workflow: {
      maxConcurrentWorkflowInvocations: 32,
      maxConcurrentActivityInvocations: 64,
      globalMaxConcurrentWorkflowInvocations: 100,
      globalMaxConcurrentActivityInvocations: 200,
      workflowConcurrencyLimits: [{ name: 'order', maxConcurrent: 5 }],
      activityConcurrencyLimits: [{ name: 'charge', maxConcurrent: 2 }],
      stateRetentionPolicy: {
        anyTerminal: Duration.days(14),
        completed: Duration.seconds(0),
        failed: Duration.hours(72),
        terminated: Duration.minutes(90),
      },
    },
  });
  expect(spec).toEqual({
    secrets: { scopes: [{ storeName: 'kubernetes', defaultAccess: 'deny', allowedSecrets: ['redis'], deniedSecrets: ['root'] }] },
    components: { deny: ['bindings.wasm', 'state.in-memory/v1'] },
    logging: { apiLogging: { enabled: true, obfuscateURLs: true, omitHealthChecks: false } },
    wasm: { strictSandbox: true },
    workflow: {
      maxConcurrentWorkflowInvocations: 32,
      maxConcurrentActivityInvocations: 64,
      globalMaxConcurrentWorkflowInvocations: 100,
      globalMaxConcurrentActivityInvocations: 200,
      workflowConcurrencyLimits: [{ name: 'order', maxConcurrent: 5 }],
      activityConcurrencyLimits: [{ name: 'charge', maxConcurrent: 2 }],
      stateRetentionPolicy: { anyTerminal: '336h', completed: '0s', failed: '72h', terminated: '1h30m' },
    },
  });
});

test('null is nothing, as other languages write it', () => {
  const nothing = {
    tracing: null,
    metrics: { rules: null },
    accessControl: null,
    api: { allowed: null },
    nameResolution: null,
    workflow: null,
  };
  expect(specOf(nothing as any)).toEqual({ metrics: { enabled: true }, api: {} });
});

test('the objects of the caller are copied', () => {
  const allowed = [HttpApi.STATE_V1];
  const deny = ['bindings.wasm'];
  const chart = shop();
  new Configuration(chart, 'appconfig', { api: { allowed }, components: { deny } });
  allowed.push(HttpApi.INVOKE_V1);
  deny.push('state.redis');
  expect(manifestOf(chart).spec).toEqual({
    api: { allowed: [{ name: 'state', version: 'v1', protocol: 'http' }] },
    components: { deny: ['bindings.wasm'] },
  });
});

describe('refuses', () => {
  test.each<[string, object, string[]]>([
    [
      'mTLS, which only the control plane reads',
      { mtls: { enabled: true } },
      [
        `DAPR010 [shop/appconfig] 'mtls' is not a property of Configuration: Dapr reads it from the control plane's own configuration only; expected the property mtls of the ControlPlane, or a ControlPlaneConfiguration in the control plane's namespace`,
      ],
    ],
    [
      'the metric section, which Kubernetes overrides',
      { metric: { enabled: false } },
      [`DAPR010 [shop/appconfig] 'metric' is not a property of Configuration: did you mean 'metrics'?`],
    ],
    [
      'a handler that is no middleware',
      { httpPipeline: [Handler.fromName('auth', 'http.bearer')] },
      [
        `DAPR014 [shop/appconfig] 'httpPipeline[0].type' of Configuration must be the type of a middleware component, e.g. 'middleware.http.bearer': got 'http.bearer'`,
      ],
    ],
    [
      'a handler of something that is no component',
      { appHttpPipeline: [Handler.of(undefined as any)] },
      [
        `DAPR012 [shop/appconfig] 'appHttpPipeline[0].name' is required by Configuration: got nothing, expected the name of a middleware component`,
        `DAPR012 [shop/appconfig] 'appHttpPipeline[0].type' is required by Configuration: got nothing, expected the type of a middleware component, e.g. 'middleware.http.bearer'`,
      ],
    ],
    [
      'an API rule without a protocol, which Dapr ignores',
      { api: { allowed: [{ name: 'state', version: 'v1' }] } },
      [`DAPR012 [shop/appconfig] 'api.allowed[0].protocol' is required by Configuration: got nothing, expected one of http, grpc`],
    ],
    [
      'a secret store that is listed twice',
      { secrets: { scopes: [{ storeName: 'vault' }, { storeName: 'vault' }] } },
      [
        `DAPR002 [shop/appconfig] 'secrets.scopes' of Configuration lists the store 'vault' more than once, at which sidecars stop: expected one entry with all its secrets`,
      ],
    ],
    [
      'an access that Dapr does not know',
      { secrets: { scopes: [{ storeName: 'vault', defaultAccess: 'denied' }] } },
      [`DAPR013 [shop/appconfig] 'secrets.scopes[0].defaultAccess' of Configuration must be one of allow, deny: got 'denied'`],
    ],
    [
      'a denied component with two slashes, which Dapr ignores',
      { components: { deny: ['state.redis/v1/x'] } },
      [
        `DAPR014 [shop/appconfig] 'components.deny[0]' of Configuration must be a type or a type and a version, e.g. 'state.redis/v1': got 'state.redis/v1/x'`,
      ],
    ],
    [
      'limits of zero, which Dapr ignores',
      { workflow: { maxConcurrentWorkflowInvocations: 0, workflowConcurrencyLimits: [{ name: 'a' }] } },
      [
        `DAPR014 [shop/appconfig] 'workflow.maxConcurrentWorkflowInvocations' of Configuration must be a whole number from 1 to 2147483647: got 0`,
        `DAPR012 [shop/appconfig] 'workflow.workflowConcurrencyLimits[0].maxConcurrent' is required by Configuration: got nothing, expected a whole number from 1 to 2147483647`,
      ],
    ],
    [
      'a text for a Duration',
      { workflow: { stateRetentionPolicy: { completed: '14d' } } },
      [
        `DAPR011 [shop/appconfig] 'workflow.stateRetentionPolicy.completed' of Configuration must be a Duration of whole milliseconds, e.g. Duration.seconds(5): got '14d'`,
      ],
    ],
    [
      'features and name resolution of other shapes',
      { features: ['HotReload'], nameResolution: 'mdns' },
      [
        `DAPR011 [shop/appconfig] 'features[0]' of Configuration must be an object: got 'HotReload'`,
        `DAPR011 [shop/appconfig] 'nameResolution' of Configuration must be a NameResolution, e.g. NameResolution.mdns(): got 'mdns'`,
      ],
    ],
  ])('%s', (_, props, messages) => {
    expect(refused(props)).toEqual(messages);
  });
});

describe('of another Dapr version', () => {
  test('what came with 1.18 is refused for 1.17, and named', () => {
    const props: ConfigurationProps = {
      workflow: { globalMaxConcurrentActivityInvocations: 3 },
      features: [Feature.WORKFLOW_HISTORY_SIGNING],
      api: { allowed: [GrpcApi.JOBS_V1] },
    };
    const until = 'and the manifests are for Dapr 1.17: leave it out, or set another version with DaprVersion.use';
    expect(refused(props, DaprVersion.V1_17)).toEqual([
      `DAPR016 [shop/appconfig] 'workflow.globalMaxConcurrentActivityInvocations' of Configuration is known to Dapr 1.18 and later, ${until}`,
      `DAPR016 [shop/appconfig] the feature 'WorkflowHistorySigning' is known to Dapr 1.18 and later, ${until}`,
      `DAPR016 [shop/appconfig] the grpc API 'jobs' in version 'v1' is known to Dapr 1.18 and later, ${until}`,
    ]);
    expect(refused(props)).toEqual([]);
  });

  test('what came with 1.19 is written for 1.19 only', () => {
    const props: ConfigurationProps = {
      features: [Feature.WORKFLOWS_FAST_PATH.off()],
      metrics: { workflow: { latencyDistributionBuckets: [1, 10], latencyDistributionUnits: Duration.seconds(1) } },
    };
    expect(specOf(props, DaprVersion.V1_19)).toEqual({
      features: [{ name: 'WorkflowsFastPath', enabled: false }],
      metrics: { enabled: true, workflow: { latencyDistributionBuckets: [1, 10], latencyDistributionUnits: '1s' } },
    });
    expect(refused(props)).toHaveLength(2);
  });
});
