import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { RULE_DOCS, RECOMMENDED } from '../../src/rules';
import { decode } from '../../src/cli/validate/decode';
import { FORMATS } from '../../src/validate/formats';
import type { Input } from '../../src/validate/input';
import { validate } from '../../src/validate/validate';

/** What a file of these bytes comes to: its findings, printed in every format. Anything thrown fails the test. */
function run(bytes: Buffer): void {
  const decoded = decode(bytes);
  const input: Input = typeof decoded === 'string' ? { name: 'a.yaml', text: decoded } : { name: 'a.yaml', problem: decoded };
  const start = Date.now();
  const result = validate([input], { rules: RECOMMENDED });
  for (const format of Object.values(FORMATS)) {
    expect(typeof format(result, { colour: false, rules: RULE_DOCS, version: '1.0.0' })).toBe('string');
  }
  for (const { line, column, message } of result.findings) {
    expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
    expect(message).not.toMatch(/\n\s+at /);
  }
  // A rule that threw would be one of ours with a bug.
  expect(result.findings.filter(({ rule }) => rule === 'DAPR290')).toEqual([]);
  expect(Date.now() - start).toBeLessThan(5000);
}

/** A file of a Component as it is, with some of it replaced by something else. */
const MANIFEST = `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: &n statestore, namespace: shop, annotations: { a: "b" } }
spec:
  type: state.redis
  version: v1
  metadata:
    - name: redisHost
      value: "redis:6379"
    - { name: *n, secretKeyRef: { name: redis, key: password } }
scopes: [a, b]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: a }
spec:
  template:
    metadata: { annotations: { dapr.io/enabled: "true", dapr.io/app-id: a } }
    spec: { containers: [{ name: a, image: a }] }
`;

const NOISE = [
  ...'{}[]:-,#&*!|>\'"%@`?\n\r\t \\',
  '\u0000',
  '\ufeff',
  '\u2028',
  '---\n',
  '<<: ',
  '{{ .Values.x }}',
  '&a ',
  '*a',
  '!!binary ',
  '|\n',
  '"\\x',
];

test('random bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => run(Buffer.from(bytes))),
    { numRuns: 150 },
  );
});

test('random lines of YAML', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...NOISE, ...MANIFEST.split('\n')), fc.string({ unit: 'binary', maxLength: 10 })), {
        maxLength: 40,
      }),
      (parts) => run(Buffer.from(parts.join(''))),
    ),
    { numRuns: 150 },
  );
});

test('a manifest with something put in, left out or said again', () => {
  const edit = fc.record({ at: fc.nat(MANIFEST.length), cut: fc.nat(20), put: fc.constantFrom(...NOISE, 'kind: List\nitems: []\n') });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      run(Buffer.from(edits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), MANIFEST)));
    }),
    { numRuns: 150 },
  );
});

test('objects of Dapr and Kubernetes of any shape', () => {
  const word = fc.constantFrom(
    'spec',
    'metadata',
    'name',
    'type',
    'version',
    'scopes',
    'template',
    'annotations',
    'items',
    'apps',
    'data',
    'value',
    'policies',
    'targets',
    '__proto__',
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ maxLength: 8 }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      tie('list'),
      tie('map'),
    ),
    list: fc.array(tie('value'), { maxLength: 3 }),
    map: fc.dictionary(word, tie('value'), { maxKeys: 4 }),
  }));
  const kind = fc.constantFrom(
    'Component',
    'Configuration',
    'Subscription',
    'Resiliency',
    'HTTPEndpoint',
    'MCPServer',
    'WorkflowAccessPolicy',
    'Deployment',
    'CronJob',
    'Pod',
    'Secret',
    'Service',
    'List',
    'ComponentList',
    '',
  );
  const apiVersion = fc.constantFrom('dapr.io/v1alpha1', 'dapr.io/v2alpha1', 'apps/v1', 'v1', 'dapr.io/v9');
  const object = fc
    .tuple(fc.dictionary(word, value, { maxKeys: 5 }), kind, apiVersion)
    .map(([body, k, v]) => ({ ...body, kind: k, apiVersion: v }));
  fc.assert(
    fc.property(fc.array(object, { minLength: 1, maxLength: 3 }), (objects) => {
      run(Buffer.from(objects.map((body) => dump(body, { skipInvalid: true })).join('---\n')));
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['brackets', '['.repeat(50_000)],
  ['open mappings', '{a: '.repeat(50_000)],
  ['questions', '? '.repeat(50_000)],
  ['items', '- '.repeat(50_000)],
  ['colons', 'a: '.repeat(50_000)],
  ['an open quote over many lines', `dapr: "${'x\n'.repeat(50_000)}`],
  ['an open bracket over many lines', `dapr: [${'x,\n'.repeat(50_000)}`],
  ['lines at the left edge, in turns', `dapr:\n${'  a: {\n}\n'.repeat(2000)}`],
  ['one key again and again', 'dapr: 1\n'.repeat(50_000)],
  ['documents without an end', '---\n'.repeat(200_000)],
  ['aliases', `a: &a x\n${'b: *a\n'.repeat(20_000)}`],
  ['merges', `a: &a {${Array.from({ length: 2000 }, (_, i) => `k${i}: 1`).join(', ')}}\nb:\n${'- <<: *a\n'.repeat(5000)}`],
  ['blanks', ' '.repeat(500_000)],
  ['comments', `${'#'.repeat(200_000)}\n#`],
  ['a long line', `dapr: ${'x '.repeat(500_000)}: y`],
  ['line breaks', '\r\n'.repeat(200_000)],
])('many %s end soon', (_, text) => {
  run(Buffer.from(text));
});
