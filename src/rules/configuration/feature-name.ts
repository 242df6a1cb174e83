import { DaprVersion } from '../../dapr-version';
import { nearest } from '../../private/nearest';
import { at, list, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { configuration } from './examples';

export const featureName: Rule = {
  id: 'DAPR178',
  severity: 'warning',
  gravest: 'error',
  title: 'A feature that Dapr does not know',
  why: 'A sidecar accepts every name of a feature and looks only for those that it knows, letter by letter. Features that have become standard, or were given up, are no longer looked for.',
  fix: 'Write the name as it is, or remove the feature.',
  source: 'pkg/config/configuration.go LoadFeatures, IsFeatureEnabled',
  facts: ['R181'],
  bad: [
    {
      yaml: configuration(`
features:
  - { name: actorStateTTL, enabled: true }
  - { name: SchedulerReminders, enabled: false }
  - { name: MyFeature, enabled: true }`),
      says: [
        "'actorStateTTL' switches nothing; did you mean 'ActorStateTTL'?",
        "'SchedulerReminders' switches nothing: it became standard in Dapr 1.15, and is gone since 1.17",
        "'MyFeature' switches nothing: Dapr 1.18 knows ActorStateTTL, HotReload, WorkflowsClusteredDeployment, WorkflowsRemoteActivityReminder, WorkflowHistorySigning",
      ],
    },
    {
      yaml: configuration('features: [{ name: WorkflowHistorySigning, enabled: true }]'),
      daprVersion: '1.17',
      says: ["'WorkflowHistorySigning' switches nothing: Dapr has it since 1.18, these manifests are for 1.17"],
    },
  ],
  good: [{ yaml: configuration('features: [{ name: ActorStateTTL, enabled: true }]') }],
  check({ configurations, daprVersion }, report) {
    for (const { manifest, spec } of configurations) {
      list(at(spec, 'features')).forEach((feature, i) => {
        const name = text(at(feature, 'name')) ?? '';
        if (name === '' || isUnrendered(name)) {
          return;
        }
        const problem = problemOf(name, daprVersion);
        if (problem !== undefined) {
          const typo = !Object.hasOwn(FEATURES, name) && !Object.hasOwn(GONE, name) && nearest(name, Object.keys(FEATURES)) !== undefined;
          report.add(manifest, ['spec', 'features', i, 'name'], problem, { severity: typo ? 'error' : 'warning' });
        }
      });
    }
  },
};

/** Since which Dapr each feature is known, as far as that is later than the first that is supported. */
const FEATURES: { readonly [name: string]: string | undefined } = {
  ActorStateTTL: undefined,
  HotReload: undefined,
  WorkflowsClusteredDeployment: '1.16',
  WorkflowsRemoteActivityReminder: undefined,
  WorkflowHistorySigning: '1.18',
  WorkflowsFastPath: '1.19',
};

const GONE: { readonly [name: string]: string } = {
  SchedulerReminders: 'it became standard in Dapr 1.15, and is gone since 1.17',
};

function problemOf(name: string, daprVersion: DaprVersion): string | undefined {
  const minor = (version: string): number => Number(version.split('.')[1]);
  const isHere = (since: string | undefined): boolean => since === undefined || minor(since) <= minor(daprVersion.name);
  if (Object.hasOwn(FEATURES, name)) {
    const since = FEATURES[name];
    return isHere(since)
      ? undefined
      : `'${name}' switches nothing: Dapr has it since ${since}, these manifests are for ${daprVersion.name}`;
  }
  if (Object.hasOwn(GONE, name)) {
    return minor(daprVersion.name) < 17 ? undefined : `'${name}' switches nothing: ${GONE[name]}`;
  }
  const meant = nearest(name, Object.keys(FEATURES));
  if (meant !== undefined) {
    return `'${name}' switches nothing; did you mean '${meant}'?`;
  }
  const here = Object.keys(FEATURES).filter((feature) => isHere(FEATURES[feature]));
  return `'${name}' switches nothing: Dapr ${daprVersion.name} knows ${here.join(', ')}`;
}
