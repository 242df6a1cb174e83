import { list, text } from '../read';
import type { Rule } from '../rule';
import { appTitle, effective, RunApp, runApps } from './template';

const OWN = ['appPort', 'daprHTTPPort', 'daprGRPCPort', 'daprInternalGRPCPort', 'metricsPort', 'profilePort'];

export const runPortClash: Rule = {
  id: 'DAPR220',
  severity: 'error',
  title: 'A port of a run template that is taken',
  why: 'All applications of the template and their sidecars run on one machine. The CLI stops where a port of a sidecar is in use already, daprd where its own are equal, and an application where another one listens.',
  fix: 'Give each its own port, or leave the ports of the sidecars out: the CLI then finds free ones.',
  source: 'dapr/cli pkg/standalone/run.go validatePort; dapr/dapr pkg/runtime/config.go toInternal',
  facts: ['R015', 'R016'],
  symptoms: [/invalid configuration for \w+Port\. Port \d+ is not available/],
  bad: [
    {
      yaml: `
version: 1
apps:
  - { appDirPath: ./orders, command: [node, app.js], appPort: 3500, daprHTTPPort: 3500 }
  - { appDirPath: ./billing, command: [node, app.js], appPort: 8080, daprGRPCPort: 50001 }
  - { appDirPath: ./mail, command: [node, app.js], appPort: 8080, daprGRPCPort: 50001 }
`,
      says: [
        "'daprHTTPPort' cannot be 3500, which is 'appPort' of the same application",
        "'appPort' cannot be 8080, which is 'appPort' of './billing'",
        "'daprGRPCPort' cannot be 50001, which is 'daprGRPCPort' of './billing'",
      ],
    },
  ],
  good: [
    {
      yaml: `
version: 1
apps:
  - { appDirPath: ./orders, command: [node, app.js], appPort: 8080, daprHTTPPort: 3500, profilePort: 3500 }
  - { appDirPath: ./billing, command: [node, app.js], appPort: 8081, daprHTTPPort: 3501, daprGRPCPort: -1, metricsPort: 0 }
`,
    },
  ],
  check(model, report) {
    for (const apps of runApps(model)) {
      const taken = new Map<number, { readonly app: RunApp; readonly key: string }>();
      for (const app of apps) {
        for (const key of OWN) {
          const port = portOf(app, key);
          const before = port === undefined ? undefined : taken.get(port);
          if (port === undefined) {
            continue;
          }
          if (before !== undefined && !isElsewhere(before.app, app, [before.key, key])) {
            const whose = before.app === app ? 'the same application' : appTitle(before.app);
            // With -k each application has a pod of its own, and one that only calls others may not listen at all.
            const inPods = [before.app, app].every(({ body }) => (text(body.containerImage) ?? '') !== '');
            const isCertain = before.app === app || (before.key !== 'appPort' && key !== 'appPort' && !inPods);
            const message = `'${key}' cannot be ${port}, which is '${before.key}' of ${whose}`;
            report.add(app.manifest, [...app.path, key], message, { severity: isCertain ? 'error' : 'warning' });
          } else if (before === undefined) {
            taken.set(port, { app, key });
          }
        }
      }
    }
  },
};

/** What is not positive is as none: the CLI takes a free port. */
function portOf(app: RunApp, key: string): number | undefined {
  const port = app.body[key];
  const isUsed = key !== 'profilePort' || effective(app, 'enableProfiling') === true;
  return isUsed && typeof port === 'number' && port > 0 ? port : undefined;
}

/** One process may serve two sidecars, and an application may be started elsewhere. */
function isElsewhere(a: RunApp, b: RunApp, keys: readonly string[]): boolean {
  const apart = [a, b].some(({ body }) => (text(body.appChannelAddress) ?? '') !== '' || list(body.command).length === 0);
  return a !== b && keys.includes('appPort') && apart;
}
