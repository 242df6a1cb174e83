import type { IConstruct } from 'constructs';
import type { RulePack } from '../rules-api/rule-pack';
import type { Severity } from '../rules/rule';

/** What somebody said about rules, for a construct and everything below it. */
export interface RuleSettings {
  readonly packs: RulePack[];
  readonly severities: Map<string, Severity | 'off'>;
  /** Reasons, by the id of the rule. */
  readonly acknowledged: Map<string, string>;
  complete: boolean;
}

const SETTINGS = Symbol.for('cdk8s-dapr.rules');

type Marked = IConstruct & { [SETTINGS]?: RuleSettings };

/** The settings of a construct itself, where there are some. */
export function settingsAt(construct: IConstruct): RuleSettings | undefined {
  return (construct as Marked)[SETTINGS];
}

/** The settings of a construct itself, to change them. */
export function settingsToChange(construct: IConstruct): RuleSettings {
  const settings = settingsAt(construct) ?? { packs: [], severities: new Map(), acknowledged: new Map(), complete: false };
  Object.defineProperty(construct, SETTINGS, { value: settings, configurable: true });
  return settings;
}

/** All that applies to a construct, the nearest first. */
export function settingsFor(construct: IConstruct): RuleSettings[] {
  return construct.node.scopes.reverse().flatMap((scope) => settingsAt(scope) ?? []);
}

/** What is left of a rule's weight, as somebody set it: what stands nearest to the object wins, and there the last. */
export function severityFor(settings: readonly RuleSettings[], id: string): Severity | 'off' | undefined {
  for (const { severities, packs } of settings) {
    const found = severities.get(id) ?? packs.flatMap((pack) => pack._severity(id) ?? []).at(-1);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
