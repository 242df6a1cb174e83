import { Testing } from 'cdk8s';
import { dump } from 'js-yaml';
import { Example } from '../../src/rules/rule';

/** What a chart renders, as one text for the rules. */
export function exampleOf(chart: Parameters<typeof Testing.synth>[0], options: Omit<Example, 'yaml'> = {}): Example {
  return {
    ...options,
    yaml: Testing.synth(chart)
      .map((manifest) => dump(manifest))
      .join('---\n'),
  };
}
