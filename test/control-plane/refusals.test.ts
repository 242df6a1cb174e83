import * as dapr from '../../src';
import { mistakesOf, shop } from '../support/resources';

function refused(props: object): string[] {
  return mistakesOf(() => new dapr.ControlPlane(shop(), 'dapr', { version: '1.18.3', ...props } as dapr.ControlPlaneProps));
}

const CASES: [title: string, props: object, messages: string[]][] = [
  [
    'no version',
    { version: undefined },
    ["DAPR012 [shop/dapr] 'version' is required by ControlPlane: got nothing, expected a whole version without a 'v', e.g. '1.18.3'"],
  ],
  [
    'a range',
    { version: '^1.18' },
    ["DAPR014 [shop/dapr] 'version' of ControlPlane must be a whole version without a 'v', e.g. '1.18.3': got '^1.18'"],
  ],
  [
    'a version with v',
    { version: 'v1.18.3' },
    ["DAPR014 [shop/dapr] 'version' of ControlPlane must be a whole version without a 'v', e.g. '1.18.3': got 'v1.18.3'"],
  ],
  [
    'a Dapr that is not known',
    { version: '1.2.3' },
    ["DAPR016 [shop/dapr] 'version' of ControlPlane: unknown Dapr version '1.2.3': expected one of 1.15, 1.16, 1.17, 1.18, 1.19"],
  ],
  [
    'an option that the version does not have',
    { version: '1.17.5', injector: { nativeSidecar: true } },
    [
      "DAPR016 [shop/dapr] 'injector.nativeSidecar' of ControlPlane is known to Dapr 1.18 and later, and the manifests are for Dapr 1.17: leave it out, or set another one in 'version'",
    ],
  ],
  [
    'an option that does not exist',
    { placement: { replicaCount: 3 } },
    [
      "DAPR010 [shop/dapr] 'placement.replicaCount' is not a property of ControlPlane: placement has no number of pods: it is one, or three with `highAvailability`, because it votes; expected highAvailability: true",
    ],
  ],
  [
    'a misspelt option',
    { highAvailabilty: true },
    ["DAPR010 [shop/dapr] 'highAvailabilty' is not a property of ControlPlane: did you mean 'highAvailability'?"],
  ],
  [
    'a release that YAML takes for a truth value',
    { releaseName: 'true' },
    [
      "DAPR014 [shop/dapr] 'releaseName' of ControlPlane must be text that YAML takes for no number, date or truth value, because the chart writes it without quotes: got 'true'",
    ],
  ],
  [
    'a namespace that YAML takes for a number',
    { namespace: '1234' },
    [
      "DAPR014 [shop/dapr] 'namespace' of ControlPlane must be text that YAML takes for no number, date or truth value, because the chart writes it without quotes: got '1234'",
    ],
  ],
  [
    'a tag that YAML takes for a number',
    { tag: '1.18' },
    [
      "DAPR014 [shop/dapr] 'tag' of ControlPlane must be text that YAML takes for no number, date or truth value, because the chart writes it without quotes: got '1.18'",
    ],
  ],
  [
    'a repository without scheme',
    { repository: 'dapr.github.io' },
    ["DAPR014 [shop/dapr] 'repository' of ControlPlane must be a URL that begins with https:// or oci://: got 'dapr.github.io'"],
  ],
  [
    'a spelling of the anti-affinity that the chart refuses (R225)',
    { availability: { podAntiAffinityPolicy: 'preferred' } },
    [
      "DAPR013 [shop/dapr] 'availability.podAntiAffinityPolicy' of ControlPlane must be one of preferredDuringSchedulingIgnoredDuringExecution, requiredDuringSchedulingIgnoredDuringExecution: got 'preferred'",
    ],
  ],
  [
    'sidecars that may not be root as root (R226)',
    { injector: { sidecarRunAsUser: 0 } },
    [
      "DAPR015 [shop/dapr] 'injector.sidecarRunAsUser' is 0, which is root, and 'injector.sidecarRunAsNonRoot' is on: expected a user above 0, or sidecarRunAsNonRoot: false",
    ],
  ],
  [
    'a user for sidecars that may be root (R226)',
    { injector: { sidecarRunAsUser: 1000, sidecarRunAsNonRoot: false } },
    [
      "DAPR015 [shop/dapr] 'injector.sidecarRunAsUser' is 1000, and 'injector.sidecarRunAsNonRoot' is off: expected sidecarRunAsNonRoot: true, or no user",
    ],
  ],
  [
    'service accounts that make the injector exit (R228)',
    { injector: { allowedServiceAccounts: ['shop:*', 'default', 'a:b:c', ':', 'a:[z'] } },
    ['default', 'a:b:c', ':', 'a:[z'].map(
      (pattern) =>
        `DAPR014 [shop/dapr] 'injector.allowedServiceAccounts' of ControlPlane must be namespace:service account, with '*', '?' and '[…]': got '${pattern}', with which the injector exits`,
    ),
  ],
  [
    'a highly available scheduler that forgets',
    { highAvailability: true, scheduler: { inMemoryStorage: true } },
    [
      "DAPR015 [shop/dapr] 'scheduler.inMemoryStorage' loses jobs, reminders and workflows when its pods go, and 'highAvailability' is on: leave it out, and set scheduler.storageClassName to one whose disks survive",
    ],
  ],
  [
    'a highly available placement without pods',
    { highAvailability: true, placement: { scaleZero: true } },
    ["DAPR015 [shop/dapr] 'placement.scaleZero' leaves no pods, and 'highAvailability' is on: keep one of the two"],
  ],
  [
    'both bounds of a disruption budget',
    { highAvailability: true, availability: { minimumAvailable: '2', maximumUnavailable: '1' } },
    [
      "DAPR015 [shop/dapr] 'availability.minimumAvailable' and 'availability.maximumUnavailable' are both given, and a disruption budget takes one: keep one of the two",
    ],
  ],
  [
    'replicas that do nothing',
    { availability: { replicaCount: 3 } },
    [
      "DAPR015 [shop/dapr] 'availability.replicaCount' does nothing without 'highAvailability': set highAvailability: true, or replicaCount of operator, sentry and injector",
    ],
  ],
  [
    'replicas of one service that do nothing',
    { highAvailability: true, injector: { replicaCount: 2 } },
    [
      "DAPR015 [shop/dapr] 'injector.replicaCount' does nothing with 'highAvailability': set availability.replicaCount, which counts for operator, sentry and injector",
    ],
  ],
  [
    'a part of the certificates',
    { sentry: { tls: { rootCertificate: '-----BEGIN CERTIFICATE-----' } } },
    [
      "DAPR015 [shop/dapr] 'sentry.tls' has 1 of rootCertificate, issuerCertificate and issuerKey, and without all three sentry makes its own: give all three, here or by setFile of toHelmCommands, or none",
    ],
  ],
  [
    'a key that a values file cannot refer to',
    { sentry: { tls: { issuerKey: dapr.SecretValue.fromSecretKeyRef('ca', 'key') } } },
    [
      "DAPR013 [shop/dapr] 'sentry.tls.issuerKey' of ControlPlane comes from a Secret or the environment, and a value of a chart cannot refer to one: expected SecretValue.unsafePlainText, or leave it out and give setFile to toHelmCommands",
    ],
  ],
  [
    'a part of the file names',
    { sentry: { issuer: { caFilename: 'ca.crt' } } },
    [
      "DAPR015 [shop/dapr] 'sentry.issuer' has 1 of caFilename, certificateFilename and keyFilename, and sentry then looks for files without a name: give all three, or none",
    ],
  ],
  [
    'a file name that nobody else reads',
    { sentry: { issuer: { caFilename: 'root.crt', certificateFilename: 'tls.crt', keyFilename: 'tls.key' } } },
    [
      "DAPR015 [shop/dapr] 'sentry.issuer.caFilename' is 'root.crt', and operator, placement, scheduler and injector read the root certificate from 'ca.crt': expected 'ca.crt'",
    ],
  ],
  [
    'certificates and file names that do not meet',
    {
      sentry: {
        tls: {
          rootCertificate: '-----BEGIN CERTIFICATE-----',
          issuerCertificate: '-----BEGIN CERTIFICATE-----',
          issuerKey: dapr.SecretValue.unsafePlainText('k'),
        },
        issuer: { caFilename: 'ca.crt', certificateFilename: 'tls.crt', keyFilename: 'tls.key' },
      },
    },
    [
      "DAPR015 [shop/dapr] 'sentry.tls' writes issuer.crt and issuer.key, and 'sentry.issuer' makes sentry read 'tls.crt' and 'tls.key': keep one of the two",
    ],
  ],
  [
    'no database',
    { scheduler: { etcdEmbed: false } },
    ["DAPR015 [shop/dapr] 'scheduler.etcdEmbed' is off, and there is no other database: give scheduler.etcdClientEndpoints"],
  ],
  [
    'a database that nobody asks',
    { scheduler: { etcdClientEndpoints: ['etcd:2379'] } },
    [
      "DAPR015 [shop/dapr] 'scheduler.etcdClientEndpoints' does nothing while the scheduler brings its own database along: set scheduler.etcdEmbed: false",
    ],
  ],
  [
    'HTTPS without a certificate',
    { sentry: { oidc: { enabled: true } } },
    [
      "DAPR015 [shop/dapr] 'sentry.oidc' serves HTTPS and has no certificate, so that sentry exits: give tlsCertFile and tlsKeyFile, or tls: false",
    ],
  ],
  [
    'tokens that are not issued',
    { sentry: { jwt: { issuer: 'https://example.com' } } },
    ["DAPR015 [shop/dapr] 'sentry.jwt' does nothing without sentry.jwt.enabled: set it, or leave the rest out"],
  ],
  [
    'sentry where nobody looks for it',
    { sentry: { port: 8443 } },
    ["DAPR015 [shop/dapr] 'sentry.port' is 8443, and sidecars look for sentry at 443: say where it is in mtls.sentryAddress"],
  ],
  [
    'an operator that watches more than it may',
    { rbac: { namespaced: true } },
    [
      "DAPR015 [shop/dapr] 'rbac.namespaced' leaves the operator no rights outside of 'dapr-system', and it watches all namespaces: expected operator.watchNamespace: 'dapr-system'",
    ],
  ],
  [
    'volumes without a name',
    { operator: { extraVolumes: [{ emptyDir: {} }] } },
    [
      "DAPR011 [shop/dapr] 'operator.extraVolumes' of ControlPlane must be a list of objects as Kubernetes spells them, each with its name: got [an object with emptyDir]",
    ],
  ],
  [
    'resources of another kind',
    { operator: { resources: { cpu: { request: '100m' }, disk: {} } } },
    [
      "DAPR011 [shop/dapr] 'operator.resources.cpu.request' of ControlPlane must be a Cpu, e.g. Cpu.millis(100): got '100m'",
      "DAPR010 [shop/dapr] 'operator.resources.disk' is not a property of ControlPlane: it has cpu, memory, ephemeralStorage",
    ],
  ],
  [
    'a variable that no pod can have',
    { sentry: { extraEnvVars: { '1 A': 'x' } } },
    [
      "DAPR014 [shop/dapr] 'sentry.extraEnvVars' of ControlPlane has a variable '1 A': expected letters, digits, '-', '_' and '.', not beginning with a digit",
    ],
  ],
];

test.each(CASES)('refuses %s', (_, props, messages) => {
  expect(refused(props)).toEqual(messages);
});

const RAW: [key: string, values: object, message: string][] = [
  [
    'placement.replicaCount',
    { placement: { replicaCount: 3 } },
    "'values' has placement.replicaCount, which is of no use: placement has no number of pods: it is one, or three with `highAvailability`, because it votes; expected highAvailability: true",
  ],
  [
    'dapr_placement.replicaCount',
    { dapr_placement: { replicaCount: 4 } },
    "'values' has dapr_placement.replicaCount, which is of no use: placement has no number of pods: it is one, or three with `highAvailability`, because it votes; expected highAvailability: true",
  ],
  [
    'dapr_scheduler.replicaCount',
    { dapr_scheduler: { replicaCount: 2 } },
    "'values' has dapr_scheduler.replicaCount, which is of no use: the scheduler has no number of pods: it is always three, because it votes",
  ],
  [
    'operator.replicaCount',
    { operator: { replicaCount: 2 } },
    "'values' has operator.replicaCount, which Dapr's chart does not read: did you mean dapr_operator.replicaCount, the property 'operator.replicaCount'?",
  ],
  [
    'global.ha.enable',
    { global: { ha: { enable: true } } },
    "'values' has global.ha.enable, which Dapr's chart does not read: did you mean global.ha.enabled, the property 'highAvailability'?",
  ],
  [
    'global.mtls.mountSentryToken',
    { global: { mtls: { mountSentryToken: true } } },
    "'values' has global.mtls.mountSentryToken, which is of no use: the chart reads global.mtls.mountSentryVolume (mtls.mountSentryVolume)",
  ],
  [
    'dapr_dashboard.enabled',
    { dapr_dashboard: { enabled: true } },
    "'values' has dapr_dashboard.enabled, which is of no use: the dashboard is a chart of its own: dapr-dashboard of the same repository",
  ],
  [
    'a key that no template reads',
    { dapr_sentry: { tls: { trustDomain: 'x' } } },
    "'values' has dapr_sentry.tls.trustDomain, which is of no use: no template of the chart reads it",
  ],
  [
    'nothing near',
    { mine: { own: { key: 1 } } },
    "'values' has mine.own.key, which Dapr's chart does not read: expected a key of its values.yaml",
  ],
];

test.each(RAW)('refuses the key of a values file: %s', (_, values, message) => {
  expect(refused({ values })).toEqual([`DAPR010 [shop/dapr] ${message}`]);
});

test('refuses values of the wrong type, twice given ones, and what guards refuse, by the names of the chart', () => {
  expect(
    refused({
      logAsJson: true,
      values: {
        global: { logAsJson: false, ha: { enabled: 'true', podAntiAffinityPolicy: 'preferred' }, tag: 1.18 },
        dapr_placement: { keepAliveTime: 3, replicationFactor: 'many' },
        dapr_sidecar_injector: { sidecarRunAsUser: 0, allowedServiceAccounts: 'default' },
      },
    }),
  ).toEqual([
    "DAPR015 [shop/dapr] 'values' has global.logAsJson, and so has 'logAsJson': keep one of the two",
    "DAPR011 [shop/dapr] 'values' has global.ha.enabled, the property 'highAvailability', which must be true or false: got 'true'",
    "DAPR011 [shop/dapr] 'values' has global.ha.podAntiAffinityPolicy, the property 'availability.podAntiAffinityPolicy', which must be one of preferredDuringSchedulingIgnoredDuringExecution, requiredDuringSchedulingIgnoredDuringExecution: got 'preferred'",
    "DAPR011 [shop/dapr] 'values' has global.tag, the property 'tag', which must be text that YAML takes for no number, date or truth value: got 1.18",
    "DAPR011 [shop/dapr] 'values' has dapr_placement.replicationFactor, the property 'placement.replicationFactor', which must be a whole number of at least 1: got 'many'",
    "DAPR014 [shop/dapr] 'injector.allowedServiceAccounts' of ControlPlane must be namespace:service account, with '*', '?' and '[…]': got 'default', with which the injector exits",
    "DAPR015 [shop/dapr] 'injector.sidecarRunAsUser' is 0, which is root, and 'injector.sidecarRunAsNonRoot' is on: expected a user above 0, or sidecarRunAsNonRoot: false",
  ]);
});

const PEM = '-----BEGIN CERTIFICATE-----';
const TLS = { rootCertificate: PEM, issuerCertificate: PEM, issuerKey: dapr.SecretValue.unsafePlainText('k') };
const PART =
  "DAPR015 [shop/dapr] 'sentry.issuer' has 1 of caFilename, certificateFilename and keyFilename, and sentry then looks for files without a name: give all three, or none";

test.each<[string, object, string[]]>([
  ['one file name beside certificates', { sentry: { tls: TLS, issuer: { certificateFilename: 'tls.crt' } } }, [PART]],
  ['one file name, which nobody reads', { sentry: { issuer: { caFilename: 'root.crt' } } }, [PART]],
  [
    'the names that the certificates have',
    { sentry: { tls: TLS, issuer: { caFilename: 'ca.crt', certificateFilename: 'issuer.crt', keyFilename: 'issuer.key' } } },
    [],
  ],
  [
    'one name that the certificates do not have',
    { sentry: { tls: TLS, issuer: { caFilename: 'ca.crt', certificateFilename: 'issuer.crt', keyFilename: 'tls.key' } } },
    [
      "DAPR015 [shop/dapr] 'sentry.tls' writes issuer.crt and issuer.key, and 'sentry.issuer' makes sentry read 'issuer.crt' and 'tls.key': keep one of the two",
    ],
  ],
  [
    'a certificate without its key for HTTPS',
    { sentry: { oidc: { enabled: true, tlsCertFile: '/tls/tls.crt' } } },
    [
      "DAPR015 [shop/dapr] 'sentry.oidc' serves HTTPS and has no certificate, so that sentry exits: give tlsCertFile and tlsKeyFile, or tls: false",
    ],
  ],
  ['a placement without pods, where nothing is promised', { placement: { scaleZero: true } }, []],
  ['service accounts of which one side is open', { injector: { allowedServiceAccounts: ['shop:', ':runner'] } }, []],
  [
    'numbers as texts, and an enum that is left empty, in values',
    { values: { dapr_scheduler: { workers: '5' }, global: { reminders: { serviceName: '' } } } },
    [],
  ],
  [
    'resources that are a list',
    { operator: { resources: [] } },
    ["DAPR011 [shop/dapr] 'operator.resources' of ControlPlane must be ContainerResources of cdk8s-plus: got []"],
  ],
  [
    'volumes of which one has no name',
    { operator: { extraVolumes: [{ name: 'a' }, { emptyDir: {} }] } },
    [
      "DAPR011 [shop/dapr] 'operator.extraVolumes' of ControlPlane must be a list of objects as Kubernetes spells them, each with its name: got [an object with name, an object with emptyDir]",
    ],
  ],
  [
    'a variable of the injector that no pod can have',
    { injector: { extraEnvVars: { '1A': 'x' } } },
    [
      "DAPR014 [shop/dapr] 'injector.extraEnvVars' of ControlPlane has a variable '1A': expected letters, digits, '-', '_' and '.', not beginning with a digit",
    ],
  ],
  [
    'a selector without key and operator',
    { injector: { objectSelector: { matchExpressions: [{ values: ['a'] }] } } },
    [
      "DAPR012 [shop/dapr] 'injector.objectSelector.matchExpressions[0].key' is required by ControlPlane: got nothing, expected text",
      "DAPR012 [shop/dapr] 'injector.objectSelector.matchExpressions[0].operator' is required by ControlPlane: got nothing, expected one of In, NotIn, Exists, DoesNotExist",
    ],
  ],
  [
    'a key without its service',
    { values: { watchInterval: '2m', storageClassName: 'fast' } },
    [
      "DAPR010 [shop/dapr] 'values' has watchInterval, which Dapr's chart does not read: did you mean dapr_operator.watchInterval, the property 'operator.watchInterval'?",
      "DAPR010 [shop/dapr] 'values' has storageClassName, which Dapr's chart does not read: expected a key of its values.yaml",
    ],
  ],
  [
    'a key of another path of its service',
    { values: { myplacement: { replicaCount: 1 }, my_dapr_sentry: { service: { type: 'ClusterIP' } } } },
    [
      "DAPR010 [shop/dapr] 'values' has myplacement.replicaCount, which Dapr's chart does not read: expected a key of its values.yaml",
      "DAPR010 [shop/dapr] 'values' has my_dapr_sentry.service.type, which Dapr's chart does not read: did you mean dapr_sentry.service.type, the property 'sentry.service.type'?",
    ],
  ],
])('judges %s', (_, props, messages) => {
  expect(refused(props)).toEqual(messages);
});

test('refuses values that are no object', () => {
  expect(refused({ values: 'global: {}' })).toEqual([
    "DAPR011 [shop/dapr] 'values' of ControlPlane must be an object, as a values file has it: got 'global: {}'",
  ]);
});

test('an in-memory scheduler is taken where nothing is promised, and where the database is elsewhere', () => {
  expect(refused({ scheduler: { inMemoryStorage: true } })).toEqual([]);
  expect(
    refused({ highAvailability: true, scheduler: { inMemoryStorage: true, etcdEmbed: false, etcdClientEndpoints: ['etcd:2379'] } }),
  ).toEqual([]);
});

test('an even number of pods is taken where nobody votes', () => {
  expect(refused({ highAvailability: true, availability: { replicaCount: 4 } })).toEqual([]);
});

test('reports all that is wrong at once, and never a secret', () => {
  const messages = refused({
    version: 'x',
    highAvailability: true,
    scheduler: { inMemoryStorage: true, etcdClientPassword: 'hunter2' },
    mtls: { enabled: 'yes' },
  });
  expect(messages.map((message) => message.slice(0, 20))).toEqual([
    'DAPR014 [shop/dapr] ',
    'DAPR011 [shop/dapr] ',
    'DAPR011 [shop/dapr] ',
    'DAPR015 [shop/dapr] ',
  ]);
  expect(messages.join()).not.toContain('hunter2');
});

test('a Configuration of an application points to the control plane for mTLS', () => {
  expect(mistakesOf(() => new dapr.Configuration(shop(), 'appconfig', { mtls: { enabled: true } } as dapr.ConfigurationProps))).toEqual([
    "DAPR010 [shop/appconfig] 'mtls' is not a property of Configuration: Dapr reads it from the control plane's own configuration only; expected the property mtls of the ControlPlane, or a ControlPlaneConfiguration in the control plane's namespace",
  ]);
});
