import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { controlPlaneOptions, controlPlaneTables } from '../../tools/generate/control-plane';

const CATALOG = readFileSync(join(__dirname, '../../catalog/control-plane.yaml'), 'utf8');

/** A catalog of one value. */
const catalog = (value: string): string => `groups:
  '': { type: ControlPlaneOptions, says: All. }
  probe: { type: ControlPlaneProbe, says: A probe. }
shared: {}
absent: {}
values:
${value}`;

test('a value becomes a property that says what it takes, and a row in each table', () => {
  const yaml = catalog(
    `  global.probe.periodSeconds: { option: probe.period, is: duration, unit: s, min: 1, chart: 10, since: '1.18', says: How often. }`,
  );
  expect(controlPlaneOptions(yaml)).toContain(`export interface ControlPlaneProbe {
  /**
   * How often.
   *
   * Whole seconds. Since Dapr 1.18.
   *
   * @default Duration.seconds(10)
   */
  readonly period?: Duration;
}`);
  expect(controlPlaneTables(yaml)).toContain("period: { is: 'duration', unit: 's', min: 1000, since: '1.18' },");
  expect(controlPlaneTables(yaml)).toContain("'probe.period': { key: 'global.probe.periodSeconds', is: 'duration', unit: 's' },");
});

test.each([
  ['an unknown kind', '  a.b: { option: b, is: texst, says: x }', "catalog/control-plane.yaml: a.b: unknown kind 'texst'"],
  [
    'an unknown fact',
    '  a.b: { option: b, is: boolean, mni: 1, says: x }',
    "catalog/control-plane.yaml: a.b: 'mni' is not understood here: expected option, is, says, chart, default, since",
  ],
  ['a group that does not exist', '  a.b: { option: x.b, is: boolean, says: x }', "catalog/control-plane.yaml: a.b: there is no group 'x'"],
  ['no reason', '  a.b: { chart: 1 }', "catalog/control-plane.yaml: a.b: neither 'option' nor 'because'"],
  ['no sentence', '  a.b: { option: b, is: boolean }', "catalog/control-plane.yaml: a.b: needs 'says'"],
  [
    'a duration that is called a number',
    '  a.b: { option: bSeconds, is: duration, says: x }',
    "catalog/control-plane.yaml: a.b: the option 'bSeconds' is taken or ends in Seconds",
  ],
  [
    'an unknown spelling',
    '  a.b: { option: b, is: text, spelled: odd, says: x }',
    "catalog/control-plane.yaml: a.b: unknown spelling 'odd'",
  ],
])('the generator refuses %s', (_, value, message) => {
  expect(() => controlPlaneOptions(catalog(value))).toThrow(message);
});

test('the catalog has every key of the chart once, each offered or with a reason', () => {
  const { values } = load(CATALOG) as any;
  expect(Object.keys(values)).toHaveLength(277);
  expect(Object.values<any>(values).filter((entry) => entry.option === undefined && entry.because === undefined)).toEqual([]);
});
