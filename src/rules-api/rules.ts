import { Construct, IConstruct } from 'constructs';
import { Code } from '../private/codes';
import { checkManifestsOf, findingsNow } from '../private/manifest-checks';
import { didYouMean } from '../private/nearest';
import { mistake } from '../private/problems';
import { settingsToChange } from '../private/rule-settings';
import type { SynthFinding } from '../private/rules-at-synth';
import { pathText } from '../rules/read';
import { AcknowledgedFinding, Finding } from './finding';
import { RulePack } from './rule-pack';
import { Severity } from './severity';

/**
 * The rules that every object of an app is held against when it is synthesized, for one construct and all that is below it.
 *
 * ```ts
 * dapr.Rules.of(app).use(dapr.RulePack.PRODUCTION);
 * dapr.Rules.of(store).acknowledge('DAPR231', 'every application of this namespace keeps its sessions here');
 * ```
 *
 * Errors stop synth. Everything else is what `findings()` gives: the library prints nothing.
 */
export class Rules {
  /**
   * The rules as they apply to a construct and everything below it.
   *
   * @param scope an app, a chart, or any construct in one
   */
  public static of(scope: IConstruct): Rules {
    if (!Construct.isConstruct(scope)) {
      throw mistake(`Rules.of needs an app, a chart or another construct: got ${scope === null ? 'null' : typeof scope}`);
    }
    checkManifestsOf(scope);
    return new Rules(scope);
  }

  private readonly scope: IConstruct;

  private constructor(scope: IConstruct) {
    this.scope = scope;
  }

  /**
   * Accepts what a rule finds here. It no longer stops synth, and is listed by `acknowledged()`.
   *
   * @param id the rule, e.g. `DAPR231`
   * @param reason why it is right here, for whoever reads it next year
   */
  public acknowledge(id: string, reason: string): Rules {
    checkId(id);
    settingsToChange(this.scope).acknowledged.set(id, given(reason, `acknowledging ${id}`));
    return this;
  }

  /**
   * Raises or lowers what a rule finds here. What is set nearest to an object wins.
   *
   * @param id the rule, e.g. `DAPR231`
   * @param severity how much it weighs from now on
   */
  public severity(id: string, severity: Severity): Rules {
    checkId(id);
    if (!Object.values(Severity).includes(severity)) {
      throw mistake(
        `the severity of ${id} must be one of ${Object.values(Severity).join(', ')}: got '${severity}'; to turn a rule off, call off()`,
      );
    }
    settingsToChange(this.scope).severities.set(id, severity);
    return this;
  }

  /**
   * Does not check a rule here. Prefer `acknowledge`, on the one construct that needs it: then what it hides stays listed.
   *
   * @param id the rule, e.g. `DAPR231`
   * @param reason why nobody here needs it
   */
  public off(id: string, reason: string): Rules {
    checkId(id);
    given(reason, `turning ${id} off`);
    settingsToChange(this.scope).severities.set(id, 'off');
    return this;
  }

  /**
   * Applies the rules of a pack here, besides the recommended ones.
   *
   * @param pack `RulePack.PRODUCTION`, or one of your own
   */
  public use(pack: RulePack): Rules {
    pack._ids().forEach(checkId);
    const { packs } = settingsToChange(this.scope);
    if (!packs.includes(pack)) {
      packs.push(pack);
    }
    return this;
  }

  /**
   * Declares that everything that the objects here refer to is part of the app. What leads nowhere is then an error where it otherwise
   * would be a warning, or pass for something that somebody else has applied.
   */
  public complete(): Rules {
    settingsToChange(this.scope).complete = true;
    return this;
  }

  /** What the rules find here now, errors too, without what is acknowledged. Objects that cannot be rendered are left out. */
  public findings(): Finding[] {
    return this.found()
      .filter(({ reason }) => reason === undefined)
      .map(shown);
  }

  /** What is acknowledged here, with the reasons, also those that stand on the manifests as annotations. */
  public acknowledged(): AcknowledgedFinding[] {
    return this.found().flatMap((finding) => (finding.reason === undefined ? [] : [{ ...shown(finding), reason: finding.reason }]));
  }

  private found(): SynthFinding[] {
    return findingsNow(this.scope).filter(({ object }) => object.node.scopes.includes(this.scope));
  }
}

function shown({ rule, severity, message, fix, manifest, object, path }: SynthFinding): Finding {
  return {
    rule,
    severity: severity as Severity,
    message,
    fix,
    constructPath: object.node.path,
    kind: manifest.kind,
    name: manifest.name,
    namespace: manifest.namespace,
    path: pathText(path),
  };
}

/** The rules of others are only known where they are used; those of this library always. */
function checkId(id: string): void {
  if (!/^dapr/i.test(id)) {
    return;
  }
  const { ALL_RULES, RULE_DOCS } = shippedRules();
  const known = RULE_DOCS.map((rule) => rule.id);
  if (Object.values<string>(Code).includes(id) && !ALL_RULES.some((rule) => rule.id === id)) {
    throw mistake(`${id} is found when a construct is made, and nothing is made then: mend it, it cannot be acknowledged or turned off`);
  }
  if (!known.includes(id)) {
    throw mistake(`there is no rule '${id}'${didYouMean(id, known) || ': npx cdk8s-dapr rules lists all'}`);
  }
}

function given(reason: string, what: string): string {
  if (typeof reason !== 'string' || reason.trim() === '') {
    throw mistake(`${what} needs a reason: say why, for whoever reads it next`);
  }
  return reason.trim();
}

/** Loaded when something is asked, not when something is imported. */
function shippedRules(): typeof import('../rules') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would cost every program, also those that set nothing
  return require('../rules') as typeof import('../rules');
}
