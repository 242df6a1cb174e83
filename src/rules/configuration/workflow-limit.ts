import { at, isMapping, list } from '../read';
import type { Rule } from '../rule';
import { configuration } from './examples';

export const workflowLimit: Rule = {
  id: 'DAPR180',
  severity: 'error',
  title: 'A workflow limit that limits nothing',
  why: 'Limits of zero or less, and entries that lack the name or the number, are skipped without a word: the workflows run without that limit.',
  fix: 'Write a number of at least 1, and for each entry the name of the workflow or activity.',
  source: 'pkg/config/configuration.go WorkflowSpec; pkg/runtime/scheduler/internal/cluster/cluster.go buildConcurrencyLimits',
  facts: ['R183'],
  bad: [
    {
      yaml: configuration(`
workflow:
  maxConcurrentWorkflowInvocations: -1
  activityConcurrencyLimits: [{ name: charge }, { maxConcurrent: 5 }, { name: ship, maxConcurrent: 0 }]`),
      says: [
        "'spec.workflow.activityConcurrencyLimits[0]' limits nothing: it has no maxConcurrent",
        "'spec.workflow.activityConcurrencyLimits[1]' limits nothing: it has no name",
        "'spec.workflow.activityConcurrencyLimits[2]' limits nothing: its maxConcurrent must be at least 1, got 0",
        "'spec.workflow.maxConcurrentWorkflowInvocations' limits nothing: it must be at least 1, got -1",
      ],
    },
  ],
  good: [
    {
      yaml: configuration(`
workflow:
  maxConcurrentWorkflowInvocations: 10
  activityConcurrencyLimits: [{ name: charge, maxConcurrent: 5 }]`),
    },
  ],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      for (const name of NUMBERS) {
        const value = at(spec, 'workflow', name);
        if (typeof value === 'number' && value <= 0) {
          const message = `'spec.workflow.${name}' limits nothing: it must be at least 1, got ${value}`;
          // A zero may be how somebody says that there is no limit.
          report.add(manifest, ['spec', 'workflow', name], message, { severity: value === 0 ? 'info' : 'warning' });
        }
      }
      for (const name of LISTS) {
        list(at(spec, 'workflow', name)).forEach((limit, i) => {
          const problem = isMapping(limit) ? problemOf(limit.name, limit.maxConcurrent) : undefined;
          if (problem !== undefined) {
            report.add(manifest, ['spec', 'workflow', name, i], `'spec.workflow.${name}[${i}]' limits nothing: ${problem}`);
          }
        });
      }
    }
  },
};

const LISTS = ['workflowConcurrencyLimits', 'activityConcurrencyLimits'];
const NUMBERS = [
  'maxConcurrentWorkflowInvocations',
  'maxConcurrentActivityInvocations',
  'globalMaxConcurrentWorkflowInvocations',
  'globalMaxConcurrentActivityInvocations',
];

function problemOf(name: unknown, maxConcurrent: unknown): string | undefined {
  if (name === undefined || name === null) {
    return 'it has no name';
  }
  if (maxConcurrent === undefined || maxConcurrent === null) {
    return 'it has no maxConcurrent';
  }
  return typeof maxConcurrent === 'number' && maxConcurrent <= 0 ? `its maxConcurrent must be at least 1, got ${maxConcurrent}` : undefined;
}
