import { grouped } from '../grouped';
import type { Model } from '../model/model';
import { mayShareNamespace } from '../model/manifest';
import { App } from '../model/workload';
import { NearMisses } from '../near-miss';
import { at, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { AccessPolicy, accessPolicies } from './access-policies';
import { app, configuration } from './examples';
import { configurationOf } from './users';

const policy = (caller: string, name = 'app'): string =>
  configuration(`accessControl: { defaultAction: deny, policies: [{ ${caller}, defaultAction: allow }] }`, name);

export const accessCaller: Rule = {
  id: 'DAPR169',
  severity: 'error',
  title: 'An access policy that is never looked at',
  why: 'A policy applies where app id, namespace and trust domain are those of the certificate that the caller shows. One that fits nobody is never looked at, and the default action decides; of two for one app id and namespace the last replaces the first. The trust domain is public, unless the Configuration of the caller names another.',
  fix: 'Write app id, namespace and trust domain as the caller has them, in one policy with all operations.',
  source:
    'pkg/acl/acl.go ParseAccessControlSpec, isOperationAllowedByAccessControlPolicy; pkg/sentry/server/validator/kubernetes/kubernetes.go Validate',
  facts: ['R169'],
  demand: [20],
  symptoms: [/access control policy has denied access to id: /],
  bad: [
    {
      yaml:
        policy('appId: shopp, namespace: default, trustDomain: public') +
        app('orders', { 'dapr.io/config': 'app' }) +
        app('shopp-front') +
        app('shoop'),
      says: ["the policy for 'shopp' fits no caller: there is no such application; did you mean 'shoop'?"],
    },
    {
      yaml:
        policy('appId: shop, namespace: shop, trustDomain: public') + app('shop').replace('name: shop }', 'name: shop, namespace: web }'),
      complete: true,
      says: ["the policy for 'shop' fits no caller: the application runs in the namespace 'web', the policy says 'shop'"],
    },
    {
      yaml: policy('appId: shop, namespace: default, trustDomain: cluster.local') + app('shop'),
      target: 'kubernetes',
      complete: true,
      says: ["the policy for 'shop' fits no caller: the trust domain of the application is 'public', the policy says 'cluster.local'"],
    },
    {
      yaml: policy('appId: shop, namespace: default, trustDomain: public') + app('orders'),
      complete: true,
      says: ["the policy for 'shop' fits no caller: there is no such application"],
    },
    {
      yaml: configuration(`
accessControl:
  defaultAction: deny
  policies:
    - { appId: shop, namespace: default, trustDomain: public, operations: [{ name: /orders, httpVerb: [GET], action: allow }] }
    - { appId: shop, namespace: default, trustDomain: public, operations: [{ name: /stock, httpVerb: [GET], action: allow }] }`),
      says: ["the policy for 'shop' in 'default' is replaced by a later one for the same caller: write one policy with all operations"],
    },
  ],
  good: [
    {
      yaml:
        policy('appId: shop, namespace: default, trustDomain: web') +
        `---${configuration('accessControl: { trustDomain: web }', 'front')}` +
        app('shop', { 'dapr.io/config': 'front' }),
      target: 'kubernetes',
    },
    { yaml: policy('appId: of-another-repository, namespace: default, trustDomain: public') + app('orders', { 'dapr.io/config': 'app' }) },
  ],
  check(model, report) {
    const near = new NearMisses(model.appsById.keys());
    const configured = trustDomains(model);
    const policies = accessPolicies(model);
    const last = new Map(policies.map((policy) => [keyOf(policy), policy]));
    for (const policy of policies) {
      const { configuration, path, appId, namespace, trustDomain } = policy;
      if (appId !== '' && namespace !== '' && last.get(keyOf(policy)) !== policy) {
        const message = `the policy for '${appId}' in '${namespace}' is replaced by a later one for the same caller: write one policy with all operations`;
        report.add(configuration.manifest, path, message);
        continue;
      }
      if (model.apps.length === 0 || [appId, namespace, trustDomain].some((value) => value === '' || isUnrendered(value))) {
        continue;
      }
      const { manifest } = configuration;
      const none = `the policy for '${appId}' fits no caller`;
      const callers = model.appsById.get(appId) ?? [];
      const there = callers.filter((caller) => mayShareNamespace(caller, { namespace }));
      if (callers.length === 0) {
        const meant = near.find(appId);
        const hint = meant === undefined ? '' : `; did you mean '${meant}'?`;
        report.add(manifest, [...path, 'appId'], `${none}: there is no such application${hint}`, {
          outside: meant === undefined ? 'silent' : 'warning',
        });
      } else if (there.length === 0) {
        const message = `${none}: the application runs in the namespace '${callers[0].namespace}', the policy says '${namespace}'`;
        report.add(manifest, [...path, 'namespace'], message, { outside: 'warning' });
      } else if (model.target !== 'self-hosted') {
        const domains = there.map((caller) => configured(caller));
        if (!domains.some((domain) => domain === undefined || domain === trustDomain)) {
          const message = `${none}: the trust domain of the application is '${domains[0]}', the policy says '${trustDomain}'`;
          report.add(manifest, [...path, 'trustDomain'], message, { outside: 'warning', only: 'kubernetes' });
        }
      }
    }
  },
};

/** Dapr finds a policy by the caller's app id and namespace. */
function keyOf({ configuration, appId, namespace }: AccessPolicy): string {
  return JSON.stringify([configuration.manifest.index, appId, namespace]);
}

/** The trust domain of an application; nothing where its Configuration is not here. */
function trustDomains(model: Model): (app: App) => string | undefined {
  const byName = grouped(model.configurations, ({ name }) => name);
  return (app) => {
    const name = configurationOf(app);
    if (name === undefined) {
      return app.workload === undefined ? undefined : 'public';
    }
    const [configuration, another] = (byName.get(name) ?? []).filter((candidate) => mayShareNamespace(candidate, app));
    if (configuration === undefined || another !== undefined) {
      return undefined;
    }
    const domain = text(at(configuration.spec, 'accessControl', 'trustDomain')) ?? '';
    return isUnrendered(domain) ? undefined : domain === '' ? 'public' : domain;
  };
}
