import { ApiObjectMetadata, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { IConfiguration } from '../configuration-reference';
import { DaprVersion } from '../dapr-version';
import { Code } from '../private/codes';
import { propsOf } from '../private/copied';
import { toJson } from '../private/field-text';
import { checkFields, Place } from '../private/fields';
import { checkName } from '../private/names';
import { Problems } from '../private/problems';
import { Resource } from '../private/resource';
import { ACCESS_CONTROL, ACCESS_POLICY, AccessControl, AccessPolicy } from './access-control';
import {
  checkAccessPolicy,
  checkMerge,
  checkReach,
  checkPolicies,
  completePolicy,
  mergePolicies,
  PolicyDefaults,
  policyKey,
} from './access-policies';
import { ApiAccess } from './api-rule';
import { ComponentRestrictions, Wasm } from './components';
import { checkParts, CONFIGURATION, OWNER, partsJson, plainParts } from './configuration-parts';
import { Feature } from './feature';
import { Handler } from './handler';
import { Logging } from './logging';
import { Metrics } from './metrics';
import { NameResolution } from './name-resolution';
import { Secrets } from './secrets';
import { Tracing } from './tracing';
import { WorkflowOptions } from './workflow';

/**
 * How the sidecars of the applications behave that use the Configuration.
 */
export interface ConfigurationProps {
  /**
   * Where spans go, and how many.
   *
   * @default - no spans
   */
  readonly tracing?: Tracing;

  /**
   * What is measured.
   *
   * @default - metrics are on
   */
  readonly metrics?: Metrics;

  /**
   * The middleware that calls to the sidecar's HTTP API pass through, in this order. gRPC passes none.
   *
   * @default - none
   */
  readonly httpPipeline?: Handler[];

  /**
   * The middleware that calls from the sidecar to an HTTP application or endpoint pass through, in this order.
   *
   * @default - none
   */
  readonly appHttpPipeline?: Handler[];

  /**
   * Which applications may invoke those that use the Configuration.
   *
   * @default - all
   */
  readonly accessControl?: AccessControl;

  /**
   * Which of its APIs the sidecar offers.
   *
   * @default - all
   */
  readonly api?: ApiAccess;

  /**
   * Which secrets the application may read.
   *
   * @default - all of every secret store that it sees
   */
  readonly secrets?: Secrets;

  /**
   * Which components the application may not use.
   *
   * @default - it may use all that it sees
   */
  readonly components?: ComponentRestrictions;

  /**
   * The preview features that are switched on or off.
   *
   * @default - as the Dapr version has them
   */
  readonly features?: Feature[];

  /**
   * What is logged.
   *
   * @default - no API calls
   */
  readonly logging?: Logging;

  /**
   * How other applications are found.
   *
   * @default - by the DNS of the cluster
   */
  readonly nameResolution?: NameResolution;

  /**
   * How WebAssembly components run.
   *
   * @default - as each of them says
   */
  readonly wasm?: Wasm;

  /**
   * Limits and retention of workflows.
   *
   * @default - no limits, kept for ever
   */
  readonly workflow?: WorkflowOptions;

  /**
   * Name, namespace, labels and annotations of the Kubernetes object.
   *
   * @default - named like the construct id, in the chart's namespace
   */
  readonly objectMeta?: ApiObjectMetadata;
}

/**
 * How the sidecars of some applications behave. An application uses the one that its annotation `dapr.io/config` names;
 * it has to be in the application's namespace, or the sidecar does not start.
 *
 * ```ts
 * new dapr.Configuration(chart, 'appconfig', {
 *   tracing: dapr.Tracing.otel('otel-collector:4317', { samplingRate: 0.1, isSecure: false }),
 *   features: [dapr.Feature.ACTOR_STATE_TTL],
 * });
 * ```
 *
 * mTLS is not set here but in the one `ControlPlaneConfiguration`.
 *
 * @see https://docs.dapr.io/reference/resource-specs/configuration-schema/
 */
export class Configuration extends Resource implements IConfiguration {
  private readonly parts: object;
  private readonly access?: AccessControl;
  private readonly policies: AccessPolicy[] = [];
  private readonly defaults: PolicyDefaults;

  constructor(scope: Construct, id: string, props: ConfigurationProps = {}) {
    const { objectMeta, ...given } = propsOf(props);
    const place: Place = { owner: OWNER, version: DaprVersion.of(scope) };
    const defaults: PolicyDefaults = {
      namespace: objectMeta?.namespace ?? Chart.of(scope).namespace,
      trustDomain: given.accessControl?.trustDomain,
    };
    const problems = Problems.forNew(scope, id);
    checkName(problems, OWNER, objectMeta?.name ?? id);
    const parts = plainParts(given);
    checkFields(problems, place, CONFIGURATION, parts);
    checkParts(problems, place, given, parts);
    checkPolicies(problems, OWNER, defaults, given.accessControl);
    problems.throwIfAny();

    super(scope, id, { apiVersion: 'dapr.io/v1alpha1', kind: 'Configuration', objectMeta });
    this.defaults = defaults;
    this.parts = partsJson(given, parts);
    if (given.accessControl !== undefined) {
      const { policies = [], ...access } = given.accessControl;
      this.access = access;
      this.policies.push(...policies.map((policy) => completePolicy(policy, defaults)));
    }
  }

  /**
   * Adds what one caller may do. Where the caller has a policy already, the operations are added to that one.
   *
   * @param policy the caller and its operations. The Configuration needs an `accessControl` for it
   */
  public addAccessPolicy(policy: AccessPolicy): void {
    const problems = new Problems(this.node.scope!, this.node.id);
    if (this.access === undefined) {
      problems.add(
        Code.REQUIRED,
        `'accessControl' is required by ${OWNER} before a policy is added: got nothing, expected e.g. { defaultAction: Access.DENY }; without it every caller is let in`,
      );
    }
    checkFields(problems, { owner: OWNER, version: DaprVersion.of(this) }, ACCESS_POLICY, policy, 'policy.');
    checkAccessPolicy(problems, OWNER, this.defaults, policy, 'policy');
    const index = this.policies.findIndex((other) => policyKey(other, this.defaults) === policyKey(policy, this.defaults));
    checkMerge(problems, OWNER, this.defaults, this.policies[index], policy);
    problems.throwIfAny();
    const added = completePolicy(policy, this.defaults);
    if (index < 0) {
      this.policies.push(added);
      return;
    }
    const merged = mergePolicies(this.policies[index], added);
    checkReach(problems, OWNER, 'policy', merged.operations);
    problems.throwIfAny();
    this.policies[index] = merged;
  }

  /** @internal */
  public _spec(): object {
    if (this.access === undefined) {
      return this.parts;
    }
    const policies = this.policies.length > 0 ? { policies: this.policies } : {};
    return { ...this.parts, accessControl: toJson(ACCESS_CONTROL, { ...this.access, ...policies }) };
  }
}
