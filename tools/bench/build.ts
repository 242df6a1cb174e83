/** The objects of N applications, made in one of three ways; run in a process of its own, which prints what it took. */
import { App, Chart } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import type * as library from '../../src';
import { NOT_CHECKED, withoutRules } from './without-rules';

type Make = (chart: Chart, name: string) => void;

/** A Deployment, Service, Component, Subscription and Resiliency for each application, by this library. */
function byLibrary(dapr: typeof library): Make {
  return (chart, name) => {
    new dapr.Application(chart, name, { image: `ghcr.io/example/${name}:1.0.0`, port: 5000 });
    const store = new dapr.state.Redis(chart, `${name}-store`, {
      redisHost: 'redis:6379',
      redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
      scopes: [name],
    });
    new dapr.Subscription(chart, `${name}-orders`, {
      pubsub: dapr.PubSub.fromName('bus'),
      topic: 'orders',
      route: '/orders',
      scopes: [name],
    });
    const resiliency = new dapr.Resiliency(chart, `${name}-resiliency`, { scopes: [name] });
    resiliency.targetAppId(name, { retry: resiliency.addRetry('often', dapr.Retry.constant({ maxRetries: 5 })) });
    resiliency.targetComponent(store, { outbound: { retry: resiliency.addRetry('seldom', dapr.Retry.constant({ maxRetries: 2 })) } });
  };
}

/** The same objects by the imported classes: what the library wrote for one application, with other names. */
function byL1(l1: any, template: any[]): Make {
  const [deployment, service, component, subscription, resiliency] = [
    'Deployment',
    'Service',
    'Component',
    'Subscription',
    'Resiliency',
  ].map((kind) => JSON.stringify(template.find((object) => object.kind === kind)));
  const named = (json: string, name: string): any => JSON.parse(json.replaceAll('placeholder', name));
  return (chart, name) => {
    const d = named(deployment, name);
    const rolling = d.spec.strategy.rollingUpdate;
    d.spec.strategy.rollingUpdate = {
      maxSurge: k8s.IntOrString.fromString(rolling.maxSurge),
      maxUnavailable: k8s.IntOrString.fromString(rolling.maxUnavailable),
    };
    for (const container of d.spec.template.spec.containers) {
      for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
        container[probe].tcpSocket.port = k8s.IntOrString.fromNumber(container[probe].tcpSocket.port);
      }
      for (const amounts of Object.values<any>(container.resources)) {
        Object.keys(amounts).forEach((key) => (amounts[key] = k8s.Quantity.fromString(amounts[key])));
      }
    }
    new k8s.KubeDeployment(chart, `${name}-deployment`, { metadata: d.metadata, spec: d.spec });
    const s = named(service, name);
    s.spec.ports.forEach((port: any) => (port.targetPort = k8s.IntOrString.fromNumber(port.targetPort)));
    new k8s.KubeService(chart, `${name}-service`, { metadata: s.metadata, spec: s.spec });
    const c = named(component, name);
    c.spec.metadata.forEach((item: any) => item.value === undefined && delete item.value);
    new l1.Component(chart, `${name}-component`, { metadata: c.metadata, spec: c.spec, scopes: c.scopes });
    const sub = named(subscription, name);
    new l1.SubscriptionV2Alpha1(chart, `${name}-subscription`, { metadata: sub.metadata, spec: sub.spec, scopes: sub.scopes });
    const r = named(resiliency, name);
    new l1.Resiliency(chart, `${name}-resiliency`, { metadata: r.metadata, spec: r.spec, scopes: r.scopes });
  };
}

function main([way, count, outdir, lib, l1Module]: string[]): void {
  const dapr: typeof library = way === 'l1' ? (undefined as never) : require(lib);
  let make: Make;
  if (way === 'l1') {
    make = byL1(require(l1Module), JSON.parse(process.env.BENCH_TEMPLATE!));
  } else {
    make = byLibrary(dapr);
    void dapr.Application; // loads cdk8s-plus, as the imported classes load theirs
  }
  const started = performance.now();
  const cpu = process.cpuUsage();
  const app = way.startsWith('library with dapr.App') ? new dapr.App({ outdir }) : new App({ outdir });
  const chart = new Chart(app, 'bench');
  for (let i = 0; i < Number(count); i++) {
    make(chart, `app${i}`);
  }
  if (way.endsWith(NOT_CHECKED)) {
    withoutRules(app);
  }
  app.synth();
  const { user, system } = process.cpuUsage(cpu);
  const result = { wall: performance.now() - started, cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1024 };
  process.stdout.write(JSON.stringify(result));
}

main(process.argv.slice(2));
