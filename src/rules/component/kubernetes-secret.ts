import { didYouMean, nearest } from '../../private/nearest';
import type { Component, MetadataItem } from '../model/component';
import { Manifest, mayShareNamespace } from '../model/manifest';
import type { Model } from '../model/model';
import type { Report } from '../report';
import { mapping, text } from '../read';
import type { Rule } from '../rule';
import { isPlaceholder } from './placeholder';

export const kubernetesSecret: Rule = {
  id: 'DAPR073',
  severity: 'error',
  title: 'A secretKeyRef to a Secret, or a key in it, that is not there',
  why: 'One Secret that is missing keeps the operator from giving out any component: every sidecar that sees this one exits. Where only the key is missing, the component gets an empty text.',
  fix: 'Add the Secret or the key, or correct the name; scopes keep others from going down with it.',
  source: 'pkg/operator/api/components.go processComponentSecrets; pkg/runtime/runtime.go loadComponents',
  facts: ['R040', 'R041'],
  demand: [3, 4],
  symptoms: [/error getting components: .*secrets? .* not found/, /failed to load components/, /Error getting secret: /],
  bad: [
    {
      yaml: `
apiVersion: v1
kind: Secret
metadata: { name: redis }
stringData: { password: changed-later }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisPassword, secretKeyRef: { name: redis, key: pasword } }
    - { name: redisUsername, secretKeyRef: { name: rediss, key: user } }
`,
      says: [
        "'redisPassword' asks for the key 'pasword' of the Secret 'redis', which has password; did you mean 'password'?",
        "'redisUsername' asks for the Secret 'rediss', and there is no such Secret; did you mean 'redis'?",
      ],
    },
    {
      complete: true,
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisPassword, secretKeyRef: { name: redis, key: password } }] }
---
apiVersion: v1
kind: Service
metadata: { name: redis }
`,
      says: ["'redisPassword' asks for the Secret 'redis', and there is no such Secret"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: v1
kind: Secret
metadata: { name: redis }
data: { password: Y2hhbmdlZA== }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisPassword, secretKeyRef: { name: redis, key: password } }
    - { name: redisUsername, secretKeyRef: { name: made-by-hand, key: user } }
`,
    },
  ],
  check(model, report) {
    if (model.target === 'self-hosted') {
      return;
    }
    const secrets = secretsByName(model);
    for (const component of model.components) {
      if (component.secretStore !== undefined && component.secretStore !== 'kubernetes') {
        continue;
      }
      for (const item of component.metadata) {
        const name = text(item.secretKeyRef?.name) ?? '';
        if (name !== '' && !isPlaceholder(name)) {
          checkSecret(report, component, item, name, secrets);
        }
      }
    }
  },
};

/** What makes a Secret, by the name of that Secret: only of Secret itself are all keys here. */
const MAKERS = [
  'Secret',
  'SealedSecret',
  'ExternalSecret',
  'SecretProviderClass',
  'VaultStaticSecret',
  'InfisicalSecret',
  'OnePasswordItem',
  'BitwardenSecret',
];

function secretsByName(model: Model): Map<string, Manifest[]> {
  const byName = new Map<string, Manifest[]>();
  for (const manifest of MAKERS.flatMap((kind) => model.ofKind(kind))) {
    const { target, destination } = mapping(manifest.body.spec);
    for (const name of new Set([manifest.name, text(mapping(target).name) ?? '', text(mapping(destination).name) ?? ''])) {
      const others = byName.get(name) ?? [];
      others.push(manifest);
      byName.set(name, others);
    }
  }
  return byName;
}

function checkSecret(report: Report, component: Component, item: MetadataItem, name: string, secrets: Map<string, Manifest[]>): void {
  const at = [...item.path, 'secretKeyRef'];
  const found = (secrets.get(name) ?? []).filter((manifest) => mayShareNamespace(manifest, component));
  if (found.length === 0) {
    // Among very many, a name that is near proves little and costs much.
    const near = secrets.size > 500 ? undefined : nearest(name, secrets.keys());
    const what = `'${item.name}' asks for the Secret '${name}', and there is no such Secret`;
    const message = `${what}${near === undefined ? '' : near === name ? ' in its namespace' : `; did you mean '${near}'?`}`;
    report.add(component.manifest, [...at, 'name'], message, { outside: near === undefined ? 'silent' : 'warning', only: 'kubernetes' });
    return;
  }
  const key = (text(item.secretKeyRef?.key) ?? '') || name;
  const keys = found.map(keysOfSecret);
  if (isPlaceholder(key) || keys.some((all) => all === undefined || all.includes(key))) {
    return;
  }
  const all = keys.flatMap((some) => some ?? []);
  const message = `'${item.name}' asks for the key '${key}' of the Secret '${name}', which has ${all.join(', ')}${didYouMean(key, all)}`;
  const together = found.every(({ source }) => source === component.manifest.source);
  report.add(component.manifest, [...at, 'key'], message, { outside: together ? 'error' : 'warning' });
}

/** The keys of a Secret; nothing where they come from elsewhere. */
function keysOfSecret({ kind, body }: Manifest): readonly string[] | undefined {
  const keys = [...Object.keys(mapping(body.data)), ...Object.keys(mapping(body.stringData))];
  return kind !== 'Secret' || keys.length === 0 ? undefined : keys;
}
