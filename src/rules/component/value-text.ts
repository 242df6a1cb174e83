import { show } from './shown';
import type { Rule } from '../rule';
import { scheduleProblem } from './cron-schedule';
import { isGoDuration, millisecondsOf } from '../go-duration';
import { refusedBy } from './go-text';
import { knownComponents, nameOf, PlainItem, plainItems } from './metadata-keys';

/** The least and the most that a key takes, where the component checks it. */
const RANGES: { readonly [key: string]: readonly [min: number, max?: number] } = {
  'bindings.smtp:priority': [1, 5],
  'bindings.kubemq:pollMaxItems': [1],
  'bindings.kubemq:pollTimeoutSeconds': [1],
  'bindings.azure.servicebus.queues:maxActiveMessages': [1],
  'pubsub.azure.servicebus.queues:maxActiveMessages': [1],
  'pubsub.azure.servicebus.topics:maxActiveMessages': [1],
  'bindings.azure.servicebus.queues:autoDeleteOnIdleInSec': [300],
  'pubsub.azure.servicebus.queues:autoDeleteOnIdleInSec': [300],
  'pubsub.azure.servicebus.topics:autoDeleteOnIdleInSec': [300],
  'bindings.azure.servicebus.queues:maxRetriableErrorsPerSec': [0],
  'pubsub.azure.servicebus.queues:maxRetriableErrorsPerSec': [0],
  'pubsub.azure.servicebus.topics:maxRetriableErrorsPerSec': [0],
  'bindings.kafka:producerRetryMax': [0],
  'pubsub.kafka:producerRetryMax': [0],
  'pubsub.aws.snssqs:messageVisibilityTimeout': [1],
  'pubsub.aws.snssqs:messageRetryLimit': [2],
  'pubsub.aws.snssqs:messageWaitTimeSeconds': [1],
  'pubsub.aws.snssqs:messageMaxNumber': [1, 10],
  'pubsub.aws.snssqs:concurrencyLimit': [0],
  'state.sqlserver:keyLength': [1],
  'state.coherence:nearCacheUnits': [0],
  'state.coherence:nearCacheMemory': [0],
};

/** Texts with a grammar of their own: what is wrong with one, or nothing. */
const GRAMMARS: { readonly [key: string]: (text: string) => string | undefined } = {
  'bindings.cron:schedule': (text) => (text === '' ? undefined : scheduleProblem(text)),
  'bindings.kafka:version': kafkaVersion,
  'state.mongodb:operationTimeout': (text) =>
    text === '' || isGoDuration(text) ? undefined : `expected a duration with its unit, such as 5s: got ${show(text)}`,
  'pubsub.kafka:version': kafkaVersion,
  'middleware.http.ratelimit:maxRequestsPerSecond': (text) => (Number(text) <= 0 ? `expected more than 0: got ${show(text)}` : undefined),
  'state.sqlite:timeout': (text) =>
    text !== '' && (millisecondsOf(text) ?? Number(text) * 1000) < 1000 ? `expected at least 1s: got ${show(text)}` : undefined,
  'state.sqlite:tableName': identifier,
  'state.sqlite:metadataTableName': identifier,
  'state.sqlite:connectionString': (text) => {
    const [, option] = /[?&]_pragma=(busy_timeout|journal_mode|foreign_keys)/.exec(text) ?? [];
    return option === undefined ? undefined : `'_pragma=${option}' may not stand in it${PRAGMA[option] ?? ''}`;
  },
  'state.mysql:tableName': identifier,
  'state.mysql:metadataTableName': identifier,
  'state.mysql:schemaName': identifier,
  'state.mysql:connectionString': dataSourceName,
  'bindings.mysql:url': dataSourceName,
};

const PRAGMA: { readonly [option: string]: string } = {
  busy_timeout: ", write the key 'busyTimeout'",
  journal_mode: ", write the key 'disableWAL'",
};

export const valueText: Rule = {
  id: 'DAPR014',
  severity: 'error',
  title: 'A text that is no number, duration, size, boolean or schedule',
  why: 'The component parses the text when it is initialised and refuses another; for most booleans any other text is false without a word.',
  fix: 'Write a value of the kind that the message names.',
  source: 'kit/metadata DecodeMetadata; kit/config/decode.go decodeString; bindings/cron/cron.go Init',
  facts: ['R058', 'R119'],
  symptoms: [
    /cannot parse '[^']+' as (int|uint|float)/,
    /error decoding '[^']+': (time: invalid duration|value is not a valid quantity|invalid \w+)/,
    /invalid (bool|duration|u?int\d*|float\d*) \\?"/,
    /invalid schedule format '/,
    /kafka error: invalid kafka version/,
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
  metadata:
    - { name: redisHost, value: 'redis:6379' }
    - { name: enableTLS, value: 'yes' }
    - { name: redisMaxRetries, value: three }
    - { name: dialTimeout, value: 5 seconds }
    - { name: actorStateStore, value: enabled }
`,
      says: [
        "'enableTLS' of state.redis v1 takes true or false: got 'yes'",
        "'redisMaxRetries' of state.redis v1 takes a whole number: got 'three'",
        "'dialTimeout' of state.redis v1 takes a duration such as 5s, or whole milliseconds: got '5 seconds'",
        "'actorStateStore' of state.redis v1 takes true or false, and 'enabled' counts as false",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: nightly }
spec: { type: bindings.cron, version: v1, metadata: [{ name: schedule, value: 0 2 * * 7 }] }
`,
      says: ["'schedule' of bindings.cron v1: the day of week is from 0 to 6, as in 1, 1-3 or */2: got '7'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: mail }
spec:
  type: bindings.smtp
  version: v1
  metadata:
    - { name: host, value: smtp }
    - { name: port, value: '587' }
    - { name: priority, value: '9' }
`,
      says: ["'priority' of bindings.smtp v1 must be from 1 to 5: got '9'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.sqlite
  version: v1
  metadata: [{ name: connectionString, value: 'data.db?_pragma=busy_timeout(5000)' }, { name: tableName, value: my-state }]
`,
      says: [
        "'connectionString' of state.sqlite v1: '_pragma=busy_timeout' may not stand in it, write the key 'busyTimeout'",
        "'tableName' of state.sqlite v1: expected letters, digits and '_': got 'my-state'",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.mysql, version: v1, metadata: [{ name: connectionString, value: 'shop@tcp(mysql:3306)' }] }
`,
      says: ["'connectionString' of state.mysql v1: expected user:password@protocol(host:port)/database, with the slash: got none"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.postgresql
  version: v2
  metadata:
    - { name: connectionString, value: 'host=postgres' }
    - { name: timeout, value: '30' }
    - { name: cleanupInterval, value: 1h30m }
    - { name: maxConns, value: 20 }
    - { name: actorStateStore, value: 'On' }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: often }
spec: { type: bindings.cron, version: v1, metadata: [{ name: schedule, value: '@every 1h30m' }] }
`,
    },
  ],
  check(model, report) {
    for (const component of knownComponents(model)) {
      for (const item of plainItems(component)) {
        const problem = problemOf(component.facts.type, item);
        if (problem !== undefined) {
          report.add(component.manifest, [...item.path, 'value'], `'${item.key}' of ${nameOf(component)}${problem}`);
        }
      }
    }
  },
};

function problemOf(type: string, { key, known, value }: PlainItem): string | undefined {
  const shown = known.secret === true ? 'another text' : show(value);
  const wanted = refusedBy(known.go, value);
  if (wanted !== undefined) {
    return known.go === 'bool' ? ` takes ${wanted}, and ${shown} counts as false` : ` takes ${wanted}: got ${shown}`;
  }
  const place = `${type}:${key}`;
  if (Object.hasOwn(GRAMMARS, place)) {
    const problem = GRAMMARS[place](value);
    return problem === undefined ? undefined : `: ${problem}`;
  }
  if (!Object.hasOwn(RANGES, place) || value === '') {
    return undefined;
  }
  const [min, max] = RANGES[place];
  const fits = Number(value) >= min && (max === undefined || Number(value) <= max);
  return fits ? undefined : ` must be ${max === undefined ? `at least ${min}` : `from ${min} to ${max}`}: got ${shown}`;
}

function identifier(text: string): string | undefined {
  return text === '' || /^\w+$/.test(text) ? undefined : `expected letters, digits and '_': got ${show(text)}`;
}

/** It may hold a password, so it is not shown. */
function dataSourceName(text: string): string | undefined {
  return text === '' || text.includes('/') ? undefined : 'expected user:password@protocol(host:port)/database, with the slash: got none';
}

function kafkaVersion(text: string): string | undefined {
  return text === '' || /^(0\.\d+\.\d+\.\d+|[1-9]\d*\.\d+\.\d+)$/.test(text)
    ? undefined
    : `expected a Kafka version of three parts, e.g. 3.6.0: got ${show(text)}`;
}
