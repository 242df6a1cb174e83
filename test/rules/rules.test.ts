import { Code } from '../../src/private/codes';
import { ALL_RULES, RECOMMENDED, RULE_DOCS } from '../../src/rules';
import { check } from '../../src/rules/engine';
import { findings, modelOfExample } from '../support/rules';

const RULES = ALL_RULES.map((rule) => [rule.id, rule] as const);

describe('the table of rules', () => {
  test('has no id twice', () => {
    const ids = ALL_RULES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

test('every code that a construct reports is explained', () => {
  const explained = RULE_DOCS.map(({ id }) => id);
  expect(Object.values(Code).filter((code) => !explained.includes(code))).toEqual([]);
});

describe.each(RULES)('%s', (_id, rule) => {
  test('has an id, a title, a reason, a fix and a source', () => {
    expect(rule.id).toMatch(/^DAPR\d{3}$/);
    expect(rule.title).toMatch(/^[A-Z'].*[^.]$/);
    expect(rule.why).toMatch(/\.$/);
    expect(rule.fix).toMatch(/^[A-Z].*\.$/s);
    expect(rule.source).toMatch(/\S/);
    rule.facts.forEach((fact) => expect(fact).toMatch(/^R\d{3}$/));
  });

  test.each(rule.bad.map((example, i) => [i + 1, example] as const))('reports bad example %i, word for word', (_i, example) => {
    const said = check(modelOfExample(example), { rules: [rule] }).findings.map(({ message }) => message);
    expect(said).toEqual(example.says);
    expect(said.length).toBeGreaterThan(0);
  });

  test('weighs nothing more than it says', () => {
    const weights = ['info', 'warning', 'error'];
    const most = weights.indexOf(rule.gravest ?? rule.severity);
    const found = rule.bad.flatMap((example) => check(modelOfExample(example), { rules: [rule] }).findings);
    expect(found.filter(({ severity }) => weights.indexOf(severity) > most)).toEqual([]);
  });

  test.each(rule.good.map((example, i) => [i + 1, example] as const))('says nothing of good example %i', (_i, example) => {
    expect(findings(example, [rule])).toEqual([]);
  });

  test('no other rule finds an error in the good examples', () => {
    const errors = rule.good.flatMap((example) => findings(example, RECOMMENDED)).filter((line) => line.startsWith('error'));
    expect(errors).toEqual([]);
  });
});
