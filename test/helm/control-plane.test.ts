import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { load, loadAll } from 'js-yaml';
import { App, Chart, Duration, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as dapr from '../../src';
import { at, chartValue, fieldAt } from '../../src/control-plane/values';
import { CONTROL_PLANE_VALUES } from '../../src/generated/control-plane-tables';
import { schemaProblems } from '../support/schemas';
import { tryRun } from '../../tools/process';
import { OPTIONS, valueOf } from './arbitraries';
import { CHART, container, env, find, HELM, objectsOf, plane, Service, SERVICES, template, WORKLOADS, workload } from './support';

const DEFAULTS = objectsOf(plane());

/** The props of a property, or nothing where two of them contradict each other. */
function tryPlane(props: Partial<dapr.ControlPlaneProps>): dapr.ControlPlane | undefined {
  try {
    return plane(props);
  } catch (error) {
    const others = (error as Error).message.split('\n').filter((line) => !line.startsWith('DAPR015'));
    expect(others).toEqual([]);
    return undefined;
  }
}

describe('what is asked for is what helm renders', () => {
  test('replicas, by service', () => {
    const replicas = (objects: any[]): any =>
      Object.fromEntries(SERVICES.map((service) => [service, workload(objects, service).spec.replicas]));
    expect(replicas(DEFAULTS)).toEqual({ operator: 1, placement: 1, scheduler: 3, sentry: 1, injector: 1 });
    expect(replicas(objectsOf(plane({ highAvailability: true })))).toEqual({
      operator: 3,
      placement: 3,
      scheduler: 3,
      sentry: 3,
      injector: 3,
    });
    expect(replicas(objectsOf(plane({ highAvailability: true, availability: { replicaCount: 5 } })))).toEqual({
      operator: 5,
      placement: 3,
      scheduler: 3,
      sentry: 5,
      injector: 5,
    });
    expect(replicas(objectsOf(plane({ operator: { replicaCount: 2 }, placement: { scaleZero: true } })))).toMatchObject({
      operator: 2,
      placement: 0,
    });
  });

  test('mTLS stands in the Configuration where sentry and operator read it', () => {
    const mtls = {
      enabled: false,
      workloadCertTtl: Duration.hours(12),
      allowedClockSkew: Duration.minutes(5),
      controlPlaneTrustDomain: 'cluster.example',
      sentryAddress: 'sentry.example:443',
    };
    expect(find(objectsOf(plane({ mtls })), 'Configuration', 'daprsystem').spec.mtls).toEqual({
      enabled: false,
      workloadCertTTL: '12h',
      allowedClockSkew: '5m',
      controlPlaneTrustDomain: 'cluster.example',
      sentryAddress: 'sentry.example:443',
    });
  });

  test('images, also whole references, and the sidecar that the injector injects', () => {
    const objects = objectsOf(
      plane({
        registry: 'registry.example.com/dapr',
        tag: '1.18.3-mariner',
        sentry: { image: 'other.example.com/sentry:1' },
        injector: { image: 'my-injector', sidecarImage: 'other.example.com/daprd:2' },
      }),
    );
    expect(Object.fromEntries(SERVICES.map((service) => [service, container(objects, service).image]))).toEqual({
      operator: 'registry.example.com/dapr/operator:1.18.3-mariner',
      placement: 'registry.example.com/dapr/placement:1.18.3-mariner',
      scheduler: 'registry.example.com/dapr/scheduler:1.18.3-mariner',
      sentry: 'other.example.com/sentry:1',
      injector: 'registry.example.com/dapr/my-injector:1.18.3-mariner',
    });
    expect(env(objects, 'injector').SIDECAR_IMAGE).toBe('other.example.com/daprd:2');
  });

  test('resources, tolerations, node selector, pull secrets and priority', () => {
    const resources = { cpu: { request: kplus.Cpu.millis(100), limit: kplus.Cpu.units(1) }, memory: { request: Size.mebibytes(200) } };
    const each = Object.fromEntries(SERVICES.map((service) => [service, { resources }]));
    const objects = objectsOf(
      plane({
        ...each,
        tolerations: [{ key: 'infra', operator: 'Exists', effect: 'NoExecute', toleration: Duration.minutes(5) }],
        nodeSelector: { pool: 'true' },
        imagePullSecrets: ['registry', 'mirror'],
        priorityClassName: 'system-cluster-critical',
      }),
    );
    for (const service of SERVICES) {
      expect(container(objects, service).resources).toEqual({ requests: { cpu: '100m', memory: '200Mi' }, limits: { cpu: '1' } });
      expect(workload(objects, service).spec.template.spec).toMatchObject({
        tolerations: [{ key: 'infra', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }],
        nodeSelector: { pool: 'true' },
        imagePullSecrets: [{ name: 'registry' }, { name: 'mirror' }],
        priorityClassName: 'system-cluster-critical',
      });
    }
    expect(find(objects, 'ResourceQuota', 'system-critical-quota').spec.scopeSelector.matchExpressions[0].values).toEqual([
      'system-cluster-critical',
    ]);
  });

  test('numbers that Helm would write as 1e+06 keep their digits', () => {
    const objects = objectsOf(
      plane({
        injector: { sidecarRunAsUser: 1000650000, sidecarRunAsGroup: 1000650001 },
        placement: { fsGroup: 1000650002 },
        scheduler: { etcdSnapshotCount: 2000000, workers: 1000001 },
      }),
    );
    expect(env(objects, 'injector')).toMatchObject({ SIDECAR_RUN_AS_USER: '1000650000', SIDECAR_RUN_AS_GROUP: '1000650001' });
    expect(workload(objects, 'placement').spec.template.spec.securityContext).toEqual({ fsGroup: 1000650002 });
    expect(container(objects, 'scheduler').args).toEqual(expect.arrayContaining(['--etcd-snapshot-count=2000000', '--workers=1000001']));
    // What happens without that, so that nobody takes it back.
    expect(
      template('dapr_placement: {fsGroup: 1000650000}').stderr + JSON.stringify(template('dapr_scheduler: {workers: 1000001}').objects),
    ).toContain('1.000001e+06');
  });

  test('a disruption budget has one of its two bounds', () => {
    const budgets = (objects: any[]): any[] =>
      objects.filter(({ kind }) => kind === 'PodDisruptionBudget').map(({ spec }) => [spec.minAvailable, spec.maxUnavailable]);
    const ha = (availability: dapr.ControlPlaneAvailability): any[] => budgets(objectsOf(plane({ highAvailability: true, availability })));
    expect(ha({ minimumAvailable: '2' })).toEqual(Array(5).fill([2, undefined]));
    expect(ha({ maximumUnavailable: '50%' })).toEqual(Array(5).fill([undefined, '50%']));
  });

  test('certificates in the values make the Secret and the ConfigMap of one root', () => {
    const pem = (text: string): string => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;
    const tls = { rootCertificate: pem('ROOT'), issuerCertificate: pem('ISSUER'), issuerKey: dapr.SecretValue.unsafePlainText('key\n') };
    const objects = objectsOf(plane({ sentry: { tls } }));
    const secret = find(objects, 'Secret', 'dapr-trust-bundle').data;
    const decoded = Object.fromEntries(Object.entries<string>(secret).map(([key, text]) => [key, Buffer.from(text, 'base64').toString()]));
    expect(decoded).toEqual({ 'ca.crt': pem('ROOT'), 'issuer.crt': pem('ISSUER'), 'issuer.key': 'key\n' });
    expect(find(objects, 'ConfigMap', 'dapr-trust-bundle').data).toEqual({ 'ca.crt': pem('ROOT') });
  });
});

describe('the preset for production', () => {
  const control = dapr.ControlPlane.production(new Chart(new App(), 'system'), 'dapr', { version: '1.18.3' });
  const objects = objectsOf(control);

  test('has three of each, requests for each, no limit of memory, and the least rights', () => {
    for (const service of SERVICES) {
      expect(workload(objects, service).spec.replicas).toBe(3);
      expect(Object.keys(container(objects, service).resources.requests)).toEqual(['cpu', 'memory']);
      expect(container(objects, service).resources.limits).toEqual({ cpu: '1' });
      expect(container(objects, service).securityContext).toMatchObject({
        seccompProfile: { type: 'RuntimeDefault' },
        allowPrivilegeEscalation: false,
      });
      expect(container(objects, service).args).toContain('--log-as-json');
    }
    expect(find(objects, 'Configuration', 'daprsystem').spec.mtls.enabled).toBe(true);
    expect(env(objects, 'injector')).toMatchObject({
      SIDECAR_DROP_ALL_CAPABILITIES: 'true',
      SIDECAR_READ_ONLY_ROOT_FILESYSTEM: 'true',
      SIDECAR_RUN_AS_NON_ROOT: 'true',
    });
    expect(objects.filter(({ metadata }) => /secret-reader/.test(metadata.name))).toEqual([]);
    expect(workload(objects, 'scheduler').spec.volumeClaimTemplates[0].spec.resources.requests.storage).toBe('16Gi');
  });

  test('renders objects that an API server takes, for 1.17 too', () => {
    const older = dapr.ControlPlane.production(new Chart(new App(), 'system'), 'dapr', { version: '1.17.5' });
    expect(older.toValues()).toEqual(control.toValues());
    for (const object of objects) {
      expect([object.kind, object.metadata.name, schemaProblems(object)]).toEqual([object.kind, object.metadata.name, []]);
    }
  });
});

describe('every option', () => {
  /** Those that show only beside another one. */
  const BESIDE: { readonly [option: string]: Partial<dapr.ControlPlaneProps> } = {
    availability: { highAvailability: true },
    'placement.logStorePath': { highAvailability: true },
    'placement.logStoreWinPath': { highAvailability: true, os: dapr.ControlPlaneOs.WINDOWS },
    'placement.storageSize': { highAvailability: true },
    'placement.storageClassName': { highAvailability: true },
    'placement.forceInMemoryLog': { highAvailability: true },
    'scheduler.etcdDataDirWinPath': { os: dapr.ControlPlaneOs.WINDOWS },
    'scheduler.etcdEmbed': { scheduler: { etcdClientEndpoints: ['etcd:2379'] } },
    'scheduler.etcdClientEndpoints': { scheduler: { etcdEmbed: false } },
    'sentry.port': { mtls: { sentryAddress: 'sentry:8443' } },
    'sentry.oidc.enabled': { sentry: { oidc: { tls: false } } },
    'sentry.jwt': { sentry: { jwt: { enabled: true } } },
    'sentry.oidc': { sentry: { oidc: { enabled: true, tlsCertFile: '/c', tlsKeyFile: '/k' } } },
    'rbac.namespaced': { operator: { watchNamespace: 'dapr-system' } },
  };

  const OPTIONS_TO_TRY = Object.entries(CONTROL_PLANE_VALUES).filter(([option]) => !/^sentry\.(tls|issuer)\./.test(option));

  test.each(OPTIONS_TO_TRY.map(([option]) => option))('%s changes what is rendered', (option) => {
    const fact = CONTROL_PLANE_VALUES[option];
    const [group, name] = option.split('.');
    const debug = name === 'debug' && !option.endsWith('enabled') ? { [group]: { debug: { enabled: true } } } : undefined;
    const beside: any = debug ?? BESIDE[option] ?? BESIDE[`${group}.${name}`] ?? BESIDE[group] ?? {};
    const withIt = (value: unknown): any => {
      const props = structuredCloneOf(beside);
      const names = option.split('.');
      const last = names.pop()!;
      names.reduce((node, part) => (node[part] ??= {}), props)[last] = value;
      return props;
    };
    const without = structuredCloneOf(beside);
    if (option === 'scheduler.etcdEmbed') {
      expect(template(plane(withIt(false)).toValuesYaml()).objects).not.toEqual(DEFAULTS);
      return;
    }
    if (option === 'scheduler.etcdClientEndpoints' || option === 'rbac.namespaced') {
      expect(objectsOf(plane(withIt(fact.is === 'boolean' ? true : ['a:1'])))).not.toEqual(DEFAULTS);
      return;
    }
    const base = objectsOf(plane(without));
    const values = fc.sample(valueOf(option, fact), { numRuns: 30, seed: 7 });
    const changed = values.some((value) => {
      const control = tryPlane(withIt(value));
      return control !== undefined && JSON.stringify(template(control.toValuesYaml()).objects) !== JSON.stringify(base);
    });
    expect(changed).toBe(true);
  });

  function structuredCloneOf(value: any): any {
    return Array.isArray(value) || typeof value !== 'object' || value === null
      ? value
      : Object.fromEntries(Object.entries(value).map(([name, item]) => [name, structuredCloneOf(item)]));
  }
});

/** Where the value of an option shows, for any value. */
const SHOWS: { readonly [option: string]: (objects: any[]) => unknown } = {
  registry: (objects) => container(objects, 'operator').image.split('/operator:')[0],
  priorityClassName: (objects) => workload(objects, 'sentry').spec.template.spec.priorityClassName,
  nodeSelector: (objects) => workload(objects, 'scheduler').spec.template.spec.nodeSelector,
  tolerations: (objects) => workload(objects, 'operator').spec.template.spec.tolerations,
  imagePullSecrets: (objects) => workload(objects, 'injector').spec.template.spec.imagePullSecrets,
  imagePullPolicy: (objects) => container(objects, 'operator').imagePullPolicy,
  'mtls.enabled': (objects) => find(objects, 'Configuration', 'daprsystem').spec.mtls.enabled,
  'mtls.workloadCertTtl': (objects) => find(objects, 'Configuration', 'daprsystem').spec.mtls.workloadCertTTL,
  'mtls.allowedClockSkew': (objects) => find(objects, 'Configuration', 'daprsystem').spec.mtls.allowedClockSkew,
  'mtls.controlPlaneTrustDomain': (objects) => find(objects, 'Configuration', 'daprsystem').spec.mtls.controlPlaneTrustDomain,
  'mtls.sentryAddress': (objects) => find(objects, 'Configuration', 'daprsystem').spec.mtls.sentryAddress,
  'injector.objectSelector': (objects) => find(objects, 'MutatingWebhookConfiguration', 'dapr-sidecar-injector').webhooks[0].objectSelector,
  'injector.namespaceSelector': (objects) =>
    find(objects, 'MutatingWebhookConfiguration', 'dapr-sidecar-injector').webhooks[0].namespaceSelector,
  'injector.allowedServiceAccounts': (objects) => env(objects, 'injector').ALLOWED_SERVICE_ACCOUNTS,
  'injector.ignoreEntrypointTolerations': (objects) => env(objects, 'injector').IGNORE_ENTRYPOINT_TOLERATIONS,
  'scheduler.storageSize': (objects) => workload(objects, 'scheduler').spec.volumeClaimTemplates?.[0].spec.resources.requests.storage,
  'scheduler.workers': (objects) => /--workers=(.*)/.exec(container(objects, 'scheduler').args.join('\n'))?.[1],
};

test('random options are taken by helm, make valid objects, and show in them', () => {
  let made = 0;
  const shown = new Set<string>();
  fc.assert(
    fc.property(OPTIONS, (options) => {
      const control = tryPlane(options);
      if (control === undefined || at(options, 'systemConfiguration') === false || at(options, 'injector.enabled') === false) {
        return;
      }
      const objects = objectsOf(control);
      made++;
      for (const object of objects) {
        expect([object.kind, object.metadata.name, schemaProblems(object)]).toEqual([object.kind, object.metadata.name, []]);
      }
      const installed = (service: Service): boolean => objects.some(({ metadata }) => metadata.name === WORKLOADS[service][1]);
      for (const [option, show] of Object.entries(SHOWS)) {
        const value = at(options, option);
        const service = option.split('.')[0] as Service;
        if (value === undefined || (service in WORKLOADS && !installed(service)) || !installed('scheduler')) {
          continue;
        }
        const written = chartValue(CONTROL_PLANE_VALUES[option], fieldAt(option), value);
        if (option !== 'scheduler.storageSize' || !at(options, 'scheduler.inMemoryStorage')) {
          expect([option, typeof show(objects) === 'string' ? show(objects) : show(objects)]).toEqual([
            option,
            typeof show(objects) === 'string' ? String(written) : written,
          ]);
          shown.add(option);
        }
      }
      for (const service of SERVICES.filter(installed)) {
        const given = at(options, `${service}.extraEnvVars`) as object | undefined;
        expect(env(objects, service)).toMatchObject(given ?? {});
        for (const name of Object.keys(given ?? {})) {
          shown.add(`${service}.extraEnvVars`);
          expect(name in env(objects, service)).toBe(true);
        }
        const labels = at(options, 'k8sLabels') as object | undefined;
        expect(workload(objects, service).metadata.labels).toMatchObject(labels ?? {});
        expect(container(objects, service).resources).toEqual(
          at(options, `${service}.resources`) === undefined
            ? {}
            : chartValue(
                CONTROL_PLANE_VALUES[`${service}.resources`],
                fieldAt(`${service}.resources`),
                at(options, `${service}.resources`),
              ),
        );
      }
    }),
    { numRuns: 150, seed: 20 },
  );
  expect(made).toBeGreaterThan(40);
  expect(shown.size).toBeGreaterThan(12);
}, 300_000);

describe('what is refused here is refused by helm too', () => {
  test.each([
    ['R225', 'global: {ha: {enabled: true, podAntiAffinityPolicy: preferred}}', /podAntiAffinityPolicy must be either/],
    ['R226, root', 'dapr_sidecar_injector: {sidecarRunAsUser: 0}', /sidecarRunAsUser must positive/],
    ['R226, a user', 'dapr_sidecar_injector: {sidecarRunAsNonRoot: false, sidecarRunAsUser: 1000}', /sidecarRunAsUser must be 0/],
    ['a service without address', 'global: {actors: {serviceName: mine}}', /address\.mine/],
    ['a text for a switch', 'global: {ha: {enabled: "true"}}', /incompatible types/],
  ])('%s', (_, values, message) => {
    const { status, stderr } = template(values);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(message);
    const raw = load(values) as any;
    expect(() => plane({ values: raw })).toThrow(/^DAPR01[135] /);
  });

  test('a key that the chart does not have changes nothing, which is why it is refused', () => {
    expect(template('dapr_placement: {replicaCount: 4}\nplacement: {replicaCount: 4}').objects).toEqual(DEFAULTS);
  });
});

describe('the examples', () => {
  const folder = join(__dirname, '../../examples/control-plane');
  const read = (tool: string, file: string): any[] => loadAll(readFileSync(join(folder, tool, 'expected', file), 'utf8')) as any[];

  test.each([
    ['helm', (): unknown => read('helm', 'values.yaml')[0]],
    ['flux', (): unknown => read('flux', 'dapr-system.k8s.yaml').find(({ kind }) => kind === 'HelmRelease').spec.values],
    ['argo-cd', (): unknown => read('argo-cd', 'dapr-system.k8s.yaml')[0].spec.source.helm.valuesObject],
  ])('%s makes objects that an API server takes, three pods of each', (_, values) => {
    const { status, stderr, objects } = template(JSON.stringify(values()));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(SERVICES.map((service) => workload(objects, service).spec.replicas)).toEqual([3, 3, 3, 3, 3]);
    expect(objects.flatMap((object) => schemaProblems(object))).toEqual([]);
  });
});

describe('the other outputs', () => {
  const props: Partial<dapr.ControlPlaneProps> = {
    highAvailability: true,
    nodeSelector: { 'topology.kubernetes.io/zone': 'a' },
    tolerations: [{ key: 'infra', operator: 'Exists' }],
    injector: { allowedServiceAccounts: ['a:b', 'c:d'], sidecarRunAsUser: 1000650000 },
    scheduler: { workers: 1000001, storageSize: Size.gibibytes(32) },
  };

  test('the settings of AKS are what `helm --set` takes: they render the same objects as the values file', () => {
    const control = plane(props);
    const flags = Object.entries(control.toAksSettings()).flatMap(([key, value]) => ['--set', `${key}=${value.replace(/,/g, '\\,')}`]);
    expect(template('{}', flags).objects).toEqual(objectsOf(control));
  });

  test('the objects of the chart in this one are those of the values file, and its CRDs', () => {
    const chart = new Chart(new App(), 'system');
    const control = new dapr.ControlPlane(chart, 'dapr', { version: '1.18.3', ...props });
    control.addHelmObjects({ chart: CHART, helmExecutable: HELM });
    const written = Testing.synth(chart);
    expect(written.filter(({ kind }) => kind === 'CustomResourceDefinition')).toHaveLength(7);
    const names = (objects: any[]): string[] => objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort();
    const rendered = objectsOf(control);
    expect(names(written.filter(({ kind }) => kind !== 'CustomResourceDefinition'))).toEqual(names(rendered));
    expect(workload(written, 'injector').spec).toEqual(workload(rendered, 'injector').spec);
  });

  test('the commands use flags that helm has, and the chart shows its CRDs', () => {
    const [crds, upgrade] = plane(props).toHelmCommands();
    const help = tryRun(HELM, ['upgrade', '--help']).stdout;
    const flags = [...upgrade.matchAll(/ (--[a-z-]+)/g)].map(([, flag]) => flag);
    expect(flags.filter((flag) => !help.includes(` ${flag}`))).toEqual([]);
    expect(flags).toEqual([
      '--install',
      '--repo',
      '--version',
      '--namespace',
      '--create-namespace',
      '--values',
      '--skip-crds',
      '--wait',
      '--timeout',
    ]);
    expect(crds).toMatch(/^helm show crds dapr /);
    expect(tryRun(HELM, ['show', 'crds', CHART]).stdout.match(/^kind: CustomResourceDefinition$/gm)).toHaveLength(7);
  });

  test('what Argo CD and Flux leave alone is what the chart leaves out', () => {
    const { objects } = template('{}', ['--include-crds']);
    expect(find(objects, 'Secret', 'dapr-trust-bundle').data).toBeUndefined();
    expect(find(objects, 'ConfigMap', 'dapr-trust-bundle').data).toBeUndefined();
    expect(
      find(objects, 'MutatingWebhookConfiguration', 'dapr-sidecar-injector').webhooks.map(({ clientConfig }: any) => clientConfig.caBundle),
    ).toEqual([undefined]);
    const { clientConfig } = find(objects, 'CustomResourceDefinition', 'subscriptions.dapr.io').spec.conversion.webhook;
    expect([clientConfig.caBundle, clientConfig.service.namespace]).toEqual([undefined, 'replaceme']);
    const conversions = objects.filter(({ kind, spec }) => kind === 'CustomResourceDefinition' && spec.conversion?.strategy === 'Webhook');
    expect(conversions.map(({ metadata }) => metadata.name)).toEqual(['subscriptions.dapr.io']);
  });
});
