/** Prints the pages about rules from the rules themselves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { RULE_DOCS } from '../../src/rules';
import type { Example, Rule, RuleDoc } from '../../src/rules/rule';

const NOTE = '<!-- Printed by `npm run generate`; do not edit. -->\n';

const SEVERITIES = `An \`error\` is what Dapr or Kubernetes rejects, exits on or drops without a word; a \`warning\` works and will hurt; an \`info\` is advice.`;

/** Every rule, with what its examples say. */
export function rulesPage(): string {
  const rows = RULE_DOCS.map(({ id, severity, title }) => `| [${id}](#${id.toLowerCase()}) | ${severity} | ${cell(title)} |\n`);
  return `# Rules

${NOTE}
What \`cdk8s synth\`, \`cdk8s-dapr validate\` and the plugin of the cdk8s CLI check. ${SEVERITIES}
\`cdk8s-dapr explain DAPR012\` prints the same in the terminal.

| rule | severity | what it finds |
|---|---|---|
${rows.join('')}
${RULE_DOCS.map(section).join('\n')}`;
}

function section(rule: RuleDoc): string {
  const { id, severity, title, why, fix, source, since, until } = rule;
  const versions = since || until ? ` Dapr ${since ?? '1.15'}${until ? ` to ${until}` : ' and later'}.` : '';
  const stands = [...rule.facts, ...(rule.demand ?? []).map((rank) => `D${rank}`)];
  const facts = stands.length === 0 ? '' : ` Facts: ${stands.join(', ')}.`;
  return `## ${id}

**${title}** (${severity}). ${why}

${fix}
${'bad' in rule ? examples(rule as Rule) : ''}
*Source: ${source
    .split(/; */)
    .map((part) => `\`${part}\``)
    .join('; ')}.${versions}${facts}*
`;
}

function examples({ bad: [bad], good: [good] }: Rule): string {
  return `
Wrong${circumstances(bad)}:

\`\`\`yaml
${bad.yaml.trim()}
\`\`\`

\`\`\`text
${bad.says.join('\n')}
\`\`\`

Right${circumstances(good)}:

\`\`\`yaml
${good.yaml.trim()}
\`\`\`
`;
}

function circumstances({ complete, target, daprVersion }: Example): string {
  const words = [
    ...(complete ? ['where nothing exists outside'] : []),
    ...(target === undefined ? [] : [target === 'kubernetes' ? 'on Kubernetes' : 'self-hosted']),
    ...(daprVersion === undefined ? [] : [`for Dapr ${daprVersion}`]),
  ];
  return words.length === 0 ? '' : `, ${words.join(', ')}`;
}

/** The facts and complaints that no rule answers, by id, and why. */
export function notChecked(root: string): Map<string, string> {
  return new Map(Object.entries(load(readFileSync(join(root, 'catalog/not-checked.yaml'), 'utf8')) as Record<string, string>));
}

export function notCheckedPage(root: string): string {
  const reasons = [...notChecked(root)];
  const table = (letter: string): string =>
    reasons
      .filter(([id]) => id.startsWith(letter))
      .map(([id, why]) => `| ${id} | ${cell(why)} |\n`)
      .join('');
  return `# What the rules do not check

${NOTE}
The rules stand for facts of how Dapr 1.18 treats manifests, R001 to R233, and for what users of Dapr complain of, D1 to D53; each rule of
[rules.md](rules.md) names those that it answers. The rest, and why no rule over manifests can answer it:

## Facts

| fact | why no rule |
|---|---|
${table('R')}
## Complaints

| complaint | why no rule |
|---|---|
${table('D')}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
