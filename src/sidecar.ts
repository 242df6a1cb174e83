import { Construct, IConstruct } from 'constructs';
import { DaprVersion } from './dapr-version';
import { SidecarOptions } from './generated/sidecar-options';
import { Code } from './private/codes';
import { checkManifestsOf } from './private/manifest-checks';
import { checkAppId } from './private/names';
import { mistake, Problems } from './private/problems';
import { sidecarAnnotations } from './private/sidecar-annotations';
import { checkSidecar } from './private/sidecar-checks';
import { findWorkload, Workload } from './private/workload';
import { IApplicationTarget } from './targets';

/**
 * Dapr's sidecar beside a workload that exists already in the program: whatever makes pods, wherever it comes from.
 *
 * ```ts
 * const deployment = new kplus.Deployment(chart, 'orders', { metadata: { name: 'orders' }, containers: [{ image: 'orders:1.0.0', portNumber: 5001 }] });
 * const orders = dapr.Sidecar.inject(deployment, { appPort: 5001 });
 * ```
 *
 * `Application` makes the workload, too.
 *
 * @see https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-overview/
 */
export class Sidecar implements IApplicationTarget {
  /**
   * Has Dapr add its sidecar to the pods of a workload, by annotations on the pod template, the only place where the injector reads them.
   *
   * It takes a Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob, Pod or Argo Rollout: a workload of any cdk8s-plus, an
   * imported object, an `ApiObject`, or an `Include`, `Helm` or other construct with exactly one of them inside. Annotations that
   * the pods have already stay; of those that are named alike, the option wins.
   *
   * Two things are set where you leave them out, because the pod would fail without:
   *
   * - A **Job** or **CronJob** gets `enableNativeSidecar`, without which the sidecar runs on when the work is done and the Job never
   *   finishes. Before Dapr 1.18 there is none: the program itself must end it then, with `POST http://localhost:3500/v1.0/shutdown`.
   * - A pod that **mounts no service account token**, as those of cdk8s-plus do by default, gets `disableBuiltinK8sSecretStore`.
   *
   * Only a Deployment, a StatefulSet and (where the operator is told to) a Rollout get the Service by which other applications find them.
   *
   * @param target the workload, or a construct that holds one
   * @param options what the sidecar shall be like
   */
  public static inject(target: IConstruct, options: SidecarOptions = {}): Sidecar {
    if (!Construct.isConstruct(target)) {
      throw mistake(`Sidecar.inject needs a construct that holds a workload: got ${target === null ? 'null' : typeof target}`);
    }
    const problems = new Problems(target, '');
    const workload = findWorkload(problems, target);
    const found = workload?.pod(problems) ?? { annotations: {}, mountsToken: true };
    const version = DaprVersion.of(target);

    const existing = workload === undefined ? undefined : injectedInto(workload);
    if (existing !== undefined) {
      problems.add(Code.DUPLICATE, `${workload!.title} has a sidecar already, for the app id '${existing}': inject once, with all options`);
    }
    checkSidecar(problems, version, options);
    const appId = options.appId ?? found.annotations[APP_ID] ?? workload?.givenName;
    if (workload !== undefined && options.appId === undefined) {
      checkDefaultAppId(problems, workload, appId);
    }
    if (options.disableBuiltinK8sSecretStore === false && lacksToken(found.mountsToken, options)) {
      problems.add(
        Code.CONFLICT,
        `'disableBuiltinK8sSecretStore' of the sidecar cannot be false where the pod has automountServiceAccountToken: false: daprd exits without the token; leave the option out, or mount the token`,
      );
    }
    problems.throwIfAny();

    const defaults: SidecarOptions = {
      appId,
      enableNativeSidecar: workload!.finishes && version.isAtLeast(DaprVersion.V1_18) ? true : undefined,
      disableBuiltinK8sSecretStore: lacksToken(found.mountsToken, options) ? true : undefined,
    };
    workload!.annotate({
      ...sidecarAnnotations(defaults),
      ...pick(found.annotations),
      ...sidecarAnnotations(options),
      'dapr.io/enabled': 'true',
    });
    Object.defineProperty(workload!.object, INJECTED, { value: appId });
    checkManifestsOf(target);
    return new Sidecar(appId!);
  }

  private constructor(
    /** The app id that the sidecar runs under. */
    public readonly appId: string,
  ) {}
}

const APP_ID = 'dapr.io/app-id';
const INJECTED = Symbol.for('cdk8s-dapr.sidecar');
const TOKEN_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

function injectedInto(workload: Workload): string | undefined {
  return (workload.object as { [INJECTED]?: string })[INJECTED];
}

function checkDefaultAppId(problems: Problems, workload: Workload, appId: string | undefined): void {
  if (appId === undefined) {
    problems.add(
      Code.REQUIRED,
      `'appId' is required by the sidecar of ${workload.title}, whose name is generated and changes with its place: got nothing, expected the name that other applications call it by, e.g. 'orders'`,
    );
  } else {
    checkAppId(problems, appId, `the app id of ${workload.title}, which is its name unless 'appId' is given,`);
  }
}

/** Whether daprd finds no service account token, which may also come as a volume of the sidecar's own. */
function lacksToken(mounted: boolean, options: SidecarOptions): boolean {
  const paths = [...Object.values(options.volumeMounts ?? {}), ...Object.values(options.volumeMountsRw ?? {})];
  return !mounted && !paths.includes(TOKEN_FOLDER);
}

/** What the pods say of Dapr already: it stays, where no option replaces it. */
function pick(annotations: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(annotations).filter(([name]) => name.startsWith('dapr.io/')));
}
