import { annotationPath, App } from '../model/workload';
import { at, mapping } from '../read';
import type { Rule } from '../rule';
import { isOwned, isUnrendered, titleOf } from './annotations';
import { deploymentWith } from './examples';

const SERVED = ['Deployment', 'StatefulSet', 'Rollout'];

const TWICE = deploymentWith([]) + '---' + deploymentWith([], { name: 'billing', appId: 'orders' });

export const duplicateAppId: Rule = {
  id: 'DAPR041',
  severity: 'error',
  title: 'Two workloads with one app id',
  why: 'The operator makes one Service for an app id. Two Deployments or StatefulSets of the same id in a namespace take it from each other each time they are looked at, so calls arrive now here and now there.',
  fix: 'Give each workload an app id of its own.',
  source: 'pkg/operator/handlers/dapr_handler.go patchDaprService',
  facts: ['R011'],
  bad: [
    {
      yaml: TWICE,
      says: ["the app id 'orders' belongs to the Deployment 'orders' already: in one namespace the two take one Service from each other"],
    },
    {
      yaml: TWICE.replace('metadata: { name: orders }', 'metadata: { name: orders, namespace: shop }'),
      says: ["the app id 'orders' belongs to the Deployment 'orders' already: in one namespace the two take one Service from each other"],
    },
  ],
  good: [
    { yaml: deploymentWith([]) + '---' + deploymentWith([], { name: 'billing' }) },
    {
      yaml: TWICE.replace('metadata: { name: orders }', 'metadata: { name: orders, namespace: blue }').replace(
        'metadata: { name: billing }',
        'metadata: { name: billing, namespace: green }',
      ),
    },
  ],
  check({ appsById, complete }, report) {
    for (const [id, apps] of appsById) {
      const served = apps.filter(isServed);
      if (served.length < 2 || isUnrendered(id)) {
        continue;
      }
      // One that names no namespace may be beside any: it is compared with the first of all.
      const first = new Map<string, App>();
      for (const app of served) {
        const before = first.get(app.namespace ?? '') ?? (app.namespace === undefined ? served[0] : first.get(''));
        if (before === undefined || before === app || isSameObject(before, app)) {
          first.set(app.namespace ?? '', before ?? app);
          continue;
        }
        const together = before.namespace === app.namespace && (complete || before.manifest.source === app.manifest.source);
        const message = `the app id '${id}' belongs to ${titleOf(before.workload!)} already: in one namespace the two take one Service from each other`;
        report.add(app.manifest, annotationPath(app.workload!, 'dapr.io/app-id'), message, {
          severity: together && !isHandover(before, app) ? 'error' : 'warning',
        });
      }
    }
  },
};

function isServed({ workload }: App): boolean {
  return workload !== undefined && SERVED.includes(workload.kind) && !isOwned(workload);
}

function isSameObject(a: App, b: App): boolean {
  return a.workload!.kind === b.workload!.kind && a.workload!.name === b.workload!.name;
}

/** Where both select the same pods, or one is an Argo Rollout that follows the other, the Service means the same. */
function isHandover(a: App, b: App): boolean {
  const kinds = [a.workload!.kind, b.workload!.kind];
  return labelsOf(a) === labelsOf(b) || kinds.includes('Rollout');
}

function labelsOf({ manifest }: App): string {
  return JSON.stringify(Object.entries(mapping(at(manifest.body, 'spec', 'selector', 'matchLabels'))).sort());
}
