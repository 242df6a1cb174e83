/** Rules of which the injector shows that they are right: what it denies, and what it passes over without a word. */
import { Experiment, nth, trial } from './experiment';
import { addsSidecar, brings, gives, makes, refusesPods } from './expectations';

const by = 'injector';
const denies = refusesPods(
  'denies the pod',
  /admission webhook "sidecar-injector\.dapr\.io" denied the request: (value for the dapr\.io\/app-id annotation is empty|invalid app id)/,
);

export const INJECTOR: readonly Experiment[] = [
  { rule: 'DAPR003', by, bad: [trial(denies)], good: [trial(addsSidecar(true))] },
  {
    rule: 'DAPR030',
    by,
    bad: [trial(denies), nth(1, gives({ 'arg --app-id': 'ledger-0' })), nth(2, denies)],
    good: [trial(addsSidecar(true)), nth(1, addsSidecar(true))],
  },
  {
    rule: 'DAPR031',
    by,
    bad: [trial(addsSidecar(false)), nth(1, addsSidecar(false)), nth(2, addsSidecar(false))],
    good: [trial(addsSidecar(true)), nth(1, addsSidecar(false))],
  },
  {
    rule: 'DAPR032',
    by,
    bad: [trial(addsSidecar(false)), nth(1, addsSidecar(false)), nth(2, addsSidecar(false))],
    good: [trial(addsSidecar(true))],
  },
  {
    rule: 'DAPR034',
    by,
    bad: [trial(makes(['protocol', 'app_port', 'http-port'], {})), nth(1, makes(['http-stream-request-body'], {}))],
    good: [trial(addsSidecar(true))],
  },
  { rule: 'DAPR037', by, bad: [trial(addsSidecar(false)), nth(1, addsSidecar(false))], good: [trial(addsSidecar(true))] },
  {
    rule: 'DAPR042',
    by,
    bad: [
      trial(makes(['app-max-concurrency'], {}), 'app-max-concurrency'),
      trial(makes(['app-port'], {}), 'app-port'),
      trial(makes(['graceful-shutdown-seconds'], {}), 'graceful-shutdown-seconds'),
      trial(
        refusesPods('the API server refuses the pod', /containerPort: (Required value|Invalid value: 0: must be between 1 and 65535)/),
        'metrics-port',
      ),
      trial(
        refusesPods(
          'the API server refuses the pod',
          /livenessProbe\.failureThreshold: Invalid value: -1: must be greater than or equal to 0/,
        ),
        'sidecar-liveness-probe-threshold',
      ),
      nth(1, makes(['app-port'], { 'arg --app-port': '80800' }), 'app-port'),
      nth(1, makes(['graceful-shutdown-seconds'], { 'arg --dapr-graceful-shutdown-seconds': '-10' }), 'graceful-shutdown-seconds'),
      nth(2, makes(['app-port'], {}), 'app-port'),
    ],
    good: [
      trial(
        makes(['app-port', 'app-max-concurrency', 'graceful-shutdown-seconds'], {
          'arg --app-port': '8080',
          'arg --app-max-concurrency': '-1',
          'arg --dapr-graceful-shutdown-seconds': '30',
        }),
      ),
    ],
  },
  {
    rule: 'DAPR043',
    by,
    bad: [
      trial(makes(['enable-api-logging'], { 'arg --enable-api-logging=false': 'alone' }), 'enable-api-logging'),
      trial(
        makes(['enable-metrics'], {
          'arg --enable-metrics': undefined,
          'arg --metrics-port': undefined,
          'label dapr.io/metrics-enabled': 'false',
        }),
        'enable-metrics',
      ),
      trial(makes(['log-as-json'], {}), 'log-as-json'),
    ],
    good: [
      trial(makes(['enable-api-logging'], { 'arg --enable-api-logging=true': 'alone' }), 'enable-api-logging'),
      trial(makes(['log-as-json'], { 'arg --log-as-json': 'alone' }), 'log-as-json'),
    ],
  },
  {
    rule: 'DAPR044',
    by,
    bad: [
      trial(makes(['sidecar-cpu-limit', 'sidecar-memory-limit', 'sidecar-memory-request'], {})),
      nth(
        1,
        refusesPods('the API server refuses the pod', /requests: Invalid value: "200m": must be less than or equal to cpu limit/),
        'sidecar-cpu-limit',
        'sidecar-cpu-request',
      ),
      nth(1, makes(['sidecar-memory-limit'], { 'limits memory': '256m', 'requests memory': '256m' }), 'sidecar-memory-limit'),
    ],
    good: [
      trial(
        makes(['sidecar-cpu-request', 'sidecar-cpu-limit', 'sidecar-memory-request', 'sidecar-memory-limit'], {
          'requests cpu': '100m',
          'limits cpu': '500m',
          'requests memory': '64M',
          'limits memory': '1536Mi',
        }),
      ),
    ],
  },
  {
    rule: 'DAPR054',
    by,
    bad: [trial(makes(['volume-mounts', 'volume-mounts-rw'], {}))],
    good: [trial(makes(['volume-mounts'], { 'mount certificates': '/etc/certs read-only' }))],
  },
  {
    rule: 'DAPR055',
    by,
    bad: [
      trial(makes(['env'], {}), 'env'),
      trial(makes(['env-from-secret'], { 'env DAPR_ENV_KEYS': 'DB_PASSWORD' }), 'env-from-secret'),
      nth(1, makes(['env'], { 'env DAPR_ENV_KEYS': 'GOGC', 'env GOGC': '50;GOMEMLIMIT=100MiB' })),
    ],
    good: [
      trial(
        makes(['env', 'env-from-secret'], {
          'env DAPR_ENV_KEYS': 'GOGC GODEBUG DB_PASSWORD',
          'env DB_PASSWORD': 'secret postgres postgres',
          'env GODEBUG': 'a=1,b',
          'env GOGC': '50',
        }),
      ),
    ],
  },
  {
    rule: 'DAPR057',
    by,
    bad: [trial(makes(['app-health-check-path', 'debug-port'], {}))],
    good: [trial(makes(['app-health-check-path'], { 'arg --app-health-check-path': '/live' }))],
  },
  { rule: 'DAPR058', by, bad: [nth(3, makes(['pluggable-components'], {}))], good: [] },
];

/** Those that need a Component to be there. */
export const INJECTOR_WITH_COMPONENTS: readonly Experiment[] = [
  {
    rule: 'DAPR058',
    by,
    bad: [
      trial(brings('adds no container', [])),
      nth(
        1,
        brings('makes a container without an image, with which the API server refuses the pod', /containers\[2\]\.image: Required value/),
      ),
      nth(2, brings('adds no container', [])),
    ],
    good: [trial(brings('adds the container', ['files']))],
  },
];
