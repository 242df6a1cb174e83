import { Model } from '../model/model';
import { mayShareNamespace } from '../model/manifest';
import { Resource } from '../model/resource';
import { App } from '../model/workload';
import { Component, valueOf } from '../model/component';
import { at, isMapping, mapping } from '../read';
import type { Rule } from '../rule';
import { annotationsPath, isOwned, textOf } from './annotations';
import { deploymentWith } from './examples';
import { goInteger } from './go-values';
import { grouped } from '../grouped';

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
  symptoms: [/app channel (is )?not initialized/],
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
      says: ["'orders' has no 'dapr.io/app-port', so the Resiliency 'calls' has no way to it"],
    },
    {
      yaml: deploymentWith([]) + SUBSCRIPTION.replace('scopes: [orders]\n', ''),
      says: ["neither 'orders' nor another application here has a 'dapr.io/app-port', so the Subscription 'new-orders' delivers nothing"],
    },
  ],
  good: [
    { yaml: deploymentWith(['dapr.io/app-port: "8080"']) + SUBSCRIPTION },
    { yaml: deploymentWith([]) },
    {
      yaml:
        deploymentWith([]) +
        '---' +
        deploymentWith(['dapr.io/app-port: "8080"'], { name: 'billing' }) +
        SUBSCRIPTION.replace('scopes: [orders]\n', ''),
    },
  ],
  check(model, report) {
    const callers = callersOf(model);
    const named = grouped(callers, ({ id }) => id);
    const reached = new Set(model.apps.filter(hasPort).map(namespaceOf));
    const forAll = grouped(
      callers.filter(({ id }) => id === undefined),
      namespaceOf,
    );
    for (const app of model.apps) {
      const { workload } = app;
      if (workload === undefined || isOwned(workload) || hasPort(app)) {
        continue;
      }
      const caller = named.get(app.id)?.find((one) => mayShareNamespace(one, workload));
      const open = isReached(app, reached) ? undefined : inNamespace(app, forAll);
      if (caller !== undefined) {
        report.add(workload.manifest, annotationsPath(workload), `'${app.id}' has no 'dapr.io/app-port', so ${caller.loss} to it`);
      } else if (open !== undefined) {
        const message = `neither '${app.id}' nor another application here has a 'dapr.io/app-port', so ${open.loss}`;
        report.add(workload.manifest, annotationsPath(workload), message, { outside: 'info' });
      }
    }
  },
};

interface Caller {
  /** Nothing where every application of the namespace is called. */
  readonly id: string | undefined;
  readonly namespace: string | undefined;
  readonly loss: string;
}

/** What will call applications: by their id, or all. */
function callersOf({ subscriptions, components, resiliencies }: Model): Caller[] {
  const of = ({ namespace, scopes }: Resource, loss: string): Caller[] => (scopes ?? [undefined]).map((id) => ({ id, namespace, loss }));
  return [
    ...subscriptions.flatMap((subscription) => of(subscription, `the Subscription '${subscription.name}' delivers nothing`)),
    ...components.filter(isInput).flatMap((component) => of(component, `the input binding '${component.name}' delivers nothing`)),
    ...resiliencies.flatMap((resiliency) => {
      const targets = Object.entries(mapping(at(resiliency.spec, 'targets', 'apps'))).flatMap(([id, target]) =>
        isMapping(target) ? [id] : [],
      );
      return targets.length === 0 ? [] : of({ ...resiliency, scopes: targets }, `the Resiliency '${resiliency.name}' has no way`);
    }),
  ];
}

function namespaceOf({ namespace }: { readonly namespace: string | undefined }): string {
  return namespace ?? '';
}

/** Whether another application that may be beside this one has a port. */
function isReached({ namespace }: App, reached: ReadonlySet<string>): boolean {
  return namespace === undefined ? reached.size > 0 : reached.has(namespace) || reached.has('');
}

function inNamespace({ namespace }: App, callers: ReadonlyMap<string, readonly Caller[]>): Caller | undefined {
  const some = namespace === undefined ? [...callers.values()][0] : (callers.get(namespace) ?? callers.get(''));
  return some?.[0];
}

/** One that can do nothing but call, or says that it will. */
function isInput(component: Component): boolean {
  if (component.category !== 'bindings') {
    return false;
  }
  const direction = valueOf(component, 'direction');
  return direction === undefined ? component.facts?.directions?.join() === 'input' : direction.toLowerCase().includes('input');
}

/** What is rendered later may be one. */
function hasPort({ workload }: App): boolean {
  const value = workload?.annotations['dapr.io/app-port'];
  const known = workload === undefined ? undefined : textOf(workload, 'dapr.io/app-port');
  return value !== undefined && (known === undefined || (goInteger(known) ?? 0n) > 0n);
}
