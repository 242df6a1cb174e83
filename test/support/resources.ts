import { App, Chart, ChartProps, Testing } from 'cdk8s';
import { DaprVersion } from '../../src/dapr-version';
import { expectValid } from './schemas';

/** A chart whose path is `shop`, for a Dapr version. */
export function shop(props: ChartProps & { dapr?: DaprVersion } = {}): Chart {
  const { dapr, ...rest } = props;
  const app = new App();
  if (dapr !== undefined) {
    DaprVersion.use(app, dapr);
  }
  return new Chart(app, 'shop', rest);
}

/** The one manifest of a chart, valid against its schema, and the same when it is rendered again. */
export function manifestOf(chart: Chart): any {
  const manifests = Testing.synth(chart);
  expect(manifests).toHaveLength(1);
  expectValid(manifests[0], DaprVersion.of(chart).name);
  expect(Testing.synth(chart)).toEqual(manifests);
  return manifests[0];
}

/** The lines of the error that a program throws. */
export function mistakesOf(program: () => unknown): string[] {
  try {
    program();
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
}
