import type { App } from '../model/workload';
import type { Rule } from '../rule';
import { isUnrendered, quoted } from './annotations';
import { deploymentWith } from './examples';

/** The injector makes a Service called `<app id>-dapr` of it, and a label. */
const MAX = 58;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

export const appId: Rule = {
  id: 'DAPR003',
  severity: 'error',
  title: 'An app id that Dapr refuses',
  why: 'On Kubernetes the app id becomes the name of a Service, so the injector denies every pod whose id cannot be one. Self-hosted, daprd exits where the id has a dot.',
  fix: 'Write an app id of lower case letters, digits and dashes, at most 58 characters long.',
  source:
    'pkg/validation/validation.go ValidateKubernetesAppID, ValidateSelfHostedAppID; pkg/sentry/server/validator/internal/common.go Validate',
  facts: ['R001', 'R025', 'R034'],
  symptoms: [
    /invalid app id \(input: '[^']*', service: '[^']*'\)/,
    /parameter app-id cannot (be empty|contain dots)/,
    /app ID must be 64 characters or less/,
  ],
  bad: [
    {
      yaml: deploymentWith([], { appId: 'Order_Service' }).replace('name: Order_Service', 'name: orders'),
      says: [
        "an app id has at most 58 lower case letters, digits and '-', with a letter or digit at both ends: got 'Order_Service', expected for example 'order-service'",
      ],
    },
    {
      yaml: `
version: 1
apps:
  - { appID: shop.orders, appDirPath: ./orders, command: [node, app.js] }
`,
      says: ["a self-hosted app id has no dots: got 'shop.orders', expected for example 'shop-orders'"],
    },
    {
      yaml: `
version: 1
apps:
  - { appDirPath: ./src/Shop.Orders, command: [dotnet, run] }
`,
      says: [
        "a self-hosted app id has no dots, and without 'appID' it is the last part of 'appDirPath': got 'Shop.Orders', expected for example 'Shop-Orders'",
      ],
    },
  ],
  good: [
    { yaml: deploymentWith([], { appId: '1-order-service' }) },
    {
      yaml: `
version: 1
apps:
  - { appID: Order_Service, appDirPath: ./orders, command: [node, app.js] }
`,
    },
  ],
  check({ apps }, report) {
    for (const app of apps.filter(({ id }) => !isUnrendered(id))) {
      if (app.workload === undefined) {
        checkSelfHosted(app, (path, message) => report.add(app.manifest, path, message));
      } else if (app.id.length > MAX || !LABEL.test(app.id)) {
        report.add(
          app.manifest,
          [...app.path, 'metadata', 'annotations', 'dapr.io/app-id'],
          `an app id has at most ${MAX} lower case letters, digits and '-', with a letter or digit at both ends: got ${quoted(app.id)}${better(app.id)}`,
        );
      }
    }
  },
};

function checkSelfHosted({ id, manifest, path }: App, add: (path: App['path'], message: string) => void): void {
  if (!id.includes('.')) {
    return;
  }
  const [, index] = path;
  const named = (manifest.body.apps as Record<string, unknown>[])[index as number].appID !== undefined;
  add(
    [...path, named ? 'appID' : 'appDirPath'],
    `a self-hosted app id has no dots${named ? '' : `, and without 'appID' it is the last part of 'appDirPath'`}: got ${quoted(id)}, expected for example '${id.replace(/\.+/g, '-')}'`,
  );
}

function better(id: string): string {
  const valid = id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX)
    .replace(/^-+|-+$/g, '');
  return valid === '' ? '' : `, expected for example '${valid}'`;
}
