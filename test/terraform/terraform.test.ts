import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, Chart, Testing } from 'cdk8s';
import * as dapr from '../../src';
import { DaprManifests, DaprRelease } from '../../src/terraform';
import { apiServerForm, canonicalQuantity } from '../../src/terraform/api-server-form';
import { jsonText, literal, literals } from '../../src/terraform/template-text';
import * as library from './fake-library';
import { madeBy, TerraformAsset, TerraformResource, TerraformStack } from './fake-library';

function stack(): TerraformStack {
  return new TerraformStack(undefined as any, 'stack');
}

function shop(props = {}): Chart {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop', ...props });
  new dapr.Application(chart, 'orders', { image: 'orders:1', port: 80 });
  new dapr.Component(chart, 'store', { type: 'state.mine', version: 'v1' });
  return chart;
}

function messageOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

describe('a text for Terraform', () => {
  test.each([
    ['${x}', '$${x}'],
    ['%{if}', '%%{if}'],
    ['$${x}', '$$${x}'],
    ['$ % {', '$ % {'],
    ['${TfToken[TOKEN.1]}', '${TfToken[TOKEN.1]}'],
    ['${a}-${TfToken[TOKEN.1]}-${b}', '$${a}-${TfToken[TOKEN.1]}-$${b}'],
  ])('%j is written as %j', (text, written) => {
    expect(literal(text)).toBe(written);
  });

  test('all of a value is escaped, names too, and what is no text stays', () => {
    expect(literals({ '${a}': ['${b}', 1, true, null, { c: '%{d}' }] })).toEqual({ '$${a}': ['$${b}', 1, true, null, { c: '%%{d}' }] });
  });

  test('a token in a JSON text is put in as JSON', () => {
    expect(jsonText(library, { a: 'at ${TfToken[TOKEN.1]} "${x}"' })).toBe(
      '{\n  "a": "at trimsuffix(trimprefix(jsonencode(tostring(${TfToken[TOKEN.1]})),"),") \\"$${x}\\""\n}',
    );
  });
});

describe('an object as the API server gives it back', () => {
  test.each([
    ['1024Mi', '1Gi'],
    ['1.5Gi', '1536Mi'],
    ['1000Ki', '1000Ki'],
    ['460Mi', '460Mi'],
    ['0.5', '500m'],
    ['1000m', '1'],
    ['1500m', '1500m'],
    ['1000', '1k'],
    ['100m', '100m'],
    ['0', '0'],
    [2, '2'],
    ['0.1Ki', '0.1Ki'],
    ['1e3', '1e3'],
    ['lots', 'lots'],
  ])('the quantity %j is %j', (amount, canonical) => {
    expect(canonicalQuantity(amount)).toBe(canonical);
  });

  test('what stands for nothing may be left out, and all else is as it was', () => {
    const json = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'a', labels: { 'a.b/c': '', d: '' } },
      spec: {
        replicas: 0,
        selector: { matchLabels: { d: '' } },
        volumes: [{ emptyDir: {} }, { emptyDir: { sizeLimit: '2048Ki' } }],
        containers: [{ args: [], tty: false, stdin: true, resources: { limits: { memory: '1024Mi', cpu: 0 } } }],
      },
    };
    expect(apiServerForm(json)).toEqual({
      manifest: {
        ...json,
        spec: {
          ...json.spec,
          volumes: [{ emptyDir: {} }, { emptyDir: { sizeLimit: '2Mi' } }],
          containers: [{ args: [], tty: false, stdin: true, resources: { limits: { memory: '1Gi', cpu: '0' } } }],
        },
      },
      fields: ['spec.replicas', 'spec.containers[0].args', 'spec.containers[0].tty'],
    });
  });

  test("a Job's pods get labels", () => {
    expect(apiServerForm({ apiVersion: 'batch/v1', kind: 'Job', spec: {} }).fields).toEqual(['spec.template.metadata.labels']);
  });

  test('a custom kind is as it was', () => {
    const json = { apiVersion: 'dapr.io/v1alpha1', kind: 'Component', spec: { limits: { a: '1024Mi' }, ignoreErrors: false } };
    expect(apiServerForm(json)).toEqual({ manifest: json, fields: [] });
  });
});

describe('a DaprRelease', () => {
  test('is the chart of Dapr in dapr-system, unless told more', () => {
    const scope = stack();
    new DaprRelease(scope, 'dapr', { library, version: '1.18.3' });
    expect(madeBy(scope)).toEqual({
      release: {
        type: 'helm_release',
        attributes: {
          name: 'dapr',
          repository: 'https://dapr.github.io/helm-charts/',
          chart: 'dapr',
          version: '1.18.3',
          namespace: 'dapr-system',
          create_namespace: true,
          wait: true,
          timeout: 600,
          values: [],
        },
      },
    });
  });

  test('takes all from a control plane', () => {
    const scope = stack();
    const provider = { fqn: 'helm.west' };
    const first = new TerraformResource(scope, 'cluster', { terraformResourceType: 'mine' });
    const controlPlane = {
      version: '1.17.5',
      namespace: 'dapr',
      releaseName: 'mesh',
      repository: 'oci://ghcr.io/example',
      toValues: () => ({ global: { tag: '${x}' } }),
    };
    new DaprRelease(scope, 'dapr', { library, controlPlane, provider, dependsOn: [first], timeoutSeconds: 60 });
    expect(madeBy(scope).release).toEqual({
      type: 'helm_release',
      provider,
      dependsOn: ['mine.cluster'],
      attributes: {
        name: 'mesh',
        repository: 'oci://ghcr.io/example',
        chart: 'dapr',
        version: '1.17.5',
        namespace: 'dapr',
        create_namespace: true,
        wait: true,
        timeout: 60,
        values: ['{\n  "global": {\n    "tag": "$${x}"\n  }\n}'],
      },
    });
  });

  test('reports all that is wrong at once', () => {
    const message = messageOf(
      () => new DaprRelease(stack(), 'dapr', { library, version: 'v1.18', values: [] as any, releaseName: 'Dapr', chart: 'x' } as any),
    );
    expect(message.split('\n')).toEqual([
      `DAPR014 [stack/dapr] 'version' of DaprRelease must be a whole version without 'v', e.g. '1.18.3': got 'v1.18'`,
      `DAPR014 [stack/dapr] 'releaseName' of DaprRelease must be at most 53 lower case letters, digits and '-', e.g. 'dapr': got 'Dapr'`,
      `DAPR010 [stack/dapr] 'chart' is not a property of DaprRelease: it has controlPlane, version, values, namespace, releaseName, repository, timeoutSeconds`,
      `DAPR011 [stack/dapr] 'values' of DaprRelease must be an object of values of the chart: got []`,
    ]);
  });

  test('wants a version, and says it once', () => {
    expect(messageOf(() => new DaprRelease(stack(), 'dapr', { library }))).toBe(
      `DAPR012 [stack/dapr] 'version' is required by DaprRelease without a controlPlane: got nothing, expected the version of Dapr, e.g. '1.18.3'; Terraform would install another Dapr with each new one`,
    );
    const controlPlane = { version: '1.18.3', namespace: 'a', releaseName: 'b', repository: 'c', toValues: () => ({}) };
    expect(messageOf(() => new DaprRelease(stack(), 'dapr', { library, controlPlane, version: '1.18.3' }))).toBe(
      `DAPR015 [stack/dapr] 'version' of DaprRelease is the one of 'controlPlane': got both; write it there, or leave controlPlane out`,
    );
  });

  test('says where to get the library, and what it must be in', () => {
    expect(messageOf(() => new DaprRelease(stack(), 'dapr', { version: '1.18.3' }))).toBe(
      `DAPR012 [stack/dapr] 'library' is required by DaprRelease: got nothing, and found neither cdktn nor cdktf; install one of them, or write library: cdktn after import * as cdktn from 'cdktn'`,
    );
    expect(messageOf(() => new DaprRelease(shop(), 'dapr', { library, version: '1.18.3' }))).toBe(
      `DAPR013 [shop/dapr] DaprRelease must be in a TerraformStack of the given 'library': got a Chart; make it in the stack, or write as 'library' the module that the stack is of`,
    );
  });
});

describe('DaprManifests', () => {
  test('are a resource for each object, and between two stages one that stands for the end of the first', () => {
    const scope = stack();
    const chart = shop();
    new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' } });
    const { resources } = new DaprManifests(scope, 'shop', { library, chart });
    const made = madeBy(scope);
    expect(Object.entries(made).map(([id, { type, dependsOn }]) => [id, type, dependsOn])).toEqual([
      ['configmap-shop-config', 'kubernetes_manifest', undefined],
      ['after-ground', 'terraform_data', ['kubernetes_manifest.configmap-shop-config']],
      ['component-dapr-io-shop-store', 'kubernetes_manifest', ['terraform_data.after-ground']],
      ['after-dapr', 'terraform_data', ['kubernetes_manifest.component-dapr-io-shop-store']],
      ['deployment-apps-shop-orders', 'kubernetes_manifest', ['terraform_data.after-dapr']],
      ['service-shop-orders', 'kubernetes_manifest', ['terraform_data.after-dapr']],
    ]);
    expect(made['component-dapr-io-shop-store'].attributes).toEqual({
      manifest: {
        apiVersion: 'dapr.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'store', namespace: 'shop' },
        spec: { type: 'state.mine', version: 'v1', metadata: [] },
      },
    });
    expect(made['deployment-apps-shop-orders'].attributes.wait).toEqual([{ rollout: true }]);
    expect(resources.map(({ node }) => node.id)).toEqual(Object.keys(made).filter((id) => !id.startsWith('after-')));
  });

  test('wait for no pods where they should not', () => {
    const scope = stack();
    new DaprManifests(scope, 'shop', { library, chart: shop(), wait: false });
    expect(Object.keys(madeBy(scope)['deployment-apps-shop-orders'].attributes)).toEqual(['manifest', 'computed_fields']);
  });

  test('are in the order that the chart was given, without a circle', () => {
    const scope = stack();
    const chart = shop();
    const redis = new ApiObject(chart, 'redis', { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'redis' } });
    chart.node.findChild('store').node.addDependency(redis);
    new DaprManifests(scope, 'shop', { library, chart });
    const made = madeBy(scope);
    expect(made['statefulset-apps-shop-redis'].dependsOn).toBeUndefined();
    expect(made['component-dapr-io-shop-store'].dependsOn).toEqual(['kubernetes_manifest.statefulset-apps-shop-redis']);
    expect(made['after-dapr'].dependsOn).toEqual([
      'kubernetes_manifest.statefulset-apps-shop-redis',
      'kubernetes_manifest.component-dapr-io-shop-store',
    ]);
  });

  test('are early with what something early needs, through others too', () => {
    const scope = stack();
    const chart = shop();
    const object = (kind: string): ApiObject => new ApiObject(chart, kind, { apiVersion: 'apps/v1', kind, metadata: { name: 'redis' } });
    const [set, daemons] = [object('StatefulSet'), object('DaemonSet')];
    set.node.addDependency(daemons);
    chart.node.findChild('store').node.addDependency(set);
    new DaprManifests(scope, 'shop', { library, chart, as: 'release' });
    const { 'release-dapr': first } = madeBy(scope);
    expect(Object.keys(JSON.parse(first.attributes.values[0]).manifests)).toEqual([
      'daemonset-apps-shop-redis',
      'statefulset-apps-shop-redis',
      'component-dapr-io-shop-store',
    ]);
  });

  test('after a DaprRelease are two releases', () => {
    const scope = stack();
    const release = new DaprRelease(scope, 'dapr', { library, version: '1.18.3' });
    new DaprManifests(scope, 'shop', { library, chart: shop(), dependsOn: [release] });
    const { 'release-dapr': first, release: second } = madeBy(scope.node.findChild('shop') as any);
    expect([first.type, first.dependsOn, second.dependsOn]).toEqual([
      'helm_release',
      ['helm_release.release'],
      ['helm_release.release-dapr'],
    ]);
    const { values, ...attributes } = first.attributes;
    expect(attributes).toEqual({
      name: 'shop-dapr',
      chart: '${path.module}/assets/chart',
      namespace: 'shop',
      create_namespace: true,
      wait: true,
    });
    expect(JSON.parse(values[0]).manifests['component-dapr-io-shop-store'].metadata).toEqual({ name: 'store', namespace: 'shop' });
    expect(second.attributes.name).toBe('shop');
    expect(Object.keys(JSON.parse(second.attributes.values[0]).manifests)).toEqual(['deployment-apps-shop-orders', 'service-shop-orders']);
    const asset = scope.node.findAll().find((node): node is TerraformAsset => node instanceof TerraformAsset)!;
    expect(existsSync(join(asset.config.path, 'Chart.yaml'))).toBe(true);
  });

  test('are resources after a DaprRelease too, where one asks for them', () => {
    const scope = stack();
    const release = new DaprRelease(scope, 'dapr', { library, version: '1.18.3' });
    new DaprManifests(scope, 'shop', { library, chart: shop(), dependsOn: [release], as: 'manifests' });
    expect(madeBy(scope)['component-dapr-io-shop-store'].dependsOn).toEqual(['helm_release.release']);
  });

  test.each([
    ['a chart without a namespace', {}, undefined],
    ['a chart that makes its namespace', { namespace: 'shop' }, 'shop'],
  ])('of %s are kept in default', (_, props, namespace) => {
    const scope = stack();
    const chart = new Chart(Testing.app(), 'shop', props);
    if (namespace !== undefined) {
      new ApiObject(chart, 'ns', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
    }
    new dapr.Component(chart, 'store', { type: 'state.mine', version: 'v1' });
    new DaprManifests(scope, 'shop', { library, chart, as: 'release', releaseName: 'web' });
    const { name, namespace: kept, create_namespace: created } = madeBy(scope)['release-dapr'].attributes;
    expect({ name, kept, created }).toEqual({ name: 'web-dapr', kept: 'default', created: false });
  });

  test('do not take a chart that would not synthesize', () => {
    const chart = shop();
    new dapr.Component(chart, 'again', { type: 'state.mine', version: 'v1', objectMeta: { name: 'store' } });
    expect(messageOf(() => new DaprManifests(stack(), 'shop', { library, chart }))).toMatch(
      /^Validation failed with the following errors:\n {2}\[shop\] DAPR002 \[shop\/again\] a Component named 'store' exists already at shop\/store: /,
    );
  });

  test('leave the chart as it was', () => {
    const chart = shop();
    const before = JSON.stringify(chart.toJson());
    new DaprManifests(stack(), 'shop', { library, chart });
    expect(JSON.stringify(chart.toJson())).toBe(before);
  });

  test('report all that is wrong at once', () => {
    const props = { library, chart: {}, as: 'releases', releaseName: 'a'.repeat(49), charts: [] } as any;
    const message = messageOf(() => new DaprManifests(stack(), 'shop', props));
    expect(message.split('\n')).toEqual([
      `DAPR013 [stack/shop] 'as' of DaprManifests must be one of manifests, release: got 'releases'; did you mean 'release'?`,
      `DAPR014 [stack/shop] 'releaseName' of DaprManifests must be at most 48 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'shop': got '${'a'.repeat(49)}'`,
      `DAPR010 [stack/shop] 'charts' is not a property of DaprManifests: did you mean 'chart'?`,
      `DAPR012 [stack/shop] 'chart' is required by DaprManifests: got an object with no properties, expected a chart of cdk8s`,
    ]);
  });
});

test('the index of the library does not know of Terraform', () => {
  expect(Object.keys(dapr).filter((name) => /terraform|DaprManifests|DaprRelease/i.test(name))).toEqual([]);
});
