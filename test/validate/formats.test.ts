import Ajv from 'ajv';
import { RULE_DOCS } from '../../src/rules';
import { FORMATS } from '../../src/validate/formats';
import { printable } from '../../src/validate/formats/words';
import type { Result } from '../../src/validate/result';
import { COMPONENT, validateTexts, WRONG } from './support';

const DOCS = 'https://github.com/cdk8s-dapr/cdk8s-dapr/blob/main/docs/rules.md';

/** An error, a warning, an acknowledged finding, and something that is skipped. */
const RESULT = validateTexts(
  {
    'k8s/a.yaml': `${WRONG.replace('statestore', 'store\n  namespace: shop')}---\nkind: ConfigMap\napiVersion: v1\ndata: { a: 1, a: 1 }\n`,
    'dev/b.yaml': WRONG,
    'c.yaml': COMPONENT,
  },
  { acknowledge: [{ rule: 'DAPR022', file: /^dev\//, reason: 'a course' }] },
);

const print = (format: string, result: Result, colour = false): string =>
  FORMATS[format](result, { colour, rules: RULE_DOCS, version: '1.2.3' });

test('pretty, whole', () => {
  expect(print('pretty', RESULT)).toBe(`Component store (namespace shop) in k8s/a.yaml

  error: a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'
    --> k8s/a.yaml:1:13
     |
   1 | apiVersion: dapr.io/v1
     |             ^^^^^^^^^^
     = Write apiVersion: dapr.io/v1alpha1.
     = DAPR022 ${DOCS}#dapr022

k8s/a.yaml

  warning: 'a' is set already in line 13: both say the same
     --> k8s/a.yaml:13:15
      |
   12 | apiVersion: v1
   13 | data: { a: 1, a: 1 }
      |               ^
      = Keep one of the two.
      = DAPR292 ${DOCS}#dapr292

Acknowledged
  DAPR022 Component statestore dev/b.yaml:1: a course

1 error, 1 warning in 1 of 3 files; 1 acknowledged; 1 object of other kinds skipped (1 ConfigMap)`);
});

test('pretty, in colours', () => {
  expect(print('pretty', RESULT, true).split('\n').slice(0, 3)).toEqual([
    '\u001b[1mComponent store (namespace shop)\u001b[0m \u001b[2min k8s/a.yaml\u001b[0m',
    '',
    "  \u001b[31merror\u001b[0m\u001b[1m: a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'\u001b[0m",
  ]);
});

test.each([
  [{ 'a.yaml': COMPONENT }, 'No findings: 1 object in 1 file checked'],
  [{ 'values.yaml': 'a: 1\n' }, 'Nothing to check in 1 file; 1 document without objects skipped'],
  [
    {
      'a.yaml':
        ['ConfigMap', 'Role', 'Job2', 'Ingress', 'Role'].map((kind) => `kind: ${kind}\napiVersion: v1\n`).join('---\n') +
        `---\n${COMPONENT}`,
    },
    'No findings: 1 object in 1 file checked; 5 objects of other kinds skipped (2 Role, 1 ConfigMap, 1 Ingress, …)',
  ],
])('pretty, where nothing was found: %#', (files, line) => {
  expect(print('pretty', validateTexts(files as { [name: string]: string }))).toBe(line);
});

test('json, whole, and as its schema says', () => {
  const printed = JSON.parse(print('json', RESULT)) as unknown;
  expect(printed).toEqual({
    findings: [
      {
        ...{ rule: 'DAPR022', severity: 'error', message: "a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'" },
        ...{ fix: 'Write apiVersion: dapr.io/v1alpha1.', file: 'k8s/a.yaml', line: 1, column: 13 },
        ...{ kind: 'Component', name: 'store', namespace: 'shop', path: 'apiVersion', docs: `${DOCS}#dapr022` },
      },
      {
        ...{ rule: 'DAPR292', severity: 'warning', message: "'a' is set already in line 13: both say the same" },
        ...{ fix: 'Keep one of the two.', file: 'k8s/a.yaml', line: 13, column: 15 },
        ...{ kind: '', name: '', namespace: '', path: '', docs: `${DOCS}#dapr292` },
      },
    ],
    acknowledged: [
      {
        ...{ rule: 'DAPR022', severity: 'error', message: "a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'" },
        ...{ fix: 'Write apiVersion: dapr.io/v1alpha1.', file: 'dev/b.yaml', line: 1, column: 13 },
        ...{ kind: 'Component', name: 'statestore', namespace: '', path: 'apiVersion', docs: `${DOCS}#dapr022`, reason: 'a course' },
      },
    ],
    summary: { files: 3, documents: 4, checked: 3, skipped: 1, errors: 1, warnings: 1, infos: 0, acknowledged: 1, known: 0 },
  });
  const ajv = new Ajv({ strict: false });
  const fits = ajv.compile(require('../../schemas/validate-output.json'));
  expect([fits(printed), fits.errors]).toEqual([true, null]);
  expect(fits({ ...(printed as object), summary: {} })).toBe(false);
});

test('github, whole', () => {
  expect(print('github', RESULT)).toBe(
    [
      `::error file=k8s/a.yaml,line=1,col=13,title=DAPR022 Component store (namespace shop)::a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'%0AWrite apiVersion: dapr.io/v1alpha1.%0A${DOCS}#dapr022`,
      `::warning file=k8s/a.yaml,line=13,col=15,title=DAPR292::'a' is set already in line 13: both say the same%0AKeep one of the two.%0A${DOCS}#dapr292`,
      '1 error, 1 warning in 1 of 3 files; 1 acknowledged; 1 object of other kinds skipped (1 ConfigMap)',
    ].join('\n'),
  );
});

test('junit, whole', () => {
  expect(print('junit', RESULT)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cdk8s-dapr validate" tests="2" failures="1" errors="0">
  <testsuite name="k8s/a.yaml" tests="2" failures="1" errors="0" skipped="0">
    <testcase name="DAPR022 Component store (namespace shop) apiVersion" classname="k8s/a.yaml">
      <failure type="DAPR022" message="a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'">k8s/a.yaml:1:13
a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'
Write apiVersion: dapr.io/v1alpha1.
${DOCS}#dapr022</failure>
    </testcase>
    <testcase name="DAPR292" classname="k8s/a.yaml">
      <system-out>warning: k8s/a.yaml:13:15
'a' is set already in line 13: both say the same
Keep one of the two.
${DOCS}#dapr292</system-out>
    </testcase>
  </testsuite>
</testsuites>`);
  expect(print('junit', validateTexts({ 'a.yaml': COMPONENT }))).toContain(
    '<testcase name="1 objects in 1 files" classname="cdk8s-dapr"/>',
  );
});

test('sarif, whole', () => {
  const region = { startLine: 1, startColumn: 13, endLine: 1, endColumn: 23 };
  const text = "a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'. Write apiVersion: dapr.io/v1alpha1.";
  const log = JSON.parse(print('sarif', RESULT)) as any;
  const [run] = log.runs;
  expect(log).toMatchObject({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0' });
  expect(run.tool.driver).toMatchObject({
    name: 'cdk8s-dapr',
    version: '1.2.3',
    informationUri: 'https://github.com/cdk8s-dapr/cdk8s-dapr',
  });
  expect(run.tool.driver.rules.map(({ id, helpUri, defaultConfiguration }: any) => [id, helpUri, defaultConfiguration.level])).toEqual([
    ['DAPR022', `${DOCS}#dapr022`, 'error'],
    ['DAPR292', `${DOCS}#dapr292`, 'error'],
  ]);
  run.tool.driver.rules.forEach((rule: any) =>
    [rule.shortDescription, rule.fullDescription, rule.help].forEach((words) => expect(words.text).toMatch(/\S/)),
  );
  expect(run.columnKind).toBe('utf16CodeUnits');
  expect(run.results).toEqual([
    {
      ...{ ruleId: 'DAPR022', ruleIndex: 0, level: 'error', message: { text: `Component store (namespace shop): ${text}` } },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'k8s/a.yaml' }, region },
          logicalLocations: [{ fullyQualifiedName: 'Component store (namespace shop) apiVersion' }],
        },
      ],
      partialFingerprints: { 'cdk8sDapr/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
    },
    {
      ...{
        ruleId: 'DAPR292',
        ruleIndex: 1,
        level: 'warning',
        message: { text: "'a' is set already in line 13: both say the same. Keep one of the two." },
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'k8s/a.yaml' },
            region: { startLine: 13, startColumn: 15, endLine: 13, endColumn: 16 },
          },
        },
      ],
      partialFingerprints: { 'cdk8sDapr/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
    },
    {
      ...{ ruleId: 'DAPR022', ruleIndex: 0, level: 'error', message: { text: `Component statestore: ${text}` } },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'dev/b.yaml' }, region },
          logicalLocations: [{ fullyQualifiedName: 'Component statestore apiVersion' }],
        },
      ],
      partialFingerprints: { 'cdk8sDapr/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
      suppressions: [{ kind: 'external', justification: 'a course' }],
    },
  ]);
});

describe('texts that mean something to a format', () => {
  const odd = validateTexts({ './a, b:100%\r\n.yaml': WRONG.replace('statestore', '"<&>\\"\\e\\x00\\n"') });

  test('github escapes what ends a property or a line', () => {
    expect(print('github', odd)).toMatch(/^::error file=\.\/a%2C b%3A100%25%0D%0A\.yaml,line=1,col=13,title=DAPR022 Component <&>"��::/);
  });

  test('junit escapes what XML takes for its own, and leaves out what it cannot hold', () => {
    const xml = print('junit', odd);
    expect(xml).toContain('name="DAPR022 Component &lt;&amp;&gt;&quot;��&#10; apiVersion" classname="./a, b:100%&#13;&#10;.yaml"');
  });

  test('sarif has addresses', () => {
    const log = JSON.parse(print('sarif', odd)) as any;
    expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('a%2C%20b%3A100%25%0D%0A.yaml');
  });

  test('pretty lets nothing through that moves the cursor or turns the direction of writing', () => {
    expect(printable('a\u001b[31m\tb\r\nc\u202e\u0007é漢')).toBe('a�[31m b  c��é漢');

    expect(print('pretty', odd)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});
