import type { Rule } from '../rule';
import { deployment } from './examples';
import { annotationsPath, isCalled, nameOf, says, sidecars } from './sidecars';

const API = 'dapr.io/api-token-secret';
const APP = 'dapr.io/app-token-secret';

export const sidecarTokens: Rule = {
  id: 'DAPR227',
  severity: 'warning',
  title: 'A sidecar that anybody may call, or an application that takes calls from anybody',
  why: 'The sidecar acts with the rights of the application: it reads its secrets and writes its state for whoever reaches its port. The token of the API keeps others out; that of the application lets it tell the sidecar from everybody else.',
  fix: 'Create a Secret with the key token, and name it in dapr.io/api-token-secret, and another in dapr.io/app-token-secret; the SDKs send and the application checks them.',
  source: 'pkg/injector/patcher/sidecar_container.go; https://docs.dapr.io/operations/security/api-token/',
  facts: [],
  bad: [
    {
      yaml: deployment(),
      says: [
        `whoever reaches the sidecar of 'orders' may call it: ${API} is not set`,
        `'orders' cannot tell its sidecar from other callers: ${APP} is not set`,
      ],
    },
    {
      yaml: deployment({ annotations: `${API}: dapr-api-token` }),
      says: [`'orders' cannot tell its sidecar from other callers: ${APP} is not set`],
    },
  ],
  good: [{ yaml: deployment({ annotations: `${API}: dapr-api-token, ${APP}: dapr-app-token` }) }],
  check(model, report) {
    for (const workload of sidecars(model)) {
      const { manifest } = workload;
      if (!says(workload, API)) {
        report.add(
          manifest,
          annotationsPath(workload),
          `whoever reaches the sidecar of '${nameOf(workload)}' may call it: ${API} is not set`,
        );
      }
      if (isCalled(workload) && !says(workload, APP)) {
        report.add(
          manifest,
          annotationsPath(workload),
          `'${nameOf(workload)}' cannot tell its sidecar from other callers: ${APP} is not set`,
          {
            severity: 'info',
          },
        );
      }
    }
  },
};
