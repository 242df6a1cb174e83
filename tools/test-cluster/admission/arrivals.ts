/** What each annotation must become in a pod: a table of its own, to be held against what Dapr's injector does. */
import { Duration, Size } from 'cdk8s';
import { AppProtocol, ConfigurationReference, InitEndpoint, LogLevel, SeccompProfileType } from '../../../src';
import {
  all,
  alone,
  always,
  Arrival,
  flag,
  limit,
  mounts,
  ofHealth,
  ownSocket,
  pluggable,
  port,
  probe,
  request,
  secretOf,
  socketsOf,
  toApplications,
  token,
  underDebugger,
  variables,
} from './arrival';
import { Manifest } from './objects';

/** The pod that the samples are set on: an application, a container that could be a component, and two volumes. */
export const SAMPLE_POD: Manifest = {
  containers: [
    { name: 'app', image: 'shop/orders:1.0.0' },
    { name: 'store', image: 'shop/store:1.0.0' },
  ],
  volumes: [
    { name: 'certificates', emptyDir: {} },
    { name: 'scratch', emptyDir: {} },
  ],
};

/** A Component of the same namespace that brings a container along. */
export const BROUGHT: Manifest = {
  apiVersion: 'dapr.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'brought', annotations: { 'dapr.io/component-container': '{"name":"brought","image":"shop/brought:1.0.0"}' } },
  spec: { type: 'state.brought', version: 'v1', metadata: [] },
};

const HEALTH = { appPort: 5001, enableAppHealthCheck: true };

/** By annotation, in the order in which they are made where two speak of one thing. */
export const ARRIVALS: { readonly [annotation: string]: Arrival } = {
  'dapr.io/enabled': { text: 'true', effect: always({}), readBy: 'nobody' },
  'dapr.io/app-id': {
    options: { appId: 'other-id' },
    text: 'other-id',
    effect: (text) => ({ 'arg --app-id': text, 'label dapr.io/app-id': text }),
  },
  'dapr.io/app-port': { options: { appPort: 5001 }, text: '5001', effect: flag('app-port') },
  'dapr.io/app-protocol': {
    options: { appProtocol: AppProtocol.GRPCS },
    text: 'grpcs',
    effect: all(flag('app-protocol'), toApplications('APP_PROTOCOL')),
  },
  'dapr.io/app-ssl': {
    text: 'true',
    effect: (text, pod) => ({ ...alone('app-ssl')(text, pod), ...toApplications('APP_PROTOCOL')('https', pod) }),
  },
  'dapr.io/app-channel-address': { options: { appChannelAddress: '10.0.0.7' }, text: '10.0.0.7', effect: flag('app-channel-address') },
  'dapr.io/app-max-concurrency': { options: { appMaxConcurrency: 7 }, text: '7', effect: flag('app-max-concurrency') },
  'dapr.io/app-token-secret': { options: { appTokenSecret: 'app-secret' }, text: 'app-secret', effect: token('APP_API_TOKEN') },
  'dapr.io/api-token-secret': { options: { apiTokenSecret: 'api-secret' }, text: 'api-secret', effect: token('DAPR_API_TOKEN') },
  'dapr.io/app-binding-options-timeout': {
    options: { appBindingOptionsTimeout: Duration.seconds(90) },
    text: '1m30s',
    effect: flag('app-binding-options-timeout'),
  },
  'dapr.io/disable-init-endpoints': {
    options: { disableInitEndpoints: [InitEndpoint.CONFIG, InitEndpoint.SUBSCRIBE] },
    text: 'config,subscribe',
    effect: flag('disable-init-endpoints'),
  },
  'dapr.io/enable-app-health-check': {
    options: { enableAppHealthCheck: true },
    beside: { appPort: 5001 },
    text: 'true',
    effect: (text) =>
      text !== 'true'
        ? {}
        : {
            'arg --enable-app-health-check': 'alone',
            'arg --app-health-check-path': '/healthz',
            'arg --app-health-probe-interval': '5',
            'arg --app-health-probe-timeout': '500',
            'arg --app-health-threshold': '3',
          },
  },
  'dapr.io/app-health-check-path': {
    options: { appHealthCheckPath: '/alive' },
    beside: HEALTH,
    text: '/alive',
    effect: ofHealth('app-health-check-path'),
  },
  'dapr.io/app-health-probe-interval': {
    options: { appHealthProbeInterval: Duration.seconds(9) },
    beside: HEALTH,
    text: '9',
    effect: ofHealth('app-health-probe-interval'),
  },
  'dapr.io/app-health-probe-timeout': {
    options: { appHealthProbeTimeout: Duration.seconds(2) },
    beside: HEALTH,
    text: '2000',
    effect: ofHealth('app-health-probe-timeout'),
  },
  'dapr.io/app-health-threshold': {
    options: { appHealthThreshold: 8 },
    beside: HEALTH,
    text: '8',
    effect: ofHealth('app-health-threshold'),
  },
  'dapr.io/config': { options: { config: ConfigurationReference.fromName('tracing') }, text: 'tracing', effect: flag('config') },
  'dapr.io/log-level': { options: { logLevel: LogLevel.DEBUG }, text: 'debug', effect: flag('log-level') },
  'dapr.io/log-as-json': { options: { logAsJson: true }, text: 'true', effect: alone('log-as-json') },
  'dapr.io/enable-api-logging': {
    options: { enableApiLogging: false },
    text: 'false',
    effect: (text) => ({ [`arg --enable-api-logging=${text}`]: 'alone' }),
  },
  'dapr.io/metrics-port': { options: { metricsPort: 9191 }, text: '9191', effect: all(flag('metrics-port'), port('dapr-metrics')) },
  'dapr.io/enable-metrics': {
    options: { enableMetrics: false },
    text: 'false',
    effect: (text) => ({
      'label dapr.io/metrics-enabled': text,
      ...(text === 'true' ? {} : { 'arg --enable-metrics': undefined, 'arg --metrics-port': undefined }),
    }),
  },
  'dapr.io/enable-profiling': { options: { enableProfiling: true }, text: 'true', effect: alone('enable-profiling') },
  'dapr.io/enable-debug': { options: { enableDebug: true }, text: 'true', effect: underDebugger },
  'dapr.io/debug-port': { options: { debugPort: 40123 }, beside: { enableDebug: true }, text: '40123', effect: underDebugger },
  'dapr.io/grpc-port': {
    options: { grpcPort: 50101 },
    text: '50101',
    effect: all(flag('dapr-grpc-port'), port('dapr-grpc'), toApplications('DAPR_GRPC_PORT')),
  },
  'dapr.io/internal-grpc-port': {
    options: { internalGrpcPort: 50102 },
    text: '50102',
    effect: all(flag('dapr-internal-grpc-port'), port('dapr-internal')),
  },
  'dapr.io/sidecar-listen-addresses': {
    options: { sidecarListenAddresses: ['0.0.0.0', '[::1]'] },
    text: '0.0.0.0,[::1]',
    effect: flag('dapr-listen-addresses'),
  },
  'dapr.io/unix-domain-socket-path': { options: { unixDomainSocketPath: '/var/run/shop' }, text: '/var/run/shop', effect: ownSocket },
  'dapr.io/max-body-size': { options: { maxBodySize: Size.mebibytes(16) }, text: '16Mi', effect: flag('max-body-size') },
  'dapr.io/read-buffer-size': { options: { readBufferSize: Size.kibibytes(64) }, text: '64Ki', effect: flag('read-buffer-size') },
  'dapr.io/http-max-request-size': { text: '8', effect: flag('dapr-http-max-request-size') },
  'dapr.io/http-read-buffer-size': { text: '16', effect: flag('dapr-http-read-buffer-size') },
  'dapr.io/graceful-shutdown-seconds': {
    options: { gracefulShutdown: Duration.seconds(20) },
    text: '20',
    effect: flag('dapr-graceful-shutdown-seconds'),
  },
  'dapr.io/block-shutdown-duration': {
    options: { blockShutdownDuration: Duration.seconds(10) },
    text: '10s',
    effect: flag('dapr-block-shutdown-duration'),
  },
  'dapr.io/sidecar-image': {
    options: { sidecarImage: 'registry.example/daprd:1.18.3-mariner' },
    text: 'registry.example/daprd:1.18.3-mariner',
    effect: (text) => ({ image: text }),
  },
  'dapr.io/sidecar-cpu-request': { options: { sidecarCpuRequest: '150m' }, text: '150m', effect: request('cpu') },
  'dapr.io/sidecar-cpu-limit': { options: { sidecarCpuLimit: '350m' }, text: '350m', effect: limit('cpu') },
  'dapr.io/sidecar-memory-request': {
    options: { sidecarMemoryRequest: Size.mebibytes(96) },
    text: '96Mi',
    effect: request('memory'),
  },
  'dapr.io/sidecar-memory-limit': {
    options: { sidecarMemoryLimit: Size.mebibytes(160) },
    text: '160Mi',
    effect: limit('memory'),
  },
  'dapr.io/sidecar-seccomp-profile-type': {
    options: { sidecarSeccompProfileType: SeccompProfileType.RUNTIME_DEFAULT },
    text: 'RuntimeDefault',
    effect: (text) => ({ 'securityContext seccompProfile': JSON.stringify({ type: text }) }),
  },
  'dapr.io/env': {
    options: { env: { SHOP: 'a,b', STAGE: 'x=y' } },
    text: 'SHOP=a,b,STAGE=x=y',
    effect: variables((text) => text),
  },
  'dapr.io/env-from-secret': {
    options: { envFromSecret: { PASSWORD: 'postgres:password', TOKEN: 'token' } },
    text: 'PASSWORD=postgres:password,TOKEN=token',
    effect: variables(secretOf),
  },
  'dapr.io/volume-mounts': {
    options: { volumeMounts: { certificates: '/etc/certs' } },
    text: 'certificates:/etc/certs',
    effect: mounts(' read-only'),
  },
  'dapr.io/volume-mounts-rw': { options: { volumeMountsRw: { scratch: '/scratch' } }, text: 'scratch:/scratch', effect: mounts('') },
  'dapr.io/enable-native-sidecar': {
    options: { enableNativeSidecar: true },
    text: 'true',
    effect: (text) =>
      text === 'true' ? { place: 'initContainers', restartPolicy: 'Always' } : { place: 'containers', restartPolicy: undefined },
  },
  ...probes('livenessProbe', 'liveness'),
  ...probes('readinessProbe', 'readiness'),
  'dapr.io/placement-host-address': {
    options: { placementHostAddresses: ['placement-a:50005', 'placement-b:50005'] },
    text: 'placement-a:50005,placement-b:50005',
    effect: (text) => ({ 'arg --placement-host-address': text.trim() === '' ? undefined : text }),
  },
  'dapr.io/scheduler-host-address': {
    options: { schedulerHostAddresses: ['scheduler-a:50006'] },
    text: 'scheduler-a:50006',
    effect: (text) => ({ 'arg --scheduler-host-address': text.trim() }),
  },
  'dapr.io/actors-disseminate-timeout': {
    options: { actorsDisseminateTimeout: Duration.seconds(45) },
    text: '45s',
    effect: flag('actors-disseminate-timeout'),
  },
  'dapr.io/sentry-request-jwt-audiences': {
    options: { sentryRequestJwtAudiences: ['shop', 'bank'] },
    text: 'shop,bank',
    effect: flag('sentry-request-jwt-audiences'),
  },
  'dapr.io/disable-builtin-k8s-secret-store': {
    options: { disableBuiltinK8sSecretStore: true },
    text: 'true',
    effect: alone('disable-builtin-k8s-secret-store'),
  },
  'dapr.io/sidecar-svc-annotations': {
    options: { sidecarSvcAnnotations: { team: 'shop' } },
    text: 'team=shop',
    effect: always({}),
    readBy: 'operator',
  },
  'dapr.io/pluggable-components': { options: { pluggableComponents: ['store'] }, text: 'store', effect: pluggable },
  'dapr.io/inject-pluggable-components': {
    options: { injectPluggableComponents: true },
    text: 'true',
    effect: (text, pod) => (text === 'true' ? socketsOf(['brought'], pod) : {}),
  },
  'dapr.io/pluggable-components-sockets-folder': {
    options: { pluggableComponentsSocketsFolder: '/var/run/components' },
    beside: { pluggableComponents: ['store'] },
    text: '/var/run/components',
    effect: pluggable,
  },
  'dapr.io/component-container': { text: '{"image":"shop/brought:1.0.0"}', effect: always({}), readBy: 'nobody' },
};

/** The four annotations of a probe. */
function probes(kind: 'livenessProbe' | 'readinessProbe', name: 'liveness' | 'readiness'): { [annotation: string]: Arrival } {
  const prefix = `dapr.io/sidecar-${name}-probe`;
  const option = (what: string): string => `sidecar${name === 'liveness' ? 'Liveness' : 'Readiness'}Probe${what}`;
  return {
    [`${prefix}-delay-seconds`]: {
      options: { [option('Delay')]: Duration.seconds(11) },
      text: '11',
      effect: probe(kind, 'initialDelaySeconds'),
    },
    [`${prefix}-timeout-seconds`]: {
      options: { [option('Timeout')]: Duration.seconds(12) },
      text: '12',
      effect: probe(kind, 'timeoutSeconds'),
    },
    [`${prefix}-period-seconds`]: {
      options: { [option('Period')]: Duration.seconds(13) },
      text: '13',
      effect: probe(kind, 'periodSeconds'),
    },
    [`${prefix}-threshold`]: { options: { [option('Threshold')]: 14 }, text: '14', effect: probe(kind, 'failureThreshold') },
  };
}
