/** Prints which rules were tried on a real Dapr, and what was seen. */
import { INPUT, PRODUCTION, RULE_DOCS } from '../../src/rules';
import type { RuleDoc } from '../../src/rules/rule';
import { PROOFS as ON_A_CLUSTER } from '../../test/cluster/rules';
import { EXPERIMENTS } from '../../test/daprd/rules';
import { ELSEWHERE, Elsewhere } from '../../test/daprd/rules/elsewhere';
import { proofOf } from '../../test/daprd/rules/experiment';
import { Proof } from '../../test/support/proof';

/** What each ring of tests has seen. */
const PROOFS: readonly Proof[] = [...EXPERIMENTS.map(proofOf), ...ON_A_CLUSTER];

export function rulesProvedPage(): string {
  const proved = new Map(RULE_DOCS.map(({ id }) => [id, PROOFS.filter(({ rule }) => rule === id)]));
  const rows = RULE_DOCS.flatMap(({ id, title }) => proved.get(id)!.map((proof) => row(id, title, proof)));
  const others = RULE_DOCS.flatMap((rule) => other(rule, proved.get(rule.id)!));
  const corrected = PROOFS.filter((proof) => proof.corrected !== undefined);
  return `# Rules and real Dapr

<!-- Printed by \`npm run generate\`; do not edit. -->

A rule is only worth what it says where Dapr does just that. So the examples of [the rules](rules.md) are given to a real Dapr 1.18.3:
the bad one must do what the rule says, the good one must not. \`npm run test:daprd\` and
\`npm run test:cluster\` repeat it. ${count(proved)} of ${proved.size} rules are shown so; why the others are not stands in the last table.

## Shown

| rule | what it finds | tried on | the bad example | the good example |
|---|---|---|---|---|
${rows.join('')}
## Corrected

What a rule said before it was tried, where Dapr did something else. The rule was changed.

| rule | it said |
|---|---|
${corrected.map(({ rule, corrected: was }) => `| ${link(rule)} | ${cell(was!)} |\n`).join('')}
## Not shown, or only half

| rule | what it finds | who shows it | what happens there, or why it is not tried |
|---|---|---|---|
${others.join('')}`;
}

function count(proved: ReadonlyMap<string, readonly Proof[]>): number {
  return [...proved.values()].filter((proofs) => proofs.length > 0).length;
}

function row(id: string, title: string, { by, bad, good }: Proof): string {
  return `| ${link(id)} | ${cell(title)} | ${by} | ${list(bad)} | ${list(good)} |\n`;
}

/** What no ring has tried, or only half. */
function other({ id, title }: RuleDoc, proofs: readonly Proof[]): string[] {
  const place = elsewhere(id, proofs.length > 0);
  return place === undefined || proofs.some(({ by }) => by !== 'daprd')
    ? []
    : [`| ${link(id)} | ${cell(title)} | ${place.by} | ${cell(place.why)} |\n`];
}

/** Where a rule is shown beside, or instead of, its experiments. */
export function elsewhere(id: string, shown: boolean): Elsewhere | undefined {
  if (ELSEWHERE[id] !== undefined || shown) {
    return ELSEWHERE[id];
  }
  if (PRODUCTION.some((rule) => rule.id === id)) {
    return { by: 'advice', why: 'it works as it stands' };
  }
  return INPUT.some((rule) => rule.id === id) ? { by: 'input', why: 'it is about the file, before Dapr sees it' } : undefined;
}

function link(id: string): string {
  return `[${id}](rules.md#${id.toLowerCase()})`;
}

function list(phrases: readonly string[]): string {
  return phrases.map(cell).join('<br>');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
