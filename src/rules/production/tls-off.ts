import { isTruthy, itemNamed } from '../model/component';
import type { Rule } from '../rule';
import { component } from './examples';

/** What each key takes away where it is true. */
const OPENS: { readonly [key: string]: string } = {
  disableTls: 'nothing is encrypted on the way',
  disableSSL: 'nothing is encrypted on the way',
  insecureSSL: 'nobody checks whom the sidecar talks to',
  skipVerify: 'nobody checks whom the sidecar talks to',
  insecureSkipTLSVerify: 'nobody checks whom the sidecar talks to',
  skipTLSVerify: 'nobody checks whom the sidecar talks to',
  insecureIgnoreHostKey: 'nobody checks whom the sidecar talks to',
};
const ENCRYPTS = ['enableTLS', 'tlsEnabled'];

const kafka = (key: string): string =>
  component(
    `type: bindings.kafka, version: v1, metadata: [{ name: brokers, value: "kafka:9093" }, { name: topics, value: orders }, { name: publishTopic, value: orders }, { name: consumerGroup, value: shop }, { name: authType, value: none }${key}]`,
  );

export const tlsOff: Rule = {
  id: 'DAPR245',
  severity: 'warning',
  title: 'A connection that is not protected',
  why: 'What the component sends, its password too, can then be read and changed by whoever is between the pod and the server.',
  fix: 'Remove the setting, and give the component the certificate of the authority that signed the server.',
  source: 'components-contrib common/component/kafka/kafka.go; common/component/redis/settings.go; secretstores/hashicorp/vault/vault.go',
  facts: [],
  bad: [
    { yaml: kafka(', { name: skipVerify, value: "true" }'), says: ["nobody checks whom the sidecar talks to: 'skipVerify' is true"] },
    {
      yaml: component(
        'type: state.redis, version: v1, metadata: [{ name: redisHost, value: "redis:6379" }, { name: enableTLS, value: "false" }]',
      ),
      says: ["nothing is encrypted on the way: 'enableTLS' is false"],
    },
  ],
  good: [
    { yaml: kafka(', { name: skipVerify, value: "false" }') },
    {
      yaml: component(
        'type: state.redis, version: v1, metadata: [{ name: redisHost, value: "redis:6379" }, { name: enableTLS, value: "true" }]',
      ),
    },
  ],
  check({ components }, report) {
    for (const component of components) {
      const keys = component.facts?.keys ?? {};
      for (const key of [...Object.keys(OPENS), ...ENCRYPTS].filter((name) => Object.hasOwn(keys, name))) {
        const item = itemNamed(component, key);
        if (item === undefined || item.late || item.value === undefined) {
          continue;
        }
        if (Object.hasOwn(OPENS, key) && isTruthy(item.value)) {
          report.add(component.manifest, [...item.path, 'value'], `${OPENS[key]}: '${item.name}' is true`);
        } else if (ENCRYPTS.includes(key) && !isTruthy(item.value)) {
          report.add(component.manifest, [...item.path, 'value'], `nothing is encrypted on the way: '${item.name}' is false`, {
            fix: 'Set it to true, and give the component the certificate of the authority that signed the server.',
          });
        }
      }
    }
  },
};
