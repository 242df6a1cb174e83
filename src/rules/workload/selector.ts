import { Model } from '../model/model';
import { Workload } from '../model/workload';
import { at, list, Mapping, mapping } from '../read';
import type { Rule } from '../rule';
import { isOwned, titleOf } from './annotations';
import { deploymentWith } from './examples';

/** The kinds for which the operator makes a Service. */
const SERVED = ['Deployment', 'StatefulSet', 'Rollout'];

const EXPRESSIONS = deploymentWith([]).replace(
  'matchLabels: { app: orders }',
  'matchExpressions: [{ key: app, operator: In, values: [orders] }]',
);
const SHARED = deploymentWith([]) + '---' + deploymentWith([], { name: 'billing' }).replaceAll('app: billing', 'app: orders');

export const selector: Rule = {
  id: 'DAPR040',
  severity: 'warning',
  gravest: 'error',
  title: "A selector by which Dapr's Service finds the wrong pods",
  why: "The Service that Dapr makes for an application selects by the workload's matchLabels and by nothing else: it leaves matchExpressions out, and finds every other pod with these labels too, so that calls arrive at another application.",
  fix: 'Give each workload matchLabels that no other pod of the namespace has.',
  source: 'pkg/operator/handlers/wrappers.go GetMatchLabels; pkg/operator/handlers/dapr_handler.go createDaprServiceValues',
  facts: ['R010'],
  bad: [
    {
      yaml: EXPRESSIONS,
      says: ["the selector of the Deployment 'orders' has no matchLabels: the Service that Dapr makes for 'orders' finds no pods"],
    },
    {
      yaml: EXPRESSIONS.replace('matchExpressions', 'matchLabels: { tier: shop }, matchExpressions').replace(
        'labels: { app',
        'labels: { tier: shop, app',
      ),
      says: [
        "the selector of the Deployment 'orders' has matchExpressions, which the Service that Dapr makes for 'orders' leaves out: it may find more pods",
      ],
    },
    {
      yaml: SHARED,
      says: [
        "the pods of the Deployment 'billing' have the labels by which 'orders' is found as well: calls to 'orders' may arrive at 'billing'",
        "the pods of the Deployment 'orders' have the labels by which 'billing' is found as well: calls to 'billing' may arrive at 'orders'",
      ],
    },
  ],
  good: [{ yaml: deploymentWith([]) + '---' + deploymentWith([], { name: 'billing' }) }],
  check(model, report) {
    const served = model.apps.flatMap(({ workload }) => (workload === undefined || isOwned(workload) ? [] : [workload]));
    const byLabel = labelled(served);
    for (const workload of served.filter(({ kind }) => SERVED.includes(kind))) {
      const selects = at(workload.manifest.body, 'spec', 'selector');
      const labels = mapping(at(selects, 'matchLabels'));
      if (list(at(selects, 'matchExpressions')).length > 0) {
        const some = Object.keys(labels).length > 0;
        const what = `the selector of ${titleOf(workload)} has`;
        const service = `the Service that Dapr makes for '${workload.appId}'`;
        report.add(
          workload.manifest,
          ['spec', 'selector', 'matchExpressions'],
          some
            ? `${what} matchExpressions, which ${service} leaves out: it may find more pods`
            : `${what} no matchLabels: ${service} finds no pods`,
          { severity: some ? 'warning' : 'error' },
        );
      }
      const other = alsoSelected(workload, labels, byLabel, model);
      if (other !== undefined) {
        report.add(
          workload.manifest,
          ['spec', 'selector', 'matchLabels'],
          `the pods of ${titleOf(other)} have the labels by which '${workload.appId}' is found as well: calls to '${workload.appId}' may arrive at '${other.appId}'`,
        );
      }
    }
  },
};

function pair([key, value]: [string, unknown]): string {
  return `${key}=${String(value)}`;
}

function labelled(workloads: readonly Workload[]): ReadonlyMap<string, readonly Workload[]> {
  const byLabel = new Map<string, Workload[]>();
  for (const workload of workloads) {
    for (const label of Object.entries(workload.labels).map(pair)) {
      const some = byLabel.get(label);
      if (some === undefined) {
        byLabel.set(label, [workload]);
      } else if (some.length < MOST) {
        some.push(workload);
      }
    }
  }
  return byLabel;
}

/** How many workloads of one label are looked at: one that shares all labels is among few, or there are many. */
const MOST = 20;

/** Another application of the same namespace, in the same input, whose pods have all the labels. */
function alsoSelected(
  workload: Workload,
  labels: Mapping,
  byLabel: ReadonlyMap<string, readonly Workload[]>,
  { complete }: Model,
): Workload | undefined {
  const wanted = Object.entries(labels).map(pair);
  const fewest = wanted.map((label) => byLabel.get(label) ?? []).sort((a, b) => a.length - b.length)[0] ?? [];
  return fewest.find(
    (other) =>
      other.appId !== workload.appId &&
      other.namespace === workload.namespace &&
      (complete || other.manifest.source === workload.manifest.source) &&
      wanted.every((label) => Object.entries(other.labels).map(pair).includes(label)),
  );
}
