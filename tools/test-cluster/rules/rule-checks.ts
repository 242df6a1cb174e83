/** Gives the examples of rules to a real cluster: the bad ones must do what the rule says, the good ones must not. */
import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { rule } from '../../../test/support/rules';
import { Kube } from '../../real/cluster/kube';
import { Tally } from '../../tally';
import { Namespaces, withNamespaces } from '../admission/namespaces';
import { Manifest } from '../admission/objects';
import { Experiment, Trial } from './experiment';
import { only } from './expectations';

/** Runs experiments that leave nothing behind, all in one namespace. */
export async function dryRules(kube: Kube, tally: Tally, experiments: readonly Experiment[]): Promise<void> {
  await withNamespaces(kube, async (namespaces) => {
    const namespace = await namespaces.fresh('rules');
    await runAll(kube, tally, experiments, () => Promise.resolve(namespace));
  });
}

/** Runs experiments that make objects, each in a namespace of its own. */
export async function realRules(kube: Kube, tally: Tally, experiments: readonly Experiment[]): Promise<void> {
  await withNamespaces(kube, async (namespaces: Namespaces) => {
    await runAll(kube, tally, experiments, ({ rule: id }) => namespaces.fresh(id.toLowerCase()));
  });
}

async function runAll(
  kube: Kube,
  tally: Tally,
  experiments: readonly Experiment[],
  place: (experiment: Experiment) => Promise<string>,
): Promise<void> {
  for (const experiment of experiments) {
    for (const side of ['bad', 'good'] as const) {
      for (const trial of experiment[side]) {
        const { example, annotations, expect } = trial;
        const which = `${side} example ${example + 1}${annotations === undefined ? '' : `, ${annotations.join(' and ')} alone`}`;
        await tally.checkLater(`${experiment.rule}, ${which}: the ${experiment.by} ${expect.says}`, async () =>
          expect.check({ kube, namespace: await place(experiment), objects: objectsOf(experiment, side, trial) }),
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
