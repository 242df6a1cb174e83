import { isMapping, text } from '../read';
import type { Rule } from '../rule';
import { callersOf, namedValuesOf } from './callers';

/** What a sidecar keeps from resources. */
const KEPT = /^(APP_API_TOKEN|DAPR_.*|.* .*)$/i;

export const emptyHeader: Rule = {
  id: 'DAPR192',
  severity: 'warning',
  title: 'A header that is sent empty',
  why: 'Dapr sends a header without a value too, and it takes the place of the one that the application set. The same goes for a header from a variable that sidecars do not hand out: APP_API_TOKEN, and whatever begins with DAPR_.',
  fix: 'Set value, secretKeyRef or envRef, or leave the header out.',
  source: 'pkg/channel/http/http_channel.go constructRequest; pkg/runtime/processor/secret/secret.go ProcessResource, isEnvVarAllowed',
  facts: ['R199', 'R200'],
  symptoms: [/references an env variable that isn't allowed/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec:
  baseUrl: https://api.github.com
  headers:
    - { name: Accept-Language }
    - { name: X-App-Token, envRef: APP_API_TOKEN }
`,
      says: [
        "the header 'Accept-Language' has neither value nor secretKeyRef nor envRef, so it is sent empty",
        "sidecars do not hand out the variable 'APP_API_TOKEN', so the header 'X-App-Token' is sent empty",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { stdio: { command: tools, env: [{ name: LOG_LEVEL }] } } }
`,
      says: ["the variable 'LOG_LEVEL' has neither value nor secretKeyRef nor envRef, so it is empty"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec:
  baseUrl: https://api.github.com
  headers:
    - { name: Accept-Language, value: en }
    - { name: X-Nothing, value: "" }
    - { name: X-Region, envRef: REGION }
`,
    },
  ],
  check(model, report) {
    for (const resource of callersOf(model)) {
      for (const { kind, item, name, path } of namedValuesOf(resource)) {
        const effect = kind === 'header' ? 'sent empty' : 'empty';
        const envRef = text(item.envRef) ?? '';
        const hasValue = item.value !== undefined && item.value !== null;
        // A name with more in it may hold the value, which may be a secret; another rule refuses it.
        if (!/^[\w.-]+$/.test(name) || hasValue || isMapping(item.secretKeyRef)) {
          continue;
        }
        if (envRef === '') {
          const message = `the ${kind} '${name}' has neither value nor secretKeyRef nor envRef, so it is ${effect}`;
          report.add(resource.manifest, path, message);
        } else if (KEPT.test(envRef)) {
          const message = `sidecars do not hand out the variable '${envRef}', so the ${kind} '${name}' is ${effect}`;
          report.add(resource.manifest, [...path, 'envRef'], message, { fix: 'Read another variable, or a secret.' });
        }
      }
    }
  },
};
