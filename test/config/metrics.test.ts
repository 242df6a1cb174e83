import { Duration } from 'cdk8s';
import { Configuration, Metrics } from '../../src/config';
import { manifestOf, mistakesOf, shop } from '../support/resources';

function specOf(metrics: Metrics): any {
  const chart = shop();
  new Configuration(chart, 'appconfig', { metrics });
  return manifestOf(chart).spec;
}

function refused(metrics: unknown): string[] {
  return mistakesOf(() => new Configuration(shop(), 'appconfig', { metrics: metrics as Metrics }));
}

test('metrics are written where Kubernetes heeds them, with the required switch', () => {
  expect(specOf({ enabled: false })).toEqual({ metrics: { enabled: false } });
  expect(specOf({ recordErrorCodes: true })).toEqual({ metrics: { enabled: true, recordErrorCodes: true } });
});

test('paths, buckets and rules are written as the schema has them', () => {
  const { metrics } = specOf({
    http: { increasedCardinality: false, pathMatching: ['/orders/{orderID}'], excludeVerbs: true },
    latencyDistributionBuckets: [1, 10, 100],
    rules: [{ name: 'http/server/request_count', labels: [{ name: 'path', regex: { '/orders/': '/orders/.+' } }] }],
  });
  expect(metrics).toEqual({
    enabled: true,
    http: { increasedCardinality: false, pathMatching: ['/orders/{orderID}'], excludeVerbs: true },
    latencyDistributionBuckets: [1, 10, 100],
    rules: [{ name: 'http/server/request_count', labels: [{ name: 'path', regex: { '/orders/': '/orders/.+' } }] }],
  });
});

test('the buckets of the caller are copied', () => {
  const buckets = [1, 2];
  const chart = shop();
  new Configuration(chart, 'appconfig', { metrics: { latencyDistributionBuckets: buckets } });
  buckets.push(3);
  expect(manifestOf(chart).spec.metrics.latencyDistributionBuckets).toEqual([1, 2]);
});

test.each(['(?i)orders', '(?P<id>[0-9]+)', '[(?=]', '\\(?=x', '\\\\1', '\\Q(?=\\E'])(
  'takes the expression %p, which Go reads',
  (pattern) => {
    expect(refused({ rules: [{ name: 'a', labels: [{ name: 'b', regex: { c: pattern } }] }] })).toEqual([]);
  },
);

test.each([
  ['orders(?=/)', 'looks ahead or behind'],
  ['(?<!/)orders', 'looks ahead or behind'],
  ['(a)\\1', 'refers back to a group'],
])('refuses the expression %p, which %s', (pattern, why) => {
  expect(refused({ rules: [{ name: 'a', labels: [{ name: 'b', regex: { c: pattern } }] }] })).toEqual([
    `DAPR014 [shop/appconfig] 'metrics.rules[0].labels[0].regex' of Configuration must hold regular expressions that Go reads, else all rules are off: got '${pattern}' for 'c', which ${why}`,
  ]);
});

test.each<[string, unknown, string]>([
  [
    'buckets with a fraction',
    { latencyDistributionBuckets: [0.5, 1] },
    `DAPR011 [shop/appconfig] 'metrics.latencyDistributionBuckets' of Configuration must be a list of whole numbers: got [0.5, 1]`,
  ],
  [
    'a rule without labels',
    { rules: [{ name: 'a' }] },
    `DAPR012 [shop/appconfig] 'metrics.rules[0].labels' is required by Configuration: got nothing, expected a list of objects`,
  ],
  [
    'workflow metrics before 1.19',
    { workflow: { latencyDistributionUnits: Duration.seconds(1) } },
    `DAPR016 [shop/appconfig] 'metrics.workflow' of Configuration is known to Dapr 1.19 and later, and the manifests are for Dapr 1.18: leave it out, or set another version with DaprVersion.use`,
  ],
  [
    'a misspelt property',
    { http: { increasedCardinalty: false } },
    `DAPR010 [shop/appconfig] 'metrics.http.increasedCardinalty' is not a property of Configuration: did you mean 'metrics.http.increasedCardinality'?`,
  ],
  ['a text', 'on', `DAPR011 [shop/appconfig] 'metrics' of Configuration must be an object: got 'on'`],
])('refuses %s', (_, metrics, message) => {
  expect(refused(metrics)).toEqual([message]);
});
