import { load } from 'js-yaml';
import { check } from '../../src/rules/engine';
import { modelOf } from '../../src/rules/model/model';
import { Mapping } from '../../src/rules/read';
import { deploymentWith } from '../../src/rules/workload/examples';
import { findings, rule } from '../support/rules';

const ORDERS = deploymentWith([]);
const BILLING = deploymentWith([], { name: 'billing', appId: 'orders' });

function inNamespace(yaml: string, namespace: string): string {
  return yaml.replace(/metadata: \{ name: (\w+) \}/, `metadata: { name: $1, namespace: ${namespace} }`);
}

function severities(
  id: string,
  documents: readonly string[],
  options: { readonly sources?: 'one' | 'many'; readonly complete?: boolean } = {},
): string[] {
  const objects = documents.map((yaml, i) => ({
    body: load(yaml) as Mapping,
    source: options.sources === 'many' ? `${i}.yaml` : 'all.yaml',
  }));
  return check(modelOf(objects, { complete: options.complete }), { rules: [rule(id)] }).findings.map(({ severity }) => severity);
}

describe('one app id for two workloads', () => {
  test('is an error where both are applied together', () => {
    expect(severities('DAPR041', [ORDERS, BILLING])).toEqual(['error']);
    expect(severities('DAPR041', [inNamespace(ORDERS, 'shop'), inNamespace(BILLING, 'shop')])).toEqual(['error']);
    expect(severities('DAPR041', [ORDERS, BILLING], { sources: 'many', complete: true })).toEqual(['error']);
  });

  test('is a warning where they may be of two environments or namespaces', () => {
    expect(severities('DAPR041', [ORDERS, BILLING], { sources: 'many' })).toEqual(['warning']);
    expect(severities('DAPR041', [inNamespace(ORDERS, 'shop'), BILLING])).toEqual(['warning']);
    expect(severities('DAPR041', [ORDERS, inNamespace(BILLING, 'shop')])).toEqual(['warning']);
  });

  test('is a warning where the Service means the same pods, or an Argo Rollout takes over', () => {
    expect(severities('DAPR041', [ORDERS, BILLING.replaceAll('app: billing', 'app: orders')])).toEqual(['warning']);
    expect(severities('DAPR041', [ORDERS, BILLING.replace('kind: Deployment', 'kind: Rollout')])).toEqual(['warning']);
  });

  test('is nothing in two namespaces, nor for a kind without a Service', () => {
    expect(severities('DAPR041', [inNamespace(ORDERS, 'blue'), inNamespace(BILLING, 'green')])).toEqual([]);
    expect(severities('DAPR041', [ORDERS, BILLING.replace('kind: Deployment', 'kind: DaemonSet')])).toEqual([]);
  });

  test('is nothing where the id is rendered later, or it is the same object of another environment', () => {
    const later = [ORDERS, BILLING].map((yaml) => yaml.replace('app-id: orders', "app-id: '{{ .Values.id }}'"));
    expect(severities('DAPR041', later)).toEqual([]);
    expect(severities('DAPR041', [ORDERS, ORDERS], { sources: 'many' })).toEqual([]);
  });

  test('is told of each workload after the first', () => {
    const mail = deploymentWith([], { name: 'mail', appId: 'orders' });
    expect(severities('DAPR041', [ORDERS, BILLING, mail])).toEqual(['error', 'error']);
  });
});

describe('what is not here', () => {
  const config = deploymentWith(['dapr.io/config: tracing']);
  const secret = deploymentWith(['dapr.io/api-token-secret: tokens']);
  const named = (kind: string, name: string, more = ''): string => `{ apiVersion: v1, kind: ${kind}, metadata: { name: ${name} }${more} }`;
  const configuration = (name: string): string => named('Configuration', name).replace('v1', 'dapr.io/v1alpha1');

  test('a Configuration may be elsewhere, and a near one is meant', () => {
    expect(severities('DAPR049', [config])).toEqual([]);
    expect(severities('DAPR049', [config, configuration('other')])).toEqual([]);
    expect(severities('DAPR049', [config, configuration('tracin')])).toEqual(['warning']);
    expect(severities('DAPR049', [config, configuration('tracin')], { complete: true })).toEqual(['error']);
    expect(severities('DAPR049', [config], { complete: true })).toEqual(['error']);
  });

  test('a Secret may be elsewhere, or be made by another object', () => {
    expect(severities('DAPR050', [secret])).toEqual([]);
    expect(severities('DAPR050', [secret], { complete: true })).toEqual(['error']);
    expect(severities('DAPR050', [secret, named('SealedSecret', 'tokens')], { complete: true })).toEqual([]);
    expect(
      severities('DAPR050', [secret, named('ExternalSecret', 'x', ', spec: { target: { name: tokens } }')], { complete: true }),
    ).toEqual([]);
  });

  test('a key that a Secret lacks is an error where both are applied together', () => {
    const other = named('Secret', 'tokens', ', data: { other: eA== }');
    expect(severities('DAPR050', [secret, other])).toEqual(['error']);
    expect(severities('DAPR050', [secret, other], { sources: 'many' })).toEqual(['warning']);
    expect(severities('DAPR050', [secret, named('Secret', 'tokens')])).toEqual([]);
    expect(severities('DAPR050', [secret, named('Secret', 'tokens', ', data: { token: eA== }')])).toEqual([]);
  });

  test('the values of a Secret are in no message', () => {
    const yaml = `${deploymentWith(['dapr.io/api-token-secret: tokens', 'dapr.io/env: hunter2hunter2'])}---
{ apiVersion: v1, kind: Secret, metadata: { name: tokens }, stringData: { other: hunter2hunter2 } }
`;
    const said = findings(yaml, [rule('DAPR050'), rule('DAPR055')]);
    expect(said).toHaveLength(2);
    expect(said.join()).not.toContain('hunter2');
  });

  test('a LimitRange may give the sidecar its request', () => {
    const scaler = named(
      'HorizontalPodAutoscaler',
      'orders',
      ', spec: { scaleTargetRef: { kind: Deployment, name: orders }, targetCPUUtilizationPercentage: 70 }',
    );
    expect(severities('DAPR059', [ORDERS, scaler])).toEqual(['warning']);
    expect(severities('DAPR059', [ORDERS, scaler], { complete: true })).toEqual(['error']);
    expect(severities('DAPR059', [ORDERS, scaler, named('LimitRange', 'defaults')], { complete: true })).toEqual([]);
  });
});

describe('who takes what a Subscription delivers', () => {
  const subscription = `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: all }
spec: { pubsubname: bus, topic: orders, routes: { default: /orders } }
`;
  const withPort = deploymentWith(['dapr.io/app-port: "8080"'], { name: 'mail' });

  test('is advice where it may be an application elsewhere', () => {
    expect(severities('DAPR053', [ORDERS, subscription])).toEqual(['info']);
    expect(severities('DAPR053', [ORDERS, subscription], { complete: true })).toEqual(['warning']);
  });

  test('is settled by any application of the namespace that has a port', () => {
    expect(severities('DAPR053', [ORDERS, withPort, subscription])).toEqual([]);
    expect(severities('DAPR053', [inNamespace(ORDERS, 'shop'), withPort, subscription])).toEqual([]);
    expect(severities('DAPR053', [inNamespace(ORDERS, 'shop'), inNamespace(withPort, 'mail'), subscription])).toEqual(['info']);
    expect(
      severities('DAPR053', [inNamespace(ORDERS, 'shop'), inNamespace(subscription.replace('name: all', 'name: all'), 'mail')]),
    ).toEqual([]);
  });
});

test('annotations beside the pod template are left to kinds that nobody has heard of, and to the object that made this one', () => {
  const beside = deploymentWith([]).replace('{ name: orders }', '{ name: orders, annotations: { dapr.io/config: tracing } }');
  expect(severities('DAPR032', [beside])).toEqual(['error']);
  expect(severities('DAPR032', [beside.replace('kind: Deployment', 'kind: Service')])).toEqual([]);
  expect(severities('DAPR032', [beside.replace('{ name: orders,', '{ name: orders, ownerReferences: [{ name: x }],')])).toEqual([]);
  expect(severities('DAPR032', [beside.replace('dapr.io/config: tracing', 'dapr.io/enabled: "false", dapr.io/config: tracing')])).toEqual(
    [],
  );
});

test.each([
  ['DAPR030', deploymentWith([], { appId: '' }), ['error']],
  ['DAPR030', deploymentWith([], { appId: '' }).replace('kind: Deployment', 'kind: StatefulSet'), ['warning']],
  ['DAPR030', deploymentWith(['dapr.io/app-id: 7'], { appId: '' }), []],
  ['DAPR031', deploymentWith([]).replace('"true"', 'on1'), ['error']],
  ['DAPR031', deploymentWith(['dapr.io/app-port: "80"']).replace('dapr.io/enabled', 'x/enabled'), ['warning']],
  ['DAPR033', deploymentWith(['dapr.io/app-port: 8080']), ['error']],
  ['DAPR033', deploymentWith(['dapr.io/app-port:']), []],
  ['DAPR034', deploymentWith(['dapr.io/http-stream-request-body: "true"']), ['warning']],
  ['DAPR037', deploymentWith([], { pod: "initContainers: [{ name: daprd, image: 'daprio/daprd:1.18.3' }]" }), ['warning']],
  ['DAPR042', deploymentWith(['dapr.io/app-port: ""']), ['warning']],
  ['DAPR042', deploymentWith(['dapr.io/sidecar-liveness-probe-period-seconds: "0"']), ['warning']],
  ['DAPR043', deploymentWith(['dapr.io/log-as-json: ""']), ['warning']],
  ['DAPR048', deploymentWith(['dapr.io/max-body-size: "16"']), ['warning']],
])('%s weighs %#', (id, yaml, expected) => {
  expect(severities(id, [yaml])).toEqual(expected);
});
