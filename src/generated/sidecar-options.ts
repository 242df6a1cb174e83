// Generated from catalog/annotations.yaml by `npm run generate`; do not edit.
import { Duration, Size } from 'cdk8s';
import { IConfiguration } from '../configuration-reference';

/** How the sidecar talks to the application. */
export enum AppProtocol {
  /** HTTP/1.1 in plain text. */
  HTTP = 'http',

  /** HTTP/1.1 over TLS; the certificate is not verified. */
  HTTPS = 'https',

  /** gRPC in plain text. */
  GRPC = 'grpc',

  /** gRPC over TLS; the certificate is not verified. */
  GRPCS = 'grpcs',

  /** HTTP/2 in plain text. */
  H2C = 'h2c',
}

/** What the sidecar asks the application for when it starts. */
export enum InitEndpoint {
  /** `GET /dapr/config`: the actor types and their settings. */
  CONFIG = 'config',

  /** `GET /dapr/subscribe`: the topics of programmatic subscriptions. */
  SUBSCRIBE = 'subscribe',
}

/** From which severity on Dapr writes to its log. */
export enum LogLevel {
  /** Everything; too much for production. */
  DEBUG = 'debug',

  /** What Dapr does. */
  INFO = 'info',

  /** What may go wrong. */
  WARN = 'warn',

  /** What went wrong. */
  ERROR = 'error',

  /** Only why Dapr stops. */
  FATAL = 'fatal',
}

/** Which system calls a container may make. */
export enum SeccompProfileType {
  /** Those that the container runtime allows by default. */
  RUNTIME_DEFAULT = 'RuntimeDefault',

  /** All. */
  UNCONFINED = 'Unconfined',
}

/**
 * What the sidecar of an application shall be like: every annotation that Dapr reads from a pod, in the unit that it has.
 *
 * What is left out is as Dapr has it by default.
 *
 * @see https://docs.dapr.io/reference/arguments-annotations-overview/
 */
export interface SidecarOptions {
  /**
   * The name by which other applications, component scopes and policies know this one.
   *
   * At most 58 lower case letters, digits and '-', because Dapr makes a Service called `<app id>-dapr`. One application of that name in a namespace.
   *
   * @default - the workload's name, where it was given and not generated
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly appId?: string;

  /**
   * The port on which the application listens.
   *
   * The sidecar waits until something listens there. It shares the pod's network, so a port of the sidecar cannot be used again.
   * 1 to 65535.
   *
   * @default - Dapr calls the application for nothing: no subscriptions, no input bindings, no invocation, no actors over HTTP
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly appPort?: number;

  /**
   * How the sidecar talks to the application.
   *
   * @default AppProtocol.HTTP
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly appProtocol?: AppProtocol;

  /**
   * Where the application listens, where that is not the sidecar's own pod.
   *
   * @default '127.0.0.1'
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly appChannelAddress?: string;

  /**
   * How many calls the sidecar makes to the application at one time.
   *
   * More wait. -1 and 0 are no limit.
   * At least -1.
   *
   * @default - no limit
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly appMaxConcurrency?: number;

  /**
   * The Kubernetes Secret whose key `token` the sidecar sends to the application with each call, so that it can refuse other callers.
   *
   * The Secret must be there in the pod's namespace, or the sidecar does not start.
   *
   * @default - calls carry no token
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly appTokenSecret?: string;

  /**
   * The Kubernetes Secret whose key `token` the application must send with each call to the sidecar.
   *
   * The Secret must be there in the pod's namespace, or the sidecar does not start.
   *
   * @default - whoever reaches the sidecar may call it
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly apiTokenSecret?: string;

  /**
   * How long the sidecar waits when it asks the application which input bindings it wants.
   *
   * Raise it for an application that is slow when it has just started. Read from Dapr 1.18.3 on.
   * At least 1 ms.
   * Since Dapr 1.18.
   *
   * @default Duration.seconds(3)
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly appBindingOptionsTimeout?: Duration;

  /**
   * What the sidecar shall not ask the application for when it starts.
   *
   * For an application that answers neither and whose log should not say so.
   * Since Dapr 1.17.
   *
   * @default - the sidecar asks for both
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly disableInitEndpoints?: InitEndpoint[];

  /**
   * Whether the sidecar asks the application for its health, and keeps messages and calls from it while it is not well.
   *
   * @default false
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly enableAppHealthCheck?: boolean;

  /**
   * The HTTP path of the health check; gRPC applications answer the health call of Dapr's AppCallback instead.
   *
   * Takes `enableAppHealthCheck`.
   *
   * @default '/healthz'
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly appHealthCheckPath?: string;

  /**
   * The time between two health checks.
   *
   * Takes `enableAppHealthCheck`.
   * Whole seconds, at least 1 s.
   *
   * @default Duration.seconds(5)
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly appHealthProbeInterval?: Duration;

  /**
   * How long one health check may take, at most the interval.
   *
   * Takes `enableAppHealthCheck`.
   * Whole milliseconds, at least 1 ms.
   *
   * @default Duration.millis(500)
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly appHealthProbeTimeout?: Duration;

  /**
   * How many checks must fail in a row before the application counts as not well.
   *
   * Takes `enableAppHealthCheck`.
   * At least 1.
   *
   * @default 3
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly appHealthThreshold?: number;

  /**
   * The Configuration that the sidecar runs with.
   *
   * It must be in the pod's namespace before the pod starts, or the sidecar gets no certificate and exits.
   *
   * @default - Dapr's built-in defaults
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly config?: IConfiguration;

  /**
   * From which severity on the sidecar writes to its log.
   *
   * @default LogLevel.INFO
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly logLevel?: LogLevel;

  /**
   * Whether the log's lines are JSON.
   *
   * @default false
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly logAsJson?: boolean;

  /**
   * Whether each call to the sidecar's API is logged.
   *
   * @default - `logging.apiLogging.enabled` of the Configuration
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly enableApiLogging?: boolean;

  /**
   * Whether the sidecar offers Prometheus metrics.
   *
   * @default true
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly enableMetrics?: boolean;

  /**
   * The port of the metrics.
   *
   * 1 to 65535.
   *
   * @default 9090
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly metricsPort?: number;

  /**
   * Whether the sidecar offers Go's profiler, on port 7777.
   *
   * @default false
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly enableProfiling?: boolean;

  /**
   * Whether the sidecar runs under the Delve debugger.
   *
   * Only images whose tag ends in `-debug` contain it; with others the sidecar does not start.
   *
   * @default false
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly enableDebug?: boolean;

  /**
   * The port of the debugger.
   *
   * Takes `enableDebug`.
   * 1 to 65535.
   *
   * @default 40000
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly debugPort?: number;

  /**
   * The port of the gRPC API. That of the HTTP API is always 3500.
   *
   * 1 to 65535.
   *
   * @default 50001
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly grpcPort?: number;

  /**
   * The port on which sidecars call each other.
   *
   * A sidecar calls others on its own number, so all applications that call each other must have the same.
   * 1 to 65535.
   *
   * @default 50002
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly internalGrpcPort?: number;

  /**
   * The addresses on which the sidecar's API listens.
   *
   * Others than the loopback addresses let other pods call it.
   *
   * @default ['[::1]', '127.0.0.1']
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarListenAddresses?: string[];

  /**
   * The folder of the application's container in which the sidecar's API is a Unix domain socket.
   *
   * @default - the API listens on TCP
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly unixDomainSocketPath?: string;

  /**
   * The largest request that the sidecar takes.
   *
   * @default Size.mebibytes(4)
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly maxBodySize?: Size;

  /**
   * The read buffer of a connection, which is also the limit of all HTTP headers of a request together.
   *
   * @default Size.kibibytes(4)
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly readBufferSize?: Size;

  /**
   * How long the sidecar may take to finish what it does, once it shuts down.
   *
   * 0 is without limit. Together with `blockShutdownDuration` it should be less than the pod's `terminationGracePeriodSeconds`, after which Kubernetes kills it.
   * Whole seconds.
   *
   * @default Duration.seconds(5)
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly gracefulShutdown?: Duration;

  /**
   * How long the sidecar goes on serving the application's own calls after the pod was told to stop.
   *
   * It takes no new messages and binding events meanwhile, and stops earlier when the application's health check fails.
   *
   * @default - the sidecar shuts down at once
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly blockShutdownDuration?: Duration;

  /**
   * The image of the sidecar.
   *
   * @default - the image that the control plane was installed with
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarImage?: string;

  /**
   * The processor time that is reserved for the sidecar.
   *
   * A horizontal autoscaler on processor use needs it.
   *
   * @default - no request
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarCpuRequest?: string;

  /**
   * The processor time that the sidecar may use at most.
   *
   * @default - no limit
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarCpuLimit?: string;

  /**
   * The memory that is reserved for the sidecar.
   *
   * @default - no request
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarMemoryRequest?: Size;

  /**
   * The memory above which the sidecar is killed.
   *
   * Set `GOMEMLIMIT` in `env` to about 90 % of it, so that Go collects garbage before that.
   *
   * @default - no limit
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarMemoryLimit?: Size;

  /**
   * Which system calls the sidecar may make.
   *
   * @default - the pod's
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarSeccompProfileType?: SeccompProfileType;

  /**
   * Environment variables of the sidecar, by name.
   *
   * A value may contain a comma, but not one that is followed by a name and '=', where the injector would split it.
   * Once there is any, components may read only those named here or in `envFromSecret`.
   * `SSL_CERT_DIR` makes the injector drop the sidecar's non-root and read-only settings.
   *
   * @default - none
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly env?: { [name: string]: string };

  /**
   * Environment variables of the sidecar that come from Kubernetes Secrets, each as `secret:key`.
   *
   * `secret` alone means the key of the same name. `{ DB_PASSWORD: 'postgres:password' }`.
   *
   * @default - none
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly envFromSecret?: { [name: string]: string };

  /**
   * Volumes of the pod that the sidecar reads, each as volume and path: `{ certificates: '/etc/certs' }`.
   *
   * A volume that the pod does not have is left out by the injector.
   *
   * @default - none
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly volumeMounts?: { [name: string]: string };

  /**
   * Volumes of the pod that the sidecar reads and writes, each as volume and path.
   *
   * @default - none
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly volumeMountsRw?: { [name: string]: string };

  /**
   * Whether the sidecar is a native one, which starts before the application and stops after it.
   *
   * Needs Kubernetes 1.29.
   * Since Dapr 1.18.
   *
   * @default - true for a Job and a CronJob, which would not finish otherwise; else what the control plane was installed with
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly enableNativeSidecar?: boolean;

  /**
   * The time before the first liveness probe of the sidecar.
   *
   * Whole seconds.
   *
   * @default Duration.seconds(180)
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarLivenessProbeDelay?: Duration;

  /**
   * How long a liveness probe of the sidecar may take.
   *
   * Whole seconds, at least 1 s.
   *
   * @default Duration.seconds(3)
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarLivenessProbeTimeout?: Duration;

  /**
   * The time between two liveness probes of the sidecar.
   *
   * Whole seconds, at least 1 s.
   *
   * @default Duration.seconds(10)
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarLivenessProbePeriod?: Duration;

  /**
   * How many liveness probes must fail in a row before the sidecar is restarted.
   *
   * At least 1.
   *
   * @default 5
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarLivenessProbeThreshold?: number;

  /**
   * The time before the first readiness probe of the sidecar.
   *
   * Whole seconds.
   *
   * @default Duration.seconds(1)
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarReadinessProbeDelay?: Duration;

  /**
   * How long a readiness probe of the sidecar may take.
   *
   * Whole seconds, at least 1 s.
   *
   * @default Duration.seconds(1)
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarReadinessProbeTimeout?: Duration;

  /**
   * The time between two readiness probes of the sidecar.
   *
   * Whole seconds, at least 1 s.
   *
   * @default Duration.seconds(1)
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarReadinessProbePeriod?: Duration;

  /**
   * How many readiness probes must fail in a row before the pod gets no traffic.
   *
   * At least 1.
   *
   * @default 5
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarReadinessProbeThreshold?: number;

  /**
   * Where Placement is, each as `host:port`.
   *
   * An empty list switches actors and workflows off for this application.
   *
   * @default - the control plane's
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly placementHostAddresses?: string[];

  /**
   * Where the Scheduler is, each as `host:port`.
   *
   * An empty list switches jobs and actor reminders off for this application.
   *
   * @default - the control plane's
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly schedulerHostAddresses?: string[];

  /**
   * How long the sidecar waits for a new placement table before it halts its actors and connects again.
   *
   * Must be longer than Placement's own timeout, 8 seconds.
   * At least 1 ms.
   * Since Dapr 1.18.
   *
   * @default Duration.seconds(30)
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly actorsDisseminateTimeout?: Duration;

  /**
   * The audiences of the sidecar's JWT, for components that sign in with it.
   *
   * Since Dapr 1.16.
   *
   * @default - the trust domain
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sentryRequestJwtAudiences?: string[];

  /**
   * Whether the sidecar goes without its built-in secret store `kubernetes`.
   *
   * Secrets that components refer to are still found: the operator reads them. What is lost is the secrets API on that store, and
   * a state store's `primaryEncryptionKey` from it: Dapr then stores plain text, without an error.
   *
   * @default - true where the pod mounts no service account token, without which that store makes the sidecar exit; else false
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly disableBuiltinK8sSecretStore?: boolean;

  /**
   * Annotations of the Service `<app id>-dapr` that Dapr makes for a Deployment or StatefulSet.
   *
   * A value cannot contain a comma. Dapr's own cannot be replaced: `dapr.io/app-id` and, with metrics, `prometheus.io/probe`, `scrape`, `port` and `path`.
   * Since Dapr 1.17.
   *
   * @default - none
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly sidecarSvcAnnotations?: { [name: string]: string };

  /**
   * The containers of this pod that are pluggable components, by name.
   *
   * @default - none
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly pluggableComponents?: string[];

  /**
   * Whether the injector adds the containers of pluggable components that are in this application's scope.
   *
   * @default false
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly injectPluggableComponents?: boolean;

  /**
   * Where pluggable components put their sockets.
   *
   * @default '/tmp/dapr-components-sockets'
   * @see https://docs.dapr.io/reference/arguments-annotations-overview/
   */
  readonly pluggableComponentsSocketsFolder?: string;
}
