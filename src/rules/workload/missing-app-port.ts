import { Model } from '../model/model';
import { mayShareNamespace } from '../model/manifest';
import { App } from '../model/workload';
import { Component, valueOf } from '../model/component';
import { isMapping, mapping } from '../read';
import type { Rule } from '../rule';
import { annotationsPath, isOwned, textOf } from './annotations';
import { deploymentWith } from './examples';
import { goInteger } from './go-values';
import { grouped } from './grouped';

const SUBSCRIPTION = `---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: new-orders }
scopes: [orders]
spec: { pubsubname: bus, topic: orders, routes: { default: /orders } }
`;

export const missingAppPort: Rule = {
  id: 'DAPR053',
  severity: 'warning',
  title: 'An application that shall be called, and has no port',
  why: 'Without dapr.io/app-port the sidecar has no way to the application: it takes no topic of a Subscription and no input binding, and answers calls to the application with an error. Only what the application itself opens, such as a streaming subscription, works.',
  fix: 'Set dapr.io/app-port to the port on which the application listens.',
  source: 'pkg/runtime/channels/channels.go Refresh; pkg/runtime/runtime.go appHealthChanged',
  facts: ['R027'],
  symptoms: [/app channel is not initialized|App channel is not initialized\. Did you configure an app-port\?/],
  bad: [
    {
      yaml: deploymentWith([]) + SUBSCRIPTION,
      says: ["'orders' has no 'dapr.io/app-port', so the Subscription 'new-orders' delivers nothing to it"],
    },
    {
      yaml: `${deploymentWith([])}---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: nightly }
scopes: [orders]
spec: { type: bindings.cron, version: v1, metadata: [{ name: schedule, value: '@daily' }] }
`,
      says: ["'orders' has no 'dapr.io/app-port', so the input binding 'nightly' delivers nothing to it"],
    },
    {
      yaml: `${deploymentWith(['dapr.io/app-port: "0"'])}---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: calls }
spec: { policies: { timeouts: { short: 2s } }, targets: { apps: { orders: { timeout: short } } } }
`,
      says: ["'orders' has no 'dapr.io/app-port', so the calls that the Resiliency 'calls' expects cannot arrive"],
    },
  ],
  good: [{ yaml: deploymentWith(['dapr.io/app-port: "8080"']) + SUBSCRIPTION }, { yaml: deploymentWith([]) }],
  check(model, report) {
    const callers = callersOf(model);
    for (const app of model.apps) {
      const { workload } = app;
      if (workload === undefined || isOwned(workload) || hasPort(app)) {
        continue;
      }
      const caller = callers.get(app.id)?.find((one) => mayShareNamespace(one, workload));
      if (caller !== undefined) {
        report.add(workload.manifest, annotationsPath(workload), `'${app.id}' has no 'dapr.io/app-port', so ${caller.loss}`);
      }
    }
  },
};

interface Caller {
  readonly namespace: string | undefined;
  readonly loss: string;
}

/** What names an app id because it will call the application. */
function callersOf(model: Model): ReadonlyMap<string, readonly Caller[]> {
  const callers: (Caller & { readonly id: string })[] = [];
  const add = (ids: readonly string[], caller: Caller): void => {
    callers.push(...ids.map((id) => ({ id, ...caller })));
  };
  for (const { name, namespace, scopes } of model.subscriptions) {
    add(scopes ?? [], { namespace, loss: `the Subscription '${name}' delivers nothing to it` });
  }
  for (const component of model.components.filter(isInput)) {
    add(component.scopes ?? [], { namespace: component.namespace, loss: `the input binding '${component.name}' delivers nothing to it` });
  }
  for (const { name, namespace, spec } of model.resiliencies) {
    const targets = Object.entries(mapping(mapping(spec.targets).apps)).flatMap(([id, target]) => (isMapping(target) ? [id] : []));
    add(targets, { namespace, loss: `the calls that the Resiliency '${name}' expects cannot arrive` });
  }
  return grouped(callers, ({ id }) => id);
}

/** One that can do nothing but call, or says that it will. */
function isInput(component: Component): boolean {
  if (component.category !== 'bindings') {
    return false;
  }
  const direction = valueOf(component, 'direction');
  return direction === undefined ? component.facts?.directions?.join() === 'input' : direction.toLowerCase().includes('input');
}

function hasPort({ workload }: App): boolean {
  const value = workload!.annotations['dapr.io/app-port'];
  const known = textOf(workload!, 'dapr.io/app-port');
  return value !== undefined && (known === undefined || (goInteger(known) ?? 0n) > 0n);
}
