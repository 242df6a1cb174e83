import { App, Chart } from 'cdk8s';
import * as dapr from '../../src';
import { expectValid } from '../support/schemas';

const REPO = 'https://github.com/example/shop-deploy.git';

function chart(): Chart {
  return new Chart(new App(), 'argocd');
}

function messageOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

describe('an ArgoCdApplication', () => {
  test('applies a folder, when someone asks for it, unless told more', () => {
    const application = new dapr.gitops.ArgoCdApplication(chart(), 'shop', { source: { repoUrl: REPO, path: 'dist/shop' } });
    expect(application.toJson()).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'shop', namespace: 'argocd' },
      spec: {
        project: 'default',
        source: { repoURL: REPO, targetRevision: 'HEAD', path: 'dist/shop' },
        destination: { server: 'https://kubernetes.default.svc' },
        syncPolicy: { syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'] },
      },
    });
    expectValid(application.toJson());
  });

  test('writes all that it takes, twice the same', () => {
    const application = new dapr.gitops.ArgoCdApplication(chart(), 'shop', {
      source: { repoUrl: REPO, targetRevision: 'v1', path: '.', include: 'shop-*.yaml', recurse: true },
      destination: { name: 'west', namespace: 'shop' },
      project: 'shops',
      syncPolicy: {
        automated: true,
        prune: false,
        selfHeal: false,
        createNamespace: false,
        serverSideApply: false,
        syncOptions: ['PruneLast=true'],
        retryLimit: -1,
      },
      ignoreDifferences: [{ group: 'apps', kind: 'Deployment', name: 'orders', namespace: 'shop', jsonPointers: ['/spec/replicas'] }],
      cascadingDelete: true,
      objectMeta: { namespace: 'gitops', finalizers: ['a/b'] },
    });
    const first = application.toJson();
    expect(first.metadata).toEqual({
      name: 'shop',
      namespace: 'gitops',
      finalizers: ['a/b', 'resources-finalizer.argocd.argoproj.io'],
    });
    expect(first.spec).toEqual({
      project: 'shops',
      source: { repoURL: REPO, targetRevision: 'v1', path: '.', directory: { include: 'shop-*.yaml', recurse: true } },
      destination: { name: 'west', namespace: 'shop' },
      syncPolicy: {
        automated: { prune: false, selfHeal: false },
        syncOptions: ['PruneLast=true'],
        retry: { limit: -1 },
      },
      ignoreDifferences: [{ group: 'apps', kind: 'Deployment', name: 'orders', namespace: 'shop', jsonPointers: ['/spec/replicas'] }],
    });
    expectValid(first);
    expect(application.toJson()).toEqual(first);
  });

  test('has no syncPolicy where nothing is left of it', () => {
    const application = new dapr.gitops.ArgoCdApplication(chart(), 'shop', {
      source: { repoUrl: REPO, path: 'dist' },
      syncPolicy: { createNamespace: false, serverSideApply: false },
    });
    expect(application.toJson().spec.syncPolicy).toBeUndefined();
  });

  test('stands in the namespace of its chart', () => {
    const argo = new Chart(new App(), 'argo', { namespace: 'gitops' });
    const application = new dapr.gitops.ArgoCdApplication(argo, 'shop', { source: { repoUrl: REPO, path: 'dist' } });
    expect(application.metadata.namespace).toBe('gitops');
  });

  test('reports all that is wrong at once', () => {
    const message = messageOf(
      () =>
        new dapr.gitops.ArgoCdApplication(chart(), 'shop', {
          source: { repoUrl: REPO, path: '/dist', revision: 'main' } as any,
          destination: { server: 'https://a', name: 'b' },
          syncPolicy: { prune: true, syncOptions: ['CreateNamespace=false', 'PruneLast'] },
        }),
    );
    expect(message.split('\n')).toEqual([
      `DAPR014 [argocd/shop] 'source.path' of ArgoCdApplication must be a folder of the repository with neither a leading '/' nor '..', e.g. 'dist/shop': got '/dist'`,
      expect.stringMatching(/^DAPR010 \[argocd\/shop\] 'source\.revision' is not a property of ArgoCdApplication: /),
      `DAPR015 [argocd/shop] 'syncPolicy.prune' of ArgoCdApplication needs 'syncPolicy.automated': got prune alone, which Argo CD does not look at; write automated: true, or leave prune out`,
      `DAPR015 [argocd/shop] 'syncPolicy.syncOptions[0]' of ArgoCdApplication is 'CreateNamespace=false', which is a property of its own: write createNamespace: false`,
      `DAPR014 [argocd/shop] 'syncPolicy.syncOptions[1]' of ArgoCdApplication must be Option=value, e.g. 'PruneLast=true': got 'PruneLast'`,
      `DAPR015 [argocd/shop] 'destination.server' and 'destination.name' of ArgoCdApplication name one cluster twice, which Argo CD refuses: leave one of them out`,
    ]);
  });

  test.each(['../dist', 'a/../b', 'a/..', '/a', '', 'a b', 'a\\b'])('refuses the path %j', (path) => {
    expect(messageOf(() => new dapr.gitops.ArgoCdApplication(chart(), 'shop', { source: { repoUrl: REPO, path } }))).toContain(
      `'source.path' of ArgoCdApplication must be`,
    );
  });

  test.each(['.', 'dist', 'dist/shop', 'a..b/c', '.deploy/..x'])('takes the path %j', (path) => {
    expect(messageOf(() => new dapr.gitops.ArgoCdApplication(chart(), 'shop', { source: { repoUrl: REPO, path } }))).toBe('nothing');
  });

  test('says what is missing to a program without types', () => {
    expect(messageOf(() => new dapr.gitops.ArgoCdApplication(chart(), 'shop', undefined as any))).toBe(
      `DAPR012 [argocd/shop] 'source' is required by ArgoCdApplication: got nothing, expected an object`,
    );
  });
});

describe('an ArgoCdApplicationSet', () => {
  const environments = [
    { name: 'staging', path: 'dist/staging', namespace: 'shop-staging' },
    { name: 'production', path: 'dist/production', namespace: 'shop', targetRevision: 'v1.4.0' },
  ];

  test('makes an Application of each environment', () => {
    const set = new dapr.gitops.ArgoCdApplicationSet(chart(), 'shop', {
      repoUrl: REPO,
      targetRevision: 'main',
      environments,
      syncPolicy: { automated: true },
      cascadingDelete: true,
      preserveResourcesOnDeletion: true,
    });
    expect(set.toJson()).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { name: 'shop', namespace: 'argocd' },
      spec: {
        goTemplate: true,
        goTemplateOptions: ['missingkey=error'],
        generators: [
          {
            list: {
              elements: [
                {
                  name: 'staging',
                  path: 'dist/staging',
                  targetRevision: 'main',
                  server: 'https://kubernetes.default.svc',
                  namespace: 'shop-staging',
                },
                {
                  name: 'production',
                  path: 'dist/production',
                  targetRevision: 'v1.4.0',
                  server: 'https://kubernetes.default.svc',
                  namespace: 'shop',
                },
              ],
            },
          },
        ],
        template: {
          metadata: { name: 'shop-{{.name}}', finalizers: ['resources-finalizer.argocd.argoproj.io'] },
          spec: {
            project: 'default',
            source: { repoURL: REPO, targetRevision: '{{.targetRevision}}', path: '{{.path}}' },
            destination: { server: '{{.server}}', namespace: '{{.namespace}}' },
            syncPolicy: {
              automated: { prune: true, selfHeal: true },
              syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
            },
          },
        },
        syncPolicy: { preserveResourcesOnDeletion: true },
      },
    });
    expectValid(set.toJson());
  });

  test('patches the template where environments differ in being automated', () => {
    const set = new dapr.gitops.ArgoCdApplicationSet(chart(), 'shop', {
      repoUrl: REPO,
      namePrefix: 'web',
      environments: [{ ...environments[0], automated: true }, environments[1]],
      syncPolicy: { selfHeal: false },
    });
    const { spec } = set.toJson();
    expectValid(set.toJson());
    expect(spec.generators[0].list.elements.map(({ automated }: any) => automated)).toEqual([true, false]);
    expect(spec.template.metadata.name).toBe('web-{{.name}}');
    expect(spec.template.spec.syncPolicy.automated).toBeUndefined();
    expect(spec.templatePatch).toBe(
      '{{- if .automated }}\nspec:\n  syncPolicy:\n    automated:\n      prune: true\n      selfHeal: false\n{{- else }}\n{}\n{{- end }}\n',
    );
  });

  test('leaves being automated to the patch where one environment is not', () => {
    const set = new dapr.gitops.ArgoCdApplicationSet(chart(), 'shop', {
      repoUrl: REPO,
      environments: [environments[0], { ...environments[1], automated: false }],
      syncPolicy: { automated: true },
    });
    const { spec } = set.toJson();
    expect(spec.template.spec.syncPolicy.automated).toBeUndefined();
    expect(spec.generators[0].list.elements.map(({ automated }: any) => automated)).toEqual([true, false]);
  });

  test('names clusters where one environment does', () => {
    const set = new dapr.gitops.ArgoCdApplicationSet(chart(), 'shop', {
      repoUrl: REPO,
      environments: [{ ...environments[0], clusterName: 'west' }, environments[1]],
    });
    const { spec } = set.toJson();
    expectValid(set.toJson());
    expect(spec.template.spec.destination).toEqual({ name: '{{.clusterName}}', server: '{{.server}}', namespace: '{{.namespace}}' });
    expect(spec.generators[0].list.elements.map(({ clusterName, server }: any) => [clusterName, server])).toEqual([
      ['west', ''],
      ['', 'https://kubernetes.default.svc'],
    ]);
  });

  test('reports all that is wrong at once', () => {
    const message = messageOf(
      () =>
        new dapr.gitops.ArgoCdApplicationSet(chart(), 'shop', {
          repoUrl: REPO,
          environments: [
            environments[0],
            { ...environments[0], server: 'https://a', clusterName: 'a' },
            { name: 'Prod', path: 'dist' } as any,
          ],
        }),
    );
    expect(message.split('\n')).toEqual([
      `DAPR014 [argocd/shop] 'environments[2].name' of ArgoCdApplicationSet must be lower case letters, digits and '-', e.g. 'production': got 'Prod'`,
      `DAPR012 [argocd/shop] 'environments[2].namespace' is required by ArgoCdApplicationSet: got nothing, expected a namespace: at most 63 lower case letters, digits and '-', e.g. 'shop'`,
      `DAPR002 [argocd/shop] 'environments[1].name' of ArgoCdApplicationSet is 'staging', as environments[0] is: give each a name of its own, or one Application would be written over the other`,
      `DAPR015 [argocd/shop] 'environments[1].server' and 'environments[1].clusterName' of ArgoCdApplicationSet name one cluster twice, which Argo CD refuses: leave one of them out`,
    ]);
  });

  test('wants an environment', () => {
    expect(messageOf(() => new dapr.gitops.ArgoCdApplicationSet(chart(), 'shop', { repoUrl: REPO, environments: [] }))).toBe(
      `DAPR012 [argocd/shop] 'environments' of ArgoCdApplicationSet is empty: got no environment, expected one at least`,
    );
  });
});
