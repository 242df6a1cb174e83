import { ALL_RULES, RULE_DOCS } from '../../src/rules';
import { elsewhere } from '../../tools/generate/rules-proved';
import { EXPERIMENTS } from '../daprd/rules';
import { ELSEWHERE } from '../daprd/rules/elsewhere';

const tried = new Set(EXPERIMENTS.map(({ rule }) => rule));

test('every rule is tried on a real daprd, or it is said where it shows', () => {
  expect(RULE_DOCS.map(({ id }) => id).filter((id) => !tried.has(id) && elsewhere(id, false) === undefined)).toEqual([]);
});

test('a rule has one experiment, of examples that it has, of both sides where a good one is not for Kubernetes alone', () => {
  expect(EXPERIMENTS.map(({ rule }) => rule)).toEqual([...tried]);
  for (const { rule, bad, good } of EXPERIMENTS) {
    const { id, bad: wrong, good: right } = ALL_RULES.find((one) => one.id === rule)!;
    const tryable = right.some(({ target }) => target !== 'kubernetes');
    expect([id, bad.length > 0, good.length > 0]).toEqual([rule, true, tryable]);
    expect(bad.filter(({ example }) => wrong[example] === undefined)).toEqual([]);
    expect(good.filter(({ example }) => right[example] === undefined)).toEqual([]);
  }
});

test('only rules that there are stand among those shown elsewhere', () => {
  const ids = RULE_DOCS.map(({ id }) => id);
  expect(Object.keys(ELSEWHERE).filter((id) => !ids.includes(id))).toEqual([]);
});
