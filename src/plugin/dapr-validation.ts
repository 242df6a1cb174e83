import { readFileSync } from 'node:fs';
import { unreadable } from '../rules/input/unreadable';
import type { Severity } from '../rules/rule';
import type { Input } from '../validate/input';
import type { Result } from '../validate/result';
import { validate } from '../validate/validate';
import { ValidationContext } from './cdk8s-cli';
import { DaprValidationProperties, Plan, planOf } from './properties';
import { violationsOf } from './violations';

const WEIGHT: { readonly [severity in Severity]: number } = { error: 2, warning: 1, info: 0 };

/** The validation plugin of the cdk8s CLI: holds what was synthesized against the rules, whoever made it. */
export class DaprValidation {
  private readonly plan: Plan;

  constructor(properties: DaprValidationProperties = {}) {
    this.plan = planOf(properties);
  }

  public async validate(context: ValidationContext): Promise<void> {
    const { packs, threshold, options } = this.plan;
    let result: Result;
    try {
      const inputs = context.manifests.map(read);
      result = validate(inputs, options);
      violationsOf(result.findings, inputs, context).forEach((violation) => context.report.addViolation(violation));
    } catch (error) {
      // Without a report the CLI says nothing of what happened.
      context.report.addViolation({
        ruleName: 'DAPR290',
        recommendation: `The manifests could not be checked: ${error instanceof Error ? error.message : String(error)}`,
        fix: 'Report it, with the manifests; until then run synth with --no-validate.',
        violatingResources: [],
      });
      context.report.submit('failure');
      return;
    }
    const failed = result.findings.some(({ severity }) => WEIGHT[severity] >= WEIGHT[threshold]);
    const { summary } = result;
    context.report.submit(failed ? 'failure' : 'success', {
      Packs: packs.join(', '),
      'Fails from': threshold,
      'Objects checked': String(summary.checked),
      Errors: String(summary.errors),
      Warnings: String(summary.warnings),
      Advice: String(summary.infos),
      Acknowledged: String(summary.acknowledged),
    });
  }
}

/** The CLI's own reader takes YAML for what version 1.2 says, and Kubernetes for what 1.1 says: so the text is read here. */
function read(name: string): Input {
  try {
    return { name, text: readFileSync(name, 'utf8') };
  } catch (error) {
    return { name, problem: { rule: unreadable, message: `the file cannot be read: ${(error as Error).message}` } };
  }
}
