import { basename } from 'node:path';
import { RULE_DOCS } from '../rules';
import { grouped } from '../rules/grouped';
import { at } from '../rules/read';
import type { Input } from '../validate/input';
import { readSource } from '../validate/read-source';
import type { LocatedFinding } from '../validate/result';
import { Source } from '../validate/source';
import { ValidationContext, ViolatingResource, Violation } from './cdk8s-cli';

/** The findings as the CLI's report wants them: one violation for each rule and what to do about it, with the objects that break it. */
export function violationsOf(findings: readonly LocatedFinding[], inputs: readonly Input[], { stdout }: ValidationContext): Violation[] {
  if (findings.length === 0) {
    return [];
  }
  const names = resourceNames(inputs);
  const groups = grouped(findings, ({ rule, severity, fix }) => JSON.stringify([rule, severity, fix]));
  return [...groups.values()].map((group): Violation => {
    const [{ rule, severity, fix, docs }] = group;
    const title = RULE_DOCS.find(({ id }) => id === rule)?.title ?? rule;
    return {
      ruleName: rule,
      recommendation: `${severity}: ${title}${docs === '' ? '' : ` (${docs})`}`,
      fix,
      violatingResources: [...grouped(group, identity).values()].map((own): ViolatingResource => ({
        resourceName: names(own[0]),
        locations: own.map((finding) => location(finding, stdout === true)),
        manifestPath: own[0].file,
      })),
    };
  });
}

/**
 * The CLI knows constructs by the names of their objects alone, so that a Service and a Component of one name get each other's path. Where a
 * name is not enough, the kind comes with it, and the CLI finds nothing: better no path than a wrong one.
 */
function resourceNames(inputs: readonly Input[]): (finding: LocatedFinding) => string {
  const counts = new Map<string, number>();
  for (const input of inputs.flatMap((one) => ('text' in one ? [one] : []))) {
    for (const { body } of readSource(new Source(input.name, input.text)).objects) {
      const name = String(at(body, 'metadata', 'name'));
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return ({ kind, name, file }) => (name === '' ? basename(file) : counts.get(name) === 1 ? name : `${kind}/${name}`);
}

function location({ path, message, line }: LocatedFinding, isGone: boolean): string {
  return `${path === '' ? '' : `${path}: `}${message}${isGone ? '' : ` (line ${line})`}`;
}

function identity({ file, kind, namespace, name }: LocatedFinding): string {
  return JSON.stringify([file, kind, namespace, name]);
}
