import { isTruthy } from '../model/component';
import { annotation } from '../model/workload';
import { at, list } from '../read';
import type { Rule } from '../rule';
import { configuration, deployment } from './examples';
import { annotationsPath, nameOf, sidecars } from './sidecars';

const OFF = 'dapr.io/disable-builtin-k8s-secret-store';
const CONFIG = 'dapr.io/config';
const USES = deployment({ annotations: `${CONFIG}: appconfig` });

export const secretAccess: Rule = {
  id: 'DAPR247',
  severity: 'info',
  title: 'An application that may read every secret that its service account may',
  why: 'Every sidecar on Kubernetes has a secret store without being asked: whoever reaches the API of the sidecar reads all Secrets that the service account of the pod may read, those of other applications too.',
  fix: `Set ${OFF}: "true", or give the Configuration spec.secrets.scopes with storeName: kubernetes, defaultAccess: deny and the allowedSecrets.`,
  source: 'pkg/runtime/runtime.go appendBuiltinSecretStore; https://docs.dapr.io/operations/configuration/secret-scope/',
  facts: [],
  demand: [28],
  bad: [
    {
      yaml: deployment(),
      says: ["'orders' may read every Secret that its service account may: no scope of the secret store kubernetes denies it"],
    },
    {
      yaml: [USES, configuration('secrets: { scopes: [{ storeName: vault, defaultAccess: deny }] }')].join('---'),
      says: ["'orders' may read every Secret that its service account may: no scope of the secret store kubernetes denies it"],
    },
  ],
  good: [
    { yaml: deployment({ annotations: `${OFF}: "true"` }) },
    {
      yaml: [USES, configuration('secrets: { scopes: [{ storeName: kubernetes, defaultAccess: deny, allowedSecrets: [redis] }] }')].join(
        '---',
      ),
    },
    // What the Configuration says is not here.
    { yaml: USES },
  ],
  check(model, report) {
    const byName = new Map(model.configurations.map((resource) => [resource.name, resource]));
    for (const workload of sidecars(model)) {
      const name = annotation(workload.annotations, CONFIG) ?? '';
      const config = byName.get(name);
      const scopes = list(at(config?.spec, 'secrets', 'scopes'));
      const scoped = scopes.some((scope) => at(scope, 'storeName') === 'kubernetes');
      const known = name === '' || config !== undefined;
      if (known && !scoped && !isTruthy(annotation(workload.annotations, OFF))) {
        report.add(
          workload.manifest,
          annotationsPath(workload),
          `'${nameOf(workload)}' may read every Secret that its service account may: no scope of the secret store kubernetes denies it`,
        );
      }
    }
  },
};
