import type { Rule } from '../rule';
import { allSections } from './template';

export const deprecatedKey: Rule = {
  id: 'DAPR221',
  severity: 'warning',
  title: 'A deprecated key of a run template',
  why: 'The CLI still reads it, and its source says that it will not always.',
  fix: 'Write the key that the message names.',
  source: 'dapr/cli pkg/standalone/run.go SharedRunConfig',
  facts: [],
  bad: [
    {
      yaml: `
version: 1
common: { resourcesPath: ./resources }
apps:
  - { appDirPath: ./orders, command: [node, app.js], appSSL: true }
`,
      says: [
        "'appSSL' is deprecated: expected appProtocol: https or grpcs",
        "'resourcesPath' is deprecated: expected resourcesPaths, a list",
      ],
    },
  ],
  good: [
    {
      yaml: `
version: 1
common: { resourcesPaths: [./resources] }
apps:
  - { appDirPath: ./orders, command: [node, app.js], appProtocol: https }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, path, body, keys } of allSections(model)) {
      for (const key of Object.keys(body).filter((one) => Object.hasOwn(keys, one) && keys[one].instead !== undefined)) {
        // The path is taken into the list without a word, and most templates have it.
        const severity = key === 'resourcesPath' ? 'info' : 'warning';
        report.add(manifest, [...path, key], `'${key}' is deprecated: expected ${keys[key].instead}`, { severity });
      }
    }
  },
};
