/** Finds Dapr's Helm chart, which the Go module of Dapr carries. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../process';
import { go } from './cache';

/** The folder of the chart of a version such as `1.18.3`; throws with what to install where there is none. */
export function daprChart(version = '1.18.3'): string {
  const given = process.env.DAPR_CHART;
  if (given !== undefined) {
    if (!existsSync(join(given, 'Chart.yaml'))) {
      throw new Error(`there is no chart in ${given}, though DAPR_CHART names it`);
    }
    return given;
  }
  const command = go();
  if (command === undefined) {
    throw new Error(
      'there is no chart of Dapr and no Go to fetch it: install Go, or set DAPR_CHART to the folder charts/dapr of github.com/dapr/dapr',
    );
  }
  const { Dir } = JSON.parse(run(command, ['mod', 'download', '-json', `github.com/dapr/dapr@v${version}`])) as { Dir: string };
  return join(Dir, 'charts', 'dapr');
}
