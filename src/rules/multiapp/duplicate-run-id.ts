import type { Rule } from '../rule';
import { runApps } from './template';

export const duplicateRunId: Rule = {
  id: 'DAPR219',
  severity: 'warning',
  title: 'Two applications of a run template with one app id',
  why: 'Both run, and count as two copies of one application: calls and messages go now to the one and now to the other, and with -k the second replaces the first.',
  fix: 'Give each application an appID of its own.',
  source: 'dapr/cli pkg/runfileconfig/run_file_config_parser.go setAppIDIfEmpty; cmd/run.go executeRun',
  facts: [],
  bad: [
    {
      yaml: `
version: 1
apps:
  - { appID: orders, appDirPath: ./api, command: [node, app.js] }
  - { appDirPath: ./orders/, command: [node, worker.js] }
`,
      says: ["the app id 'orders' is another application's already: without 'appID' it is the last part of 'appDirPath'"],
    },
    {
      yaml: `
version: 1
apps:
  - { appID: orders, appDirPath: ./api, command: [node, app.js] }
  - { appID: orders, appDirPath: ./worker, command: [node, worker.js] }
`,
      says: ["the app id 'orders' is another application's already"],
    },
  ],
  good: [
    {
      yaml: `
version: 1
apps:
  - { appDirPath: ./orders, command: [node, app.js] }
  - { appDirPath: ./billing, command: [node, app.js] }
`,
    },
  ],
  check(model, report) {
    for (const apps of runApps(model)) {
      const taken = new Set<string>();
      for (const { id, body, manifest, path } of apps) {
        if (id !== undefined && taken.has(id)) {
          const named = body.appID !== undefined;
          const message = `the app id '${id}' is another application's already${named ? '' : `: without 'appID' it is the last part of 'appDirPath'`}`;
          report.add(manifest, [...path, named ? 'appID' : 'appDirPath'], message);
        }
        taken.add(id ?? '');
      }
    }
  },
};
