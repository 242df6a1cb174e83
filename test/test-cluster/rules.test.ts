import { ALL_RULES } from '../../src/rules';
import { CLUSTER } from '../../tools/test-cluster/rules/cluster';
import { API_SERVER } from '../../tools/test-cluster/rules/api-server';
import { only, without } from '../../tools/test-cluster/rules/expectations';
import { INJECTOR, INJECTOR_WITH_COMPONENTS } from '../../tools/test-cluster/rules/injector';
import { OPERATOR } from '../../tools/test-cluster/rules/operator';
import { PROOFS } from '../../tools/test-cluster/rules';

const EXPERIMENTS = [...API_SERVER, ...INJECTOR, ...INJECTOR_WITH_COMPONENTS, ...OPERATOR, ...CLUSTER];

test('every experiment is of a rule and of examples that it has', () => {
  for (const { rule: id, bad, good } of EXPERIMENTS) {
    const rule = ALL_RULES.find((one) => one.id === id)!;
    expect([id, bad.filter(({ example }) => rule.bad[example] === undefined)]).toEqual([id, []]);
    expect([id, good.filter(({ example }) => rule.good[example] === undefined)]).toEqual([id, []]);
    expect([id, bad.length > 0]).toEqual([id, true]);
  }
});

test('every experiment is a line for the page of proofs, in words', () => {
  expect(PROOFS.length).toBe(EXPERIMENTS.length);
  PROOFS.forEach(({ bad, good }) => [...bad, ...good].forEach((phrase) => expect(phrase).toMatch(/^\S.*[^.\s]$/)));
  expect(PROOFS.find(({ rule, by }) => rule === 'DAPR003' && by === 'injector')).toEqual({
    rule: 'DAPR003',
    by: 'injector',
    bad: ['denies the pod'],
    good: ['adds the sidecar'],
    corrected: undefined,
  });
});

describe('the annotations of a workload', () => {
  const workload = {
    kind: 'Deployment',
    metadata: { annotations: { 'dapr.io/env': 'not a pod' } },
    spec: { template: { metadata: { annotations: { 'dapr.io/enabled': 'true', 'dapr.io/env': 'A=1', 'dapr.io/app-port': '80' } } } },
  };
  const left = (object: any): string[] => Object.keys(object.spec.template.metadata.annotations);

  test('go one by one, those of its pods alone', () => {
    expect(left(without(workload, ['dapr.io/env']))).toEqual(['dapr.io/enabled', 'dapr.io/app-port']);
    expect(without(workload, ['dapr.io/env']).metadata).toEqual(workload.metadata);
    expect(left(workload).length).toBe(3);
  });

  test('stay where they are named, with those that ask for a sidecar', () => {
    expect(left(only(workload, ['dapr.io/env']))).toEqual(['dapr.io/enabled', 'dapr.io/env']);
  });
});
