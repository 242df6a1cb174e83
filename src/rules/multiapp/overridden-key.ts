import { at } from '../read';
import type { Rule } from '../rule';
import { runApps, SHARED_KEYS } from './template';

/** Here the CLI tells an empty text from none. */
const MAY_BE_EMPTY = ['placementHostAddress', 'schedulerHostAddress'];

export const overriddenKey: Rule = {
  id: 'DAPR222',
  severity: 'warning',
  title: 'A value that common wins over',
  why: 'Where an application says false, 0 or nothing, the CLI cannot tell it from a key that is left out, and takes the value of common.',
  fix: 'Take the key out of common, and write it for each application that shall have it.',
  source: 'dapr/cli pkg/runfileconfig/run_file_config_parser.go mergeCommonAndAppsSharedRunConfig',
  facts: [],
  bad: [
    {
      yaml: `
version: 1
common: { enableApiLogging: true, logLevel: debug }
apps:
  - { appDirPath: ./orders, command: [node, app.js], enableApiLogging: false, logLevel: '' }
`,
      says: [
        "'enableApiLogging' stays true, as common says: false of an application counts as none",
        "'logLevel' stays 'debug', as common says: '' of an application counts as none",
      ],
    },
  ],
  good: [
    {
      yaml: `
version: 1
common: { enableApiLogging: false, placementHostAddress: localhost }
apps:
  - { appDirPath: ./orders, command: [node, app.js], enableApiLogging: true, placementHostAddress: '' }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, path, body, common } of runApps(model).flat()) {
      for (const key of Object.keys(SHARED_KEYS).filter((one) => !MAY_BE_EMPTY.includes(one))) {
        const [own, shared] = [at(body, key), at(common, key)];
        const isNone = own === false || own === 0 || own === '';
        if (isNone && typeof shared === typeof own && shared !== own) {
          const message = `'${key}' stays ${shown(shared)}, as common says: ${shown(own)} of an application counts as none`;
          report.add(manifest, [...path, key], message);
        }
      }
    }
  },
};

function shown(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
