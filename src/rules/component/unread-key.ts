import { KeyFacts, keysOf } from '../facts';
import type { Rule } from '../rule';
import { KnownComponent, knownComponents, nameOf } from './metadata-keys';

export const unreadKey: Rule = {
  id: 'DAPR060',
  severity: 'warning',
  title: 'A documented metadata key that changes nothing',
  why: 'Some keys are documented, yet the component reads them only in the metadata of a request, under another name, or nowhere.',
  fix: 'Write the key that the message names, pass it with the requests, or remove it.',
  source: 'components-contrib, the metadata structs of each component and its metadata.yaml',
  facts: ['R055'],
  demand: [37],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec:
  type: pubsub.rabbitmq
  version: v1
  metadata:
    - { name: hostname, value: rabbitmq }
    - { name: concurrency, value: single }
`,
      says: ["'concurrency' of pubsub.rabbitmq v1 is not what counts: write 'concurrencyMode'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: files }
spec:
  type: bindings.localstorage
  version: v1
  metadata: [{ name: rootPath, value: /data }, { name: fileName, value: orders.json }]
`,
      says: ["'fileName' of bindings.localstorage v1 counts in the metadata of a request only"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: queue }
spec:
  type: bindings.rabbitmq
  version: v1
  metadata:
    - { name: host, secretKeyRef: { name: rabbitmq, key: url } }
    - { name: queueName, value: orders }
    - { name: contentType, value: text/plain }
auth: { secretStore: kubernetes }
`,
      says: ["'contentType' of bindings.rabbitmq v1 is documented, and nothing reads it"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec:
  type: pubsub.rabbitmq
  version: v1
  metadata: [{ name: concurrencyMode, value: single }]
`,
    },
  ],
  check(model, report) {
    for (const component of knownComponents(model)) {
      const notRead = notReadOf(component);
      const keys = keysOf(component.facts);
      for (const { name, path } of component.metadata) {
        const lower = name.toLowerCase();
        const instead = notRead.get(lower);
        const problem = instead === undefined ? perRequest(keys.get(lower)?.facts) : unread(instead);
        if (problem !== undefined) {
          report.add(component.manifest, [...path, 'name'], `'${name}' of ${nameOf(component)} ${problem}`);
        }
      }
    }
  },
};

function notReadOf({ facts }: KnownComponent): Map<string, string> {
  return new Map(Object.entries(facts.notRead ?? {}).map(([key, instead]) => [key.toLowerCase(), instead]));
}

function perRequest(facts: KeyFacts | undefined): string | undefined {
  return facts?.perRequest === true ? 'counts in the metadata of a request only' : undefined;
}

function unread(instead: string): string {
  return instead === '' ? 'is documented, and nothing reads it' : `is not what counts: write '${instead}'`;
}
