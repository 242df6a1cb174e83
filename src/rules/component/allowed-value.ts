import { didYouMean } from '../../private/nearest';
import { show } from './shown';
import type { Rule } from '../rule';
import { keysOf } from '../facts';
import { isTruthy } from '../model/component';
import { given, isGiven, KnownComponent, knownComponents, nameOf, PlainItem, plainItems } from './metadata-keys';

export const allowedValue: Rule = {
  id: 'DAPR013',
  severity: 'error',
  title: 'A value that the metadata key does not take',
  why: 'The component compares the text with the few that it knows, often letter by letter, and refuses to be initialised with another.',
  fix: 'Write one of the values that the message names.',
  source: 'components-contrib, the metadata structs and Init of each component',
  facts: ['R058'],
  symptoms: [
    /invalid value for '\w+'/,
    /invalid (compression|concurrencyMode|key type|queryExecMode|subscription type|Azure cloud)/,
    /is not one of:/,
  ],
  bad: [
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
    - { name: authType, value: NONE }
    - { name: initialOffset, value: latest }
    - { name: compression, value: GZIP }
    - { name: consumerGroupRebalanceStrategy, value: round-robin }
`,
      says: [
        "'initialOffset' of pubsub.kafka v1 takes newest, oldest: got 'latest'",
        "'compression' of pubsub.kafka v1 takes none, gzip, snappy, lz4, zstd: got 'GZIP'; did you mean 'gzip'?",
        "'consumerGroupRebalanceStrategy' of pubsub.kafka v1 knows range, sticky, roundrobin, and takes no notice of 'round-robin'; did you mean 'roundrobin'?",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec:
  type: pubsub.azure.servicebus.topics
  version: v1
  metadata: [{ name: namespaceName, value: shop.servicebus.windows.net }, { name: azureEnvironment, value: AzureGermany }]
`,
      says: [
        "'azureEnvironment' of pubsub.azure.servicebus.topics v1 takes AzurePublicCloud, AzurePublic, AzureChinaCloud, AzureChina, AzureUSGovernmentCloud, AzureUSGovernment: got 'AzureGermany'",
      ],
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
  metadata:
    - { name: connectionString, secretKeyRef: { name: rabbitmq, key: url } }
    - { name: exchangeKind, value: direct }
auth: { secretStore: vault }
`,
    },
  ],
  check(model, report) {
    for (const component of knownComponents(model)) {
      for (const item of plainItems(component).filter((one) => !isTaken(one))) {
        const { key, known, value, path } = item;
        const all = known.of!.join(', ');
        const what = `'${key}' of ${nameOf(component)}`;
        const shown = known.secret ? 'another text' : show(value);
        const open = known.anyText === true && !(key === 'azureEnvironment' && signsInToAzure(component));
        const message = open ? `${what} knows ${all}, and takes no notice of ${shown}` : `${what} takes ${all}: got ${shown}`;
        // x-consistent-hash came with 1.19, and passive exchanges may be of any kind.
        const unsure = open || (key === 'exchangeKind' && model.daprVersion.name === '1.19');
        report.add(component.manifest, [...path, 'value'], `${message}${didYouMean(value, known.of!)}`, {
          severity: unsure ? 'warning' : 'error',
        });
      }
    }
  },
};

/** The cloud only counts where the component signs in to Entra ID. */
function signsInToAzure(component: KnownComponent): boolean {
  const keys = keysOf(component.facts);
  const flag = ['useAzureAD', 'useEntraID'].find((key) => keys.has(key.toLowerCase()));
  return flag === undefined
    ? keys.has('connectionstring') && !isGiven(component, 'connectionString')
    : isTruthy(given(component, flag).value);
}

function isTaken({ known, value }: PlainItem): boolean {
  return (
    value === '' ||
    known.of === undefined ||
    known.of.some((one) => (known.anyCase === true ? one.toLowerCase() === value.toLowerCase() : one === value))
  );
}
