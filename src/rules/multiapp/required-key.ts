import { list } from '../read';
import type { Rule } from '../rule';
import { appTitle, runApps } from './template';

export const requiredKey: Rule = {
  id: 'DAPR216',
  severity: 'error',
  title: 'A run template without what it must have',
  why: 'The CLI stops where the template has no version, no application, or an application without the folder that it starts in.',
  fix: 'Add the key that the message names.',
  source: 'dapr/cli pkg/runfileconfig/run_file_config_parser.go validateRunConfig; cmd/run.go executeRunWithAppsConfigFile',
  facts: [],
  symptoms: [/required field '(version|appDirPath)' not found in the provided (run template|app config) file/, /No apps to run/],
  bad: [
    {
      yaml: `
version: 0
apps:
  - { appID: orders, command: [node, app.js] }
`,
      says: ["'orders' needs 'appDirPath', the folder that it starts in", "a run template needs 'version': expected 1, got 0"],
    },
    { yaml: '{ version: 1, apps: [] }', says: ['a run template needs at least one application'] },
    {
      yaml: 'apps: [{ appDirPath: ./orders, command: [node, app.js] }]',
      says: ["a run template needs 'version': expected 1, got nothing"],
    },
  ],
  good: [{ yaml: '{ version: 1, apps: [{ appDirPath: ./orders, command: [node, app.js] }] }' }],
  check(model, report) {
    for (const manifest of model.multiAppRuns) {
      const { version, apps } = manifest.body;
      if (version === undefined || version === null || version === 0) {
        const got = version === undefined || version === null ? 'nothing' : '0';
        report.add(manifest, version === undefined ? [] : ['version'], `a run template needs 'version': expected 1, got ${got}`);
      }
      if (list(apps).length === 0) {
        report.add(manifest, ['apps'], 'a run template needs at least one application');
      }
    }
    for (const app of runApps(model).flat()) {
      const folder = app.body.appDirPath;
      if (folder === undefined || folder === null || folder === '') {
        report.add(app.manifest, app.path, `${appTitle(app)} needs 'appDirPath', the folder that it starts in`);
      }
    }
  },
};
