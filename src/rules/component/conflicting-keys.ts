import { isTruthy } from '../model/component';
import type { Rule } from '../rule';
import { millisecondsOf } from '../go-duration';
import { given, KnownComponent, knownComponents, nameOf } from './metadata-keys';

/** The text of a key that stands in the manifest: nothing where it is missing, empty or only known later. */
type Read = (key: string) => string | undefined;

/** What daprd refuses together, by type: the message, or nothing. */
const CONFLICTS: { readonly [type: string]: (read: Read, has: (key: string) => boolean) => string | undefined } = {
  'secretstores.hashicorp.vault': eitherOr('vaultToken', 'vaultTokenMountPath'),
  'pubsub.azure.eventhubs': eitherOr('connectionString', 'eventHubNamespace'),
  'bindings.azure.eventhubs': eitherOr('connectionString', 'eventHubNamespace'),
  'pubsub.azure.servicebus.topics': eitherOr('connectionString', 'namespaceName'),
  'pubsub.azure.servicebus.queues': eitherOr('connectionString', 'namespaceName'),
  'bindings.azure.servicebus.queues': eitherOr('connectionString', 'namespaceName'),
  'configuration.azure.appconfig': eitherOr('host', 'connectionString'),
  'pubsub.kafka': kafka,
  'bindings.kafka': kafka,
  'state.redis': redisPort,
  'lock.redis': redisPort,
  'pubsub.redis': redisPort,
  'bindings.redis': redisPort,
  'configuration.redis': redisPort,
  'state.coherence': (read) =>
    Number(read('nearCacheUnits') ?? 0) > 0 && Number(read('nearCacheMemory') ?? 0) > 0
      ? "takes either 'nearCacheUnits' or 'nearCacheMemory': got both"
      : undefined,
  'pubsub.aws.snssqs': snssqs,
  'bindings.smtp': together('user', 'password'),
  'state.jetstream': together('jwt', 'seedKey'),
  'pubsub.jetstream': together('jwt', 'seedKey'),
  'state.mongodb': (read, has) => (has('connectionString') ? undefined : eitherOr('host', 'server')(read, has)),
  'pubsub.pulsar': eitherOr('oauth2CredentialsFile', 'oauth2ClientSecretPath'),
  'bindings.zeebe.command': zeebe,
  'bindings.zeebe.jobworker': zeebe,
};

export const conflictingKeys: Rule = {
  id: 'DAPR015',
  severity: 'error',
  title: 'Metadata keys that do not go together',
  why: 'Each is fine alone; together they contradict each other, and the component refuses to be initialised.',
  fix: 'Keep the one that is meant.',
  source:
    'components-contrib: secretstores/hashicorp/vault initVaultToken, common/component/redis/settings.go resolveAddr, common/component/kafka/metadata.go getKafkaMetadata, pubsub/aws/snssqs/metadata.go, bindings/smtp/smtp.go parseMetadata, bindings/zeebe/client.go, state/mongodb/mongodb.go, state/jetstream/jetstream.go, common/authentication/oauth2/clientcredentials.go',
  facts: ['R051'],
  symptoms: [
    /token mount path and token both set/,
    /only one of connectionString or eventHubNamespace should be passed/,
    /connectionString and namespaceName cannot both be specified/,
    /can't set both host and connectionString/,
    /redis host ".*" already contains port/,
    /zstd compression requires/,
    /Heartbeat\.Interval must be < Consumer\.Group\.Session\.Timeout/,
    /clientKey or clientCert is missing/,
    /both user and password fields are required/,
    /missing seed key|missing jwt/,
    /fields are mutually exclusive/,
    /when OAuth is configured, clientId, clientSecret, authorizationServerUrl, and tokenAudience must all be provided/,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata: [{ name: redisHost, value: 'redis:6379' }, { name: redisPort, value: '6380' }]
`,
      says: ["state.redis v1 takes one port: 'redisHost' has 6379 and 'redisPort' 6380"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: vault }
spec:
  type: secretstores.hashicorp.vault
  version: v1
  metadata: [{ name: vaultToken, value: '{uuid}' }, { name: vaultTokenMountPath, value: /token }]
`,
      says: ["secretstores.hashicorp.vault v1 takes either 'vaultToken' or 'vaultTokenMountPath': got both"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec:
  type: pubsub.azure.eventhubs
  version: v1
  metadata:
    - { name: connectionString, value: 'Endpoint=sb://events.servicebus.windows.net/' }
    - { name: eventHubNamespace, value: events.servicebus.windows.net }
`,
      says: ["pubsub.azure.eventhubs v1 takes either 'connectionString' or 'eventHubNamespace': got both"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec:
  type: pubsub.kafka
  version: v1
  metadata:
    - { name: brokers, value: 'kafka:9092' }
    - { name: authType, value: none }
    - { name: compression, value: zstd }
`,
      says: ["pubsub.kafka v1 compresses with zstd from Kafka 2.1.0 on: write 'version', which is 2.0.0 without one"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec:
  type: pubsub.kafka
  version: v1
  metadata:
    - { name: brokers, value: 'kafka:9092' }
    - { name: authType, value: none }
    - { name: heartbeatInterval, value: '20' }
`,
      says: ["pubsub.kafka v1 needs a 'heartbeatInterval' that is shorter than its 'sessionTimeout', which is 10s without one"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: states }
spec:
  type: state.jetstream
  version: v1
  metadata:
    - { name: natsURL, value: 'nats://nats:4222' }
    - { name: bucket, value: states }
    - { name: seedKey, value: '{uuid}' }
`,
      says: ["state.jetstream v1 takes 'jwt' and 'seedKey' together, or neither: got one of them"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: states }
spec:
  type: state.mongodb
  version: v1
  metadata: [{ name: host, value: 'mongodb:27017' }, { name: server, value: mongodb.example.com }]
`,
      says: ["state.mongodb v1 takes either 'host' or 'server': got both"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: jobs }
spec:
  type: bindings.zeebe.command
  version: v1
  metadata: [{ name: gatewayAddr, value: 'zeebe:26500' }, { name: clientId, value: shop }, { name: tokenAudience, value: zeebe }]
`,
      says: [
        'bindings.zeebe.command v1 signs in with all of clientId, clientSecret, authorizationServerUrl, tokenAudience, or not at all: got no clientSecret, authorizationServerUrl',
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: mail }
spec: { type: bindings.smtp, version: v1, metadata: [{ name: host, value: smtp }, { name: port, value: 25 }] }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata: [{ name: redisHost, value: 'redis:6379' }, { name: redisPort, value: '6379' }]
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: states }
spec:
  type: state.mongodb
  version: v1
  metadata:
    - { name: connectionString, value: 'mongodb://mongodb:27017' }
    - { name: host, value: 'mongodb:27017' }
    - { name: server, value: mongodb.example.com }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: jobs }
spec: { type: bindings.zeebe.command, version: v1, metadata: [{ name: gatewayAddr, value: 'zeebe:26500' }] }
`,
    },
  ],
  check(model, report) {
    for (const component of knownComponents(model)) {
      const { type } = component.facts;
      const conflict = Object.hasOwn(CONFLICTS, type) ? CONFLICTS[type] : undefined;
      const read = reader(component);
      const problem = conflict?.(read, (key) => read(key) !== undefined || given(component, key).late);
      if (problem !== undefined) {
        // What comes late may turn out to be empty.
        const sure = conflict!(read, (key) => read(key) !== undefined) !== undefined;
        report.add(component.manifest, ['spec', 'metadata'], `${nameOf(component)} ${problem}`, { severity: sure ? 'error' : 'warning' });
      }
    }
  },
};

function reader(component: KnownComponent): Read {
  return (key) => {
    const { value, late } = given(component, key);
    return late || value === '' ? undefined : value;
  };
}

function eitherOr(one: string, other: string): (read: Read, has: (key: string) => boolean) => string | undefined {
  return (_, has) => (has(one) && has(other) ? `takes either '${one}' or '${other}': got both` : undefined);
}

function together(one: string, other: string): (read: Read, has: (key: string) => boolean) => string | undefined {
  return (_, has) => (has(one) === has(other) ? undefined : `takes '${one}' and '${other}' together, or neither: got one of them`);
}

function zeebe(_: Read, has: (key: string) => boolean): string | undefined {
  const needed = ['clientId', 'clientSecret', 'authorizationServerUrl', 'tokenAudience'];
  const missing = needed.filter((key) => !has(key));
  const wanted = [...needed, 'tokenScope', 'clientConfigPath'].some(has);
  return wanted && missing.length > 0
    ? `signs in with all of ${needed.join(', ')}, or not at all: got no ${missing.join(', ')}`
    : undefined;
}

function redisPort(read: Read): string | undefined {
  const port = read('redisPort');
  if (port === undefined || !/^\d+$/.test(port) || Number(port) === 0) {
    return undefined;
  }
  const other = (read('redisHost') ?? '')
    .split(',')
    .flatMap((host) => /^(?:[^:[\]]+|\[[^\]]*\]):(\d+)$/.exec(host.trim())?.[1] ?? [])
    .find((written) => written !== String(Number(port)));
  return other === undefined ? undefined : `takes one port: 'redisHost' has ${other} and 'redisPort' ${port}`;
}

function kafka(read: Read, has: (key: string) => boolean): string | undefined {
  const version = (read('version') ?? '2.0.0').split('.').map(Number);
  if (
    read('compression') === 'zstd' &&
    !(has('version') && read('version') === undefined) &&
    (version[0] < 2 || (version[0] === 2 && version[1] < 1))
  ) {
    return "compresses with zstd from Kafka 2.1.0 on: write 'version', which is 2.0.0 without one";
  }
  if (read('authType')?.toLowerCase() === 'mtls' && has('clientCert') !== has('clientKey')) {
    return "takes 'clientCert' and 'clientKey' together, or neither: got one of them";
  }
  if (read('authType')?.toLowerCase() === 'mtls' && isTruthy(read('disableTls'))) {
    return "does not take 'disableTls' with the authType mtls";
  }
  const heartbeat = has('heartbeatInterval') ? duration(read('heartbeatInterval')) : 3000;
  const session = has('sessionTimeout') ? duration(read('sessionTimeout')) : 10_000;
  return heartbeat !== undefined && session !== undefined && heartbeat >= session
    ? "needs a 'heartbeatInterval' that is shorter than its 'sessionTimeout', which is 10s without one"
    : undefined;
}

/** A duration in milliseconds; a number without a unit is seconds. */
function duration(text = ''): number | undefined {
  return millisecondsOf(/^\d+$/.test(text) ? `${text}s` : text);
}

function snssqs(read: Read, has: (key: string) => boolean): string | undefined {
  const deadLetters = has('sqsDeadLettersQueueName');
  if (deadLetters && isTruthy(read('disableDeleteOnRetryLimit'))) {
    return "does not take 'disableDeleteOnRetryLimit' with 'sqsDeadLettersQueueName': got both";
  }
  const limit = has('messageReceiveLimit') && !(Number(read('messageReceiveLimit')) <= 0);
  return deadLetters === limit
    ? undefined
    : "takes 'messageReceiveLimit' and 'sqsDeadLettersQueueName' together, or neither: got one of them";
}
