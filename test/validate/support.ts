import type { RunnableRule } from '../../src/rules/engine';
import type { Input, Role } from '../../src/validate/input';
import type { LocatedFinding, Result } from '../../src/validate/result';
import { validate, ValidateOptions } from '../../src/validate/validate';
import { rule } from '../support/rules';

/** Reports a path of every object, so that tests of places need no rule of Dapr. */
export function ruleAt(message: string, ...path: (string | number)[]): RunnableRule {
  return {
    id: 'TEST001',
    severity: 'error',
    fix: 'Do it right.',
    check({ manifests }, report) {
      manifests.forEach((manifest) => report.add(manifest, path, message));
    },
  };
}

/** Validates texts by their names, by one rule: what others find is no matter here. */
export function validateTexts(
  files: { readonly [name: string]: string },
  options: Partial<ValidateOptions> = {},
  roles: { readonly [name: string]: Role } = {},
): Result {
  const inputs = Object.entries(files).map(([name, text]): Input => ({ name, text, role: roles[name] }));
  return validate(inputs, { rules: [rule('DAPR022')], ...options });
}

/** A finding in a line: `a.yaml:2:13 error DAPR022 Component/x apiVersion`. */
export function lineOf({ file, line, column, severity, rule, kind, name, path }: LocatedFinding): string {
  return `${file}:${line}:${column} ${severity} ${rule} ${kind === '' ? '' : `${kind}/${name} ${path}`}`.trim();
}

export const COMPONENT = `apiVersion: dapr.io/v1alpha1
kind: Component
metadata:
  name: statestore
spec:
  type: state.in-memory
  version: v1
  metadata: []
`;

/** What the one rule that these tests lean on finds. */
export const WRONG = COMPONENT.replace('v1alpha1', 'v1');
