import { load } from 'js-yaml';
import { DaprValidation } from '../../src/plugin';
import { blocks, run } from '../support/pages';

const PAGE = 'docs/rules-guide.md';

test('the code of the guide to the rules is one program that compiles, and prints what the guide shows', () => {
  const pieces = blocks(PAGE, 'ts');
  expect(pieces.length).toBeGreaterThan(7);
  expect(run(pieces.join('\n'))).toBe(blocks(PAGE, 'text').join(''));
}, 60_000);

test('the plugin takes the properties that the guide shows', () => {
  const [shown] = blocks(PAGE, 'yaml').map((text) => load(text) as { validations: { class: string; properties: object }[] });
  expect(shown.validations[0].class).toBe(DaprValidation.name);
  expect(new DaprValidation(shown.validations[0].properties)).toBeInstanceOf(DaprValidation);
});
