import { nearest } from '../../private/nearest';
import { Model } from '../model/model';
import { Manifest, mayShareNamespace } from '../model/manifest';
import { annotationPath, Workload } from '../model/workload';
import { at, mapping, text } from '../read';
import type { Rule } from '../rule';
import { quoted, textOf } from './annotations';
import { secretVariables } from './environment';
import { deploymentWith } from './examples';
import { grouped } from '../grouped';
import { memoized } from '../once';

/** A key of a Secret that an annotation needs. */
interface Needed {
  readonly annotation: string;
  readonly secret: string;
  readonly key: string;
}

const TOKEN = `---
apiVersion: v1
kind: Secret
metadata: { name: api-token }
stringData: { token: not-shown }
`;

export const secretReference: Rule = {
  id: 'DAPR050',
  severity: 'error',
  title: 'A Secret that keeps the sidecar from starting',
  why: "The tokens and the variables of the sidecar come from Secrets of the pod's namespace. Where the Secret or its key is missing, Kubernetes does not start the container.",
  fix: "Create the Secret in the pod's namespace; a token stands in the key 'token'.",
  source: 'pkg/injector/patcher/sidecar_container.go getSidecarContainer, createSecretSource',
  facts: ['R023'],
  symptoms: [/CreateContainerConfigError/, /couldn't find key \S+ in Secret/, /Error: secret "[^"]+" not found/],
  bad: [
    {
      yaml: deploymentWith(['dapr.io/api-token-secret: api-token']) + TOKEN.replace('token: not-shown', 'api-token: not-shown'),
      says: ["the Secret 'api-token' has no key 'token', without which the sidecar does not start; it has 'api-token'"],
    },
    {
      yaml: deploymentWith(['dapr.io/app-token-secret: api-tokn']) + TOKEN,
      says: ["there is no Secret 'api-tokn' here; did you mean 'api-token'?"],
    },
    {
      yaml: deploymentWith(['dapr.io/env-from-secret: DB_PASSWORD=postgres:password']),
      complete: true,
      says: ["there is no Secret 'postgres' here"],
    },
  ],
  good: [
    { yaml: deploymentWith(['dapr.io/api-token-secret: api-token']) + TOKEN, complete: true },
    { yaml: deploymentWith(['dapr.io/api-token-secret: elsewhere', 'dapr.io/env-from-secret: DB_PASSWORD=postgres:password']) },
  ],
  check(model, report) {
    const secrets = secretsOf(model);
    const nearestTo = memoized((name: string) => nearest(name, secrets.keys()));
    for (const workload of model.workloads.filter(({ injected }) => injected)) {
      for (const { annotation, secret, key } of needed(workload)) {
        const path = annotationPath(workload, annotation);
        const found = secrets.get(secret)?.filter((one) => mayShareNamespace(one, workload)) ?? [];
        const keys = found.map(keysOf);
        if (found.length === 0) {
          const meant = nearestTo(secret);
          const isNear = meant !== undefined && meant !== secret;
          const message = `there is no Secret ${quoted(secret)} here${isNear ? `; did you mean '${meant}'?` : ''}`;
          report.add(workload.manifest, path, message, { outside: isNear ? 'warning' : 'silent' });
        } else if (keys.every((some) => some !== undefined && !some.includes(key))) {
          const message = `the Secret ${quoted(secret)} has no key '${key}', without which the sidecar does not start; it has ${keys[0]!.map((one) => `'${one}'`).join(', ') || 'none'}`;
          const together = found.some(({ source }) => source === workload.manifest.source);
          report.add(workload.manifest, path, message, together ? {} : { outside: 'warning' });
        }
      }
    }
  },
};

function needed(workload: Workload): Needed[] {
  const tokens = ['dapr.io/api-token-secret', 'dapr.io/app-token-secret'].flatMap((annotation) => {
    const secret = textOf(workload, annotation);
    return secret === undefined || secret === '' ? [] : [{ annotation, secret, key: 'token' }];
  });
  const annotation = 'dapr.io/env-from-secret';
  const variables = secretVariables(textOf(workload, annotation) ?? '').map(({ secret, key }) => ({ annotation, secret, key }));
  return [...tokens, ...variables];
}

/** By name: Secrets, and what makes some. */
function secretsOf(model: Model): ReadonlyMap<string, readonly Manifest[]> {
  const makers = model.manifests.filter(({ kind }) => kind.includes('Secret') || kind === 'Certificate');
  return grouped(makers, ({ body, name }) => {
    const target =
      text(at(body, 'spec', 'target', 'name')) ??
      text(at(body, 'spec', 'secretName')) ??
      text(at(body, 'spec', 'template', 'metadata', 'name'));
    return target ?? name;
  });
}

/** The keys of a Secret; nothing where they are not in the manifest, or will be added to. */
function keysOf({ kind, apiVersion, body }: Manifest): string[] | undefined {
  const keys = [...Object.keys(mapping(body.data)), ...Object.keys(mapping(body.stringData))];
  const isWhole = kind === 'Secret' && apiVersion === 'v1' && keys.length > 0 && body.type !== 'kubernetes.io/service-account-token';
  return isWhole ? keys : undefined;
}
