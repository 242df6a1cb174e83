import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, Size } from 'cdk8s';
import { load } from 'js-yaml';
import { ConfigurationReference } from '../../src/configuration-reference';
import { AppProtocol, InitEndpoint, LogLevel, SeccompProfileType, SidecarOptions } from '../../src/generated/sidecar-options';
import { SIDECAR_FIELDS } from '../../src/generated/sidecar-tables';
import { annotationsFor } from './support';

type Case = [options: SidecarOptions, annotation: string, text: string];

const CASES: Case[] = [
  [{ appId: 'checkout' }, 'dapr.io/app-id', 'checkout'],
  [{ appPort: 5001 }, 'dapr.io/app-port', '5001'],
  [{ appProtocol: AppProtocol.GRPCS }, 'dapr.io/app-protocol', 'grpcs'],
  [{ appChannelAddress: '10.0.0.7' }, 'dapr.io/app-channel-address', '10.0.0.7'],
  [{ appMaxConcurrency: -1 }, 'dapr.io/app-max-concurrency', '-1'],
  [{ appTokenSecret: 'app-token' }, 'dapr.io/app-token-secret', 'app-token'],
  [{ apiTokenSecret: 'api-token' }, 'dapr.io/api-token-secret', 'api-token'],
  [{ appBindingOptionsTimeout: Duration.millis(1500) }, 'dapr.io/app-binding-options-timeout', '1s500ms'],
  [{ disableInitEndpoints: [InitEndpoint.CONFIG, InitEndpoint.SUBSCRIBE] }, 'dapr.io/disable-init-endpoints', 'config,subscribe'],
  [{ enableAppHealthCheck: true }, 'dapr.io/enable-app-health-check', 'true'],
  [{ enableAppHealthCheck: true, appHealthCheckPath: '/live' }, 'dapr.io/app-health-check-path', '/live'],
  [{ enableAppHealthCheck: true, appHealthProbeInterval: Duration.minutes(1) }, 'dapr.io/app-health-probe-interval', '60'],
  [{ enableAppHealthCheck: true, appHealthProbeTimeout: Duration.seconds(2) }, 'dapr.io/app-health-probe-timeout', '2000'],
  [{ enableAppHealthCheck: true, appHealthThreshold: 4 }, 'dapr.io/app-health-threshold', '4'],
  [{ config: ConfigurationReference.fromName('appconfig') }, 'dapr.io/config', 'appconfig'],
  [{ logLevel: LogLevel.DEBUG }, 'dapr.io/log-level', 'debug'],
  [{ logAsJson: true }, 'dapr.io/log-as-json', 'true'],
  [{ enableApiLogging: false }, 'dapr.io/enable-api-logging', 'false'],
  [{ enableMetrics: false }, 'dapr.io/enable-metrics', 'false'],
  [{ metricsPort: 9091 }, 'dapr.io/metrics-port', '9091'],
  [{ enableProfiling: true }, 'dapr.io/enable-profiling', 'true'],
  [{ enableDebug: true }, 'dapr.io/enable-debug', 'true'],
  [{ enableDebug: true, debugPort: 41000 }, 'dapr.io/debug-port', '41000'],
  [{ grpcPort: 51001 }, 'dapr.io/grpc-port', '51001'],
  [{ internalGrpcPort: 51002 }, 'dapr.io/internal-grpc-port', '51002'],
  [{ sidecarListenAddresses: ['0.0.0.0', '[::1]'] }, 'dapr.io/sidecar-listen-addresses', '0.0.0.0,[::1]'],
  [{ unixDomainSocketPath: '/tmp/dapr' }, 'dapr.io/unix-domain-socket-path', '/tmp/dapr'],
  [{ maxBodySize: Size.mebibytes(16) }, 'dapr.io/max-body-size', '16Mi'],
  [{ readBufferSize: Size.kibibytes(32) }, 'dapr.io/read-buffer-size', '32Ki'],
  [{ gracefulShutdown: Duration.seconds(20) }, 'dapr.io/graceful-shutdown-seconds', '20'],
  [{ blockShutdownDuration: Duration.seconds(90) }, 'dapr.io/block-shutdown-duration', '1m30s'],
  [{ sidecarImage: 'registry/daprd:1.18.3' }, 'dapr.io/sidecar-image', 'registry/daprd:1.18.3'],
  [{ sidecarCpuRequest: '100m' }, 'dapr.io/sidecar-cpu-request', '100m'],
  [{ sidecarCpuLimit: '0.5' }, 'dapr.io/sidecar-cpu-limit', '0.5'],
  [{ sidecarMemoryRequest: Size.mebibytes(250) }, 'dapr.io/sidecar-memory-request', '250Mi'],
  [{ sidecarMemoryLimit: Size.gibibytes(1) }, 'dapr.io/sidecar-memory-limit', '1Gi'],
  [{ sidecarSeccompProfileType: SeccompProfileType.RUNTIME_DEFAULT }, 'dapr.io/sidecar-seccomp-profile-type', 'RuntimeDefault'],
  [{ env: { GOGC: '50', GODEBUG: 'a=1,b' } }, 'dapr.io/env', 'GODEBUG=a=1,b,GOGC=50'],
  [{ envFromSecret: { USER: 'postgres:user', PASSWORD: 'postgres' } }, 'dapr.io/env-from-secret', 'PASSWORD=postgres,USER=postgres:user'],
  [{ volumeMounts: { certs: '/etc/certs', ca: '/etc/ca' } }, 'dapr.io/volume-mounts', 'ca:/etc/ca,certs:/etc/certs'],
  [{ volumeMountsRw: { cache: '/var/cache' } }, 'dapr.io/volume-mounts-rw', 'cache:/var/cache'],
  [{ enableNativeSidecar: true }, 'dapr.io/enable-native-sidecar', 'true'],
  [{ sidecarLivenessProbeDelay: Duration.seconds(0) }, 'dapr.io/sidecar-liveness-probe-delay-seconds', '0'],
  [{ sidecarLivenessProbeTimeout: Duration.seconds(4) }, 'dapr.io/sidecar-liveness-probe-timeout-seconds', '4'],
  [{ sidecarLivenessProbePeriod: Duration.seconds(5) }, 'dapr.io/sidecar-liveness-probe-period-seconds', '5'],
  [{ sidecarLivenessProbeThreshold: 6 }, 'dapr.io/sidecar-liveness-probe-threshold', '6'],
  [{ sidecarReadinessProbeDelay: Duration.seconds(7) }, 'dapr.io/sidecar-readiness-probe-delay-seconds', '7'],
  [{ sidecarReadinessProbeTimeout: Duration.seconds(8) }, 'dapr.io/sidecar-readiness-probe-timeout-seconds', '8'],
  [{ sidecarReadinessProbePeriod: Duration.seconds(9) }, 'dapr.io/sidecar-readiness-probe-period-seconds', '9'],
  [{ sidecarReadinessProbeThreshold: 10 }, 'dapr.io/sidecar-readiness-probe-threshold', '10'],
  [{ placementHostAddresses: ['a:50005', 'b:50005'] }, 'dapr.io/placement-host-address', 'a:50005,b:50005'],
  [{ schedulerHostAddresses: [] }, 'dapr.io/scheduler-host-address', ''],
  [{ actorsDisseminateTimeout: Duration.seconds(45) }, 'dapr.io/actors-disseminate-timeout', '45s'],
  [{ sentryRequestJwtAudiences: ['api://a'] }, 'dapr.io/sentry-request-jwt-audiences', 'api://a'],
  [{ disableBuiltinK8sSecretStore: true }, 'dapr.io/disable-builtin-k8s-secret-store', 'true'],
  [{ sidecarSvcAnnotations: { 'example.com/team': 'shop', a: 'b=c' } }, 'dapr.io/sidecar-svc-annotations', 'a=b=c,example.com/team=shop'],
  [{ pluggableComponents: ['store', 'bus'] }, 'dapr.io/pluggable-components', 'store,bus'],
  [{ injectPluggableComponents: true }, 'dapr.io/inject-pluggable-components', 'true'],
  [{ pluggableComponentsSocketsFolder: '/sockets' }, 'dapr.io/pluggable-components-sockets-folder', '/sockets'],
];

const NOT_OFFERED = {
  'dapr.io/enabled': 'every injected workload has it, always "true", the only text that the injector takes',
  'dapr.io/http-max-request-size': 'deprecated',
  'dapr.io/http-read-buffer-size': 'deprecated',
  'dapr.io/app-ssl': 'deprecated',
  'dapr.io/component-container': 'Dapr reads it from a Component, not from a pod',
};

const CATALOG = load(readFileSync(join(__dirname, '../../catalog/annotations.yaml'), 'utf8')) as {
  [annotation: string]: { option?: string; because?: string };
};

test.each(CASES)('the option of case %# is written as %s: %s', (options, annotation, text) => {
  const health =
    options.enableAppHealthCheck && annotation !== 'dapr.io/enable-app-health-check' ? { 'dapr.io/enable-app-health-check': 'true' } : {};
  const debug = options.enableDebug && annotation !== 'dapr.io/enable-debug' ? { 'dapr.io/enable-debug': 'true' } : {};
  expect(annotationsFor(options)).toEqual({ [annotation]: text, ...health, ...debug });
});

test('every option has a case above', () => {
  const tried = new Set(CASES.map(([, annotation]) => annotation));
  expect(Object.values(SIDECAR_FIELDS).filter((field) => !tried.has(field.wire!))).toEqual([]);
});

test('every one of the 64 annotations is an option, or is not offered for a reason', () => {
  const offered = Object.values(SIDECAR_FIELDS).map((field) => field.wire);
  const others = Object.entries(CATALOG).filter(([annotation]) => !offered.includes(annotation));
  expect(Object.keys(CATALOG)).toHaveLength(64);
  expect(Object.fromEntries(others.map(([annotation, entry]) => [annotation, entry.because]))).toEqual(NOT_OFFERED);
});

test('an empty list or map leaves the default as it is, where Dapr gives it no meaning', () => {
  expect(annotationsFor({ sidecarListenAddresses: [], env: {}, volumeMounts: {}, pluggableComponents: [] })).toEqual({});
});

test('the same map in another order is the same annotation', () => {
  expect(annotationsFor({ env: { B: '2', A: '1' } })).toEqual(annotationsFor({ env: { A: '1', B: '2' } }));
});

test('a variable stands before those whose values refer to it, where Kubernetes can expand it', () => {
  expect(annotationsFor({ env: { A_URL: 'http://$(Z_HOST)', B: '', Z_HOST: 'z' } })).toEqual({
    'dapr.io/env': 'Z_HOST=z,A_URL=http://$(Z_HOST),B=',
  });
});

test('variables that refer to each other in a circle are still all written', () => {
  expect(annotationsFor({ env: { A: '$(B)', B: '$(A)' } })).toEqual({ 'dapr.io/env': 'B=$(A),A=$(B)' });
});

test('the options are not changed', () => {
  const options = Object.freeze({ env: Object.freeze({ B: '2', A: '1' }), pluggableComponents: Object.freeze(['a']) as string[] });
  annotationsFor(options);
  expect(options).toEqual({ env: { B: '2', A: '1' }, pluggableComponents: ['a'] });
});
