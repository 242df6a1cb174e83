/** Gives the examples of rules to a real cluster: the bad ones must do what the rule says, the good ones must not. */
import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { rule } from '../../../test/support/rules';
import { Kube } from '../../real/cluster/kube';
import { Tally } from '../../tally';
import { withNamespaces } from '../admission/namespaces';
import { Manifest } from '../admission/objects';
import { Experiment, Trial } from './experiment';
import { only } from './expectations';

/** Runs experiments that leave nothing behind, all in one namespace. */
export async function dryRules(kube: Kube, tally: Tally, experiments: readonly Experiment[]): Promise<void> {
  await withNamespaces(kube, async (namespaces) => {
    const namespace = await namespaces.fresh('rules');
    await runAll(tally, experiments, (objects, { expect }) => expect.check({ kube, namespace, objects }));
  });
}

/** Runs experiments that make objects, each in a namespace of its own that goes with it. */
export async function realRules(kube: Kube, tally: Tally, experiments: readonly Experiment[]): Promise<void> {
  await runAll(tally, experiments, (objects, { expect }, { rule: id }) =>
    withNamespaces(kube, async (namespaces) => expect.check({ kube, namespace: await namespaces.fresh(id.toLowerCase()), objects })),
  );
}

async function runAll(
  tally: Tally,
  experiments: readonly Experiment[],
  run: (objects: readonly Manifest[], trial: Trial, experiment: Experiment) => Promise<void>,
): Promise<void> {
  for (const experiment of experiments) {
    for (const side of ['bad', 'good'] as const) {
      for (const trial of experiment[side]) {
        const { example, annotations, expect } = trial;
        const which = `${side} example ${example + 1}${annotations === undefined ? '' : `, ${annotations.join(' and ')} alone`}`;
        const who = experiment.by === 'cluster' ? '' : `the ${experiment.by} `;
        await tally.checkLater(`${experiment.rule}, ${which}: ${who}${expect.says}`, () =>
          run(objectsOf(experiment, side, trial), trial, experiment),
        );
      }
    }
  }
}

/** The objects of an example, in the one namespace of the trial: a namespace is the subject of none but the names. */
function objectsOf({ rule: id }: Experiment, side: 'bad' | 'good', { example, annotations }: Trial): Manifest[] {
  const objects = loadAll(rule(id)[side][example].yaml, { schema: YAML11_SCHEMA }) as Manifest[];
  return objects.map((object) => {
    const { namespace, ...metadata } = object.metadata ?? {};
    const placed = /^[a-z]/.test(namespace ?? 'a') ? { ...object, ...(object.metadata ? { metadata } : {}) } : object;
    return annotations === undefined ? placed : only(placed, annotations);
  });
}
