import { ApiObject, Chart, Helm } from 'cdk8s';
import { Construct } from 'constructs';
import { ControlPlaneOptions } from '../generated/control-plane-options';
import { propsOf } from '../private/copied';
import { exactYaml } from '../private/exact-yaml';
import { checkManifestsOf } from '../private/manifest-checks';
import { Problems } from '../private/problems';
import { Code } from '../private/codes';
import { aksSettings } from './aks';
import { ArgoCdApplicationOptions, argoCdApplication } from './argo-cd';
import { checkControlPlane } from './checks';
import { daprControlPlane, daprInstance } from './dapr-operator';
import { FluxReleaseOptions, fluxRelease, fluxRepository } from './flux';
import { HelmCommandsOptions, helmCommands } from './helm-commands';
import { HelmObjectsOptions, helmProps } from './helm-objects';
import { production } from './production';
import { ChartValues, sorted } from './values';

/**
 * Which Dapr is installed, where, and how it shall be.
 */
export interface ControlPlaneProps extends ControlPlaneOptions {
  /** The version of Dapr's chart, which is the version of Dapr: `1.18.3`. A range would install another one some day. */
  readonly version: string;

  /**
   * The namespace of the control plane.
   *
   * @default - the one of the chart, or `dapr-system` where it has none
   */
  readonly namespace?: string;

  /**
   * The name of the Helm release.
   *
   * @default 'dapr'
   */
  readonly releaseName?: string;

  /**
   * Where the chart `dapr` is found: a Helm repository, or a folder of an OCI registry, as `oci://…`.
   *
   * @default 'https://dapr.github.io/helm-charts/'
   */
  readonly repository?: string;

  /**
   * Further values by the chart's own names, as in a values file. A key that the chart does not read is an error.
   *
   * @default - none
   */
  readonly values?: { [key: string]: any };
}

/**
 * Dapr itself in a cluster: its Helm chart with every value typed and checked, for whatever installs it.
 *
 * By itself it writes nothing. `toValuesYaml` and `toHelmCommands` are for Helm, `toAksSettings` is for the extension of AKS and Arc; the
 * methods that begin with `add` write the object that makes a tool of the cluster install it, of which there can be one.
 *
 * ```ts
 * const plane = new dapr.ControlPlane(chart, 'dapr', { version: '1.18.3', highAvailability: true });
 * plane.addFluxRelease();
 * ```
 *
 * @see https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-production/
 */
export class ControlPlane extends Construct {
  /**
   * A control plane for production: highly available, with mTLS and no more rights than it needs. What `props` gives comes first.
   *
   * `docs/control-plane.md` says what it sets, and why.
   *
   * @param scope a chart
   * @param id the construct's id
   * @param props at least the version
   */
  public static production(scope: Construct, id: string, props: ControlPlaneProps): ControlPlane {
    return new ControlPlane(scope, id, production(props));
  }

  /** The version of Dapr. */
  public readonly version: string;

  /** The namespace of the control plane. */
  public readonly namespace: string;

  /** The name of the Helm release. */
  public readonly releaseName: string;

  /** Where the chart is found. */
  public readonly repository: string;

  private readonly values: ChartValues;
  private installer?: string;

  constructor(scope: Construct, id: string, props: ControlPlaneProps) {
    const given = propsOf(props);
    const problems = Problems.forNew(scope, id);
    const place = {
      namespace: given.namespace ?? Chart.of(scope).namespace ?? 'dapr-system',
      releaseName: given.releaseName ?? 'dapr',
      repository: given.repository ?? 'https://dapr.github.io/helm-charts/',
    };
    const values = checkControlPlane(problems, new Problems(scope, id), { ...given, ...place });
    problems.throwIfAny();

    super(scope, id);
    this.version = given.version;
    this.namespace = place.namespace;
    this.releaseName = place.releaseName;
    this.repository = place.repository;
    this.values = sorted(values);
  }

  /** The values of the chart, as a values file has them; what was not given is left to the chart. */
  public toValues(): any {
    return sorted(this.values);
  }

  /** The text of a values file. */
  public toValuesYaml(): string {
    return exactYaml([this.values]);
  }

  /**
   * The commands that install or upgrade Dapr with Helm, in order: the CRDs, which Helm itself never upgrades; the release; and a new
   * start of the operator, which writes its certificate into one of the CRDs.
   *
   * @param options where the values file is
   */
  public toHelmCommands(options: HelmCommandsOptions = {}): string[] {
    return helmCommands(this, options);
  }

  /**
   * The configuration settings of the Dapr extension of AKS and Arc: every value as text, by its key. Those that are secret are in
   * `toAksProtectedSettings`.
   *
   * The extension upgrades the CRDs itself, unless its setting `hooks.applyCrds` is off.
   *
   * @see https://learn.microsoft.com/azure/aks/dapr-settings
   */
  public toAksSettings(): { [key: string]: string } {
    return aksSettings(this.values).plain;
  }

  /** The protected configuration settings of the extension of AKS and Arc: passwords and keys. */
  public toAksProtectedSettings(): { [key: string]: string } {
    return aksSettings(this.values).secret;
  }

  /**
   * Writes an Argo CD `Application` that installs Dapr. It leaves alone what Dapr writes into its own objects: without that, Argo CD would
   * empty the trust bundle, and no sidecar would start any more.
   *
   * Argo CD upgrades the CRDs of the chart with the rest.
   *
   * @param options project, destination and how it is synchronized
   */
  public addArgoCdApplication(options: ArgoCdApplicationOptions = {}): ApiObject {
    return this.install('argo-cd-application', () => argoCdApplication(this, options));
  }

  /**
   * Writes a Flux `HelmRepository` and the `HelmRelease` that installs Dapr from it, CRDs included. Gives back the release.
   *
   * @param options where the two objects stand, and how often Flux looks
   */
  public addFluxRelease(options: FluxReleaseOptions = {}): ApiObject {
    const release = this.install('flux-release', () => fluxRelease(this, options));
    checkManifestsOf(new ApiObject(this, 'flux-repository', fluxRepository(this, options)));
    return release;
  }

  /**
   * Writes the `DaprInstance` by which Dapr's Kubernetes operator installs Dapr, in this version, CRDs included. The operator must run in the namespace of
   * the control plane: it looks nowhere else.
   *
   * @see https://github.com/dapr/kubernetes-operator
   */
  public addDaprInstance(): ApiObject {
    return this.install('dapr-instance', () => daprInstance(this));
  }

  /**
   * Writes the `DaprControlPlane` by which Dapr's Kubernetes operator installs Dapr. It cannot name a version: the operator installs the chart
   * that it brings along. The operator calls this kind deprecated: prefer `addDaprInstance`.
   *
   * @see https://github.com/dapr/kubernetes-operator
   */
  public addDaprControlPlane(): ApiObject {
    return this.install('dapr-control-plane', () => daprControlPlane(this));
  }

  /**
   * Renders the objects of the chart into this one, CRDs included. Runs `helm template` at once, which needs helm, and the chart or the network.
   *
   * @param options which helm, and where the chart is
   */
  public addHelmObjects(options: HelmObjectsOptions = {}): Helm {
    this.reserve('helm-objects');
    return new Helm(this, 'helm-objects', helmProps(this, options));
  }

  private install(id: string, props: () => ConstructorParameters<typeof ApiObject>[2]): ApiObject {
    this.reserve(id);
    const object = new ApiObject(this, id, props());
    checkManifestsOf(object);
    return object;
  }

  private reserve(id: string): void {
    if (this.installer !== undefined) {
      const problems = new Problems(this.node.scope!, this.node.id);
      problems.add(
        Code.CONFLICT,
        `'${this.installer}' installs this control plane already, and '${id}' would install it again: make a ControlPlane of its own for another cluster`,
      );
      problems.throwIfAny();
    }
    this.installer = id;
  }
}
