import type { Rule } from '../rule';
import { appTitle, runApps } from './template';

export const emptyCommand: Rule = {
  id: 'DAPR223',
  severity: 'info',
  title: 'An application of a run template that is not started',
  why: 'Without a command the CLI starts the sidecar alone, which then waits for an application that somebody else starts.',
  fix: 'Add a command, a list of words, unless the application is started elsewhere.',
  source: 'dapr/cli cmd/run.go executeRun',
  facts: [],
  symptoms: [/No application command found for app/],
  bad: [
    {
      yaml: '{ version: 1, apps: [{ appID: orders, appDirPath: ./orders, appPort: 8080 }] }',
      says: ["'orders' has no command: dapr run starts its sidecar alone"],
    },
  ],
  good: [
    { yaml: '{ version: 1, apps: [{ appID: orders, appDirPath: ./orders, command: [node, app.js] }] }' },
    { yaml: "{ version: 1, apps: [{ appID: orders, appDirPath: ./orders, containerImage: 'shop/orders:1.0.0' }] }" },
  ],
  check(model, report) {
    for (const app of runApps(model).flat()) {
      const { command, containerImage } = app.body;
      const isEmpty = command === undefined || command === null || (Array.isArray(command) && command.length === 0);
      if (isEmpty && (containerImage === undefined || containerImage === '')) {
        report.add(app.manifest, app.path, `${appTitle(app)} has no command: dapr run starts its sidecar alone`);
      }
    }
  },
};
