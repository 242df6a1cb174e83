import { INPUT, PRODUCTION, RECOMMENDED } from '../rules';
import type { RuleDoc } from '../rules/rule';
import { docsOf } from '../validate/docs';
import type { Command } from './command';

/** What a rule is part of; the last one is checked by whoever reads the input. */
const PACKS: { readonly [pack: string]: readonly RuleDoc[] } = { recommended: RECOMMENDED, production: PRODUCTION, input: INPUT };

export const rules: Command = {
  operands: [],
  options: { format: { value: '<format>', oneOf: ['pretty', 'json'], about: 'how they are printed; else pretty' } },
  about: "Lists the rules that validate checks. 'cdk8s-dapr explain <rule>' says more of one.",
  run({ values, terminal }) {
    terminal.out(values.format === 'json' ? asJson() : asText());
    return 0;
  },
};

function asJson(): string {
  const all = Object.entries(PACKS).flatMap(([pack, docs]) =>
    docs.map(({ id, severity, title, why, fix, source, since, until }) => ({
      id,
      pack,
      severity,
      title,
      why,
      fix,
      source,
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      docs: docsOf(id),
    })),
  );
  return JSON.stringify({ rules: all }, undefined, 2);
}

function asText(): string {
  return Object.entries(PACKS)
    .filter(([, docs]) => docs.length > 0)
    .map(([pack, docs]) =>
      [heading(pack, docs.length), ...docs.map(({ id, severity, title }) => `  ${id}  ${severity.padEnd(7)}  ${title}`)].join('\n'),
    )
    .join('\n\n');
}

function heading(pack: string, count: number): string {
  const what = pack === 'input' ? 'what is read' : `pack ${pack}`;
  return `${what[0].toUpperCase()}${what.slice(1)} (${count})`;
}
