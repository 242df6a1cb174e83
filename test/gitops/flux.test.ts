import { ApiObject, App, Chart, Duration, Testing } from 'cdk8s';
import * as dapr from '../../src';
import { expectValid, schemaProblems } from '../support/schemas';

function chart(namespace?: string): Chart {
  return new Chart(new App(), 'flux', { namespace });
}

function messageOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

describe('a FluxGitRepository', () => {
  test('watches the branch main every five minutes, unless told more', () => {
    const repository = new dapr.gitops.FluxGitRepository(chart(), 'deploy', { url: 'https://github.com/example/deploy' });
    expect(repository.toJson()).toEqual({
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'GitRepository',
      metadata: { name: 'deploy', namespace: 'flux-system' },
      spec: { url: 'https://github.com/example/deploy', ref: { branch: 'main' }, interval: '5m' },
    });
    expectValid(repository.toJson());
  });

  test('writes all that it takes', () => {
    const repository = new dapr.gitops.FluxGitRepository(chart('gitops'), 'deploy', {
      url: 'ssh://git@github.com/example/deploy',
      branch: 'release',
      commit: 'a'.repeat(40),
      interval: Duration.hours(1),
      timeout: Duration.seconds(90),
      secretName: 'deploy-key',
      ignore: '/docs/',
    });
    expect(repository.namespace).toBe('gitops');
    expect(repository.toJson().spec).toEqual({
      url: 'ssh://git@github.com/example/deploy',
      ref: { branch: 'release', commit: 'a'.repeat(40) },
      interval: '1h',
      timeout: '1m30s',
      secretRef: { name: 'deploy-key' },
      ignore: '/docs/',
    });
    expectValid(repository.toJson());
  });

  test('has no branch of its own beside a tag', () => {
    const repository = new dapr.gitops.FluxGitRepository(chart(), 'deploy', { url: 'https://a/b', tag: 'v1' });
    expect(repository.toJson().spec.ref).toEqual({ tag: 'v1' });
  });

  test('reports all that is wrong at once', () => {
    const message = messageOf(
      () =>
        new dapr.gitops.FluxGitRepository(chart(), 'deploy', {
          url: 'git@github.com:example/deploy',
          tag: 'v1',
          semver: '1.x',
          timeout: Duration.hours(1),
        }),
    );
    expect(message.split('\n')).toEqual([
      `DAPR014 [flux/deploy] 'url' of FluxGitRepository must be http://, https:// or ssh://, e.g. 'ssh://git@github.com/example/shop-deploy' for git@github.com:example/shop-deploy: got 'git@github.com:example/deploy'`,
      `DAPR014 [flux/deploy] 'timeout' of FluxGitRepository must be a Duration of less than an hour, e.g. Duration.seconds(60): got Duration of 3600000ms`,
      `DAPR015 [flux/deploy] tag and semver of FluxGitRepository exclude each other: Flux looks at one of them only; keep that one`,
    ]);
  });
});

describe('a FluxOciRepository', () => {
  test('watches the tag latest, unless told more', () => {
    const repository = new dapr.gitops.FluxOciRepository(chart(), 'shop', { url: 'oci://ghcr.io/example/shop' });
    expect(repository.toJson()).toEqual({
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'OCIRepository',
      metadata: { name: 'shop', namespace: 'flux-system' },
      spec: { url: 'oci://ghcr.io/example/shop', ref: { tag: 'latest' }, interval: '5m' },
    });
    expectValid(repository.toJson());
  });

  test('writes all that it takes', () => {
    const repository = new dapr.gitops.FluxOciRepository(chart(), 'shop', {
      url: 'oci://registry:5000/shop',
      semver: '>=1.0.0',
      provider: 'aws',
      interval: Duration.minutes(1),
      timeout: Duration.minutes(2),
      secretName: 'registry',
      ignore: '*.md',
    });
    expect(repository.toJson().spec).toEqual({
      url: 'oci://registry:5000/shop',
      ref: { semver: '>=1.0.0' },
      provider: 'aws',
      interval: '1m',
      timeout: '2m',
      secretRef: { name: 'registry' },
      ignore: '*.md',
    });
    expectValid(repository.toJson());
  });

  test('reports all that is wrong at once', () => {
    const message = messageOf(
      () =>
        new dapr.gitops.FluxOciRepository(chart(), 'shop', {
          url: 'oci://ghcr.io/example/shop:1.0',
          tag: '1.0',
          digest: 'sha256:ab',
          provider: 'google',
        }),
    );
    expect(message.split('\n')).toEqual([
      `DAPR014 [flux/shop] 'url' of FluxOciRepository must be oci:// and no tag, which has a property of its own, e.g. 'oci://ghcr.io/example/shop': got 'oci://ghcr.io/example/shop:1.0'`,
      `DAPR014 [flux/shop] 'digest' of FluxOciRepository must be 'sha256:' and 64 digits and letters from a to f: got 'sha256:ab'`,
      `DAPR013 [flux/shop] 'provider' of FluxOciRepository must be one of generic, aws, azure, gcp: got 'google'`,
      `DAPR015 [flux/shop] tag and digest of FluxOciRepository exclude each other: Flux looks at one of them only; keep that one`,
    ]);
  });
});

describe('a FluxKustomization', () => {
  const source = dapr.gitops.FluxGitRepository.fromName('flux-system');

  test('waits for all that it applies, and removes what is gone, unless told more', () => {
    const kustomization = new dapr.gitops.FluxKustomization(chart(), 'shop', { source });
    expect(kustomization.toJson()).toEqual({
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: 'shop', namespace: 'flux-system' },
      spec: {
        sourceRef: { kind: 'GitRepository', name: 'flux-system' },
        path: './',
        prune: true,
        wait: true,
        timeout: '5m',
        interval: '10m',
        retryInterval: '2m',
      },
    });
    expectValid(kustomization.toJson());
  });

  test('names what it depends on, with the namespace where that is another one', () => {
    const flux = chart();
    const repository = new dapr.gitops.FluxOciRepository(flux, 'deploy', {
      url: 'oci://ghcr.io/example/shop',
      objectMeta: { namespace: 'sources' },
    });
    const components = new dapr.gitops.FluxKustomization(flux, 'components', { source: repository, path: 'dist/components' });
    const kustomization = new dapr.gitops.FluxKustomization(flux, 'shop', {
      source: repository,
      path: 'dist/shop',
      dependsOn: [components, dapr.gitops.FluxKustomization.fromName('dapr', 'dapr-system')],
      wait: false,
      prune: false,
      targetNamespace: 'shop',
      serviceAccountName: 'deployer',
      timeout: Duration.minutes(1),
      interval: Duration.hours(1),
      retryInterval: Duration.seconds(30),
    });
    expect(kustomization.toJson().spec).toEqual({
      sourceRef: { kind: 'OCIRepository', name: 'deploy', namespace: 'sources' },
      path: './dist/shop',
      dependsOn: [{ name: 'components' }, { name: 'dapr', namespace: 'dapr-system' }],
      prune: false,
      wait: false,
      timeout: '1m',
      interval: '1h',
      retryInterval: '30s',
      targetNamespace: 'shop',
      serviceAccountName: 'deployer',
    });
    expectValid(kustomization.toJson());
  });

  test('checks the workloads of charts, also those that come later', () => {
    const app = new App();
    const shop = new Chart(app, 'shop', { namespace: 'shop' });
    const flux = new Chart(app, 'flux');
    const kustomization = new dapr.gitops.FluxKustomization(flux, 'apply', { source, healthChecksOf: [shop] });
    new dapr.state.Redis(shop, 'statestore', { redisHost: 'redis:6379' });
    new dapr.Application(shop, 'orders', { image: 'orders:1', port: 80 });
    new ApiObject(shop, 'migration', { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'migration' } });
    const { spec } = kustomization.toJson();
    expect(spec.wait).toBeUndefined();
    expect(spec.healthChecks).toEqual([
      { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders', namespace: 'shop' },
      { apiVersion: 'batch/v1', kind: 'Job', name: 'migration', namespace: 'shop' },
    ]);
    expectValid(kustomization.toJson());
    expect(kustomization.toJson().spec).toEqual(spec);
  });

  test('looks for the workloads where it puts them', () => {
    const app = new App();
    const shop = new Chart(app, 'shop');
    new ApiObject(shop, 'orders', { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'orders' } });
    const flux = new Chart(app, 'flux');
    const there = new dapr.gitops.FluxKustomization(flux, 'there', { source, healthChecksOf: [shop], targetNamespace: 'west' });
    const nowhere = new dapr.gitops.FluxKustomization(flux, 'nowhere', { source, healthChecksOf: [shop] });
    expect(there.toJson().spec.healthChecks[0].namespace).toBe('west');
    expect(nowhere.toJson().spec.healthChecks[0].namespace).toBe('default');
  });

  test('does not synthesize where there is nothing to check', () => {
    const app = Testing.app();
    const shop = new Chart(app, 'shop');
    new ApiObject(shop, 'job', { apiVersion: 'example.com/v1', kind: 'Job' });
    new dapr.gitops.FluxKustomization(new Chart(app, 'flux'), 'apply', { source, healthChecksOf: [shop] });
    expect(messageOf(() => app.synth())).toContain(
      `DAPR012 [flux/apply] 'healthChecksOf' of FluxKustomization names shop: got no Deployment, StatefulSet, DaemonSet or Job in it, expected one at least; leave it out, and Flux waits for everything`,
    );
  });

  test('reports all that is wrong at once', () => {
    const flux = chart();
    const message = messageOf(
      () =>
        new dapr.gitops.FluxKustomization(flux, 'shop', {
          source: { kind: 'HelmRepository', name: 'dapr', namespace: 'flux-system' },
          path: '../dist',
          dependsOn: ['components' as any],
          wait: true,
          healthChecksOf: [flux],
        }),
    );
    expect(message.split('\n')).toEqual([
      `DAPR013 [flux/shop] 'source.kind' of FluxKustomization must be one of GitRepository, OCIRepository, Bucket: got 'HelmRepository'; did you mean 'GitRepository'?`,
      `DAPR014 [flux/shop] 'path' of FluxKustomization must be a folder of the repository with neither a leading '/' nor '..', e.g. 'dist/shop': got '../dist'`,
      `DAPR011 [flux/shop] 'dependsOn[0]' of FluxKustomization must be an object: got 'components'`,
      `DAPR015 [flux/shop] wait and healthChecksOf of FluxKustomization exclude each other: Flux ignores health checks where it waits for everything; leave one of them out`,
    ]);
  });
});

test('the shapes find a field that Flux and Argo CD do not have', () => {
  const manifest = new dapr.gitops.FluxKustomization(chart(), 'shop', { source: dapr.gitops.FluxOciRepository.fromName('a') }).toJson();
  expect(schemaProblems({ ...manifest, spec: { ...manifest.spec, depends: [], prune: undefined, timeout: '5 m' } })).toEqual([
    'spec.prune: missing',
    'spec.depends: no such field',
    expect.stringMatching(/^spec\.timeout: must match pattern/),
  ]);
});
