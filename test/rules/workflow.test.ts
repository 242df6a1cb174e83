import * as fc from 'fast-check';
import * as dapr from '../../src';
import { ENDPOINT_RULES } from '../../src/rules/endpoint';
import { check, FAILED_RULE } from '../../src/rules/engine';
import { MCP_RULES } from '../../src/rules/mcp';
import { modelOf } from '../../src/rules/model/model';
import { RESILIENCY_RULES } from '../../src/rules/resiliency';
import { WORKFLOW_RULES } from '../../src/rules/workflow';
import { brokenGlob } from '../../src/rules/workflow/glob';
import { exampleOf } from '../support/manifests';
import { shop } from '../support/resources';
import { findings, rule } from '../support/rules';

describe('patterns', () => {
  // Each was given to daprd 1.18.3.
  test.each(['a[', '[a-]', '[]a]', 'x\\', '[^]', '[-a]', '*[*', 'b*c[d'])('%j is refused', (pattern) => {
    expect(brokenGlob(pattern)).toBeDefined();
  });

  test.each(['ok[a-z]*', 'a]', '[a\\]b]', '[é-ü]', '*', '?', '', '[^a]', 'Process*/Step?'])('%j is taken', (pattern) => {
    expect(brokenGlob(pattern)).toBeUndefined();
  });

  test('of escaped letters are always taken', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(brokenGlob([...text].map((letter) => `\\${letter}`).join(''))).toBeUndefined();
      }),
    );
  });
});

function policy(rules: string, metadata = 'name: orders'): string {
  return `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { ${metadata} }
scopes: [orders]
spec: { rules: ${rules} }
`;
}

test('operations are a set for the API server only', () => {
  const yaml = policy('[{ callers: [{ appID: a }], workflows: [{ name: x, operations: [get, get] }] }]');
  expect(findings({ yaml, target: 'kubernetes' }, [rule('DAPR207')])).toHaveLength(1);
  expect(findings({ yaml, target: 'self-hosted' }, [rule('DAPR207')])).toEqual([]);
});

test('a caller that nobody knows is an error only where nothing else exists', () => {
  const yaml = `${policy('[{ callers: [{ appID: elsewhere }], activities: [{ name: x }] }]')}---
apiVersion: v1
kind: Pod
metadata: { name: orders, annotations: { dapr.io/enabled: "true", dapr.io/app-id: orders } }
spec: { containers: [{ name: orders, image: "orders:1" }] }
`;
  expect(findings({ yaml }, [rule('DAPR212')])).toEqual([]);
  expect(findings({ yaml, complete: true }, [rule('DAPR212')])).toEqual([
    "error DAPR212 WorkflowAccessPolicy/orders spec.rules[0].callers[0].appID: no application has the app id 'elsewhere'",
  ]);
});

test('what the construct renders is beyond reproach', () => {
  const chart = shop();
  new dapr.WorkflowAccessPolicy(chart, 'policy', {
    scopes: ['orders'],
    rules: [
      {
        callers: ['checkout'],
        workflows: [{ name: 'place-*', operations: [dapr.WorkflowOperation.SCHEDULE, dapr.WorkflowOperation.GET] }],
      },
      { callers: ['shipping'], activities: [{ name: 'charge' }] },
    ],
  });
  expect(findings(exampleOf(chart), WORKFLOW_RULES)).toEqual([]);
});

const POLICY_RULES = [...RESILIENCY_RULES, ...ENDPOINT_RULES, ...MCP_RULES, ...WORKFLOW_RULES];

test.each(['Resiliency', 'HTTPEndpoint', 'MCPServer', 'WorkflowAccessPolicy'])('no shape of a %s makes a rule fail', (kind) => {
  const words = [
    ...[
      'policies',
      'targets',
      'timeouts',
      'retries',
      'circuitBreakers',
      'matching',
      'trip',
      'apps',
      'actors',
      'components',
      'inbound',
      'x',
    ],
    ...['baseUrl', 'headers', 'clientTLS', 'rootCA', 'privateKey', 'certificate', 'value', 'secretKeyRef', 'name', 'key'],
    ...['endpoint', 'sse', 'stdio', 'streamableHTTP', 'url', 'env', 'auth', 'oauth2', 'spiffe', 'middleware', 'beforeCallTool', 'workflow'],
    ...['rules', 'callers', 'appID', 'workflows', 'activities', 'operations', 'requires', 'metadata', 'scopes', 'spec'],
  ];
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      fc.oneof(fc.constantFrom<unknown>(null, 0, -1, true, '', 'http://a', '5s', 'x'), fc.string()),
      fc.dictionary(fc.constantFrom(...words), tie('tree'), { maxKeys: 5 }),
      fc.array(tie('tree'), { maxLength: 3 }),
    ),
  }));
  fc.assert(
    fc.property(tree, tree, tree, (spec, scopes, metadata) => {
      const body = { apiVersion: 'dapr.io/v1alpha1', kind, metadata, spec, scopes };
      const model = modelOf([{ body, source: 'a' }], { target: 'self-hosted', complete: true });
      const failed = check(model, { rules: POLICY_RULES }).findings.filter(({ rule: id }) => id === FAILED_RULE);
      expect(failed.map(({ message }) => message)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
