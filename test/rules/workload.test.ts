import * as fc from 'fast-check';
import { Duration, Size } from 'cdk8s';
import { ConfigurationReference } from '../../src/configuration-reference';
import { AppProtocol, InitEndpoint, LogLevel, SeccompProfileType, SidecarOptions } from '../../src/generated/sidecar-options';
import { SIDECAR_FIELDS } from '../../src/generated/sidecar-tables';
import { RECOMMENDED } from '../../src/rules';
import { check } from '../../src/rules/engine';
import { modelOf } from '../../src/rules/model/model';
import { WORKLOAD_RULES } from '../../src/rules/workload';
import { deploymentWith } from '../../src/rules/workload/examples';
import { becomesFlag, goDuration, goInteger, quantity } from '../../src/rules/workload/go-values';
import { annotationsFor } from '../sidecar/support';
import { findings, rule } from '../support/rules';

function saysOf(id: string, ...annotations: string[]): string[] {
  return findings(deploymentWith(annotations), [rule(id)]);
}

/** A model of one Deployment whose pods have these annotations. */
function modelWith(annotations: object, podSpec: object = {}): ReturnType<typeof modelOf> {
  const template = {
    metadata: { labels: { app: 'orders' }, annotations: { 'dapr.io/enabled': 'true', 'dapr.io/app-id': 'orders', ...annotations } },
    spec: { containers: [{ name: 'app', image: 'shop/orders:1.0.0' }], ...podSpec },
  };
  const spec = { selector: { matchLabels: { app: 'orders' } }, template };
  return modelOf([{ body: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'orders' }, spec }, source: 'orders.yaml' }]);
}

describe("what Go's parsers take", () => {
  test.each([
    ['5', 5n],
    ['+5', 5n],
    ['-1', -1n],
    ['9223372036854775807', 2n ** 63n - 1n],
    ['9223372036854775808', undefined],
    ['', undefined],
    ['1_000', undefined],
    ['0x10', undefined],
    [' 5', undefined],
    ['5.0', undefined],
    ['1e3', undefined],
  ])('the integer %p is %p', (text, value) => expect(goInteger(text)).toBe(value));

  test.each([
    ['0', 0n],
    ['-0', 0n],
    ['1h30m', 5_400_000_000_000n],
    ['1.5s', 1_500_000_000n],
    ['.5s', 500_000_000n],
    ['5.s', 5_000_000_000n],
    ['-1s', -1_000_000_000n],
    ['10µs', 10_000n],
    ['30', undefined],
    ['', undefined],
    ['s', undefined],
    ['.s', undefined],
    ['1d', undefined],
    ['1 s', undefined],
    ['1h30', undefined],
    ['9223372036854775808ns', undefined],
  ])('the duration %p is %p nanoseconds', (text, value) => expect(goDuration(text)).toBe(value));

  test.each([
    ['4Mi', 4_194_304n],
    ['16M', 16_000_000n],
    ['1.5M', 1_500_000n],
    ['1e3', 1000n],
    ['0.0', 0n],
    ['-4Mi', -4_194_304n],
    ['1.5Gi', undefined],
    ['1.0', undefined],
    ['100m', undefined],
    ['1e-3', undefined],
    ['10E', undefined],
  ])('the quantity %p is %p whole bytes', (text, whole) => expect(quantity(text)).toMatchObject({ whole }));

  test.each(['', '4MB', '4mb', '4K', '4 Mi', '1,5', 'x', '1d', '4mi', '--4', '1_000'])('%p is no quantity', (text) =>
    expect(quantity(text)).toBeUndefined(),
  );

  test('every whole number of a unit is a duration of that many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), fc.constantFrom('ns', 'us', 'ms', 's', 'm', 'h'), (n, unit) => {
        const one = goDuration(`1${unit}`)!;
        expect(goDuration(`${n}${unit}`)).toBe(BigInt(n) * one);
        expect(goDuration(`${n}.5${unit}`)).toBe(BigInt(n) * one + one / 2n);
        expect(goDuration(`-${n}${unit}`)).toBe(-BigInt(n) * one);
      }),
    );
  });

  test('quantities are as large as they say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom('', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi'), (n, suffix) => {
        const one = quantity(`1${suffix}`)!.whole!;
        expect(quantity(`${n}${suffix}`)!.whole).toBe(BigInt(n) * one);
        expect(quantity(`${n}${suffix}`)!.value).toBe(n * Number(one));
      }),
    );
  });

  test('no text makes a parser throw, and what one takes is a value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+.0-9eEmunkMGTPismhµ]{0,12}$/)), (text) => {
        expect(['bigint', 'undefined']).toContain(typeof goInteger(text));
        expect(['bigint', 'undefined']).toContain(typeof goDuration(text));
        expect(['number', 'undefined']).toContain(typeof quantity(text)?.value);
      }),
    );
  });
});

describe('numbers', () => {
  test('every port that a container can have is taken, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -70_000, max: 140_000 }), (port) => {
        const errors = saysOf('DAPR042', `dapr.io/metrics-port: "${port}"`).filter((line) => line.startsWith('error'));
        expect(errors.length).toBe(port >= 1 && port <= 65535 ? 0 : 1);
      }),
    );
  });

  test('a number that daprd takes for a flag is an error, a shorter negative one is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), (n) => {
        const errors = saysOf('DAPR042', `dapr.io/graceful-shutdown-seconds: "${n}"`).filter((line) => line.startsWith('error'));
        expect(errors.length).toBe(n <= -10 ? 1 : 0);
        expect(becomesFlag(String(n))).toBe(n <= -10);
      }),
    );
  });
});

describe('durations and sizes', () => {
  test('whatever Go takes for a duration is taken, unless it begins with a dash', () => {
    const durations = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.constantFrom('ns', 'us', 'ms', 's', 'm', 'h')), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map(([n, unit]) => `${n}${unit}`).join(''));
    fc.assert(
      fc.property(durations, (text) => {
        expect(saysOf('DAPR048', `dapr.io/block-shutdown-duration: ${text}`)).toEqual([]);
        expect(saysOf('DAPR048', `dapr.io/block-shutdown-duration: -${text}`)).toHaveLength(1);
      }),
    );
  });

  test('is silent of sizes that are empty or the default', () => {
    expect(saysOf('DAPR048', `dapr.io/max-body-size: ''`, `dapr.io/read-buffer-size: "-1"`)).toEqual([]);
  });

  test('an empty duration is passed on, and daprd exits', () => {
    expect(saysOf('DAPR048', `dapr.io/block-shutdown-duration: ''`)).toEqual([
      "error DAPR048 Deployment/orders spec.template.metadata.annotations[\"dapr.io/block-shutdown-duration\"]: daprd exits with this 'dapr.io/block-shutdown-duration': got '', expected a duration with its unit, e.g. '30s'",
    ]);
  });
});

describe('what is not ours to judge', () => {
  test.each(['{{ .Values.port }}', '{% if port %}', '${PORT}', '$(PORT)', '#{port}#', '__PORT__', '$PORT'])(
    '%s is rendered later',
    (text) => {
      const annotations = Object.keys(SIDECAR_FIELDS).map((option) => `${SIDECAR_FIELDS[option].wire}: '${text}'`);
      const errors = findings(deploymentWith(annotations.filter((line) => !line.startsWith('dapr.io/app-id'))), WORKLOAD_RULES);
      expect(errors.filter((line) => line.startsWith('error'))).toEqual([]);
    },
  );

  test('annotations of others', () => {
    expect(findings(deploymentWith(['dapr.example.com/app-port: x', 'prometheus.io/port: x']), WORKLOAD_RULES)).toEqual([]);
  });

  test('workloads without a sidecar', () => {
    const off = deploymentWith(['dapr.io/app-port: http', 'dapr.io/log-level: loud']).replace('"true"', '"false"');
    expect(findings(off, WORKLOAD_RULES)).toEqual([]);
  });

  test('pods that the API server gives back, patched', () => {
    const pod = `
apiVersion: v1
kind: Pod
metadata:
  name: orders-5d9c7-x2x
  ownerReferences: [{ kind: ReplicaSet, name: orders-5d9c7 }]
  labels: { app: orders, dapr.io/sidecar-injected: "true", dapr.io/app-id: orders, dapr.io/metrics-enabled: "true" }
  annotations: { dapr.io/enabled: "true", dapr.io/app-id: orders, dapr.io/app-port: "8080" }
spec: { containers: [{ name: app, image: 'shop/orders:1.0.0' }, { name: daprd, image: 'daprio/daprd:1.18.3', ports: [{ containerPort: 3500 }] }] }
`;
    expect(findings(pod + '---' + deploymentWith(['dapr.io/app-port: "8080"']), WORKLOAD_RULES)).toEqual([]);
  });

  test('the same object in two files is two environments', () => {
    const model = modelOf(['dev.yaml', 'prod.yaml'].map((source) => ({ body: modelWith({}).manifests[0].body, source })));
    expect(check(model, { rules: WORKLOAD_RULES }).findings).toEqual([]);
  });
});

describe('shapes that nobody expects', () => {
  test('no rule throws, whatever the annotations and the pod are', () => {
    const anything = fc.anything({ maxDepth: 3 });
    const names = fc.constantFrom(...Object.values(SIDECAR_FIELDS).map(({ wire }) => wire!), 'dapr.io/enabled', 'dapr.io/x', 'dapr.io/');
    fc.assert(
      fc.property(
        fc.dictionary(names, anything),
        fc.dictionary(fc.constantFrom('containers', 'volumes', 'initContainers'), anything),
        (a, pod) => {
          const model = modelWith(
            { ...a, 'dapr.io/enabled': 'true' },
            { ...pod, containers: Array.isArray(pod.containers) ? pod.containers : [] },
          );
          const failed = check(model, { rules: RECOMMENDED }).findings.filter(({ rule: id }) => id === 'DAPR290');
          expect(failed.map(({ message }) => message)).toEqual([]);
        },
      ),
    );
  });
});

/** One value of each option, and for enums all of them. */
const OPTIONS: SidecarOptions[] = [
  ...Object.values(AppProtocol).map((appProtocol) => ({ appProtocol })),
  ...Object.values(LogLevel).map((logLevel) => ({ logLevel })),
  ...Object.values(SeccompProfileType).map((sidecarSeccompProfileType) => ({ sidecarSeccompProfileType })),
  { appPort: 5001, appMaxConcurrency: -1, gracefulShutdown: Duration.seconds(0), blockShutdownDuration: Duration.seconds(90) },
  { disableInitEndpoints: [InitEndpoint.CONFIG, InitEndpoint.SUBSCRIBE], appBindingOptionsTimeout: Duration.millis(1500) },
  {
    appPort: 5001,
    enableAppHealthCheck: true,
    appHealthCheckPath: '/live',
    appHealthProbeInterval: Duration.seconds(1),
    appHealthProbeTimeout: Duration.seconds(1),
    appHealthThreshold: 2147483646,
  },
  { config: ConfigurationReference.fromName('appconfig'), apiTokenSecret: 'api-token', appTokenSecret: 'app-token' },
  { logAsJson: true, enableApiLogging: false, enableMetrics: false, enableProfiling: true, enableDebug: true, debugPort: 41000 },
  { metricsPort: 9091, grpcPort: 51001, internalGrpcPort: 51002, sidecarListenAddresses: ['0.0.0.0', '[::1]'] },
  { maxBodySize: Size.mebibytes(16), readBufferSize: Size.kibibytes(32), unixDomainSocketPath: '/tmp/dapr' },
  { sidecarImage: 'registry/daprd:1.18.3', sidecarCpuRequest: '100m', sidecarCpuLimit: '0.5', enableNativeSidecar: true },
  { sidecarMemoryRequest: Size.mebibytes(250), sidecarMemoryLimit: Size.gibibytes(1) },
  { env: { GOGC: '50', GODEBUG: 'a=1,b' }, envFromSecret: { USER: 'postgres:user', PASSWORD: 'postgres' } },
  { volumeMounts: { certs: '/etc/certs' }, volumeMountsRw: { cache: '/var/cache' } },
  {
    sidecarLivenessProbeDelay: Duration.seconds(0),
    sidecarLivenessProbeTimeout: Duration.seconds(1),
    sidecarLivenessProbePeriod: Duration.seconds(1),
  },
  { sidecarLivenessProbeThreshold: 1, sidecarReadinessProbeDelay: Duration.seconds(0), sidecarReadinessProbeThreshold: 2147483647 },
  { sidecarReadinessProbePeriod: Duration.minutes(2), sidecarReadinessProbeTimeout: Duration.minutes(1) },
  { placementHostAddresses: [], schedulerHostAddresses: ['a:50006', 'b:50006'], actorsDisseminateTimeout: Duration.seconds(45) },
  { sentryRequestJwtAudiences: ['api://a'], disableBuiltinK8sSecretStore: true, sidecarSvcAnnotations: { 'example.com/team': 'shop' } },
  {
    pluggableComponents: ['store'],
    injectPluggableComponents: true,
    pluggableComponentsSocketsFolder: '/sockets',
    appChannelAddress: '10.0.0.7',
  },
];

test.each(OPTIONS)('the annotations of the typed options %j are nothing to complain about', (options) => {
  const model = modelWith(annotationsFor(options), {
    volumes: [{ name: 'certs' }, { name: 'cache' }],
    containers: [{ name: 'app' }, { name: 'store' }],
  });
  expect(check(model, { rules: WORKLOAD_RULES }).findings.map(({ message }) => message)).toEqual([]);
});

test('every typed option is among those that are tried', () => {
  const tried = new Set(OPTIONS.flatMap((options) => Object.keys(options)));
  expect(Object.keys(SIDECAR_FIELDS).filter((option) => !tried.has(option) && option !== 'appId')).toEqual([]);
});

test('a thousand applications of one label are compared in no time', () => {
  const many = Array.from({ length: 2000 }, (_, i) => {
    const [{ body }] = modelWith({ 'dapr.io/app-id': `app-${i}` }).manifests;
    return { body: { ...body, metadata: { name: `app-${i}` } }, source: 'all.yaml' };
  });
  const model = modelOf(many);
  const start = performance.now();
  expect(check(model, { rules: WORKLOAD_RULES }).findings.map(({ rule: id }) => id)).toContain('DAPR040');
  expect(performance.now() - start).toBeLessThan(3000);
});
