/** Finds Dapr's Helm chart, which the Go module of Dapr carries. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { go } from './cache';
import { goModule } from './go-module';

/** The folder of the chart of a version such as `1.18.3`; throws with what to install where there is none. */
export function daprChart(version = '1.18.3'): string {
  const given = process.env.DAPR_CHART;
  if (given !== undefined) {
    if (!existsSync(join(given, 'Chart.yaml'))) {
      throw new Error(`there is no chart in ${given}, though DAPR_CHART names it`);
    }
    return given;
  }
  if (go() === undefined) {
    throw new Error(
      'there is no chart of Dapr and no Go to fetch it: install Go, or set DAPR_CHART to the folder charts/dapr of github.com/dapr/dapr',
    );
  }
  return join(goModule('github.com/dapr/dapr', version).Dir, 'charts', 'dapr');
}
