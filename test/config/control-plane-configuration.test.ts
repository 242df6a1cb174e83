import { Duration } from 'cdk8s';
import { ControlPlaneConfiguration, Feature, TokenValidator } from '../../src/config';
import { DaprVersion } from '../../src/dapr-version';
import { manifestOf, mistakesOf, shop } from '../support/resources';

test('the control plane reads the Configuration daprsystem in its own namespace', () => {
  const chart = shop();
  new ControlPlaneConfiguration(chart, 'control-plane');
  expect(manifestOf(chart)).toEqual({
    apiVersion: 'dapr.io/v1alpha1',
    kind: 'Configuration',
    metadata: { name: 'daprsystem', namespace: 'dapr-system' },
    spec: {
      mtls: { enabled: true, controlPlaneTrustDomain: 'cluster.local', sentryAddress: 'dapr-sentry.dapr-system.svc.cluster.local:443' },
    },
  });
});

test('sentry is found in the namespace of the chart', () => {
  const chart = shop({ namespace: 'dapr' });
  new ControlPlaneConfiguration(chart, 'control-plane');
  expect(manifestOf(chart).spec.mtls.sentryAddress).toBe('dapr-sentry.dapr.svc.cluster.local:443');
});

test('mTLS is written as the schema has it', () => {
  const chart = shop();
  new ControlPlaneConfiguration(chart, 'control-plane', {
    mtls: {
      enabled: false,
      workloadCertTtl: Duration.hours(12),
      allowedClockSkew: Duration.minutes(5),
      controlPlaneTrustDomain: 'shop.example',
      sentryAddress: 'sentry.example:443',
      tokenValidators: [
        TokenValidator.jwks({
          source: 'https://example.com/jwks.json',
          caCertificate: '/ca.pem',
          minRefreshInterval: Duration.minutes(2),
          requestTimeout: Duration.seconds(30),
        }),
      ],
    },
    features: [Feature.HOT_RELOAD.off()],
    objectMeta: { namespace: 'dapr', labels: { team: 'platform' } },
  });
  const { metadata, spec } = manifestOf(chart);
  expect(metadata).toEqual({ name: 'daprsystem', namespace: 'dapr', labels: { team: 'platform' } });
  expect(spec).toEqual({
    mtls: {
      enabled: false,
      workloadCertTTL: '12h',
      allowedClockSkew: '5m',
      controlPlaneTrustDomain: 'shop.example',
      sentryAddress: 'sentry.example:443',
      tokenValidators: [
        {
          name: 'jwks',
          options: { source: 'https://example.com/jwks.json', caCertificate: '/ca.pem', minRefreshInterval: '2m', requestTimeout: '30s' },
        },
      ],
    },
    features: [{ name: 'HotReload', enabled: false }],
  });
});

test.each<[string, object, string]>([
  [
    'what belongs to applications',
    { tracing: {} },
    `DAPR010 [shop/cp] 'tracing' is not a property of ControlPlaneConfiguration: it has mtls, features`,
  ],
  [
    'an address without a port',
    { mtls: { sentryAddress: 'sentry' } },
    `DAPR014 [shop/cp] 'mtls.sentryAddress' of ControlPlaneConfiguration must be host:port, e.g. 'dapr-sentry.dapr-system.svc.cluster.local:443': got 'sentry'`,
  ],
  [
    'a validator at which sentry stops',
    { mtls: { tokenValidators: [{ name: 'kubernetes' }] } },
    `DAPR013 [shop/cp] 'mtls.tokenValidators[0].name' of ControlPlaneConfiguration must be 'jwks': got 'kubernetes'`,
  ],
  [
    'a validator without a key set',
    { mtls: { tokenValidators: [TokenValidator.jwks({} as any)] } },
    `DAPR012 [shop/cp] 'mtls.tokenValidators[0].options.source' is required by ControlPlaneConfiguration: got nothing, expected a URL, a file or a key set`,
  ],
])('refuses %s', (_, props, message) => {
  expect(mistakesOf(() => new ControlPlaneConfiguration(shop(), 'cp', props))).toEqual([message]);
});

test('refuses a feature that the version lacks', () => {
  const chart = shop({ dapr: DaprVersion.V1_17 });
  expect(mistakesOf(() => new ControlPlaneConfiguration(chart, 'cp', { features: [Feature.WORKFLOW_HISTORY_SIGNING] }))).toEqual([
    `DAPR016 [shop/cp] the feature 'WorkflowHistorySigning' is known to Dapr 1.18 and later, and the manifests are for Dapr 1.17: leave it out, or set another version with DaprVersion.use`,
  ]);
});
