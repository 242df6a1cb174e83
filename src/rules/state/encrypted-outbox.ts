import type { Component } from '../model/component';
import type { Model } from '../model/model';
import type { Rule } from '../rule';
import { ENCRYPTION_KEYS } from './encryption-key-name';
import { outboxOf } from './outbox';

export const encryptedOutbox: Rule = {
  id: 'DAPR093',
  severity: 'warning',
  title: 'An outbox of an encrypted store',
  why: 'The sidecar encrypts what a transaction stores before the outbox takes its copy, so that subscribers get the encrypted text, which nobody but a state store can read. Besides, a transaction encrypts a value as Go prints it, and not as it was sent.',
  fix: 'Take the encryption key away, or give the outbox a store of its own.',
  source:
    'pkg/api/http/http.go onPostStateTransaction; pkg/api/grpc/grpc.go ExecuteStateTransaction; pkg/runtime/pubsub/outbox.go PublishInternal',
  facts: ['R233'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.in-memory
  version: v1
  metadata:
    - { name: primaryEncryptionKey, secretKeyRef: { name: state-key, key: state-key } }
    - { name: outboxPublishPubsub, value: pubsub }
    - { name: outboxPublishTopic, value: orders }
auth: { secretStore: secrets }
`,
      says: ["'orders' gets encrypted texts, which no subscriber can read: primaryEncryptionKey encrypts before the outbox publishes"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.in-memory
  version: v1
  metadata: [{ name: outboxPublishPubsub, value: pubsub }, { name: outboxPublishTopic, value: orders }]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: safe }
spec: { type: state.in-memory, version: v1, metadata: [{ name: primaryEncryptionKey, secretKeyRef: { name: state-key, key: state-key } }] }
auth: { secretStore: secrets }
`,
    },
  ],
  check(model, report) {
    for (const component of model.components) {
      const outbox = isEncrypted(component, model) ? outboxOf(component) : undefined;
      if (outbox !== undefined) {
        const message = `'${outbox.publishTopic.value}' gets encrypted texts, which no subscriber can read: ${PRIMARY} encrypts before the outbox publishes`;
        report.add(component.manifest, outbox.publishTopic.path, message);
      }
    }
  },
};

const [PRIMARY] = ENCRYPTION_KEYS;

/** Without a secret store nobody looks at the key; Kubernetes has one in any case. */
function isEncrypted({ metadata, secretStore, manifest }: Component, model: Model): boolean {
  const key = metadata.find(({ name }) => name === PRIMARY);
  return (
    key !== undefined && (key.late || (key.value ?? '') !== '') && (secretStore !== undefined || model.targetOf(manifest) === 'kubernetes')
  );
}
