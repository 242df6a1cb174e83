import fc from 'fast-check';
import { load } from 'js-yaml';
import { component, dapr, files, notes, objects, problems, secretValues } from './support';

function spec(given: object, settings: Parameters<typeof objects>[1] = {}, others: object[] = []): any {
  return objects([dapr('Configuration', 'settings', given), ...others], settings)['config/settings.yaml'].spec;
}

describe('headers for OpenTelemetry are texts without Kubernetes', () => {
  const headers = [
    { name: 'x-plain', value: 'a=b' },
    { name: 'authorization', secretKeyRef: { name: 'otel', key: 'token' } },
    { name: 'x-env', envRef: 'REGION' },
  ];
  const given = { tracing: { samplingRate: '1', otel: { endpointAddress: 'localhost:4317', isSecure: false, protocol: 'grpc', headers } } };

  test('and a secret is a variable that daprd replaces', () => {
    expect(spec(given).tracing).toEqual({
      samplingRate: '1',
      otel: {
        endpointAddress: 'localhost:4317',
        isSecure: false,
        protocol: 'grpc',
        headers: ['x-plain=a=b', 'authorization=${OTEL_TOKEN}', 'x-env=${REGION}'],
      },
    });
    expect(secretValues([dapr('Configuration', 'settings', given)])).toEqual({ 'secrets.env': { '': { OTEL_TOKEN: undefined } } });
  });

  test('and those that are texts stay', () => {
    expect(spec({ tracing: { otel: { headers: ['a=b'] } } }).tracing.otel.headers).toEqual(['a=b']);
  });

  test('and one that is neither is a problem', () => {
    expect(problems([dapr('Configuration', 'settings', { tracing: { otel: { headers: [{ name: 'a' }] } } })])).toEqual([
      'Configuration settings spec.tracing.otel.headers[0]: expected a name with a value or a secretKeyRef',
    ]);
  });
});

describe('a dollar in a Configuration is a dollar', () => {
  // What Go's os.ExpandEnv replaces.
  const replacedByDaprd = /\$(\{|\w|[*#$@!?-])/;

  test('though daprd replaces variables before it reads YAML', () => {
    const text = files([dapr('Configuration', 'settings', { httpPipeline: { handlers: [{ name: '$HOME', type: 'a${b}$$c\\$' }] } })])[
      'config/settings.yaml'
    ];
    expect(text).not.toMatch(replacedByDaprd);
    expect((load(text) as any).spec.httpPipeline.handlers).toEqual([{ name: '$HOME', type: 'a${b}$$c\\$' }]);
  });

  test('whatever stands around it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.array(fc.stringMatching(/^[$\\"'\n {}A-Z:#-]*$/))), (given) => {
        const text = files([dapr('Configuration', 'settings', { given })])['config/settings.yaml'];
        expect(text).not.toContain('$');
        expect((load(text) as any).spec.given).toEqual(given);
      }),
    );
  });
});

describe('access control needs certificates', () => {
  const accessControl = { defaultAction: 'deny', trustDomain: 'public', policies: [] };

  test('and is left out without, as a note says', () => {
    expect(spec({ accessControl, metrics: { enabled: true } })).toEqual({ metrics: { enabled: true } });
    expect(notes([dapr('Configuration', 'settings', { accessControl })])).toEqual([
      'accessControl of Configuration settings is left out: without certificates a sidecar does not know who calls it. Keep it with mtls, and run a sentry.',
    ]);
  });

  test('and is kept with them', () => {
    expect(spec({ accessControl }, { mtls: true })).toEqual({ accessControl, mtls: { enabled: true } });
    expect(notes([dapr('Configuration', 'settings', { accessControl })], { mtls: true })).toEqual([]);
  });
});

test('names are resolved by mDNS where Kubernetes did it', () => {
  const given = { nameResolution: { component: 'kubernetes', configuration: { clusterDomain: 'cluster.local' } } };
  expect(spec(given)).toEqual({});
  expect(notes([dapr('Configuration', 'settings', given)])).toEqual([
    'Configuration settings resolves names by Kubernetes: without it, mDNS finds the sidecars of one machine.',
  ]);
  const other = { nameResolution: { component: 'sqlite', configuration: { connectionString: 'names.db' } } };
  expect(spec(other)).toEqual(other);
});

test('the store of the secrets is taken off a list of denied types', () => {
  const given = { components: { deny: ['state.in-memory', 'secretstores.local.file/v1', 'secretstores.local.env'] } };
  const store = component('store', 'state.redis', [{ name: 'redisPassword', secretKeyRef: { name: 'redis', key: 'password' } }]);
  expect(spec(given)).toEqual(given);
  expect(spec(given, {}, [store])).toEqual({ components: { deny: ['state.in-memory', 'secretstores.local.env'] } });
  expect(notes([dapr('Configuration', 'settings', given), store])).toEqual([
    "Configuration settings denies 'secretstores.local.file/v1', which stands in for the Secrets here: it is taken off the list.",
  ]);
});

test('a WorkflowAccessPolicy needs certificates too', () => {
  const policy = dapr('WorkflowAccessPolicy', 'callers', { rules: [] });
  const path = 'resources/workflowaccesspolicy-callers.yaml';
  expect(notes([policy])).toEqual([
    'WorkflowAccessPolicy callers is left out: without certificates a sidecar does not know who calls it. Keep it with mtls, and run a sentry.',
  ]);
  expect(objects([policy])[path]).toBeUndefined();
  expect(notes([policy], { mtls: true })).toEqual([]);
  expect(objects([policy], { mtls: true })[path]).toEqual(policy);
});
