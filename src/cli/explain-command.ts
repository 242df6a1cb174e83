import { nearest } from '../private/nearest';
import { RULE_DOCS } from '../rules';
import type { RuleDoc } from '../rules/rule';
import { docsOf } from '../validate/docs';
import { explainRule, rulesFor } from '../validate/explain';
import type { Command } from './command';
import { Failure, UsageError } from './errors';

/** More would be a guess. */
const MOST = 3;

export const explain: Command = {
  operands: ['[rule or log line...]'],
  options: {},
  about: [
    'Says what a rule means, why, and how to mend what it finds: cdk8s-dapr explain DAPR022. Or, given a line that daprd,',
    'the operator or kubectl logged, which rule it is about.',
  ].join('\n'),
  run({ operands, terminal }) {
    const asked = operands.join(' ').trim();
    if (asked === '') {
      throw new UsageError('expected the id of a rule, such as DAPR022, or a log line: got nothing');
    }
    terminal.out(isId(asked) ? explainRule(ruleOf(asked)) : explainLine(asked));
    return 0;
  },
};

function isId(text: string): boolean {
  return /^[a-z]+[-_ ]?\d+$/i.test(text);
}

function ruleOf(asked: string): RuleDoc {
  const id = asked.toUpperCase().replace(/[-_ ]/, '');
  const found = RULE_DOCS.find((doc) => doc.id === id);
  if (found === undefined) {
    const meant = nearest(
      id,
      RULE_DOCS.map((doc) => doc.id),
    );
    throw new UsageError(`there is no rule '${asked}'${meant === undefined ? '' : `; did you mean '${meant}'?`}`);
  }
  return found;
}

function explainLine(line: string): string {
  const [best, ...others] = rulesFor(line, RULE_DOCS);
  if (best === undefined) {
    throw new Failure(
      "no rule knows this line; give it as it was logged, in quotes, and without what your own application says ('cdk8s-dapr rules' lists the rules)",
    );
  }
  const also = others.slice(0, MOST - 1).map(({ id, title }) => `  ${id}  ${title} ${docsOf(id)}`.trimEnd());
  return [explainRule(best), ...(also.length === 0 ? [] : ['', 'It may also be:', ...also])].join('\n');
}
