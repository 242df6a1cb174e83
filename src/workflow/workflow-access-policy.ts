import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { DaprVersion } from '../dapr-version';
import { propsOf } from '../private/copied';
import { checkFields, Fields, Place } from '../private/fields';
import { checkName, checkScopes } from '../private/names';
import { Problems } from '../private/problems';
import { checkSince } from '../private/resource-checks';
import { ScopedResource } from '../private/scoped-resource';
import { checkRule, RULE, ruleJson, WorkflowAccessRule } from './workflow-access-rule';

/**
 * Whose workflows are protected, and who may use them.
 */
export interface WorkflowAccessPolicyProps {
  /**
   * What is allowed. Everything else is refused to other applications.
   *
   * @default - nothing
   */
  readonly rules?: WorkflowAccessRule[];

  /**
   * The app ids of the applications whose workflows are protected: the ones that are called.
   *
   * @default - every application of the namespace
   */
  readonly scopes?: string[];

  /**
   * Name, namespace, labels and annotations of the Kubernetes object.
   *
   * @default - named like the construct id, in the chart's namespace
   */
  readonly objectMeta?: ApiObjectMetadata;
}

/**
 * Lets only some applications use the workflows and activities of others. Without any such policy all may. It needs mTLS.
 * Dapr 1.18 and later.
 *
 * ```ts
 * new dapr.WorkflowAccessPolicy(chart, 'orders-workflows', {
 *   scopes: ['orders'],
 *   rules: [{ callers: ['checkout'], workflows: [{ name: 'place-order', operations: [dapr.WorkflowOperation.SCHEDULE] }] }],
 * });
 * ```
 *
 * @see https://docs.dapr.io/reference/resource-specs/workflow-access-policy-schema/
 */
export class WorkflowAccessPolicy extends ScopedResource {
  private readonly rules: object[] = [];

  constructor(scope: Construct, id: string, props: WorkflowAccessPolicyProps = {}) {
    const given = propsOf(props);
    const place: Place = { owner: OWNER, version: DaprVersion.of(scope) };
    const problems = Problems.forNew(scope, id);
    checkSince(problems, place.version, OWNER, '1.18');
    checkName(problems, OWNER, given.objectMeta?.name ?? id);
    checkFields(problems, place, FIELDS, given);
    (Array.isArray(given.rules) ? given.rules : []).forEach((rule, i) => checkRule(problems, rule, `rules[${i}]`));
    checkScopes(problems, given.scopes);
    problems.throwIfAny();
    super(scope, id, { apiVersion: 'dapr.io/v1alpha1', kind: 'WorkflowAccessPolicy', objectMeta: given.objectMeta }, given.scopes);
    this.rules.push(...(given.rules ?? []).map(ruleJson));
  }

  /**
   * Allows more.
   *
   * @param rule what some callers may do
   */
  public addRule(rule: WorkflowAccessRule): void {
    const problems = new Problems(this.node.scope!, this.node.id);
    checkFields(problems, { owner: OWNER, version: DaprVersion.of(this) }, RULE, rule, 'rule.');
    checkRule(problems, rule, 'rule');
    problems.throwIfAny();
    this.rules.push(ruleJson(rule));
  }

  /** @internal */
  public _spec(): object {
    return { rules: this.rules };
  }
}

const OWNER = 'WorkflowAccessPolicy';

const FIELDS: Fields = {
  rules: { is: 'objects', fields: RULE },
  scopes: { is: 'texts' },
  objectMeta: { is: 'any' },
};
