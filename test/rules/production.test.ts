import * as cdk8s from 'cdk8s';
import * as dapr from '../../src';
import { PRODUCTION, RECOMMENDED } from '../../src/rules';
import { findings } from '../support/rules';

function found(build: (chart: cdk8s.Chart) => void): string[] {
  const app = new dapr.App();
  build(new cdk8s.Chart(app, 'shop', { namespace: 'shop' }));
  dapr.Rules.of(app).use(dapr.RulePack.PRODUCTION);
  app.synthYaml();
  return dapr.Rules.of(app)
    .findings()
    .map(({ rule, severity, constructPath, path, message }) => `${severity} ${rule} [${constructPath}] ${path}: ${message}`);
}

test('the pack is apart from the recommended rules, and asks for nothing without being asked', () => {
  expect(PRODUCTION.length).toBeGreaterThanOrEqual(14);
  expect(PRODUCTION.filter((rule) => RECOMMENDED.includes(rule))).toEqual([]);
  expect(PRODUCTION.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('what Application does not set by itself is named', () => {
  const lines = found((chart) => {
    new dapr.Application(chart, 'orders', { image: 'ghcr.io/example/orders:1.0.0', port: 5001 });
    new dapr.state.InMemory(chart, 'store');
  });
  expect(lines).toEqual([
    "info DAPR232 [shop/orders/Deployment/Resource] : no Resiliency has a policy for calls of 'orders'",
    "warning DAPR242 [shop/orders/Deployment/Resource] spec.replicas: 'orders' runs once: replicas is 1",
    "warning DAPR226 [shop/orders/Deployment/Resource] spec.template.metadata.annotations: the sidecar does not ask 'orders' for its health: dapr.io/enable-app-health-check is not true",
    "warning DAPR227 [shop/orders/Deployment/Resource] spec.template.metadata.annotations: whoever reaches the sidecar of 'orders' may call it: dapr.io/api-token-secret is not set",
    "info DAPR227 [shop/orders/Deployment/Resource] spec.template.metadata.annotations: 'orders' cannot tell its sidecar from other callers: dapr.io/app-token-secret is not set",
    "warning DAPR229 [shop/orders/Deployment/Resource] spec.template.metadata.annotations: every application may call 'orders': it names no Configuration, which could deny it",
    "info DAPR247 [shop/orders/Deployment/Resource] spec.template.metadata.annotations: 'orders' may read every Secret that its service account may: no scope of the secret store kubernetes denies it",
    "warning DAPR231 [shop/store] : every application of the namespace loads 'store', and stops where it fails: it has no scopes",
    "info DAPR232 [shop/store] : no Resiliency has a policy for the component 'store'",
    'warning DAPR244 [shop/store] spec.type: state.in-memory keeps everything in the memory of one sidecar: it is gone with the pod, and no other replica sees it',
  ]);
});

test('an application with all of it passes', () => {
  const lines = found((chart) => {
    const config = new dapr.Configuration(chart, 'config', { accessControl: { defaultAction: dapr.Access.DENY, trustDomain: 'public' } });
    const orders = new dapr.Application(chart, 'orders', {
      image: 'ghcr.io/example/orders:1.0.0',
      port: 5001,
      replicas: 3,
      healthPath: '/healthz',
      config,
      sidecar: {
        enableAppHealthCheck: true,
        apiTokenSecret: 'dapr-api-token',
        appTokenSecret: 'dapr-app-token',
        disableBuiltinK8sSecretStore: true,
      },
    });
    const store = new dapr.state.Redis(chart, 'store', { redisHost: 'redis:6379', enableTLS: true, scopes: ['orders'] });
    const resiliency = new dapr.Resiliency(chart, 'resiliency');
    const retry = resiliency.addRetry('often', dapr.Retry.constant({ maxRetries: 5 }));
    resiliency.targetApp(orders, { retry });
    resiliency.targetComponent(store, { outbound: { retry } });
    new cdk8s.ApiObject(chart, 'budget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'orders' },
      spec: { maxUnavailable: 1, selector: { matchLabels: { 'app.kubernetes.io/name': 'orders' } } },
    } as cdk8s.ApiObjectProps);
  });
  expect(lines).toEqual([]);
});

test('of many applications each Configuration is held against its own', () => {
  const yaml = ['a', 'b']
    .map(
      (name) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} }, annotations: { dapr.io/enabled: "true", dapr.io/app-id: ${name}, dapr.io/app-port: "80", dapr.io/config: config-${name} } }
    spec: { containers: [{ name: app, image: "x:1" }] }
---
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: config-${name}, namespace: shop }
spec: { accessControl: { defaultAction: ${name === 'a' ? 'deny' : 'allow'}, trustDomain: public } }
---`,
    )
    .join('');
  expect(findings(yaml, [PRODUCTION.find(({ id }) => id === 'DAPR229')!])).toEqual([
    "warning DAPR229 Configuration/config-b spec.accessControl.defaultAction: every application that no policy names may call 'b': defaultAction is not deny",
  ]);
});
