import type { Rule } from '../rule';
import { PREFIX } from './annotation-facts';
import { deploymentWith } from './examples';

export const annotationType: Rule = {
  id: 'DAPR033',
  severity: 'error',
  title: 'An annotation that is no text',
  why: 'Annotations are texts. Without quotes YAML takes true for a boolean and 8080 for a number, and the API server then refuses the whole object.',
  fix: 'Put the value in quotes.',
  source: 'k8s.io/apimachinery/pkg/apis/meta/v1/types.go ObjectMeta.Annotations',
  facts: [],
  demand: [6],
  symptoms: [/cannot unmarshal (bool|number|object|array) into Go struct field \S*annotations of type string/],
  bad: [
    {
      yaml: deploymentWith(['dapr.io/app-port: 8080']).replace('"true"', 'true'),
      says: [
        `'dapr.io/app-port' must be a text: got a number; write "8080", in quotes`,
        `'dapr.io/enabled' must be a text: got a boolean; write "true", in quotes`,
      ],
    },
    {
      yaml: deploymentWith(['dapr.io/env: { GOGC: "50" }']),
      says: [`'dapr.io/env' must be a text: got a mapping`],
    },
  ],
  good: [{ yaml: deploymentWith(['dapr.io/app-port: "8080"']) }],
  check({ workloads, components }, report) {
    for (const { manifest, annotations, podPath } of workloads) {
      eachWrong(annotations, (name, message) => report.add(manifest, [...podPath, 'metadata', 'annotations', name], message));
      if (podPath.length > 0) {
        eachWrong(manifest.annotations, (name, message) => report.add(manifest, ['metadata', 'annotations', name], message));
      }
    }
    for (const { manifest } of components) {
      eachWrong(manifest.annotations, (name, message) =>
        report.add(manifest, ['metadata', 'annotations', name], message, { only: 'kubernetes' }),
      );
    }
  },
};

function eachWrong(annotations: { readonly [name: string]: unknown }, add: (name: string, message: string) => void): void {
  for (const [name, value] of Object.entries(annotations)) {
    // What a parser takes for a date is a text to the API server.
    if (!name.startsWith(PREFIX) || value === null || value === undefined || typeof value === 'string' || value instanceof Date) {
      continue;
    }
    if (typeof value === 'object') {
      add(name, `'${name}' must be a text: got a ${Array.isArray(value) ? 'list' : 'mapping'}`);
    } else {
      add(name, `'${name}' must be a text: got a ${typeof value}; write "${String(value)}", in quotes`);
    }
  }
}
