import { Manifest, mayShareNamespace } from '../model/manifest';
import type { Model } from '../model/model';
import type { Workload } from '../model/workload';
import { at, Mapping, mapping } from '../read';
import type { Rule } from '../rule';
import { deployment } from './examples';
import { nameOf, sidecars } from './sidecars';

const budget = (labels: string): string => `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: orders, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { ${labels} } } }
`;

export const disruptionBudget: Rule = {
  id: 'DAPR243',
  severity: 'warning',
  title: 'Replicas that may all be evicted at once',
  why: 'A drain of several nodes, as every upgrade of a cluster does it, may end all pods of an application in the same minute.',
  fix: 'Add a PodDisruptionBudget whose selector matches the pods, e.g. with maxUnavailable: 1.',
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  facts: [],
  bad: [
    { yaml: deployment(), says: ["all pods of 'orders' may be evicted at once: no PodDisruptionBudget selects them"] },
    {
      yaml: [deployment(), budget('app: checkout')].join('---'),
      says: ["all pods of 'orders' may be evicted at once: no PodDisruptionBudget selects them"],
    },
  ],
  good: [{ yaml: [deployment(), budget('app: orders')].join('---') }, { yaml: deployment({ replicas: 1 }) }],
  check(model, report) {
    const selected = budgeted(model);
    for (const workload of sidecars(model)) {
      const count = at(workload.manifest.body, 'spec', 'replicas');
      if (typeof count === 'number' && count > 1 && !selected(workload)) {
        report.add(
          workload.manifest,
          ['spec'],
          `all pods of '${nameOf(workload)}' may be evicted at once: no PodDisruptionBudget selects them`,
          {
            outside: 'info',
          },
        );
      }
    }
  },
};

/** Whether a budget may select the pods: one with expressions is not judged. */
function budgeted(model: Model): (workload: Workload) => boolean {
  const open: Manifest[] = [];
  const byLabel = new Map<string, { readonly budget: Manifest; readonly labels: Mapping }[]>();
  for (const budget of model.ofKind('PodDisruptionBudget')) {
    const { matchLabels, matchExpressions } = mapping(at(budget.body, 'spec', 'selector'));
    const labels = mapping(matchLabels);
    const [first] = Object.entries(labels);
    if (matchExpressions !== undefined || first === undefined) {
      open.push(budget);
    } else {
      const key = first.join('=');
      byLabel.set(key, [...(byLabel.get(key) ?? []), { budget, labels }]);
    }
  }
  return (workload) =>
    open.some((budget) => mayShareNamespace(budget, workload)) ||
    Object.entries(workload.labels).some((label) =>
      (byLabel.get(label.join('=')) ?? []).some(
        ({ budget, labels }) =>
          mayShareNamespace(budget, workload) && Object.entries(labels).every(([name, value]) => workload.labels[name] === value),
      ),
    );
}
