import { mistake } from '../private/problems';
import type { RunnableRule } from '../rules/engine';
import { CustomRule } from './custom-rule';
import { Severity } from './severity';

/**
 * What is in a pack.
 */
export interface RulePackProps {
  /**
   * Rules of your own.
   *
   * @default - none
   */
  readonly rules?: CustomRule[];

  /**
   * Packs that this one builds on.
   *
   * @default - none
   */
  readonly packs?: RulePack[];

  /**
   * How much the findings of a rule weigh, by its id: of your own rules, of the packs that this one builds on, and of the recommended rules.
   *
   * @default - what each rule says
   */
  readonly severities?: { [id: string]: Severity };

  /**
   * Why a rule is not checked, by its id.
   *
   * @default - every rule is checked
   */
  readonly off?: { [id: string]: string };
}

/**
 * Rules that belong together, and how much they weigh: what a platform team agrees on once, and every app uses.
 *
 * ```ts
 * const platform = new dapr.RulePack('platform', { packs: [dapr.RulePack.PRODUCTION], rules: [new OwnerRule()] });
 * dapr.Rules.of(app).use(platform);
 * ```
 */
export class RulePack {
  /** What Dapr rejects, drops or trips over. It always applies. */
  public static readonly RECOMMENDED = new RulePack('recommended');

  /** What an application in production should have besides: resources, health checks, tokens, deny by default, scopes, policies. */
  public static readonly PRODUCTION = RulePack.shipped('production');

  private static shipped(name: string): RulePack {
    const pack = new RulePack(name);
    pack.production = true;
    return pack;
  }

  /** What the pack is called. */
  public readonly name: string;

  private readonly props: RulePackProps;
  private production = false;

  /**
   * Makes a pack.
   *
   * @param name what it is called, e.g. after the team
   * @param props what is in it
   */
  constructor(name: string, props: RulePackProps = {}) {
    const ids = (props.rules ?? []).map(({ id }) => id);
    const twice = ids.find((id, i) => ids.indexOf(id) !== i);
    if (twice !== undefined) {
      throw mistake(`the rule pack '${name}' has two rules with the id ${twice}: give one of them another`);
    }
    for (const [id, reason] of Object.entries(props.off ?? {})) {
      if (typeof reason !== 'string' || reason.trim() === '') {
        throw mistake(`the rule pack '${name}' turns ${id} off without a reason: say why`);
      }
    }
    this.name = name;
    this.props = {
      rules: [...(props.rules ?? [])],
      packs: [...(props.packs ?? [])],
      severities: { ...props.severities },
      off: { ...props.off },
    };
  }

  /** @internal */
  public _rules(): RunnableRule[] {
    const own = (this.props.rules ?? []).map((rule) => rule._runnable());
    return [
      ...(this.production ? [...shippedRules().PRODUCTION] : []),
      ...(this.props.packs ?? []).flatMap((pack) => pack._rules()),
      ...own,
    ];
  }

  /** What the pack, or one that it builds on, makes of a rule. @internal */
  public _severity(id: string): Severity | 'off' | undefined {
    const { packs = [], severities = {}, off = {} } = this.props;
    if (Object.hasOwn(off, id)) {
      return 'off';
    }
    return Object.hasOwn(severities, id) ? severities[id] : packs.flatMap((pack) => pack._severity(id) ?? []).at(-1);
  }

  /** Every id that the pack speaks of. @internal */
  public _ids(): string[] {
    const { packs = [], severities = {}, off = {} } = this.props;
    return [...packs.flatMap((pack) => pack._ids()), ...Object.keys(severities), ...Object.keys(off)];
  }
}

/** Loaded when something is checked, not when something is imported. */
function shippedRules(): typeof import('../rules') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would cost every program, also those that check nothing
  return require('../rules') as typeof import('../rules');
}
