import { BINDING_RULES } from '../../src/rules/binding';
import { findings } from '../support/rules';

function binding(type: string, metadata: string): string {
  return `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: b }
spec: { type: ${type}, version: v1, metadata: [${metadata}] }
`;
}

test.each([
  ['bindings.cron', 'input', []],
  ['bindings.cron', ' INPUT ', []],
  ['bindings.cron', 'output,input', []],
  ['bindings.cron', 'output', ['error']],
  ['bindings.http', 'input', ['error']],
  ['bindings.http', 'input, output', []],
  ['bindings.kafka', 'output', []],
  ['bindings.kafka', '', ['error']],
  ['bindings.kafka', 'out', ['error']],
  ['bindings.kafka', 'input, outptu', ['warning']],
  ['bindings.kafka', '<direction>', []],
  ['bindings.of-our-own', 'output', []],
  ['pubsub.kafka', 'sideways', []],
])('%s with direction %j: %j', (type, direction, expected) => {
  const found = findings(binding(type, `{ name: direction, value: '${direction}' }`), BINDING_RULES);
  expect(found.map((line) => line.split(' ')[0])).toEqual(expected);
});

test('several items of direction add up, as in Dapr', () => {
  const metadata = '{ name: direction, value: output }, { name: Direction, value: input }';
  expect(findings(binding('bindings.cron', metadata), BINDING_RULES)).toEqual([]);
});

test('the question without a direction goes to the route', () => {
  expect(findings(binding('bindings.cron', '{ name: route, value: /tick }'), BINDING_RULES)).toEqual([
    'info DAPR121 Component/b spec.metadata: without direction the sidecar first asks the application with OPTIONS /tick, or ListInputBindings, whether it reads this',
  ]);
});

test('only a binding that can read has a route', () => {
  expect(findings(binding('bindings.http', '{ name: Route, value: /x }'), BINDING_RULES)).toEqual([]);
});
