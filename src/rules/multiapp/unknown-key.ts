import { nearest } from '../../private/nearest';
import type { Rule } from '../rule';
import { allSections, APP_KEYS, OWN_KEYS, Section, TOP_KEYS } from './template';

/** Words of the daprd flags and of older templates. */
const MEANT: { readonly [key: string]: string } = {
  componentsPath: 'resourcesPaths',
  componentsPaths: 'resourcesPaths',
  config: 'configFilePath',
  configPath: 'configFilePath',
  id: 'appID',
  name: 'appID',
  port: 'appPort',
  protocol: 'appProtocol',
  workingDir: 'appDirPath',
  environment: 'env',
};

/** Keys that newer versions of the CLI may read. */
const NEWER = ['envFile', 'envFiles'];

export const unknownKey: Rule = {
  id: 'DAPR215',
  severity: 'error',
  title: 'A key that dapr run does not have',
  why: 'The CLI reads the keys that it knows, in exactly this spelling, and passes over the others without a word.',
  fix: 'Write the key that the message names, or leave it out.',
  source: 'dapr/cli pkg/runfileconfig/run_file_config_parser.go parseAppsConfig; pkg/standalone/run.go RunConfig',
  facts: [],
  bad: [
    {
      yaml: `
version: 1
common: { componentsPath: ./components, appPort: 8080 }
apps:
  - { appId: orders, appDirPath: ./orders, command: [node, app.js] }
app: []
`,
      says: [
        "dapr run has no key 'app'; did you mean 'apps'?",
        "dapr run has no key 'appId' for an application; did you mean 'appID'?",
        "'appPort' has no effect in common: expected in each application",
        "dapr run has no key 'componentsPath' in common; did you mean 'resourcesPaths'?",
      ],
    },
  ],
  good: [
    {
      yaml: `
version: 1
name: shop
common: { resourcesPaths: [./resources], logLevel: debug }
apps:
  - { appID: orders, appDirPath: ./orders, appPort: 8080, command: [node, app.js] }
`,
    },
  ],
  check(model, report) {
    for (const manifest of model.multiAppRuns) {
      for (const key of Object.keys(manifest.body)) {
        // Where anchors are kept.
        if (!TOP_KEYS.includes(key) && !/^(x-|\.)/.test(key)) {
          report.add(manifest, [key], `dapr run has no key '${key}'${topHint(key)}`);
        }
      }
    }
    for (const section of allSections(model)) {
      for (const key of Object.keys(section.body).filter((one) => !Object.hasOwn(section.keys, one) && !NEWER.includes(one))) {
        report.add(section.manifest, [...section.path, key], messageOf(section, key));
      }
    }
  },
};

function messageOf({ path, keys }: Section, key: string): string {
  const inCommon = path[0] === 'common';
  if (inCommon && Object.hasOwn(OWN_KEYS, key)) {
    return `'${key}' has no effect in common: expected in each application`;
  }
  const meant = Object.hasOwn(MEANT, key) ? MEANT[key] : nearest(key, Object.keys(keys));
  return `dapr run has no key '${key}' ${inCommon ? 'in common' : 'for an application'}${meant === undefined ? '' : `; did you mean '${meant}'?`}`;
}

function topHint(key: string): string {
  if (Object.hasOwn(APP_KEYS, key)) {
    return ` here: expected in common or in an application`;
  }
  const meant = nearest(key, TOP_KEYS);
  return meant === undefined ? '' : `; did you mean '${meant}'?`;
}
