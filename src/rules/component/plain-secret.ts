import type { Rule } from '../rule';
import { knownComponents, nameOf, PlainItem, plainItems } from './metadata-keys';

/** Keys whose values hold a password only now and then: an address, a connection string. */
const ADDRESS = /(url|uri|host|server|servers|address|addr|endpoint|endpoints|brokers|dsn|connectionstring)$/i;
const USER_AND_PASSWORD = /\/\/[^/\s:@]*:[^/\s@]+@/;
/** `user:password@tcp(host)`, as MySQL takes it. */
const DSN = /^[^/\s:@]+:[^\s@]+@/;
const PASSWORD_PART = /(^|[;&?\s])(password|pwd|accountkey|sharedaccesskey|sharedaccesssignature|secret)\s*=\s*[^;&\s]/i;

export const plainSecret: Rule = {
  id: 'DAPR063',
  severity: 'warning',
  title: 'A secret in plain text',
  why: 'Whoever can read the manifest, its repository or the resource in the cluster has the secret, and rotating it is a new deployment.',
  fix: 'Put it into a secret store or a Kubernetes Secret, and write secretKeyRef in place of the value.',
  source: 'components-contrib, the fields marked sensitive in metadata.yaml, and those that hold the same without a mark',
  facts: [],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata: [{ name: redisHost, value: 'redis:6379' }, { name: redisPassword, value: hunter2 }]
`,
      says: ["'redisPassword' of state.redis v1 is a secret, and stands here in plain text"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec:
  type: pubsub.rabbitmq
  version: v1
  metadata: [{ name: connectionString, value: 'amqp://shop:hunter2@rabbitmq:5672' }]
`,
      says: ["'connectionString' of pubsub.rabbitmq v1 holds a password, in plain text"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: 'redis:6379' }
    - { name: redisUsername, value: '' }
    - { name: redisPassword, secretKeyRef: { name: redis, key: password } }
auth: { secretStore: kubernetes }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.sqlite, version: v1, metadata: [{ name: connectionString, value: data.db }] }
`,
    },
  ],
  check(model, report) {
    for (const component of knownComponents(model)) {
      for (const item of plainItems(component)) {
        const problem = problemOf(item);
        if (problem !== undefined) {
          report.add(component.manifest, [...item.path, 'value'], `'${item.key}' of ${nameOf(component)} ${problem}`);
        }
      }
    }
  },
};

function problemOf({ key, known, value }: PlainItem): string | undefined {
  if (ADDRESS.test(key)) {
    const holds = USER_AND_PASSWORD.test(value) || PASSWORD_PART.test(value) || (known.secret === true && DSN.test(value));
    return holds ? 'holds a password, in plain text' : undefined;
  }
  return known.secret === true && value.trim() !== '' ? 'is a secret, and stands here in plain text' : undefined;
}
