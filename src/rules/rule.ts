import type { Model } from './model/model';
import type { Report } from './report';

/**
 * `error`: Dapr or Kubernetes rejects it, exits on it or drops it without a word. `warning`: it works, and will hurt. `info`: advice.
 */
export type Severity = 'error' | 'warning' | 'info';

/** Where the manifests run: the two refuse and honour different spellings. */
export type Target = 'kubernetes' | 'self-hosted';

/** A manifest that shows a rule, and its test. */
export interface Example {
  /** One or more YAML documents. */
  readonly yaml: string;

  /** Declares that nothing exists outside of the example. */
  readonly complete?: boolean;

  /** Where the example runs. Default: what the documents tell. */
  readonly target?: Target;

  /** The Dapr that the example is for, e.g. `1.17`. Default: 1.18. */
  readonly daprVersion?: string;
}

/** A failing example, and every message that the rule reports for it, whole and in order. */
export interface BadExample extends Example {
  readonly says: readonly string[];
}

/** What the documentation says of a rule. */
export interface RuleDoc {
  /** `DAPR` and three digits; never used again for something else. */
  readonly id: string;

  readonly severity: Severity;

  /** What the gravest places weigh, where some weigh more than `severity`. */
  readonly gravest?: Severity;

  /** What is wrong, as a phrase: `A scope that names no application`. */
  readonly title: string;

  /** What Dapr does with it, in whole sentences. */
  readonly why: string;

  /** What to do, as an order: `Write …`. */
  readonly fix: string;

  /** Where Dapr does it: `pkg/runtime/authorizer/authorizer.go IsAppScoped`; several are parted by `; `. */
  readonly source: string;

  /** The facts of the reference that the rule stands for: `R039`. */
  readonly facts: readonly string[];

  /** The ranks of the users' complaints that the rule answers. */
  readonly demand?: readonly number[];

  /** The first and the last Dapr that behaves so. Default: all. */
  readonly since?: string;
  readonly until?: string;

  /** What daprd, the API server or another part of Dapr logs when it happens. */
  readonly symptoms?: readonly RegExp[];
}

/** One fact of what Dapr does with a manifest: pure, so that it serves synth, the command line and the plugin alike. */
export interface Rule extends RuleDoc {
  /** The first is the one that the documentation shows. */
  readonly bad: readonly [BadExample, ...BadExample[]];
  readonly good: readonly [Example, ...Example[]];

  /** Reports every place of the model that breaks the rule. */
  check(model: Model, report: Report): void;
}
