import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotationFacts, sidecarOptions } from '../../tools/generate/annotations';
import { messageOf } from './support';

const ROOT = join(__dirname, '../..');

function entry(lines: string): string {
  return `dapr.io/x:\n${lines
    .split('; ')
    .map((line) => `  ${line}`)
    .join('\n')}\n`;
}

test('src/generated/sidecar-options.ts is what the catalog gives', () => {
  const catalog = readFileSync(join(ROOT, 'catalog/annotations.yaml'), 'utf8');
  expect(readFileSync(join(ROOT, 'src/generated/sidecar-options.ts'), 'utf8')).toBe(sidecarOptions(catalog));
});

test('src/generated/annotation-facts.ts is what the catalog gives', () => {
  const catalog = readFileSync(join(ROOT, 'catalog/annotations.yaml'), 'utf8');
  expect(readFileSync(join(ROOT, 'src/generated/annotation-facts.ts'), 'utf8')).toBe(annotationFacts(catalog));
});

const GOOD = 'option: x; is: text; says: What.; default: "- none"';

test.each([
  [
    'a fact that it does not know',
    entry(`${GOOD}; colour: red`),
    "dapr.io/x: 'colour' is not understood here: expected option, is, default, since, needs, says, more, pattern, expected",
  ],
  [
    'a fact that its kind does not have',
    entry(`${GOOD}; unit: s`),
    "dapr.io/x: 'unit' is not understood here: expected option, is, default, since, needs, says, more, pattern, expected",
  ],
  ['a kind that it does not know', entry('option: x; is: colour; says: What.; default: "- none"'), "dapr.io/x: unknown kind 'colour'"],
  ['an option without a default', entry('option: x; is: text; says: What.'), 'dapr.io/x: needs default'],
  [
    'a unit that it does not know',
    entry('option: x; is: duration; says: What.; default: "- none"; unit: h'),
    "dapr.io/x: unknown unit 'h'",
  ],
  ['an enum without values', entry('option: x; is: enum; says: What.; default: "- none"'), 'dapr.io/x: needs enum, enumSays, values'],
  [
    'two options that are one in Python',
    entry(GOOD) + entry(GOOD).replace('dapr.io/x', 'dapr.io/y'),
    "dapr.io/y: the option 'x' is taken or ends in Seconds",
  ],
  [
    'a duration that is named like a number',
    entry(GOOD.replace('option: x', 'option: delaySeconds')),
    "dapr.io/x: the option 'delaySeconds' is taken or ends in Seconds",
  ],
  ['what is no annotation', entry(GOOD).replace('dapr.io/x', 'dapr.io/X_y'), 'dapr.io/X_y: not the name of an annotation'],
  ['an annotation that is left out without a reason', 'dapr.io/x: {}\n', "dapr.io/x: neither 'option' nor 'because' and 'wire'"],
  ['a need of what is no option', entry(`${GOOD}; needs: y`), "there is no option 'y'"],
])('the generator refuses %s', (_, yaml, message) => {
  expect(messageOf(() => sidecarOptions(yaml))).toBe(`catalog/annotations.yaml: ${message}`);
});
