import { ApiObject, Duration, JsonPatch, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ApplicationProps } from './application-props';
import { SidecarOptions } from './generated/sidecar-options';
import { checkApplication } from './private/application-checks';
import { shutdownTimes, ShutdownTimes, sidecarResources } from './private/application-defaults';
import { Problems } from './private/problems';
import { Sidecar } from './sidecar';
import { IApplicationTarget } from './targets';

/**
 * An application with Dapr: a Deployment whose pods get the sidecar, and a Service where it has a port, with defaults for production.
 *
 * ```ts
 * const checkout = new dapr.Application(chart, 'checkout', { image: 'checkout:1.0.0', port: 5000, replicas: 3 });
 * checkout.container.env.addVariable('TOKEN', kplus.EnvValue.fromSecretValue({ secret, key: 'token' }));
 * ```
 *
 * For a workload that you have already, or of another kind, see `Sidecar.inject`.
 *
 * @see https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-production/
 */
export class Application extends Construct implements IApplicationTarget {
  /** The name by which others know the application; also that of its Deployment and Service. */
  public readonly appId: string;

  /** The Deployment, for everything that cdk8s-plus can do with it: volumes, init containers, scheduling, autoscaling. */
  public readonly deployment: kplus.Deployment;

  /** The application's own container, called `app`: its environment, mounts and ports. */
  public readonly container: kplus.Container;

  /** The Service by which others reach the application without Dapr; only where it has a port. */
  public readonly service?: kplus.Service;

  /**
   * Adds an application.
   *
   * @param scope the chart, or a construct in it
   * @param id the app id, unless `appId` is given
   * @param props what the application is
   */
  constructor(scope: Construct, id: string, props: ApplicationProps) {
    Problems.forNew(scope, id).throwIfAny();
    super(scope, id);
    this.appId = props.appId ?? id;
    const times = shutdownTimes(props.sidecar ?? {}, props.terminationGracePeriod);
    const sidecar = sidecarOf(this.appId, props, times);
    const problems = new Problems(this, '');
    checkApplication(problems, this, { props, appId: this.appId, sidecar, times });
    problems.throwIfAny();

    const labels = { [NAME_LABEL]: this.appId };
    this.deployment = new kplus.Deployment(this, 'Deployment', {
      metadata: { name: this.appId, labels },
      podMetadata: { labels },
      // The selector cannot be changed once it is applied: cdk8s-plus's own would change with the construct's place.
      select: false,
      replicas: props.replicas ?? 1,
      terminationGracePeriod: times.termination,
      serviceAccount: props.serviceAccount,
      automountServiceAccountToken: mountsToken(props),
      dockerRegistryAuth: props.dockerRegistryAuth,
    });
    this.deployment.select(kplus.LabelSelector.of({ labels }));
    this.container = this.deployment.addContainer(containerOf(props));
    if (this.container.securityContext.readOnlyRootFilesystem) {
      this.container.mount('/tmp', kplus.Volume.fromEmptyDir(this, 'Tmp', 'tmp'));
    }
    patchPod(this.deployment, labels, props.spread ?? (props.replicas ?? 1) > 1);
    Sidecar.inject(this.deployment, sidecar);

    if (props.port !== undefined) {
      this.service = new kplus.Service(this, 'Service', {
        metadata: { name: this.appId, labels },
        ports: [{ name: portName(props), port: props.port, targetPort: props.port }],
      });
      this.service.selectLabel(NAME_LABEL, this.appId);
    }
  }
}

const NAME_LABEL = 'app.kubernetes.io/name';

/** The sidecar's options: the application's own, what was given, and the defaults of production. */
function sidecarOf(appId: string, props: ApplicationProps, times: ShutdownTimes): SidecarOptions {
  const given = props.sidecar ?? {};
  return {
    ...given,
    ...(props.defaultSidecarResources === false ? {} : sidecarResources(given)),
    appId,
    appPort: props.port,
    appProtocol: props.appProtocol ?? given.appProtocol,
    config: props.config ?? given.config,
    appHealthCheckPath: given.appHealthCheckPath ?? (given.enableAppHealthCheck === true ? props.healthPath : undefined),
    blockShutdownDuration: times.block,
    gracefulShutdown: times.graceful,
    disableBuiltinK8sSecretStore: given.disableBuiltinK8sSecretStore ?? (mountsToken(props) ? undefined : true),
  };
}

function mountsToken(props: ApplicationProps): boolean {
  return props.automountServiceAccountToken ?? props.sidecar?.disableBuiltinK8sSecretStore !== true;
}

function containerOf(props: ApplicationProps): kplus.ContainerProps {
  return {
    name: 'app',
    image: props.image,
    imagePullPolicy: props.imagePullPolicy ?? pullPolicy(props.image),
    command: props.command === undefined ? undefined : [...props.command],
    args: props.args === undefined ? undefined : [...props.args],
    // Not `portNumber`, which brings a start-up probe that gives up after half a minute.
    ports: props.port === undefined ? [] : [{ number: props.port, name: portName(props) }],
    envVariables: Object.fromEntries(Object.entries(props.env ?? {}).map(([name, value]) => [name, kplus.EnvValue.fromValue(value)])),
    resources: props.resources ?? {
      cpu: { request: kplus.Cpu.millis(100) },
      memory: { request: Size.mebibytes(128), limit: Size.gibibytes(1) },
    },
    // cdk8s-plus-27 has no name for all capabilities, which is the only word that Kubernetes' restricted profile accepts.
    securityContext: { capabilities: { drop: ['ALL' as kplus.Capability] }, ...props.securityContext },
    ...probesOf(props),
  };
}

/** Patient enough for any application that listens at all; see `ApplicationProps.probes`. */
function probesOf(props: ApplicationProps): Pick<kplus.ContainerProps, 'startup' | 'readiness' | 'liveness'> {
  if (props.port === undefined || props.probes === false) {
    return {};
  }
  const timeoutSeconds = Duration.seconds(5);
  const tcp = (options: kplus.ProbeOptions): kplus.Probe => kplus.Probe.fromTcpSocket({ port: props.port, timeoutSeconds, ...options });
  const scheme = portName(props) === 'https' ? kplus.ConnectionScheme.HTTPS : kplus.ConnectionScheme.HTTP;
  const { healthPath: path, port } = props;
  const able =
    path === undefined ? tcp : (options: kplus.ProbeOptions) => kplus.Probe.fromHttpGet(path, { port, scheme, timeoutSeconds, ...options });
  return {
    startup: able({ periodSeconds: Duration.seconds(2), failureThreshold: 150 }),
    readiness: able({ periodSeconds: Duration.seconds(5), failureThreshold: 3 }),
    liveness: tcp({ periodSeconds: Duration.seconds(10), failureThreshold: 6 }),
  };
}

/** What Kubernetes does, and cdk8s-plus does not: images that were put on the node are found there. */
function pullPolicy(image: string): kplus.ImagePullPolicy {
  const tagged = /:[^/:]+$/.test(image) && !image.endsWith(':latest');
  return tagged ? kplus.ImagePullPolicy.IF_NOT_PRESENT : kplus.ImagePullPolicy.ALWAYS;
}

function portName(props: ApplicationProps): string {
  return props.appProtocol ?? props.sidecar?.appProtocol ?? 'http';
}

/** What cdk8s-plus-27 has no property for, or only one that leaves pods unscheduled on a small cluster. */
function patchPod(deployment: kplus.Deployment, labels: { [name: string]: string }, spread: boolean): void {
  const pod = '/spec/template/spec';
  const object = ApiObject.of(deployment);
  object.addJsonPatch(JsonPatch.add(`${pod}/securityContext/seccompProfile`, { type: 'RuntimeDefault' }));
  if (spread) {
    const constraint = { maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: labels } };
    object.addJsonPatch(
      JsonPatch.add(`${pod}/topologySpreadConstraints`, [
        { topologyKey: 'kubernetes.io/hostname', ...constraint },
        { topologyKey: 'topology.kubernetes.io/zone', ...constraint },
      ]),
    );
  }
}
