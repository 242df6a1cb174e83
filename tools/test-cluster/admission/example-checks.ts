/** Every example, plain and as a chart, is taken by a real API server in strict mode, and all of it arrives. */
import { join } from 'node:path';
import { run } from '../../process';
import { Kube } from '../../real/cluster/kube';
import { helm } from '../../real/helm';
import { NotTried, Tally } from '../../tally';
import { withNamespaces } from './namespaces';
import { expectedCharts, expectedTexts, PROGRAMS, written } from './programs';
import { StrictApply } from './strict-apply';

/** Runs the checks; the namespaces are gone when it ends. */
export async function exampleChecks(kube: Kube, tally: Tally): Promise<void> {
  await withNamespaces(kube, async (namespaces) => {
    const strict = new StrictApply(kube, namespaces);
    for (const { title, text } of expectedTexts()) {
      await taken(strict, tally, `examples/${title}`, text);
    }
    for (const chart of expectedCharts()) {
      const title = chart.slice(chart.indexOf('examples/'));
      await taken(strict, tally, `${title}, as helm renders it`, rendered(chart));
      const values = ['--values', join(chart, 'values-production.yaml'), '--set', 'cleanup.enabled=true'];
      await taken(strict, tally, `${title}, as helm renders it with all that its values switch on`, rendered(chart, ...values));
    }
    const shown = new Set(expectedTexts().map(({ text }) => text));
    for (const program of PROGRAMS) {
      const { plain, chart } = written(program, (texts, folder) => ({
        plain: texts.filter(({ text }) => !shown.has(text)),
        chart: folder === undefined ? undefined : rendered(folder),
      }));
      for (const { title, text } of plain) {
        await taken(strict, tally, `${title} of examples/${program}`, text);
      }
      if (chart !== undefined) {
        await taken(strict, tally, `examples/${program} as a chart of this library, as helm renders it`, chart);
      }
    }
  });
}

async function taken(strict: StrictApply, tally: Tally, title: string, text: string): Promise<void> {
  let unknown: readonly string[] = [];
  await tally.checkLater(`${title} is taken in strict mode, and all of it is there`, async () => {
    const applied = await strict.apply(text);
    unknown = applied.unknown;
    if (applied.objects === 0) {
      throw new NotTried(`the cluster does not have ${unknown.join(', ')}`);
    }
    return `${applied.objects} objects${unknown.length === 0 ? '' : `; not tried, because the cluster does not have them: ${unknown.join(', ')}`}`;
  });
}

/** What helm makes of a chart; its tests are pods that helm starts, not what it installs. */
function rendered(chart: string, ...options: string[]): string {
  return run(helm(), ['template', 'example', chart, '--namespace', 'shop', '--skip-tests', ...options]);
}
