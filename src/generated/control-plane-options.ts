// Generated from catalog/control-plane.yaml by `npm run generate`; do not edit.
import { Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { ControlPlaneSelector, ControlPlaneToleration } from '../control-plane/kubernetes-options';
import { SecretValue } from '../metadata-value';
import { LogLevel, SeccompProfileType } from './sidecar-options';

/** How strictly pods are kept apart. */
export enum PodAntiAffinityPolicy {
  /** Two pods share a zone rather than that one waits. */
  PREFERRED_DURING_SCHEDULING_IGNORED_DURING_EXECUTION = 'preferredDuringSchedulingIgnoredDuringExecution',

  /** A pod waits rather than that two share a zone: with fewer than three zones, the third pod never starts. */
  REQUIRED_DURING_SCHEDULING_IGNORED_DURING_EXECUTION = 'requiredDuringSchedulingIgnoredDuringExecution',
}

/** The services of the control plane whose address the chart knows by name. */
export enum ControlPlaneServiceName {
  /** The placement service. */
  PLACEMENT = 'placement',

  /** The scheduler service. */
  SCHEDULER = 'scheduler',
}

/** The operating system of a node. */
export enum ControlPlaneOs {
  /** Linux. */
  LINUX = 'linux',

  /** Windows. */
  WINDOWS = 'windows',
}

/** By what etcd forgets old revisions. */
export enum EtcdCompactionMode {
  /** By age. */
  PERIODIC = 'periodic',

  /** By number. */
  REVISION = 'revision',
}

/** How detailed the metrics of etcd are. */
export enum EtcdMetrics {
  /** Without histograms. */
  BASIC = 'basic',

  /** With histograms. */
  EXTENSIVE = 'extensive',
}

/** What Kubernetes does when a webhook does not answer. */
export enum WebhookFailurePolicy {
  /** Pods start, without a sidecar. */
  IGNORE = 'Ignore',

  /** No pod starts, with or without Dapr: exclude the namespaces of the cluster itself by `namespaceSelector`. */
  FAIL = 'Fail',
}

/**
 * The sidecar injector, which adds sidecars to pods.
 */
export interface ControlPlaneInjector {
  /**
   * Further volumes for the pods of the sidecar injector, as Kubernetes spells them.
   *
   * @default - none
   */
  readonly extraVolumes?: any[];

  /**
   * Where the container of the sidecar injector mounts further volumes, as Kubernetes spells it.
   *
   * @default - none
   */
  readonly extraVolumeMounts?: any[];

  /**
   * Further containers in the pods of the sidecar injector, as Kubernetes spells them.
   *
   * Since Dapr 1.18.
   *
   * @default - none
   */
  readonly extraContainers?: any[];

  /**
   * Containers that run before the sidecar injector starts, as Kubernetes spells them.
   *
   * Since Dapr 1.18.
   *
   * @default - none
   */
  readonly initContainers?: any[];

  /**
   * Whether the sidecar injector is installed. Without it no pod gets a sidecar by itself.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * The image of the sidecar. A text with a `/` is taken as it is; any other is looked for in `registry`, with `tag`.
   *
   * @default 'daprd'
   */
  readonly sidecarImage?: string;

  /**
   * The image of the sidecar injector itself. A text with a `/` is taken as it is; any other is looked for in `registry`, with `tag`.
   *
   * @default 'injector'
   */
  readonly image?: string;

  /**
   * How much the sidecar injector logs.
   *
   * @default LogLevel.INFO
   */
  readonly logLevel?: LogLevel;

  /**
   * How many pods of the sidecar injector there are without `highAvailability`; with it, `availability.replicaCount` counts.
   *
   * At least 0.
   *
   * @default 1
   */
  readonly replicaCount?: number;

  /**
   * Annotations for the pods of the sidecar injector.
   *
   * @default - none
   */
  readonly deploymentAnnotations?: { [name: string]: string };

  /**
   * Whether Kubernetes refuses to run the sidecar injector as root. Otherwise it runs as user 1000.
   *
   * @default true
   */
  readonly runAsNonRoot?: boolean;

  /**
   * The processor time and memory of the sidecar injector. Without a request, a full node starves it.
   *
   * @default - none
   */
  readonly resources?: kplus.ContainerResources;

  /**
   * Further environment variables of the sidecar injector, in plain text.
   *
   * @default - none
   */
  readonly extraEnvVars?: { [name: string]: string };

  /**
   * When Kubernetes restarts the sidecar injector because it does not answer.
   *
   * @default - as the chart has it
   */
  readonly livenessProbe?: ControlPlaneProbe;

  /**
   * When Kubernetes sends the sidecar injector no more requests because it does not answer.
   *
   * @default - as the chart has it
   */
  readonly readinessProbe?: ControlPlaneProbe;

  /**
   * A debugger for the sidecar injector.
   *
   * @default - as the chart has it
   */
  readonly debug?: ControlPlaneDebug;

  /**
   * Annotations for the service account of the sidecar injector, such as those by which clouds give it an identity.
   *
   * @default - none
   */
  readonly serviceAccountAnnotations?: { [name: string]: string };

  /**
   * The Service by which the API server reaches the sidecar injector.
   *
   * @default - as the chart has it
   */
  readonly service?: ControlPlaneService;

  /**
   * What happens to new pods of the cluster while the injector does not answer.
   *
   * @default WebhookFailurePolicy.IGNORE
   */
  readonly webhookFailurePolicy?: WebhookFailurePolicy;

  /**
   * When a node fetches the image of the sidecar.
   *
   * @default kplus.ImagePullPolicy.IF_NOT_PRESENT
   */
  readonly sidecarImagePullPolicy?: kplus.ImagePullPolicy;

  /**
   * Whether Kubernetes refuses to run sidecars as root.
   *
   * @default true
   */
  readonly sidecarRunAsNonRoot?: boolean;

  /**
   * The user that sidecars run as: above 0 with `sidecarRunAsNonRoot`, and 0 or nothing without it.
   *
   * At least 0.
   *
   * @default - the one of the image
   */
  readonly sidecarRunAsUser?: number;

  /**
   * The group that sidecars run as.
   *
   * At least 1.
   *
   * @default - the one of the image
   */
  readonly sidecarRunAsGroup?: number;

  /**
   * Whether sidecars may not write to their own files.
   *
   * @default true
   */
  readonly sidecarReadOnlyRootFilesystem?: boolean;

  /**
   * Whether sidecars give up all capabilities of Linux.
   *
   * @default false
   */
  readonly sidecarDropAllCapabilities?: boolean;

  /**
   * Whether sidecars are told the addresses of their node and pod by Kubernetes.
   *
   * @default false
   */
  readonly enableK8sDownwardApis?: boolean;

  /**
   * Who else, besides the controllers of Kubernetes, may create pods that get a sidecar: `namespace:service account`, with `*` and `?`.
   *
   * @default - none
   */
  readonly allowedServiceAccounts?: string[];

  /**
   * The older name of `allowedServiceAccounts`: `namespace:service account`, with `*` and `?`.
   *
   * @default - none
   */
  readonly allowedServiceAccountsPrefixNames?: string[];

  /**
   * The domain of the cluster, by which sidecars find the control plane.
   *
   * @default 'cluster.local'
   */
  readonly kubeClusterDomain?: string;

  /**
   * Tolerations of a pod by which the injector knows that it runs on virtual nodes, where the entrypoint of the sidecar must be spelled out.
   *
   * @default - none that works: the one of the chart is not JSON, and the injector drops it with a warning
   */
  readonly ignoreEntrypointTolerations?: ControlPlaneToleration[];

  /**
   * Whether sidecars are native ones of Kubernetes, which start before the application and stop after it.
   *
   * Since Dapr 1.18.
   *
   * @default false
   */
  readonly nativeSidecar?: boolean;

  /**
   * Whether the injector listens on its node itself, where the API server does not reach pods.
   *
   * @default false
   */
  readonly hostNetwork?: boolean;

  /**
   * The port of the probes. Another one keeps two services of a node apart, with `hostNetwork`.
   *
   * 1 to 65535.
   *
   * @default 8080
   */
  readonly healthzPort?: number;

  /**
   * The labels that a pod must have for the injector to be asked at all.
   *
   * @default - all pods
   */
  readonly objectSelector?: ControlPlaneSelector;

  /**
   * The labels that the namespace of a pod must have for the injector to be asked at all.
   *
   * @default - all namespaces
   */
  readonly namespaceSelector?: ControlPlaneSelector;
}

/**
 * Placement, which says where actors live.
 */
export interface ControlPlanePlacement {
  /**
   * Further volumes for the pods of placement, as Kubernetes spells them.
   *
   * @default - none
   */
  readonly extraVolumes?: any[];

  /**
   * Where the container of placement mounts further volumes, as Kubernetes spells it.
   *
   * @default - none
   */
  readonly extraVolumeMounts?: any[];

  /**
   * Further containers in the pods of placement, as Kubernetes spells them.
   *
   * Since Dapr 1.18.
   *
   * @default - none
   */
  readonly extraContainers?: any[];

  /**
   * Containers that run before placement starts, as Kubernetes spells them.
   *
   * Since Dapr 1.18.
   *
   * @default - none
   */
  readonly initContainers?: any[];

  /**
   * The image of placement. A text with a `/` is taken as it is; any other is looked for in `registry`, with `tag`.
   *
   * @default 'placement'
   */
  readonly image?: string;

  /**
   * How much placement logs.
   *
   * @default LogLevel.INFO
   */
  readonly logLevel?: LogLevel;

  /**
   * Annotations for the pods of placement.
   *
   * @default - none
   */
  readonly statefulsetAnnotations?: { [name: string]: string };

  /**
   * Whether Kubernetes refuses to run placement as root.
   *
   * @default true
   */
  readonly runAsNonRoot?: boolean;

  /**
   * The group that owns the disks of placement.
   *
   * At least 0.
   *
   * @default 65532
   */
  readonly fsGroup?: number;

  /**
   * The processor time and memory of placement. Without a request, a full node starves it.
   *
   * @default - none
   */
  readonly resources?: kplus.ContainerResources;

  /**
   * Further environment variables of placement, in plain text.
   *
   * @default - none
   */
  readonly extraEnvVars?: { [name: string]: string };

  /**
   * When Kubernetes restarts placement because it does not answer.
   *
   * @default - as the chart has it
   */
  readonly livenessProbe?: ControlPlaneProbe;

  /**
   * When Kubernetes sends placement no more requests because it does not answer.
   *
   * @default - as the chart has it
   */
  readonly readinessProbe?: ControlPlaneProbe;

  /**
   * A debugger for placement.
   *
   * @default - as the chart has it
   */
  readonly debug?: ControlPlaneDebug;

  /**
   * Annotations for the service account of placement, such as those by which clouds give it an identity.
   *
   * @default - none
   */
  readonly serviceAccountAnnotations?: { [name: string]: string };

  /**
   * Annotations for the Service of placement.
   *
   * @default - none
   */
  readonly serviceAnnotations?: { [name: string]: string };

  /**
   * The port by which the three pods of placement agree.
   *
   * 1 to 65535.
   *
   * @default 8201
   */
  readonly raftRpcPort?: number;

  /**
   * Whether placement has no pods for now. Actors stand still meanwhile.
   *
   * @default false
   */
  readonly scaleZero?: boolean;

  /**
   * Whether placement alone has three pods that vote, while the rest is not highly available.
   *
   * @default false
   */
  readonly highAvailability?: boolean;

  /**
   * The highest level of the actor protocol that sidecars may use; -1 is no limit.
   *
   * At least -1.
   *
   * @default 10
   */
  readonly maxActorApiLevel?: number;

  /**
   * The lowest level of the actor protocol that sidecars must speak.
   *
   * At least 0.
   *
   * @default 0
   */
  readonly minActorApiLevel?: number;

  /**
   * How often placement asks a silent sidecar whether it is there.
   *
   * @default Duration.seconds(2)
   */
  readonly keepAliveTime?: Duration;

  /**
   * How long it waits for the answer before it takes the sidecar for gone.
   *
   * @default Duration.seconds(3)
   */
  readonly keepAliveTimeout?: Duration;

  /**
   * How long sidecars may take to accept where actors live now.
   *
   * @default Duration.seconds(8)
   */
  readonly disseminateTimeout?: Duration;

  /**
   * How long placement gathers comings and goings after it has told sidecars where actors live, before it tells them again.
   *
   * Since Dapr 1.18.
   *
   * @default Duration.seconds(0)
   */
  readonly disseminateCoalesceWindow?: Duration;

  /**
   * Whether the pods of placement keep what they agreed on in memory only, and need no disks.
   *
   * @default false
   */
  readonly forceInMemoryLog?: boolean;

  /**
   * Where the disk of placement is mounted on Linux.
   *
   * @default '/var/run/dapr/raft-log'
   */
  readonly logStorePath?: string;

  /**
   * Where the disk of placement is mounted on Windows.
   *
   * @default 'C:\\raft-log'
   */
  readonly logStoreWinPath?: string;

  /**
   * The size of each disk of placement. Cannot be changed later.
   *
   * @default Size.gibibytes(1)
   */
  readonly storageSize?: Size;

  /**
   * The storage class of the disks of placement.
   *
   * @default - the default one of the cluster
   */
  readonly storageClassName?: string;

  /**
   * How many places each sidecar has on the ring that spreads actors.
   *
   * At least 1.
   *
   * @default 100
   */
  readonly replicationFactor?: number;

  /**
   * Whether placement shows at `/placement/state` where actors live.
   *
   * @default false
   */
  readonly metadataEnabled?: boolean;
}

/**
 * The operator, which gives sidecars their components and configurations.
 */
export interface ControlPlaneOperator {
  /**
   * Whether the operator also makes the Services of Argo Rollouts that have a sidecar.
   *
   * @default false
   */
  readonly argoRolloutServiceReconciler?: boolean;

  /**
   * Whether the operator may mark pods that it has checked with a label, so that it need not check them again.
   *
   * @default false
   */
  readonly watchdogCanPatchPodLabels?: boolean;

  /**
   * Further volumes for the pods of the operator, as Kubernetes spells them.
   *
   * @default - none
   */
  readonly extraVolumes?: any[];

  /**
   * Where the container of the operator mounts further volumes, as Kubernetes spells it.
   *
   * @default - none
   */
  readonly extraVolumeMounts?: any[];

  /**
   * Further containers in the pods of the operator, as Kubernetes spells them.
   *
   * Since Dapr 1.18.
   *
   * @default - none
   */
  readonly extraContainers?: any[];

  /**
   * Containers that run before the operator starts, as Kubernetes spells them.
   *
   * Since Dapr 1.18.
   *
   * @default - none
   */
  readonly initContainers?: any[];

  /**
   * The image of the operator. A text with a `/` is taken as it is; any other is looked for in `registry`, with `tag`.
   *
   * @default 'operator'
   */
  readonly image?: string;

  /**
   * How much the operator logs.
   *
   * @default LogLevel.INFO
   */
  readonly logLevel?: LogLevel;

  /**
   * How many pods of the operator there are without `highAvailability`; with it, `availability.replicaCount` counts.
   *
   * At least 0.
   *
   * @default 1
   */
  readonly replicaCount?: number;

  /**
   * Annotations for the pods of the operator.
   *
   * @default - none
   */
  readonly deploymentAnnotations?: { [name: string]: string };

  /**
   * Whether Kubernetes refuses to run the operator as root.
   *
   * @default true
   */
  readonly runAsNonRoot?: boolean;

  /**
   * The processor time and memory of the operator. Without a request, a full node starves it.
   *
   * @default - none
   */
  readonly resources?: kplus.ContainerResources;

  /**
   * Further environment variables of the operator, in plain text.
   *
   * @default - none
   */
  readonly extraEnvVars?: { [name: string]: string };

  /**
   * When Kubernetes restarts the operator because it does not answer.
   *
   * @default - as the chart has it
   */
  readonly livenessProbe?: ControlPlaneProbe;

  /**
   * When Kubernetes sends the operator no more requests because it does not answer.
   *
   * @default - as the chart has it
   */
  readonly readinessProbe?: ControlPlaneProbe;

  /**
   * A debugger for the operator.
   *
   * @default - as the chart has it
   */
  readonly debug?: ControlPlaneDebug;

  /**
   * Annotations for the service account of the operator, such as those by which clouds give it an identity.
   *
   * @default - none
   */
  readonly serviceAccountAnnotations?: { [name: string]: string };

  /**
   * The Service by which sidecars reach the operator.
   *
   * @default - as the chart has it
   */
  readonly apiService?: ControlPlaneService;

  /**
   * The Service by which the API server reaches the operator.
   *
   * @default - as the chart has it
   */
  readonly webhookService?: ControlPlaneService;

  /**
   * How often the operator looks for pods that should have a sidecar and have none, and restarts them.
   *
   * @default '0'
   */
  readonly watchInterval?: string;

  /**
   * The only namespace whose resources the operator serves.
   *
   * @default - all namespaces
   */
  readonly watchNamespace?: string;

  /**
   * How many pods the operator restarts in a minute, of those that `watchInterval` finds.
   *
   * At least 1.
   *
   * @default 20
   */
  readonly maxPodRestartsPerMinute?: number;

  /**
   * Whether the operator makes the Service `<app id>-dapr` of each application. Applications find each other by it.
   *
   * @default true
   */
  readonly serviceReconciler?: boolean;
}

/**
 * The key set of sentry over HTTP.
 */
export interface ControlPlaneOidc {
  /**
   * Whether sentry serves its key set over HTTP (OIDC), for clouds to check tokens by.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * The port of that Service.
   *
   * 1 to 65535.
   *
   * @default 9080
   */
  readonly port?: number;

  /**
   * Where the key set is found from outside.
   *
   * @default - none
   */
  readonly jwksUri?: string;

  /**
   * What all paths begin with.
   *
   * @default - none
   */
  readonly pathPrefix?: string;

  /**
   * The host names that requests may be for.
   *
   * @default - any
   */
  readonly allowedHosts?: string[];

  /**
   * Whether it is HTTPS. Takes `tlsCertFile` and `tlsKeyFile`.
   *
   * @default true
   */
  readonly tls?: boolean;

  /**
   * The file with the certificate. Mount it by `extraVolumes` and `extraVolumeMounts`.
   *
   * @default - none
   */
  readonly tlsCertFile?: string;

  /**
   * The file with the private key.
   *
   * @default - none
   */
  readonly tlsKeyFile?: string;
}

/**
 * Tokens (JWT) that sentry issues.
 */
export interface ControlPlaneJwt {
  /**
   * Whether sentry also issues tokens (JWT) by which applications identify themselves to clouds.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * The key of the Secret `dapr-trust-bundle` with the private key that signs tokens.
   *
   * @default 'jwt.key'
   */
  readonly keyFilename?: string;

  /**
   * The key of the Secret `dapr-trust-bundle` with the key set (JWKS).
   *
   * @default 'jwks.json'
   */
  readonly jwksFilename?: string;

  /**
   * Who issues the tokens, as they say it.
   *
   * @default - none
   */
  readonly issuer?: string;

  /**
   * How tokens are signed. Must suit the key.
   *
   * @default 'RS256'
   */
  readonly signingAlgorithm?: string;

  /**
   * The id of the signing key.
   *
   * @default - a digest of the key
   */
  readonly keyId?: string;
}

/**
 * Certificates of your own for sentry. All three, or none.
 */
export interface ControlPlaneTls {
  /**
   * The certificate of your own authority, in PEM: every sidecar trusts it.
   *
   * @default - sentry makes one of its own, for a year
   */
  readonly rootCertificate?: string;

  /**
   * The certificate by which sentry signs, and its chain, in PEM. `rootCertificate` has signed it.
   *
   * @default - sentry makes one of its own, for a year
   */
  readonly issuerCertificate?: string;

  /**
   * The private key of `issuerCertificate`. A values file holds it in plain text: write a `TrustBundle` instead, or take `helm --set-file`.
   *
   * @default - sentry makes one of its own
   */
  readonly issuerKey?: SecretValue;
}

/**
 * A Service of the control plane.
 */
export interface ControlPlaneService {
  /**
   * Where the Service can be reached.
   *
   * @default kplus.ServiceType.CLUSTER_IP
   */
  readonly type?: kplus.ServiceType;

  /**
   * Annotations for the Service.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };
}

/**
 * The keys of the Secret `dapr-trust-bundle`, where something else than sentry or the chart fills it. All three, or none.
 */
export interface ControlPlaneIssuerFilenames {
  /**
   * The key of the Secret `dapr-trust-bundle` with the root certificate. Everything but sentry reads `ca.crt`, whatever this says.
   *
   * @default 'ca.crt'
   */
  readonly caFilename?: string;

  /**
   * The key of the Secret `dapr-trust-bundle` with the certificate of the issuer: `tls.crt` where cert-manager writes it.
   *
   * @default 'issuer.crt'
   */
  readonly certificateFilename?: string;

  /**
   * The key of the Secret `dapr-trust-bundle` with the private key of the issuer: `tls.key` where cert-manager writes it.
   *
   * @default 'issuer.key'
   */
  readonly keyFilename?: string;
}

/**
 * Sentry, which signs the certificates of sidecars.
 */
export interface ControlPlaneSentry {
  /**
   * The keys of the Secret `dapr-trust-bundle`, where something else than sentry or the chart fills it. All three, or none.
   *
   * @default - as the chart has it
   */
  readonly issuer?: ControlPlaneIssuerFilenames;

  /**
   * Further volumes for the pods of sentry, as Kubernetes spells them.
   *
   * @default - none
   */
  readonly extraVolumes?: any[];

  /**
   * Where the container of sentry mounts further volumes, as Kubernetes spells it.
   *
   * @default - none
   */
  readonly extraVolumeMounts?: any[];

  /**
   * Further containers in the pods of sentry, as Kubernetes spells them.
   *
   * Since Dapr 1.18.
   *
   * @default - none
   */
  readonly extraContainers?: any[];

  /**
   * Containers that run before sentry starts, as Kubernetes spells them.
   *
   * Since Dapr 1.18.
   *
   * @default - none
   */
  readonly initContainers?: any[];

  /**
   * The image of sentry. A text with a `/` is taken as it is; any other is looked for in `registry`, with `tag`.
   *
   * @default 'sentry'
   */
  readonly image?: string;

  /**
   * How much sentry logs.
   *
   * @default LogLevel.INFO
   */
  readonly logLevel?: LogLevel;

  /**
   * How many pods of sentry there are without `highAvailability`; with it, `availability.replicaCount` counts.
   *
   * At least 0.
   *
   * @default 1
   */
  readonly replicaCount?: number;

  /**
   * Annotations for the pods of sentry.
   *
   * @default - none
   */
  readonly deploymentAnnotations?: { [name: string]: string };

  /**
   * Whether Kubernetes refuses to run sentry as root.
   *
   * @default true
   */
  readonly runAsNonRoot?: boolean;

  /**
   * The processor time and memory of sentry. Without a request, a full node starves it.
   *
   * @default - none
   */
  readonly resources?: kplus.ContainerResources;

  /**
   * Further environment variables of sentry, in plain text.
   *
   * @default - none
   */
  readonly extraEnvVars?: { [name: string]: string };

  /**
   * When Kubernetes restarts sentry because it does not answer.
   *
   * @default - as the chart has it
   */
  readonly livenessProbe?: ControlPlaneProbe;

  /**
   * When Kubernetes sends sentry no more requests because it does not answer.
   *
   * @default - as the chart has it
   */
  readonly readinessProbe?: ControlPlaneProbe;

  /**
   * A debugger for sentry.
   *
   * @default - as the chart has it
   */
  readonly debug?: ControlPlaneDebug;

  /**
   * Annotations for the service account of sentry, such as those by which clouds give it an identity.
   *
   * @default - none
   */
  readonly serviceAccountAnnotations?: { [name: string]: string };

  /**
   * The Service of sentry.
   *
   * @default - as the chart has it
   */
  readonly service?: ControlPlaneService;

  /**
   * The port of the Service of sentry. Sidecars look at 443: with another, say where in `mtls.sentryAddress`.
   *
   * 1 to 65535.
   *
   * @default 443
   */
  readonly port?: number;

  /**
   * Certificates of your own for sentry. All three, or none.
   *
   * @default - as the chart has it
   */
  readonly tls?: ControlPlaneTls;

  /**
   * Tokens (JWT) that sentry issues.
   *
   * @default - as the chart has it
   */
  readonly jwt?: ControlPlaneJwt;

  /**
   * The key set of sentry over HTTP.
   *
   * @default - as the chart has it
   */
  readonly oidc?: ControlPlaneOidc;
}

/**
 * A debugger for a service of the control plane.
 */
export interface ControlPlaneDebug {
  /**
   * Whether the service runs in a debugger, with fewer restrictions. Takes images that were built for it.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * The port of the debugger.
   *
   * 1 to 65535.
   *
   * @default 40000
   */
  readonly port?: number;

  /**
   * How long the probes wait for whoever debugs.
   *
   * Whole seconds.
   *
   * @default Duration.seconds(30000)
   */
  readonly initialDelay?: Duration;
}

/**
 * How Kubernetes asks a service of the control plane whether it is well.
 */
export interface ControlPlaneProbe {
  /**
   * How long after its start the container is first asked.
   *
   * Whole seconds.
   *
   * @default - Duration.seconds(180) for livenessProbe, Duration.seconds(1) for readinessProbe
   */
  readonly initialDelay?: Duration;

  /**
   * How long between two questions.
   *
   * Whole seconds.
   *
   * @default - Duration.seconds(10) for livenessProbe, Duration.seconds(1) for readinessProbe
   */
  readonly period?: Duration;

  /**
   * How many answers in a row must fail.
   *
   * At least 1.
   *
   * @default - 5 for livenessProbe, 3 for readinessProbe
   */
  readonly failureThreshold?: number;
}

/**
 * The scheduler, which keeps jobs, reminders and workflows.
 */
export interface ControlPlaneScheduler {
  /**
   * Whether the scheduler is installed. Jobs, reminders of actors and workflows need it.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Further volumes for the pods of the scheduler, as Kubernetes spells them.
   *
   * @default - none
   */
  readonly extraVolumes?: any[];

  /**
   * Where the container of the scheduler mounts further volumes, as Kubernetes spells it.
   *
   * @default - none
   */
  readonly extraVolumeMounts?: any[];

  /**
   * Further containers in the pods of the scheduler, as Kubernetes spells them.
   *
   * Since Dapr 1.18.
   *
   * @default - none
   */
  readonly extraContainers?: any[];

  /**
   * Containers that run before the scheduler starts, as Kubernetes spells them.
   *
   * Since Dapr 1.18.
   *
   * @default - none
   */
  readonly initContainers?: any[];

  /**
   * The image of the scheduler. A text with a `/` is taken as it is; any other is looked for in `registry`, with `tag`.
   *
   * @default 'scheduler'
   */
  readonly image?: string;

  /**
   * How much the scheduler logs.
   *
   * @default LogLevel.INFO
   */
  readonly logLevel?: LogLevel;

  /**
   * Annotations for the pods of the scheduler.
   *
   * @default - none
   */
  readonly statefulsetAnnotations?: { [name: string]: string };

  /**
   * Whether Kubernetes refuses to run the scheduler as root.
   *
   * @default true
   */
  readonly runAsNonRoot?: boolean;

  /**
   * The group that owns the disks of the scheduler.
   *
   * At least 0.
   *
   * @default 65532
   */
  readonly fsGroup?: number;

  /**
   * The processor time and memory of the scheduler. Without a request, a full node starves it.
   *
   * @default - none
   */
  readonly resources?: kplus.ContainerResources;

  /**
   * Further environment variables of the scheduler, in plain text.
   *
   * @default - none
   */
  readonly extraEnvVars?: { [name: string]: string };

  /**
   * When Kubernetes restarts the scheduler because it does not answer.
   *
   * @default - as the chart has it
   */
  readonly livenessProbe?: ControlPlaneProbe;

  /**
   * When Kubernetes sends the scheduler no more requests because it does not answer.
   *
   * @default - as the chart has it
   */
  readonly readinessProbe?: ControlPlaneProbe;

  /**
   * A debugger for the scheduler.
   *
   * @default - as the chart has it
   */
  readonly debug?: ControlPlaneDebug;

  /**
   * Annotations for the service account of the scheduler, such as those by which clouds give it an identity.
   *
   * @default - none
   */
  readonly serviceAccountAnnotations?: { [name: string]: string };

  /**
   * Annotations for both Services of the scheduler.
   *
   * @default - none
   */
  readonly serviceAnnotations?: { [name: string]: string };

  /**
   * Where the disk of the scheduler is mounted on Linux.
   *
   * @default '/var/run/data/dapr-scheduler'
   */
  readonly etcdDataDirPath?: string;

  /**
   * Where the disk of the scheduler is mounted on Windows.
   *
   * @default 'C:\\dapr-scheduler'
   */
  readonly etcdDataDirWinPath?: string;

  /**
   * The storage class of the disks of the scheduler.
   *
   * @default - the default one of the cluster
   */
  readonly storageClassName?: string;

  /**
   * The size of each of the three disks of the scheduler. Jobs, reminders and workflows stand there and nowhere else. Cannot be changed by an upgrade: enlarge the claims themselves.
   *
   * @default Size.gibibytes(16)
   */
  readonly storageSize?: Size;

  /**
   * Whether the scheduler keeps everything in memory, and loses jobs, reminders and workflows when its pods go. For tests.
   *
   * @default false
   */
  readonly inMemoryStorage?: boolean;

  /**
   * How large the database may become before it refuses writes, as a Kubernetes quantity.
   *
   * @default '9.2E'
   */
  readonly etcdSpaceQuota?: string;

  /**
   * By what the database forgets old revisions.
   *
   * @default EtcdCompactionMode.REVISION
   */
  readonly etcdCompactionMode?: EtcdCompactionMode;

  /**
   * How much is kept: a number of revisions, or a duration with `PERIODIC`.
   *
   * @default '1000000'
   */
  readonly etcdCompactionRetention?: string;

  /**
   * After how many writes the database makes a snapshot.
   *
   * At least 1.
   *
   * @default 100000
   */
  readonly etcdSnapshotCount?: number;

  /**
   * How many snapshots are kept; 0 is all.
   *
   * At least 0.
   *
   * @default 10
   */
  readonly etcdMaxSnapshots?: number;

  /**
   * How many files of the write-ahead log are kept; 0 is all.
   *
   * At least 0.
   *
   * @default 10
   */
  readonly etcdMaxWals?: number;

  /**
   * After how many writes the database commits at the latest.
   *
   * At least 1.
   *
   * @default 10000
   */
  readonly etcdBackendBatchLimit?: number;

  /**
   * After what time the database commits at the latest.
   *
   * @default Duration.millis(100)
   */
  readonly etcdBackendBatchInterval?: Duration;

  /**
   * How many operations a transaction may have.
   *
   * At least 1. Since Dapr 1.18.
   *
   * @default 10000
   */
  readonly etcdMaxTxnOps?: number;

  /**
   * How many megabytes must be free for the database to be put in order at the start; 0 is never.
   *
   * At least 0.
   *
   * @default 100
   */
  readonly etcdDefragThresholdMb?: number;

  /**
   * Whether a pod that starts may call the first election early.
   *
   * @default false
   */
  readonly etcdInitialElectionTickAdvance?: boolean;

  /**
   * How detailed the metrics of the database are.
   *
   * @default EtcdMetrics.BASIC
   */
  readonly etcdMetrics?: EtcdMetrics;

  /**
   * Whether the scheduler brings its own database along. Otherwise it takes the one at `etcdClientEndpoints`.
   *
   * @default true
   */
  readonly etcdEmbed?: boolean;

  /**
   * Where an etcd of your own is found, with `etcdEmbed: false`.
   *
   * @default - none
   */
  readonly etcdClientEndpoints?: string[];

  /**
   * The user for an etcd of your own.
   *
   * @default - none
   */
  readonly etcdClientUsername?: string;

  /**
   * The password for an etcd of your own. The chart writes it into the arguments of the pod, for everyone to read who can read pods.
   *
   * @default - none
   */
  readonly etcdClientPassword?: SecretValue;

  /**
   * How many jobs each pod of the scheduler delivers at a time.
   *
   * At least 1.
   *
   * @default 2048
   */
  readonly workers?: number;

  /**
   * The `host:port` that sidecars are told to find the scheduler at, where they are not in the cluster.
   *
   * Since Dapr 1.18.
   *
   * @default - the address of each pod
   */
  readonly overrideBroadcastHostPort?: string;
}

/**
 * Actors, and the services that they rely on.
 */
export interface ControlPlaneActors {
  /**
   * Whether there are actors. Without them placement is not installed, and workflows do not run.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * The service that says where actors live. Placement is installed only where it is this one.
   *
   * @default ControlPlaneServiceName.PLACEMENT
   */
  readonly serviceName?: ControlPlaneServiceName;

  /**
   * The service that keeps reminders, in place of what sidecars have built in.
   *
   * @default - what sidecars have built in
   */
  readonly remindersServiceName?: ControlPlaneServiceName;
}

/**
 * mTLS between the sidecars and with the control plane. The chart writes it into the Configuration `daprsystem`, where sentry and operator read it.
 */
export interface ControlPlaneMtls {
  /**
   * Whether sidecars identify and encrypt themselves. Without it, access control cannot tell callers apart; the control plane itself always uses TLS.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * How long the certificate of a sidecar lasts. Sidecars renew it in time.
   *
   * @default Duration.hours(24)
   */
  readonly workloadCertTtl?: Duration;

  /**
   * How far the clocks of the machines may differ.
   *
   * @default Duration.minutes(15)
   */
  readonly allowedClockSkew?: Duration;

  /**
   * The trust domain of the control plane itself. Not the one of applications: see `AccessControl.trustDomain`.
   *
   * @default 'cluster.local'
   */
  readonly controlPlaneTrustDomain?: string;

  /**
   * Whether the pods of the control plane get a token by which sentry knows them. Without it, give them another way by `extraVolumes`.
   *
   * @default true
   */
  readonly mountSentryVolume?: boolean;

  /**
   * The `host:port` where sidecars and control plane find sentry.
   *
   * @default - `dapr-sentry.<namespace>.svc.cluster.local:443`
   */
  readonly sentryAddress?: string;
}

/**
 * The metrics of the control plane.
 */
export interface ControlPlanePrometheus {
  /**
   * Whether the control plane serves metrics, and its pods and Services carry the annotations that Prometheus looks for.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * The port of the metrics.
   *
   * 1 to 65535.
   *
   * @default 9090
   */
  readonly port?: number;
}

/**
 * How the control plane outlives the loss of pods and zones, with `highAvailability`.
 */
export interface ControlPlaneAvailability {
  /**
   * The label of nodes over whose values the pods are spread.
   *
   * @default 'topology.kubernetes.io/zone'
   */
  readonly topologyKey?: string;

  /**
   * Whether two pods of placement, or of scheduler, may share a zone where there is no other way. The other services always may.
   *
   * Since Dapr 1.18.
   *
   * @default PodAntiAffinityPolicy.PREFERRED_DURING_SCHEDULING_IGNORED_DURING_EXECUTION
   */
  readonly podAntiAffinityPolicy?: PodAntiAffinityPolicy;

  /**
   * How many pods operator, sentry and sidecar injector have with `highAvailability`. Placement and scheduler are always three then: they vote.
   *
   * At least 1.
   *
   * @default 3
   */
  readonly replicaCount?: number;

  /**
   * How many pods of each service an eviction must leave, as a number or a percentage. Goes in place of `maximumUnavailable`.
   *
   * @default - none
   */
  readonly minimumAvailable?: string;

  /**
   * How many pods of each service may be evicted at a time, as a number or a percentage, rounded up.
   *
   * @default '25%'
   */
  readonly maximumUnavailable?: string;
}

/**
 * What the control plane may do.
 */
export interface ControlPlaneRbac {
  /**
   * Whether the control plane does without rights outside of its own namespace. Then it serves applications of that namespace only: set `operator.watchNamespace` to it.
   *
   * @default false
   */
  readonly namespaced?: boolean;

  /**
   * Whether applications that run as the service account `default` of one namespace may read every Secret of it, by their sidecar.
   *
   * @default true
   */
  readonly secretReader?: boolean;

  /**
   * The namespace of `secretReader`.
   *
   * @default 'default'
   */
  readonly secretReaderNamespace?: string;
}

/**
 * What Dapr itself shall be like in a cluster: every value that its Helm chart reads, in the unit that it has.
 *
 * @see https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-production/
 */
export interface ControlPlaneOptions {
  /**
   * The image registry, with its folder, that the images of the control plane and of the sidecar come from.
   *
   * @default 'ghcr.io/dapr'
   */
  readonly registry?: string;

  /**
   * The tag of all images, where it is not the version of the chart.
   *
   * @default - the version of the chart
   */
  readonly tag?: string;

  /**
   * What the cluster appends to the names of Services. Placement and scheduler find their peers by it.
   *
   * @default '.cluster.local'
   */
  readonly dnsSuffix?: string;

  /**
   * Whether the control plane logs in JSON.
   *
   * @default false
   */
  readonly logAsJson?: boolean;

  /**
   * When a node fetches the images of the control plane.
   *
   * @default kplus.ImagePullPolicy.IF_NOT_PRESENT
   */
  readonly imagePullPolicy?: kplus.ImagePullPolicy;

  /**
   * The names of Secrets that hold the credentials of the registry.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];

  /**
   * The priority class of all pods of the control plane. With `system-cluster-critical` or `system-node-critical` the chart also makes the quota that such pods take.
   *
   * @default - none
   */
  readonly priorityClassName?: string;

  /**
   * The labels that a node must have to run the control plane.
   *
   * @default - none
   */
  readonly nodeSelector?: { [name: string]: string };

  /**
   * The taints that the control plane puts up with.
   *
   * @default - none
   */
  readonly tolerations?: ControlPlaneToleration[];

  /**
   * What the control plane may do.
   *
   * @default - as the chart has it
   */
  readonly rbac?: ControlPlaneRbac;

  /**
   * Whether everything runs three times, spread over zones, with a disruption budget. Without it, one pod of each, but three of the scheduler.
   *
   * @default false
   */
  readonly highAvailability?: boolean;

  /**
   * How the control plane outlives the loss of pods and zones, with `highAvailability`.
   *
   * @default - as the chart has it
   */
  readonly availability?: ControlPlaneAvailability;

  /**
   * The metrics of the control plane.
   *
   * @default - as the chart has it
   */
  readonly prometheus?: ControlPlanePrometheus;

  /**
   * mTLS between the sidecars and with the control plane. The chart writes it into the Configuration `daprsystem`, where sentry and operator read it.
   *
   * @default - as the chart has it
   */
  readonly mtls?: ControlPlaneMtls;

  /**
   * Actors, and the services that they rely on.
   *
   * @default - as the chart has it
   */
  readonly actors?: ControlPlaneActors;

  /**
   * The scheduler, which keeps jobs, reminders and workflows.
   *
   * @default - as the chart has it
   */
  readonly scheduler?: ControlPlaneScheduler;

  /**
   * The operating system of the nodes that run the control plane.
   *
   * @default ControlPlaneOs.LINUX
   */
  readonly os?: ControlPlaneOs;

  /**
   * The processor architecture of the nodes that run the control plane, as its label spells it.
   *
   * @default - any
   */
  readonly arch?: string;

  /**
   * Labels for the pods of the control plane.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string };

  /**
   * The system calls that the containers of the control plane may use. Namespaces with the restricted pod security standard ask for `RUNTIME_DEFAULT`.
   *
   * @default - as the node has it
   */
  readonly seccompProfile?: SeccompProfileType;

  /**
   * Labels for every object of the chart, besides the five that are standard. Helm fills in `{{ … }}`.
   *
   * @default - the five `app.kubernetes.io` labels name, version, part-of, managed-by and component
   */
  readonly k8sLabels?: { [name: string]: string };

  /**
   * Sentry, which signs the certificates of sidecars.
   *
   * @default - as the chart has it
   */
  readonly sentry?: ControlPlaneSentry;

  /**
   * The operator, which gives sidecars their components and configurations.
   *
   * @default - as the chart has it
   */
  readonly operator?: ControlPlaneOperator;

  /**
   * Placement, which says where actors live.
   *
   * @default - as the chart has it
   */
  readonly placement?: ControlPlanePlacement;

  /**
   * The sidecar injector, which adds sidecars to pods.
   *
   * @default - as the chart has it
   */
  readonly injector?: ControlPlaneInjector;

  /**
   * Whether the chart writes the Configuration `daprsystem`. Without it, write a `ControlPlaneConfiguration`: sentry exits where there is none.
   *
   * @default true
   */
  readonly systemConfiguration?: boolean;
}
