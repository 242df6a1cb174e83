import { DaprVersion } from '../dapr-version';
import type { Model } from './model/model';
import { Path } from './read';
import { Finding, Report } from './report';
import type { Rule, Severity } from './rule';

/** A rule as the engine needs it: one of ours, or a user's own. */
export type RunnableRule = Pick<Rule, 'id' | 'severity' | 'gravest' | 'fix' | 'since' | 'until' | 'check'>;

export interface CheckOptions {
  readonly rules: readonly RunnableRule[];

  /** Raises or lowers a rule, or turns it off, by its id. */
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;

  /** The reason why a finding is accepted, where somebody gave one beside the object itself. */
  readonly acknowledged?: (finding: Finding) => string | undefined;
}

export interface Acknowledged {
  readonly finding: Finding;
  readonly reason: string;
}

export interface Checked {
  /** In the order of the objects, and of the places in each. */
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly Acknowledged[];
}

/** The id of the finding that a rule leaves which throws. */
export const FAILED_RULE = 'DAPR290';

/** On a manifest: accepts the findings of one rule, with the reason as its value. */
export const ACKNOWLEDGE_ANNOTATION = 'cdk8s-dapr/acknowledge.';

/** Holds the model against the rules. A rule that throws becomes a finding. */
export function check(model: Model, options: CheckOptions): Checked {
  const findings: Finding[] = [];
  const acknowledged: Acknowledged[] = [];
  for (const rule of options.rules) {
    const changed = options.severities?.get(rule.id);
    if (changed === 'off' || !appliesTo(rule, model.daprVersion)) {
      continue;
    }
    for (const found of findingsOf(rule, model)) {
      const finding = changed === undefined ? found : { ...found, severity: changed };
      const reason = reasonOn(finding) ?? options.acknowledged?.(finding);
      if (reason === undefined) {
        findings.push(finding);
      } else {
        acknowledged.push({ finding, reason });
      }
    }
  }
  return { findings: findings.sort(inOrder), acknowledged: acknowledged.sort((a, b) => inOrder(a.finding, b.finding)) };
}

function findingsOf(rule: RunnableRule, model: Model): readonly Finding[] {
  const report = new Report(rule, model);
  try {
    rule.check(model, report);
    return report.findings;
  } catch (error) {
    const manifest = model.manifests[0];
    if (manifest === undefined) {
      return report.findings;
    }
    const message = `rule ${rule.id} could not be checked: ${error instanceof Error ? error.message : String(error)}`;
    const fix = 'Report it, with what was checked; until then turn the rule off in the configuration.';
    return [...report.findings, { rule: FAILED_RULE, severity: 'error', message, fix, manifest, path: [] }];
  }
}

function appliesTo(rule: RunnableRule, version: DaprVersion): boolean {
  return (
    (rule.since === undefined || version.isAtLeast(DaprVersion.parse(rule.since))) &&
    (rule.until === undefined || DaprVersion.parse(rule.until).isAtLeast(version))
  );
}

/** Only a reason accepts: an empty one would hide what nobody thought about. */
function reasonOn({ rule, manifest }: Finding): string | undefined {
  const reason = manifest.annotations[ACKNOWLEDGE_ANNOTATION + rule];
  return typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : undefined;
}

function inOrder(a: Finding, b: Finding): number {
  return a.manifest.index - b.manifest.index || comparePaths(a.path, b.path) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function comparePaths(a: Path, b: Path): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    if (x !== y) {
      return typeof x === 'number' && typeof y === 'number' ? x - y : String(x) < String(y) ? -1 : 1;
    }
  }
  return a.length - b.length;
}
