import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { load, loadAll, YAML11_SCHEMA } from 'js-yaml';
import { DaprVersion } from '../../src/dapr-version';
import { RECOMMENDED } from '../../src/rules';
import { check } from '../../src/rules/engine';
import { modelOf } from '../../src/rules/model/model';
import { isMapping, pathText } from '../../src/rules/read';
import { Difference, differences } from '../../src/rules/shape/differences';
import { shapeOf } from '../../src/rules/shape/resource-shape';
import { daprProblems } from '../support/dapr-schemas';
import { findings, modelOfExample, rule } from '../support/rules';

interface Schema {
  readonly type?: string;
  readonly properties?: { readonly [name: string]: Schema };
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly enum?: readonly string[];
}

const CRDS = join(__dirname, '../../catalog/crds');
const KINDS = readdirSync(CRDS)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => load(readFileSync(join(CRDS, file), 'utf8')) as any)
  .flatMap(({ kind, versions }) => versions.map(({ name, schema }: any): [string, string, Schema] => [kind, `dapr.io/${name}`, schema]));

const WRONG = fc.constantFrom<unknown>(7, 2.5, 2 ** 40, true, 'text', '', [], {}, [7], { text: 'x' });

/** Values that mostly are what a schema says. */
function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: rightValueOf(schema) }, { weight: 1, arbitrary: WRONG });
}

function rightValueOf({ type, properties, items, additionalProperties, enum: of }: Schema): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object': {
      if (properties === undefined) {
        return fc.dictionary(
          fc.constantFrom('one', 'two'),
          additionalProperties === undefined ? fc.anything() : valueOf(additionalProperties),
          {
            maxKeys: 2,
            noNullPrototype: true,
          },
        );
      }
      const fields = Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, valueOf(property)]));
      const unheardOf = fc.record({ unheardOf: WRONG }, { requiredKeys: [] });
      return fc
        .tuple(fc.record(fields, { requiredKeys: [] }), fc.oneof({ weight: 6, arbitrary: fc.constant({}) }, unheardOf))
        .map(([a, b]) => ({ ...a, ...b }));
    }
    case 'array':
      return fc.array(valueOf(items!), { maxLength: 3 });
    case 'string':
      return of === undefined ? fc.constantFrom('', 'text', '5s') : fc.constantFrom(...of, 'other');
    case 'integer':
      return fc.constantFrom(0, 1, -5, 2 ** 31, 2 ** 53);
    case 'boolean':
      return fc.boolean();
    default:
      return WRONG;
  }
}

function placeOf(difference: Difference): string {
  const { path } = difference;
  switch (difference.is) {
    case 'missing field':
      return pathText([...path, difference.name]);
    case 'repeated item':
      return pathText(path.slice(0, -1));
    default:
      return pathText(path);
  }
}

describe('the differences from a CRD', () => {
  test.each(KINDS)('of a %s of %s stand where ajv finds them', (kind, apiVersion, schema) => {
    fc.assert(
      fc.property(rightValueOf(schema), (rest) => {
        const body = { apiVersion, kind, metadata: { name: 'x' }, ...(rest as object) };
        const [manifest] = modelOf([{ body, source: 'x' }]).manifests;
        const ours = differences(body, shapeOf(manifest)!).filter(({ is }) => is !== 'newer field');
        // A rule in CEL, which has a rule of its own.
        const theirs = daprProblems(body, '1.19')!.filter((problem) => !/: (exactly|at least) one of/.test(problem));
        expect([...new Set(ours.map(placeOf))].sort()).toEqual([...new Set(theirs.map((problem) => problem.replace(/: .*/s, '')))].sort());
      }),
      {
        numRuns: 150,
        // Found once: what is of a wrong type twice is no repetition.
        examples: kind === 'WorkflowAccessPolicy' ? [[{ spec: { rules: [{ workflows: [{ operations: [2 ** 40, 2 ** 40] }] }] } }]] : [],
      },
    );
  });

  test('a null is a missing field, except in a list', () => {
    const yaml = `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: store }
spec: { type: null, version: v1, metadata: [null], initTimeout: null }
`;
    expect(findings({ yaml, target: 'kubernetes' }, [rule('DAPR020'), rule('DAPR011')])).toEqual([
      "error DAPR020 Component/store spec: 'type' is missing in spec: got nothing, expected text",
      "error DAPR011 Component/store spec.metadata[0]: 'spec.metadata[0]' must be a mapping: got nothing",
    ]);
  });

  test('of a template are not judged', () => {
    const yaml = `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: '{{ .Values.name }}' }
spec:
  metrics: { enabled: '{{ .Values.metrics }}' }
  tracing: { samplingRate: '\${RATE}', otel: { isSecure: '<TRUE-OR-FALSE>', protocol: '<HTTP-OR-GRPC>', endpointAddress: 'x:1' } }
  '{{ .Values.section }}': {}
`;
    expect(findings({ yaml, target: 'kubernetes' }, RECOMMENDED)).toEqual([]);
  });

  test('newer than the oldest Dapr are told by its version', () => {
    const yaml = `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app }
spec: { metrics: { enabled: true, workflow: { latencyDistributionUnits: ms } } }
`;
    const found = (daprVersion: string): number => findings({ yaml, daprVersion }, [rule('DAPR021')]).length;
    expect([DaprVersion.V1_17, DaprVersion.V1_18, DaprVersion.V1_19].map(({ name }) => found(name))).toEqual([1, 1, 0]);
  });
});

describe('no rule throws', () => {
  test.each(KINDS)('on a %s of %s of any shape', (kind, apiVersion, schema) => {
    fc.assert(
      fc.property(
        fc.oneof(rightValueOf(schema), fc.record({ spec: fc.anything(), scopes: fc.anything(), metadata: fc.anything() })),
        (rest) => {
          const model = modelOf([{ body: { apiVersion, kind, metadata: { name: 'x' }, ...(rest as object) }, source: 'x' }], {
            complete: true,
          });
          expect(check(model, { rules: RECOMMENDED }).findings.filter((finding) => finding.rule === 'DAPR290')).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a secret in the wrong place', () => {
  test('is not shown by any rule of the shape', () => {
    const yaml = `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: store }
redisPassword: hunter2
spec: { type: state.redis, version: v1, metadata: [hunter2, { name: redisPassword, value: hunter2, secretKeyRef: hunter2 }], ignoreErrors: hunter2 }
scopes: 'pass: hunter2'
`;
    const model = modelOfExample({ yaml, target: 'kubernetes' });
    const said = check(model, { rules: RECOMMENDED.filter(({ id }) => id < 'DAPR030') }).findings;
    expect(said.length).toBeGreaterThanOrEqual(5);
    expect(said.filter(({ message }) => message.includes('hunter2'))).toEqual([]);
  });
});

const EXAMPLES = join(__dirname, '../../examples');
const EXPECTED = readdirSync(EXAMPLES).flatMap((example) => {
  try {
    return readdirSync(join(EXAMPLES, example, 'expected')).map((file) => `${example}/expected/${file}`);
  } catch {
    return [];
  }
});

describe('our own examples', () => {
  test.each(EXPECTED.filter((file) => file.endsWith('.yaml')))('%s has no error', (file) => {
    const bodies = loadAll(readFileSync(join(EXAMPLES, file), 'utf8'), { schema: YAML11_SCHEMA }).filter(isMapping);
    const model = modelOf(bodies.map((body) => ({ body, source: file })));
    expect(model.manifests.length).toBeGreaterThan(0);
    expect(check(model, { rules: RECOMMENDED }).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
