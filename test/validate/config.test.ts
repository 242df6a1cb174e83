import Ajv from 'ajv';
import { load } from 'js-yaml';
import { baselineOf, readBaseline } from '../../src/validate/baseline';
import { readConfig, refuseUnknownRules, reasonFor } from '../../src/validate/config';
import { globToRegExp, isGlob, rootOf } from '../../src/validate/glob';
import { COMPONENT, lineOf, validateTexts, WRONG } from './support';

const WHOLE = `
daprVersion: 1.17
target: self-hosted
complete: true
severity: warning
packs: [production, ./platform.js]
rules: { DAPR022: off, DAPR292: info }
acknowledge:
  - { rule: DAPR022, kind: Component, name: a, namespace: b, file: ./k8s/**, reason: ' a course ' }
`;

test('a configuration says all that the command line does', () => {
  expect(readConfig('c.yaml', WHOLE)).toEqual({
    daprVersion: '1.17',
    target: 'self-hosted',
    complete: true,
    severity: 'warning',
    packs: ['production', './platform.js'],
    severities: new Map([
      ['DAPR022', 'off'],
      ['DAPR292', 'info'],
    ]),
    acknowledge: [{ rule: 'DAPR022', kind: 'Component', name: 'a', namespace: 'b', file: globToRegExp('k8s/**'), reason: 'a course' }],
  });
  expect(readConfig('c.yaml', '# nothing\n')).toEqual({ packs: [], severities: new Map(), acknowledge: [] });
});

describe('a mistake in a configuration is told', () => {
  test.each([
    ['dapr-version: 1.18', "there is no key 'dapr-version'; did you mean 'daprVersion'?"],
    ['frobnicate: 1', "there is no key 'frobnicate': expected one of daprVersion, target, complete, severity, packs, rules, acknowledge"],
    ['daprVersion: 1.81', "daprVersion must be one of 1.15, 1.16, 1.17, 1.18, 1.19: got '1.81'; did you mean '1.18'?"],
    ['target: kubernets', "target must be one of auto, kubernetes, self-hosted: got 'kubernets'; did you mean 'kubernetes'?"],
    ['complete: 1', 'complete must be true or false'],
    ['packs: [1]', 'packs must be a list of texts'],
    ['packs: {}', 'packs must be a list'],
    ['rules: [DAPR022]', 'rules must be a mapping, e.g. DAPR041: warning'],
    ['rules: {DAPR022: warn}', "rules.DAPR022 must be one of off, error, warning, info: got 'warn'"],
    ['acknowledge: {}', 'acknowledge must be a list'],
    ['acknowledge: [x]', 'acknowledge[0] must be a mapping with rule, kind, name, namespace, file, reason'],
    ['acknowledge: [{rule: DAPR022}]', 'acknowledge[0] needs a reason: why is it right as it is?'],
    ['acknowledge: [{reason: x}]', 'acknowledge[0] needs a rule'],
    ["acknowledge: [{rule: DAPR022, reason: ' '}]", 'acknowledge[0].reason must be a text'],
    ['acknowledge: [{rule: DAPR022, resaon: x}]', "there is no key 'resaon' in acknowledge[0]; did you mean 'reason'?"],
    ['[]', 'expected a mapping with daprVersion, target, complete, severity, packs, rules, acknowledge'],
  ])('%s', (text, message) => {
    expect(() => readConfig('c.yaml', text)).toThrow(new Error(`c.yaml: ${message}`));
  });

  test.each([
    ['target: auto\nrules: {\n', 'c.yaml:2:9: a quote or a bracket is opened and not closed'],
    ['target: auto\ntarget: kubernetes\n', "c.yaml:2:1: 'target' is set twice"],
  ])('%j, with its place', (text, message) => {
    expect(() => readConfig('c.yaml', text)).toThrow(message.replace(/:\d+:\d+:.*/, ''));
    expect(() => readConfig('c.yaml', text)).toThrow(message.replace(/^c\.yaml:\d+:\d+: /, ''));
  });

  test('a rule that nobody knows', () => {
    const config = readConfig('c.yaml', 'rules: {DAPR002: error}');
    expect(() => refuseUnknownRules('c.yaml', config, ['DAPR022', 'ACME001'])).toThrow(
      "c.yaml: there is no rule 'DAPR002'; did you mean 'DAPR022'?",
    );
    expect(() => refuseUnknownRules('c.yaml', config, ['DAPR002'])).not.toThrow();
  });
});

test('the schema of the configuration takes the same', () => {
  const fits = new Ajv({ strict: false }).compile(require('../../schemas/validate-config.json'));
  expect([fits(load(WHOLE)), fits.errors]).toEqual([true, null]);
  expect(fits(null)).toBe(true);
  expect(fits({ frobnicate: 1 })).toBe(false);
  expect(fits({ acknowledge: [{ rule: 'DAPR022' }] })).toBe(false);
});

test('an acknowledgement fits by all that it names', () => {
  const { findings } = validateTexts({ './k8s/a.yaml': WRONG, 'b.yaml': WRONG });
  const accepted = (text: string): string[] =>
    findings
      .filter((finding) => reasonFor(finding, readConfig('c', `acknowledge: [${text}]`).acknowledge) !== undefined)
      .map(({ file }) => file);
  expect(accepted('{rule: DAPR022, reason: x}')).toEqual(['./k8s/a.yaml', 'b.yaml']);
  expect(accepted('{rule: DAPR022, file: k8s/*.yaml, reason: x}')).toEqual(['./k8s/a.yaml']);
  expect(accepted('{rule: DAPR022, kind: Component, name: statestore, reason: x}')).toEqual(['./k8s/a.yaml', 'b.yaml']);
  expect(accepted('{rule: DAPR022, name: other, reason: x}, {rule: DAPR292, reason: x}, {rule: DAPR022, namespace: x, reason: x}')).toEqual(
    [],
  );
});

describe('a baseline', () => {
  const first = validateTexts({ 'a.yaml': WRONG, 'b.yaml': 'x: 1\nx: 2\n' });
  const written = baselineOf(first.findings);

  test('knows findings by what they are, not by where they stand', () => {
    const moved = validateTexts({ 'c.yaml': `# moved\n---\n${WRONG}`, 'b.yaml': `\nx: 1\nx: 2\n` }, { baseline: readBaseline(written) });
    expect(moved.findings.map(lineOf)).toEqual(['b.yaml:3:1 warning DAPR292']);
    expect(moved.known.map(lineOf)).toEqual(['c.yaml:3:13 error DAPR022 Component/statestore apiVersion']);
    expect(moved.summary).toMatchObject({ errors: 0, warnings: 1, known: 1 });
  });

  test('does not know a second one like it, another object, or another value', () => {
    const files = {
      'a.yaml': `${WRONG}---\n${WRONG}`,
      'b.yaml': WRONG.replace('statestore', 'other'),
      'c.yaml': WRONG.replace('dapr.io/v1', 'dapr.io/v2'),
    };
    expect(validateTexts(files, { baseline: readBaseline(written) }).findings.map(lineOf)).toEqual([
      'a.yaml:10:13 error DAPR022 Component/statestore apiVersion',
      'b.yaml:1:13 error DAPR022 Component/other apiVersion',
      'c.yaml:1:13 error DAPR022 Component/statestore apiVersion',
    ]);
  });

  test('is the same text for the same findings, and readable', () => {
    expect(baselineOf([...first.findings].reverse())).toBe(written);
    expect(JSON.parse(written).findings.map(({ rule, object, path }: any) => [rule, object, path])).toEqual([
      ['DAPR022', 'Component/statestore', 'apiVersion'],
      ['DAPR292', 'b.yaml', ''],
    ]);
  });

  test.each(['', '[]', '{"version": 2, "findings": []}', '{"version": 1}', 'null'])('%j is none', (text) => {
    expect(readBaseline(text)).toBeUndefined();
  });

  test('is empty where all is well', () => {
    expect(baselineOf(validateTexts({ 'a.yaml': COMPONENT }).findings)).toBe('{\n  "version": 1,\n  "findings": []\n}\n');
  });
});

describe('patterns of paths', () => {
  test.each([
    ['*.yaml', ['a.yaml'], ['a.yml', 'b/a.yaml', '.a.yaml']],
    ['**/*.yaml', ['a.yaml', 'b/c/a.yaml'], ['.git/a.yaml', 'b/.x/a.yaml']],
    ['k8s/**', ['k8s/a', 'k8s/b/c.yaml'], ['k8', 'x/k8s/a']],
    ['a/**/b.yaml', ['a/b.yaml', 'a/x/y/b.yaml'], ['ab.yaml']],
    ['{dev,prod}/*.{yaml,yml}', ['dev/a.yaml', 'prod/b.yml'], ['test/a.yaml']],
    ['?[0-9]/[!a].yaml', ['x1/b.yaml'], ['x1/a.yaml', 'xx/b.yaml']],
    ['.dapr/*', ['.dapr/a.yaml'], ['.dapr/.b']],
    ['a+(b).yaml', ['a+(b).yaml'], ['aab.yaml']],
  ])('%s', (glob, matching, others) => {
    expect(matching.filter((path) => !globToRegExp(glob).test(path))).toEqual([]);
    expect(others.filter((path) => globToRegExp(glob).test(path))).toEqual([]);
  });

  test('begin with a folder', () => {
    expect(['a/b/*.yaml', '*.yaml', '/a/*', '/*', '../x/**'].map(rootOf)).toEqual(['a/b', '.', '/a', '/', '../x']);
    expect(['a.yaml', 'a{b}.yaml', '*', 'a?', '{a,b}', '[ab]'].map(isGlob)).toEqual([false, false, true, true, true, true]);
  });
});
