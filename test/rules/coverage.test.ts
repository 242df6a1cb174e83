import { join } from 'node:path';
import { RULE_DOCS } from '../../src/rules';
import { notChecked } from '../../tools/generate/rules-docs';

const NOT_CHECKED = notChecked(join(__dirname, '../..'));
const FACTS = Array.from({ length: 233 }, (_, i) => `R${String(i + 1).padStart(3, '0')}`);
const COMPLAINTS = Array.from({ length: 53 }, (_, i) => `D${i + 1}`);

test('every fact of how Dapr treats manifests has a rule, or a line that says why there is none', () => {
  const checked = new Set(RULE_DOCS.flatMap(({ facts }) => facts));
  expect(FACTS.filter((fact) => !checked.has(fact) && !NOT_CHECKED.has(fact))).toEqual([]);
  expect(FACTS.filter((fact) => checked.has(fact) && NOT_CHECKED.has(fact))).toEqual([]);
});

test('every complaint of users has a rule, or a line that says why there is none', () => {
  const answered = new Set(RULE_DOCS.flatMap(({ demand }) => (demand ?? []).map((rank) => `D${rank}`)));
  expect(COMPLAINTS.filter((rank) => !answered.has(rank) && !NOT_CHECKED.has(rank))).toEqual([]);
  expect(COMPLAINTS.filter((rank) => answered.has(rank) && NOT_CHECKED.has(rank))).toEqual([]);
});

test('no line stands for a fact that does not exist', () => {
  expect([...NOT_CHECKED.keys()].filter((id) => !FACTS.includes(id) && !COMPLAINTS.includes(id))).toEqual([]);
});
