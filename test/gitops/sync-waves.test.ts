import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as dapr from '../../src';
import { expectValid } from '../support/schemas';

const WAVE = 'argocd.argoproj.io/sync-wave';

function shop(): Chart {
  const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
  new dapr.Application(chart, 'orders', { image: 'orders:1', port: 80, config: new dapr.Configuration(chart, 'config') });
  new dapr.state.Redis(chart, 'statestore', { redisHost: 'redis:6379' });
  new dapr.Resiliency(chart, 'resiliency').addRetry('again', dapr.Retry.constant());
  new kplus.Namespace(chart, 'namespace', { metadata: { name: 'shop' } });
  new kplus.ServiceAccount(chart, 'account', { metadata: { name: 'orders' } });
  new ApiObject(chart, 'password', { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata: { name: 'redis' } });
  new ApiObject(chart, 'other', { apiVersion: 'example.com/v1', kind: 'Secret', metadata: { name: 'other' } });
  return chart;
}

function waves(chart: Chart): Record<string, string | undefined> {
  return Object.fromEntries(
    chart.toJson().map(({ apiVersion, kind, metadata }) => [`${apiVersion} ${kind}`, metadata.annotations?.[WAVE]]),
  );
}

test('what a sidecar reads comes before the sidecar', () => {
  const chart = shop();
  dapr.gitops.SyncWaves.addTo(chart);
  expect(waves(chart)).toEqual({
    'v1 Namespace': '-30',
    'v1 ServiceAccount': '-20',
    'external-secrets.io/v1 ExternalSecret': '-20',
    'dapr.io/v1alpha1 Configuration': '-10',
    'dapr.io/v1alpha1 Component': '-10',
    'dapr.io/v1alpha1 Resiliency': '-10',
    'apps/v1 Deployment': undefined,
    'v1 Service': undefined,
    'example.com/v1 Secret': undefined,
  });
  chart
    .toJson()
    .filter(({ apiVersion }) => !/external|example/.test(apiVersion))
    .forEach((object) => expectValid(object));
});

test('the annotation is the only change, and asking twice changes nothing', () => {
  const [plain, annotated] = [shop(), shop()];
  dapr.gitops.SyncWaves.addTo(annotated);
  dapr.gitops.SyncWaves.addTo(annotated, { dapr: 7 });
  const without = annotated.toJson().map((object) => {
    const { annotations, ...metadata } = object.metadata;
    const { [WAVE]: wave, ...others } = annotations ?? {};
    expect(wave).not.toBe('7');
    return { ...object, metadata: { ...metadata, ...(Object.keys(others).length > 0 ? { annotations: others } : {}) } };
  });
  expect(without).toEqual(plain.toJson());
});

test('waves can be others, for stages and for kinds', () => {
  const chart = shop();
  dapr.gitops.SyncWaves.addTo(chart, { namespaces: 0, prerequisites: 1, dapr: 2, kinds: { Deployment: 3, Resiliency: 4 } });
  expect(waves(chart)).toMatchObject({
    'v1 Namespace': undefined,
    'v1 ServiceAccount': '1',
    'dapr.io/v1alpha1 Component': '2',
    'dapr.io/v1alpha1 Resiliency': '4',
    'apps/v1 Deployment': '3',
    'v1 Service': undefined,
  });
});

test('a wave that an object has stays', () => {
  const chart = new Chart(new App(), 'shop');
  new dapr.state.Redis(chart, 'statestore', { redisHost: 'redis:6379', objectMeta: { annotations: { [WAVE]: '5' } } });
  dapr.gitops.SyncWaves.addTo(chart);
  expect(waves(chart)).toEqual({ 'dapr.io/v1alpha1 Component': '5' });
});

test('what is wrong is reported at once', () => {
  const chart = new Chart(new App(), 'shop');
  expect(() => dapr.gitops.SyncWaves.addTo(chart, { dapr: 1.5, kinds: { Job: '1' as any }, dapper: 1 } as any)).toThrow(
    [
      `DAPR011 [shop] 'dapr' of SyncWaves must be a whole number: got 1.5`,
      `DAPR011 [shop] 'kinds.Job' of SyncWaves must be a whole number: got '1'`,
      `DAPR010 [shop] 'dapper' is not a property of SyncWaves: did you mean 'dapr'?`,
      'DAPR012 [shop] SyncWaves found no objects: got an empty chart, expected the call after all that the chart holds',
    ].join('\n'),
  );
});
