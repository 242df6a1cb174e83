import type { Rule } from '../rule';
import { knownComponents, nameOf, plainItems } from './metadata-keys';

export const listSpaces: Rule = {
  id: 'DAPR077',
  severity: 'warning',
  title: 'Spaces in a list of texts',
  why: 'The text is split at its commas, and nothing is trimmed: the spaces become a part of the texts.',
  fix: 'Remove the spaces around the commas.',
  source: 'kit/metadata/string_decoders.go toStringArrayHookFunc',
  facts: ['R059'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.memcached, version: v1, metadata: [{ name: hosts, value: 'one:11211, two:11211' }] }
`,
      says: ["'hosts' of state.memcached v1 is split at its commas alone: the space stays in ' two:11211'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.memcached, version: v1, metadata: [{ name: hosts, value: 'one:11211,two:11211' }] }
`,
    },
  ],
  check(model, report) {
    for (const component of knownComponents(model)) {
      for (const { key, known, value, path } of plainItems(component).filter((item) => item.known.go === '[]string')) {
        const spaced = value.split(',').find((part) => part !== part.trim());
        if (spaced !== undefined) {
          const shown = known.secret === true ? 'a text' : `'${spaced}'`;
          const message = `'${key}' of ${nameOf(component)} is split at its commas alone: the space stays in ${shown}`;
          report.add(component.manifest, [...path, 'value'], message);
        }
      }
    }
  },
};
