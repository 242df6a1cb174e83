import { mistake } from '../private/problems';
import type { RunnableRule } from '../rules/engine';
import { RuleContext } from './rule-context';
import { Severity } from './severity';

/**
 * What a rule of your own is called, and what it says.
 */
export interface CustomRuleProps {
  /** Its id: capital letters, then digits, e.g. `ACME001`. `DAPR` is taken by the rules of this library. */
  readonly id: string;

  /** What is wrong, as a phrase, e.g. `A component without an owner`. */
  readonly title: string;

  /** Why it matters, in whole sentences. */
  readonly why: string;

  /** What to do, as an order, e.g. `Add the label owner.` */
  readonly fix: string;

  /**
   * How much its findings weigh.
   *
   * @default Severity.WARNING
   */
  readonly severity?: Severity;
}

/**
 * A rule of your own: it looks at plain manifests, and reports what it does not like.
 *
 * ```ts
 * class OwnerRule extends dapr.CustomRule {
 *   constructor() {
 *     super({
 *       id: 'ACME001',
 *       title: 'A component without an owner',
 *       why: 'Nobody knows whom to call when it fails.',
 *       fix: 'Add the label owner.',
 *     });
 *   }
 *
 *   public check(context: dapr.RuleContext): void {
 *     for (const component of context.ofKind('Component')) {
 *       if (component.metadata.labels?.owner === undefined) {
 *         context.report(component, 'metadata.labels', 'a component needs the label owner');
 *       }
 *     }
 *   }
 * }
 * ```
 *
 * A `RulePack` brings it to a chart or app.
 */
export abstract class CustomRule {
  /** The id, e.g. `ACME001`. */
  public readonly id: string;

  /** What is wrong, as a phrase. */
  public readonly title: string;

  /** Why it matters. */
  public readonly why: string;

  /** What to do. */
  public readonly fix: string;

  /** How much its findings weigh. */
  public readonly severity: Severity;

  /**
   * Names the rule.
   *
   * @param props what it is called, and what it says
   */
  constructor(props: CustomRuleProps) {
    if (!/^[A-Z][A-Z0-9_-]*[0-9]$/.test(props.id) || props.id.startsWith('DAPR')) {
      throw mistake(
        `a rule of your own needs an id of capital letters and digits that does not begin with DAPR, e.g. 'ACME001': got '${props.id}'`,
      );
    }
    for (const field of ['title', 'why', 'fix'] as const) {
      if (typeof props[field] !== 'string' || props[field].trim() === '') {
        throw mistake(`the rule ${props.id} needs '${field}': got nothing`);
      }
    }
    this.id = props.id;
    this.title = props.title;
    this.why = props.why;
    this.fix = props.fix;
    this.severity = props.severity ?? Severity.WARNING;
  }

  /**
   * Looks at the manifests, and reports what breaks the rule. It is called once for each synth.
   *
   * @param context the manifests, and where to report
   */
  public abstract check(context: RuleContext): void;

  /** @internal */
  public _runnable(): RunnableRule {
    return {
      id: this.id,
      severity: this.severity,
      fix: this.fix,
      check: (model, report) => this.check(RuleContext._of(this.id, model, report)),
    };
  }
}
