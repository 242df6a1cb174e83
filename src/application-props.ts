import { Duration } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { IConfiguration } from './configuration-reference';
import { AppProtocol, SidecarOptions } from './generated/sidecar-options';

/**
 * What an `Application` is. Only the image is needed; every default can be replaced.
 */
export interface ApplicationProps {
  /** The image of the application's container, e.g. `registry.example.com/checkout:1.0.0`. */
  readonly image: string;

  /**
   * The port on which the application listens, on all addresses of the pod. 1 to 65535, and none of the sidecar's.
   *
   * With it the sidecar calls the application, Kubernetes probes it, and there is a Service of the application's name.
   *
   * @default - the application only calls, and is never called
   */
  readonly port?: number;

  /**
   * How the sidecar talks to the application.
   *
   * @default AppProtocol.HTTP
   */
  readonly appProtocol?: AppProtocol;

  /**
   * The name by which other applications, component scopes and policies know this one, and the name of its Deployment and Service.
   *
   * At most 58 lower case letters, digits and '-'.
   *
   * @default - the construct's id
   */
  readonly appId?: string;

  /**
   * How many pods there are. 0 or more.
   *
   * One is the default because not every program can be run twice: state in memory, files or a lock of its own would part. Two or
   * more survive the loss of a node.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Environment variables of the application, by name. Those that come from a Secret, a ConfigMap or the pod are added with `container.env`.
   *
   * Dapr adds `DAPR_HTTP_PORT`, `DAPR_GRPC_PORT` and `APP_PROTOCOL` itself.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };

  /**
   * What is run in place of the image's entry point.
   *
   * @default - the image's entry point
   */
  readonly command?: string[];

  /**
   * The arguments of what is run.
   *
   * @default - the image's arguments
   */
  readonly args?: string[];

  /**
   * When the node fetches the image.
   *
   * @default - as Kubernetes has it: always for `latest` or no tag, else where the node does not have it
   */
  readonly imagePullPolicy?: kplus.ImagePullPolicy;

  /**
   * The Secret that holds the registry's credentials.
   *
   * @default - the image needs none, or the service account has it
   */
  readonly dockerRegistryAuth?: kplus.ISecret;

  /**
   * Processor time and memory of the application. Given, they replace the defaults as a whole; `{}` is none.
   *
   * Requests are what the scheduler reckons with. There is no limit of processor time, which would only slow the application down
   * while the node is idle.
   *
   * @default - requests of 100m and 128Mi, and a memory limit of 1Gi
   */
  readonly resources?: kplus.ContainerResources;

  /**
   * What the application's process may do. What you give replaces single defaults.
   *
   * The defaults are what Kubernetes' restricted Pod Security Standard asks for, and a read-only file system. The image must
   * therefore name a user other than root, or you name one here: `{ user: 1000 }`. A folder `/tmp` is there to write in; give
   * `readOnlyRootFilesystem: false` for an application that writes elsewhere.
   *
   * @default - not root, a read-only root file system, no privileges, no capabilities, and the runtime's default seccomp profile
   */
  readonly securityContext?: kplus.ContainerSecurityContextProps;

  /**
   * The HTTP path that answers with success when the application can work, e.g. `/healthz`; not for gRPC.
   *
   * The start-up and readiness probes ask it then, and the sidecar, where `sidecar.enableAppHealthCheck` is true. The liveness
   * probe does not: a dependency that is down is no reason to restart the application.
   *
   * @default - the probes only connect to the port
   */
  readonly healthPath?: string;

  /**
   * Whether Kubernetes probes the application, where it has a port.
   *
   * By default it must listen within five minutes, gets traffic only while it listens, and is restarted when it has not listened
   * for a minute. Switch it off for an application that listens on 127.0.0.1 only: the sidecar reaches it, Kubernetes does not.
   *
   * @default true
   */
  readonly probes?: boolean;

  /**
   * Whether pods are put on different nodes and zones where that is possible.
   *
   * @default - true where there are several replicas
   */
  readonly spread?: boolean;

  /**
   * How long a pod may take to end before Kubernetes kills it. At least 1 s, whole seconds.
   *
   * A third of it is the sidecar's `blockShutdownDuration`, in which the application can still call through it, and half its
   * `gracefulShutdown`, unless `sidecar` says otherwise.
   *
   * @default - Duration.seconds(30), or more where the sidecar's times need more
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * The service account of the pod.
   *
   * @default - the namespace's default
   */
  readonly serviceAccount?: kplus.IServiceAccount;

  /**
   * Whether the service account's token is mounted in the pod.
   *
   * Neither the application nor mTLS needs it: Dapr mounts a token of its own for that. The sidecar's built-in secret store does,
   * and components that call the Kubernetes API. With false, that store is switched off, and with it the secrets API on it and
   * state encryption whose key it holds.
   *
   * @default - false where `sidecar.disableBuiltinK8sSecretStore` is true, else true
   */
  readonly automountServiceAccountToken?: boolean;

  /**
   * The Configuration of the sidecar.
   *
   * @default - Dapr's built-in defaults
   */
  readonly config?: IConfiguration;

  /**
   * Everything else about the sidecar. Its `appId`, `appPort`, `appProtocol` and `config` are the application's own.
   *
   * @default - Dapr's defaults, with the shutdown times and resources described here
   */
  readonly sidecar?: SidecarOptions;

  /**
   * Whether the sidecar gets requests of 100m and 128Mi, a memory limit of 512Mi and `GOMEMLIMIT` at 90 % of the limit, as far as
   * `sidecar` does not say otherwise.
   *
   * Without a request an autoscaler cannot reckon with the sidecar, without a limit it can take the node's memory, and without
   * `GOMEMLIMIT` it is killed at the limit before it has collected garbage. The price: once the sidecar has an environment of
   * its own, components can read by `MetadataValue.fromEnv` only what `sidecar.env` and `sidecar.envFromSecret` name.
   *
   * @default true
   */
  readonly defaultSidecarResources?: boolean;
}
