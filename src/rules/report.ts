import { Manifest } from './model/manifest';
import type { Model } from './model/model';
import { Path } from './read';
import type { Rule, Severity, Target } from './rule';

/** One place that breaks a rule. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** What was found, what is expected, what to write; never a secret's value. */
  readonly message: string;
  readonly fix: string;
  readonly manifest: Manifest;
  readonly path: Path;
}

export interface ReportOptions {
  /** In place of the rule's, where this place is worse or better than others. */
  readonly severity?: Severity;

  /** In place of the rule's, where the place tells more. */
  readonly fix?: string;

  /** The only target on which this is wrong: on the other nothing is reported, and where the target is unknown, a warning that says so. */
  readonly only?: Target;

  /**
   * The finding is about something that is not among the objects and may exist elsewhere: how much it weighs then. Where the input is
   * complete, it weighs as the rule says.
   */
  readonly outside?: Severity | 'silent';
}

const WEIGHT: { readonly [severity in Severity]: number } = { error: 2, warning: 1, info: 0 };

const ON: { readonly [target in Target]: string } = { kubernetes: 'on Kubernetes', 'self-hosted': 'self-hosted' };

/** Collects what one rule finds in one model. */
export class Report {
  public readonly findings: Finding[] = [];

  constructor(
    private readonly rule: Pick<Rule, 'id' | 'severity' | 'fix'>,
    private readonly model: Pick<Model, 'targetOf' | 'complete'>,
  ) {}

  /** @param path from the root of the object; a missing field is reported at what should hold it */
  public add(manifest: Manifest, path: Path, message: string, options: ReportOptions = {}): void {
    const { complete } = this.model;
    const target = this.model.targetOf(manifest);
    const { only, outside } = options;
    if (only !== undefined && target !== undefined && only !== target) {
      return;
    }
    if (outside === 'silent' && !complete) {
      return;
    }
    let severity = options.severity ?? this.rule.severity;
    if (outside !== undefined && outside !== 'silent' && !complete) {
      severity = lighter(severity, outside);
    }
    const unsure = only !== undefined && target === undefined;
    this.findings.push({
      rule: this.rule.id,
      severity: unsure ? lighter(severity, 'warning') : severity,
      message: unsure ? `${message} (${ON[only]} only; --target says where the manifests run)` : message,
      fix: options.fix ?? this.rule.fix,
      manifest,
      path,
    });
  }
}

function lighter(a: Severity, b: Severity): Severity {
  return WEIGHT[a] < WEIGHT[b] ? a : b;
}
