import { DaprVersion } from '../../src/dapr-version';
import { Excerpts } from '../../src/validate/excerpt';
import { patchesOf } from '../../src/validate/kustomization';
import { COMPONENT, lineOf, ruleAt, validateTexts, WRONG } from './support';

describe('a finding is at the line and column of its field', () => {
  const at = (text: string, message: string, ...path: (string | number)[]): string => {
    const { findings } = validateTexts({ 'a.yaml': text }, { rules: [ruleAt(message, ...path)] });
    return findings.map(({ line, column, start, end, source }) => `${line}:${column} ${source?.text.slice(start, end)}`).join(', ');
  };
  const OBJECT =
    'apiVersion: v1\nkind: A\nspec:\n  list:\n    - name: x\n      value: "y z"\n    - {name: q}\n  text: |\n    long\n  empty:\n';

  test.each([
    ['a value', 'got it wrong', ['spec', 'list', 0, 'value'], '6:14 "y z"'],
    ['a value that the message quotes', "there is no 'x', name", ['spec', 'list', 0, 'name'], '5:13 x'],
    ['a key that the message quotes', "there is no field 'name'", ['spec', 'list', 0, 'name'], '5:7 name'],
    ['a mapping: its key', 'wrong', ['spec'], '3:1 spec'],
    ['an item: where it begins', 'wrong', ['spec', 'list', 1], '7:8 name'],
    ['in a flow', 'wrong', ['spec', 'list', 1, 'name'], '7:14 q'],
    ['a block of text: its key', 'wrong', ['spec', 'text'], '8:3 text'],
    ['nothing: its key', 'wrong', ['spec', 'empty'], '10:3 empty'],
    ['a missing field: what should hold it', 'wrong', ['spec', 'list', 0, 'gone', 'more'], '5:7 name'],
    ['a missing field of the root', 'wrong', ['gone'], '1:1 apiVersion'],
    ['the whole object', 'wrong', [], '1:1 apiVersion'],
  ])('%s', (_, message, path, expected) => {
    expect(at(OBJECT, message, ...path)).toBe(expected);
  });

  test('in later documents, with Windows line breaks, in JSON, in items of a list, and behind a merge', () => {
    expect(at(`# c\r\n---\r\n${OBJECT.replaceAll('\n', '\r\n')}`, 'wrong', 'spec', 'list', 0, 'value')).toBe('8:14 "y z"');
    expect(at('{"kind": "A", "apiVersion": "v1",\n "spec": {"a": [1, 2]}}', 'wrong', 'spec', 'a', 1)).toBe('2:20 2');
    expect(
      at('kind: List\napiVersion: v1\nitems:\n- kind: A\n  apiVersion: v1\n  x: 1\n- kind: B\n  apiVersion: v1\n  x: 2\n', 'wrong', 'x'),
    ).toBe('6:6 1, 9:6 2');
    expect(at('kind: A\napiVersion: v1\nx: &x {y: 1}\nz: {<<: *x}\n', 'wrong', 'z', 'y')).toBe('3:11 1');
  });
});

describe('what is read', () => {
  test('objects that kubectl printed, without what the API server adds', () => {
    const body = { ...{ apiVersion: 'dapr.io/v1', kind: 'Component', status: { x: 1 } } };
    const metadata = {
      name: 'a',
      managedFields: [],
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': 'secret', b: 'c' },
    };
    const seen: unknown[] = [];
    const rule = { ...ruleAt(''), check: ({ manifests }: any) => manifests.forEach((manifest: any) => seen.push(manifest.body)) };
    const list = {
      apiVersion: 'v1',
      kind: 'List',
      items: [{ ...body, metadata }, 1, { kind: 'ComponentList', apiVersion: 'dapr.io/v1alpha1', items: [{ metadata: { name: 'b' } }] }],
    };
    validateTexts({ 'list.json': JSON.stringify(list) }, { rules: [rule] });
    expect(seen).toEqual([
      { apiVersion: 'dapr.io/v1', kind: 'Component', metadata: { name: 'a', annotations: { b: 'c' } } },
      { apiVersion: 'dapr.io/v1alpha1', kind: 'Component', metadata: { name: 'b' } },
    ]);
  });

  test('what is skipped is counted, by kind, and documents without an object apart', () => {
    const { summary, skipped } = validateTexts({
      'a.yaml': `${COMPONENT}---\nkind: ConfigMap\napiVersion: v1\n---\nkind: Secret\napiVersion: v1\n---\nkind: ConfigMap\napiVersion: v1\n`,
      'values.yaml': 'replicas: 3\n',
      'dapr.yaml': 'version: 1\napps: []\n',
      'empty.yaml': '',
    });
    expect(summary).toEqual({
      files: 4,
      documents: 6,
      checked: 3,
      skipped: 3,
      errors: 0,
      warnings: 0,
      infos: 0,
      acknowledged: 0,
      known: 0,
    });
    expect(skipped).toEqual([{ what: 'ConfigMap', count: 2 }]);
  });

  test('a broken document is a finding, and the others are checked', () => {
    const { findings } = validateTexts({ 'a.yaml': `${WRONG}---\nkind: Component # dapr\nspec: [\n---\n${WRONG}` });
    expect(findings.map(lineOf)).toEqual([
      'a.yaml:1:13 error DAPR022 Component/statestore apiVersion',
      'a.yaml:11:7 error DAPR291',
      'a.yaml:13:13 error DAPR022 Component/statestore apiVersion',
    ]);
    expect(findings[1].message).toBe('this document is no YAML that can be read: a quote or a bracket is opened and not closed');
  });

  test('what is broken and never speaks of Dapr is a warning', () => {
    expect(validateTexts({ 'a.yaml': 'a: b: c\n' }).findings.map(lineOf)).toEqual(['a.yaml:1:5 warning DAPR291']);
  });

  test('a key that stands twice is an error where it drops something of Dapr', () => {
    const { findings } = validateTexts({
      'a.yaml': `${COMPONENT}  metadata: [{name: a, value: b}]\n---\na: 1\na: 2\n`,
      'b.yaml': `${COMPONENT}  version: v1\n`,
    });
    expect(findings.map((finding) => `${lineOf(finding)}: ${finding.message}`)).toEqual([
      "a.yaml:9:3 error DAPR292: 'metadata' is set already in line 8: the later one counts, the earlier is dropped",
      "a.yaml:12:1 warning DAPR292: 'a' is set already in line 11: the later one counts, the earlier is dropped",
      "b.yaml:9:3 warning DAPR292: 'version' is set already in line 7: both say the same",
    ]);
  });

  test.each([
    ['that does not parse', 'kind: Component\nmetadata:\n  name: {{ .Values.name }}\n', '3:9'],
    ['with control lines', `${WRONG}{{- if .Values.x }}\nscopes: [a]\n{{- end }}\n`, '9:1'],
    ["that parses, and is Helm's for certain", `${WRONG.replace('statestore', '"{{ .Release.Name }}-store"')}`, '4:10'],
    ['of another engine', 'kind: Component\n{% if x %}\na: b\n{% endif %}\n', '2:1'],
  ])('a template %s is named once for its file, and not judged', (_, text, place) => {
    const { findings, summary } = validateTexts({ 'a.yaml': `${text}---\n${text}` });
    expect(findings.map(lineOf)).toEqual([`a.yaml:${place} warning DAPR293`]);
    expect(summary.checked).toBe(0);
  });

  test('braces of others, in comments, and where no object is, are no template', () => {
    expect(validateTexts({ 'values.yaml': 'a: "{{ .Values.b }}"\n', 'a.yaml': `# {{ .Values.x }}\n${COMPONENT}` }).findings).toEqual([]);
    const text = COMPONENT.replace('[]', '[{name: a, value: "{{ $labels.x }} {uuid}"}]');
    expect(validateTexts({ 'a.yaml': text }).summary).toMatchObject({ checked: 1, warnings: 0 });
  });

  test('a template of a chart is one where it has braces, and a manifest where it has none', () => {
    const files = { 'x/templates/a.yaml': `${WRONG}# {{ .x }}\n`, 'x/templates/b.yaml': WRONG };
    const { findings } = validateTexts(files, {}, { 'x/templates/a.yaml': 'chart template', 'x/templates/b.yaml': 'chart template' });
    expect(findings.map(lineOf)).toEqual([
      'x/templates/a.yaml:9:3 warning DAPR293',
      'x/templates/b.yaml:1:13 error DAPR022 Component/statestore apiVersion',
    ]);
  });

  test('patches, and JSON files that nobody named and that are no objects, are skipped', () => {
    const files = {
      'patch.yaml': WRONG,
      'package.json': '{"name": "x", // y\n}',
      'object.json': JSON.stringify({ kind: 'Component', apiVersion: 'dapr.io/v1' }),
    };
    const { findings, summary } = validateTexts(
      files,
      {},
      { 'patch.yaml': 'patch', 'package.json': 'found json', 'object.json': 'found json' },
    );
    expect(findings.map(lineOf)).toEqual(['object.json:1:34 error DAPR022 Component/ apiVersion']);
    expect(summary).toMatchObject({ checked: 1, skipped: 2 });
  });

  test('the patches of a kustomization are the files that it names, in each of its ways', () => {
    const text =
      'patches: [{path: a.yaml}, {patch: "x"}]\npatchesStrategicMerge:\n- b.yaml\n- |-\n  kind: X\n  y: z\npatchesJson6902: [{path: c.yaml}]\n';
    expect(patchesOf(text)).toEqual(['a.yaml', 'c.yaml', 'b.yaml']);
    expect(patchesOf('patches: [')).toEqual([]);
  });
});

test('severities are changed, findings acknowledged and turned off, those of the input too', () => {
  const files = { 'k8s/a.yaml': `${WRONG}---\nx: 1\nx: 2\n`, 'b.yaml': WRONG };
  const result = validateTexts(files, {
    severities: new Map([
      ['DAPR022', 'info' as const],
      ['DAPR292', 'off' as const],
    ]),
    acknowledge: [{ rule: 'DAPR022', file: /^k8s\//, reason: 'shows it' }],
  });
  expect(result.findings.map(lineOf)).toEqual(['b.yaml:1:13 info DAPR022 Component/statestore apiVersion']);
  expect(result.acknowledged.map(({ reason, file }) => [reason, file])).toEqual([['shows it', 'k8s/a.yaml']]);
});

test('an annotation of the object acknowledges', () => {
  const text = WRONG.replace('name: statestore', 'name: statestore\n  annotations: { cdk8s-dapr/acknowledge.DAPR022: "a course" }');
  const { findings, acknowledged } = validateTexts({ 'a.yaml': text }, { daprVersion: DaprVersion.V1_17 });
  expect(findings).toEqual([]);
  expect(acknowledged.map((finding) => [lineOf(finding), finding.reason])).toEqual([
    ['a.yaml:1:13 error DAPR022 Component/statestore apiVersion', 'a course'],
  ]);
});

describe('an excerpt shows no secret', () => {
  const shown = (text: string, ...path: (string | number)[]): string[] => {
    const { findings } = validateTexts({ 'a.yaml': text }, { rules: [ruleAt('wrong', ...path)] });
    return new Excerpts().of(findings[0]).map((line) => line.text);
  };

  test.each([
    ['of a Secret', 'kind: Secret\napiVersion: v1\nstringData:\n  anything: hunter2\n', ['stringData', 'anything'], '  anything: ***'],
    ['of a Secret, in a block', 'kind: Secret\napiVersion: v1\ndata:\n  a: |\n    hunter2\n', ['data'], 'data:'],
    [
      'by its name',
      'kind: Component\napiVersion: x\nspec:\n- name: redisPassword\n  value: hunter2\n',
      ['spec', 0, 'value'],
      '  value: ***',
    ],
    [
      'by the catalog',
      'kind: Component\napiVersion: dapr.io/v1alpha1\nspec:\n  type: state.azure.cosmosdb\n  version: v1\n  metadata: [{name: masterKey, value: hunter2}]\n',
      ['spec', 'type'],
      '  type: state.azure.cosmosdb',
    ],
    [
      'by the catalog, in its line',
      'kind: Component\napiVersion: dapr.io/v1alpha1\nspec:\n  type: state.azure.cosmosdb\n  version: v1\n  metadata: [{name: masterKey, value: hunter2}]\n',
      ['spec', 'metadata'],
      '  metadata: [{name: masterKey, value: ***}]',
    ],
    ['in an address', 'kind: A\napiVersion: x\nspec: {a: "amqp://user:hunter2@host"}\n', ['spec', 'a'], 'spec: {a: ***}'],
    ['as a key of a mapping', 'kind: A\napiVersion: x\nspec:\n  apiKey: hunter2\n', ['spec', 'apiKey'], '  apiKey: ***'],
  ])('%s', (_, text, path, last) => {
    const lines = shown(text, ...path);
    expect(lines.at(-1)).toBe(last);
    expect(lines.join('\n')).not.toContain('hunter2');
  });

  test('and shows what only says where one is', () => {
    const text = 'kind: A\napiVersion: x\nspec:\n  secretKeyRef: {name: redis, key: password}\n';
    expect(shown(text, 'spec', 'secretKeyRef', 'key')).toEqual(['spec:', '  secretKeyRef: {name: redis, key: password}']);
  });

  test('where the document is broken and may hold one, only the shape', () => {
    const { findings } = validateTexts({ 'a.yaml': 'kind: Secret\nstringData:\n  a: hunter2: hunter3\n' });
    expect(new Excerpts().of(findings[0])).toEqual([
      { number: 2, text: 'stringData:', mark: undefined },
      { number: 3, text: '  a: ***', mark: { from: 5, width: 1 } },
    ]);
  });
});

test('an excerpt cuts long lines around the place, and leaves out what would move the cursor', () => {
  const long = `kind: A\napiVersion: v1\nspec: {a: "${'x'.repeat(300)}", b: "\u001b[31m\u202e", c: d, e: "${'y'.repeat(300)}"}\n`;
  const { findings } = validateTexts({ 'a.yaml': long.replace('\u001b', '\\e') }, { rules: [ruleAt('wrong', 'spec', 'c')] });
  const [, line] = new Excerpts().of(findings[0]);
  expect(line.text).toMatch(/^…x{40,}", b: "\\e\[31m�", c: d, e: "y+…$/);
  expect(line.text.slice(line.mark!.from, line.mark!.from + line.mark!.width)).toBe('d');
});

test('many objects with findings in one list take time in proportion', () => {
  const items = Array.from({ length: 3000 }, (_, i) => ({ apiVersion: 'dapr.io/v1', kind: 'Component', metadata: { name: `c${i}` } }));
  const start = Date.now();
  const { findings } = validateTexts({ 'list.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items }) });
  expect(findings).toHaveLength(3000);
  expect(Date.now() - start).toBeLessThan(5000);
});
