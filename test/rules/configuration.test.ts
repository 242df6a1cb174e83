import * as fc from 'fast-check';
import * as dapr from '../../src';
import { ALL_RULES } from '../../src/rules';
import { fitsHttp, GRPC_GROUPS, Groups, HTTP_GROUPS } from '../../src/rules/configuration/api-groups';
import { writeDuration } from '../../src/rules/configuration/write-duration';
import { isGoDuration, millisecondsOf } from '../../src/rules/go-duration';
import { findings, rule } from '../support/rules';

/** Lines that daprd 1.18.3 and the API server really wrote. */
const LINES: readonly (readonly [string, string])[] = [
  ['DAPR154', 'Fatal error from runtime: failed to setup tracing: invalid protocol gRPC provided for Otel endpoint'],
  ['DAPR157', 'Fatal error from runtime: failed to setup tracing: invalid collector URL "zipkin:9411/api/v2/spans": no scheme or host'],
  ['DAPR156', 'traces export: parse "http://http:%2F%2F127.0.0.1:25999/v1/traces": invalid port ":%2F%2F127.0.0.1:25999" after host'],
  [
    'DAPR156',
    'traces export: exporter export timeout: rpc error: code = Unavailable desc = invalid target address http://127.0.0.1:4317, error info: address http://127.0.0.1:4317:443: too many colons in address',
  ],
  ['DAPR153', 'Dapr trace sampler initialized: ParentBased{root:TraceIDRatioBased{0.0001},remoteParentSampled:AlwaysOnSampler}'],
  ['DAPR158', 'error loading configuration: yaml: unmarshal errors:\n  line 5: cannot unmarshal !!map into string'],
  [
    'DAPR160',
    '[INIT_FAILURE]: initialization error occurred for metrics: failed to compile regex for rule ma/x: error parsing regexp: invalid or unsupported Perl syntax: `(?!`',
  ],
  ['DAPR162', 'Fatal error from runtime: error loading configuration: defaultAccess denied can be either allow or deny'],
  ['DAPR162', 'Fatal error from runtime: error loading configuration: a storeName is repeated in secrets configuration'],
  [
    'DAPR165',
    'Fatal error from runtime: invalid access control spec. missing trustdomain for apps: [shop], missing namespace for apps: [shop], missing app name on at least one of the app policies: false',
  ],
  [
    'DAPR179',
    'Fatal error from runtime: WorkflowHistorySigning feature flag is enabled but mTLS is not configured; workflow history signing requires mTLS to be active',
  ],
  [
    'DAPR182',
    "[CREATE_COMPONENT_FAILURE]: initialization error occurred for nr (nameresolution.sqlite/v1): couldn't find name resolver nameresolution.sqlite/v1",
  ],
  ['DAPR183', '[INIT_COMPONENT_FAILURE]: initialization error occurred for nr (nameformat/v1): format must contain {appid} placeholder'],
  ['DAPR181', 'error loading configuration: yaml: unmarshal errors:\n  line 5: cannot unmarshal !!str `14d` into time.Duration'],
  ['DAPR011', 'error loading configuration: yaml: unmarshal errors:\n  line 5: cannot unmarshal !!str `100` into int32'],
  ['DAPR002', 'duplicate definition of Component name store (state.in-memory/v1) with existing store (state.in-memory/v1)'],
  ['DAPR020', 'The Component "store" is invalid: spec.version: Required value'],
  ['DAPR019', 'error validating data: strict decoding error: unknown field "scope"'],
  ['DAPR023', 'spec.clientTLS.renegotiation: Unsupported value: "never": supported values: "Never", "OnceAsClient", "FreelyAsClient"'],
];

describe('a line of a log', () => {
  test.each(LINES)('leads to %s: %s', (id, line) => {
    const ids = ALL_RULES.filter(({ symptoms = [] }) => symptoms.some((symptom) => symptom.test(line))).map((found) => found.id);
    expect(ids).toContain(id);
  });
});

describe('the groups of the APIs', () => {
  const groupsOf = (apis: object): Groups => {
    const groups: { [name: string]: string[] } = {};
    for (const api of Object.values(apis)) {
      const { name, version } = (api as dapr.ApiRule)._values;
      groups[name] = [...(groups[name] ?? []), version].sort();
    }
    return groups;
  };

  test('are those that HttpApi and GrpcApi offer', () => {
    expect(HTTP_GROUPS).toEqual(groupsOf({ ...dapr.HttpApi }));
    expect(GRPC_GROUPS).toEqual(groupsOf({ ...dapr.GrpcApi }));
  });

  test.each([
    ['state', 'v1', true],
    ['state', 'v1.0', true],
    ['sta', 'v1.0', true],
    ['', 'v1.0', true],
    ['workflows', 'v1.0-beta1', true],
    ['publish/bulk', 'v1.0', true],
    ['state', 'v2', false],
    ['states', 'v1.0', false],
    ['State', 'v1', false],
    ['state', '', false],
  ])('%s of version %s fits HTTP: %s', (name, version, fits) => {
    expect(fitsHttp(name, version)).toBe(fits);
  });
});

describe('a feature', () => {
  test('that the library offers is known', () => {
    const names = Object.values({ ...dapr.Feature }).map((feature) => (feature as { name: string }).name);
    expect(names.length).toBeGreaterThan(4);
    const yaml = `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app }
spec: { features: [${names.map((name) => `{ name: ${name}, enabled: true }`).join(', ')}] }
`;
    expect(findings({ yaml, daprVersion: '1.19' }, [rule('DAPR178')])).toEqual([]);
  });
});

describe('a Go duration', () => {
  test.each(['0', '0s', '1h30m', '1.5h', '.5s', '-5m', '+1ms', '10us', '10µs', '1h1h'])('may be %s', (text) => {
    expect(isGoDuration(text)).toBe(true);
  });

  test.each(['', '5', '1d', '1h 30m', '5S', 's', '.s', '--1s', '1e3s', '00x'])('may not be %j', (text) => {
    expect(isGoDuration(text)).toBe(false);
  });

  test.each([
    ['1h30m', 5_400_000],
    ['1.5s', 1500],
    ['-10ms', -10],
    ['0', 0],
    ['1d', undefined],
  ])('%s lasts %s ms', (text, milliseconds) => {
    expect(millisecondsOf(text)).toBe(milliseconds);
  });

  test('is what a proposal says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('d', ' days', 'w', ' hours', ' min', 'secs', 'H'), (count, unit) => {
        const [, written] = /^write '(.*)'$/.exec(writeDuration(`${count}${unit}`))!;
        expect(isGoDuration(written)).toBe(true);
      }),
    );
  });
});

describe('what is elsewhere', () => {
  const yaml = `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app }
spec: { httpPipeline: { handlers: [{ name: login, type: middleware.http.oauth2 }] } }
`;

  test('is not missed where the input is not complete', () => {
    expect(findings({ yaml }, [rule('DAPR150')])).toEqual([]);
    expect(findings({ yaml, complete: true }, [rule('DAPR150')])).toHaveLength(1);
  });
});

describe('a Configuration that is named daprsystem', () => {
  const yaml = (namespace: string): string => `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: daprsystem${namespace} }
spec: { tracing: { samplingRate: '1' } }
`;

  test.each([
    [', namespace: dapr-system', undefined, ['error']],
    ['', 'kubernetes', ['error']],
    [', namespace: shop', 'kubernetes', ['warning']],
    ['', undefined, []],
    [', namespace: dapr-system', 'self-hosted', []],
  ] as const)('%j on %s without mtls is %j', (namespace, target, severities) => {
    expect(findings({ yaml: yaml(namespace), target }, [rule('DAPR173')]).map((line) => line.split(' ', 1)[0])).toEqual(severities);
  });
});
