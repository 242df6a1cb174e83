/** Every component class, with the least and with every field, is taken by a real API server in strict mode, and all of it arrives. */
import { dump } from 'js-yaml';
import { Kube } from '../../real/cluster/kube';
import { Tally } from '../../tally';
import { catalogCases } from '../../../test/support/cases';
import { withNamespaces } from './namespaces';
import { StrictApply } from './strict-apply';

/** Runs the checks; the namespaces are gone when it ends. */
export async function componentChecks(kube: Kube, tally: Tally): Promise<void> {
  const cases = catalogCases();
  await withNamespaces(kube, async (namespaces) => {
    const strict = new StrictApply(kube, namespaces);
    for (const [kind, what] of [
      ['least', 'the least that it takes'],
      ['every', 'every field'],
    ]) {
      const texts = cases.filter(({ title }) => title.startsWith(kind)).map(({ manifest }) => dump(manifest, { skipInvalid: true }));
      await tally.checkLater(`each component class with ${what} is taken in strict mode, and all of it is there`, async () => {
        const { objects } = await strict.apply(texts.join('---\n'));
        return `${objects} classes`;
      });
    }
  });
}
