import type { Rule, RuleDoc } from '../rules/rule';
import { docsOf } from './docs';

/** All that is known of a rule, for a terminal. */
export function explainRule(doc: RuleDoc): string {
  const { bad, good } = doc as Partial<Pick<Rule, 'bad' | 'good'>>;
  const versions = [doc.since === undefined ? '' : `since Dapr ${doc.since}`, doc.until === undefined ? '' : `until Dapr ${doc.until}`];
  return [
    `${doc.id} (${doc.severity}): ${doc.title}`,
    '',
    ...wrap(doc.why),
    ...(bad === undefined
      ? []
      : ['', 'Wrong:', '', ...indented(bad[0].yaml), '', ...bad[0].says.flatMap((message) => wrap(`${doc.severity}: ${message}`, '  '))]),
    ...(good === undefined ? [] : ['', 'Right:', '', ...indented(good[0].yaml)]),
    '',
    ...wrap(`To mend it: ${doc.fix}`),
    '',
    `Source: ${doc.source}`,
    ...versions.filter((text) => text !== '').map((text) => `Applies ${text}.`),
    `More: ${docsOf(doc.id)}`,
  ].join('\n');
}

/** The rules whose symptom a log line is, those that say most of it first. */
export function rulesFor(line: string, docs: readonly RuleDoc[]): RuleDoc[] {
  const matches = docs.flatMap((doc) => {
    const length = Math.max(0, ...(doc.symptoms ?? []).map((symptom) => symptom.exec(line)?.[0].length ?? 0));
    return length === 0 ? [] : [{ doc, length }];
  });
  return matches.sort((a, b) => b.length - a.length || (a.doc.id < b.doc.id ? -1 : 1)).map(({ doc }) => doc);
}

function indented(yaml: string): string[] {
  return yaml
    .trim()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd());
}

const WIDTH = 100;

function wrap(text: string, indent = ''): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = `${lines[lines.length - 1]} ${word}`.trim();
    if (line.length + indent.length > WIDTH && lines[lines.length - 1] !== '') {
      lines.push(word);
    } else {
      lines[lines.length - 1] = line;
    }
  }
  return lines.map((line) => indent + line);
}
