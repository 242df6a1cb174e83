/**
 * What becomes of each of Dapr's annotations on one machine.
 *
 *   flag   the flag of daprd that the injector makes of it
 *   key    the key of the run file, where `dapr run` can pass it on
 *   is     how the injector reads it
 *   left   why it means nothing here; `silently` where nobody misses it, because it is about containers
 *   here   it is read elsewhere in this folder
 */
export type Translation =
  | { readonly flag: string; readonly key?: string; readonly is: 'text' | 'integer' | 'on' | 'on or off'; readonly needs?: string }
  | { readonly left: string }
  | 'silently'
  | 'here';

const HEALTH = 'dapr.io/enable-app-health-check';

export const ANNOTATIONS: { readonly [annotation: string]: Translation } = {
  'dapr.io/enabled': 'here',
  'dapr.io/app-id': 'here',
  'dapr.io/app-port': 'here',
  'dapr.io/app-protocol': 'here',
  'dapr.io/app-ssl': 'here',
  'dapr.io/config': 'here',
  'dapr.io/env': 'here',
  'dapr.io/env-from-secret': 'here',
  'dapr.io/api-token-secret': 'here',
  'dapr.io/app-token-secret': 'here',
  'dapr.io/http-max-request-size': 'here',
  'dapr.io/http-read-buffer-size': 'here',
  'dapr.io/grpc-port': 'here',
  'dapr.io/internal-grpc-port': 'here',
  'dapr.io/metrics-port': 'here',

  'dapr.io/app-channel-address': { flag: '--app-channel-address', key: 'appChannelAddress', is: 'text' },
  'dapr.io/app-max-concurrency': { flag: '--app-max-concurrency', key: 'appMaxConcurrency', is: 'integer' },
  [HEALTH]: { flag: '--enable-app-health-check', key: 'enableAppHealthCheck', is: 'on' },
  'dapr.io/app-health-check-path': { flag: '--app-health-check-path', key: 'appHealthCheckPath', is: 'text', needs: HEALTH },
  'dapr.io/app-health-probe-interval': { flag: '--app-health-probe-interval', key: 'appHealthProbeInterval', is: 'integer', needs: HEALTH },
  'dapr.io/app-health-probe-timeout': { flag: '--app-health-probe-timeout', key: 'appHealthProbeTimeout', is: 'integer', needs: HEALTH },
  'dapr.io/app-health-threshold': { flag: '--app-health-threshold', key: 'appHealthThreshold', is: 'integer', needs: HEALTH },
  'dapr.io/log-level': { flag: '--log-level', key: 'logLevel', is: 'text' },
  'dapr.io/enable-api-logging': { flag: '--enable-api-logging', key: 'enableApiLogging', is: 'on or off' },
  'dapr.io/enable-profiling': { flag: '--enable-profiling', key: 'enableProfiling', is: 'on' },
  'dapr.io/max-body-size': { flag: '--max-body-size', key: 'maxBodySize', is: 'text' },
  'dapr.io/read-buffer-size': { flag: '--read-buffer-size', key: 'readBufferSize', is: 'text' },
  'dapr.io/sidecar-listen-addresses': { flag: '--dapr-listen-addresses', key: 'apiListenAddresses', is: 'text' },
  'dapr.io/unix-domain-socket-path': { flag: '--unix-domain-socket', key: 'unixDomainSocket', is: 'text' },

  'dapr.io/log-as-json': { flag: '--log-as-json', is: 'on' },
  'dapr.io/enable-metrics': { flag: '--enable-metrics', is: 'on or off' },
  'dapr.io/graceful-shutdown-seconds': { flag: '--dapr-graceful-shutdown-seconds', is: 'integer' },
  'dapr.io/block-shutdown-duration': { flag: '--dapr-block-shutdown-duration', is: 'text' },
  'dapr.io/app-binding-options-timeout': { flag: '--app-binding-options-timeout', is: 'text' },
  'dapr.io/disable-init-endpoints': { flag: '--disable-init-endpoints', is: 'text' },
  'dapr.io/actors-disseminate-timeout': { flag: '--actors-disseminate-timeout', is: 'text' },

  'dapr.io/disable-builtin-k8s-secret-store': {
    left: 'the local secret store is open to every application, because components read their secrets from it',
  },
  'dapr.io/volume-mounts': { left: 'a component that reads files needs them on this machine' },
  'dapr.io/volume-mounts-rw': { left: 'a component that reads or writes files needs their folder on this machine' },
  'dapr.io/placement-host-address': { left: 'the placement service is the one that dapr init has started' },
  'dapr.io/scheduler-host-address': { left: 'the scheduler service is the one that dapr init has started' },
  'dapr.io/sentry-request-jwt-audiences': { left: 'no token is requested without Kubernetes' },
  'dapr.io/pluggable-components': { left: 'start the pluggable component yourself, with its socket in /tmp/dapr-components-sockets' },
  'dapr.io/inject-pluggable-components': {
    left: 'start the pluggable component yourself, with its socket in /tmp/dapr-components-sockets',
  },
  'dapr.io/pluggable-components-sockets-folder': { left: 'sockets of pluggable components are in /tmp/dapr-components-sockets' },
  'dapr.io/component-container': {
    left: 'start the pluggable component yourself, with its socket in /tmp/dapr-components-sockets',
  },
  'dapr.io/enable-debug': { left: 'dapr run starts daprd without a debugger' },

  'dapr.io/debug-port': 'silently',
  'dapr.io/sidecar-image': 'silently',
  'dapr.io/sidecar-cpu-request': 'silently',
  'dapr.io/sidecar-cpu-limit': 'silently',
  'dapr.io/sidecar-memory-request': 'silently',
  'dapr.io/sidecar-memory-limit': 'silently',
  'dapr.io/sidecar-seccomp-profile-type': 'silently',
  'dapr.io/sidecar-svc-annotations': 'silently',
  'dapr.io/enable-native-sidecar': 'silently',
  'dapr.io/sidecar-liveness-probe-delay-seconds': 'silently',
  'dapr.io/sidecar-liveness-probe-timeout-seconds': 'silently',
  'dapr.io/sidecar-liveness-probe-period-seconds': 'silently',
  'dapr.io/sidecar-liveness-probe-threshold': 'silently',
  'dapr.io/sidecar-readiness-probe-delay-seconds': 'silently',
  'dapr.io/sidecar-readiness-probe-timeout-seconds': 'silently',
  'dapr.io/sidecar-readiness-probe-period-seconds': 'silently',
  'dapr.io/sidecar-readiness-probe-threshold': 'silently',
};
