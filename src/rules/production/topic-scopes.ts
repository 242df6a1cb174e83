import { itemNamed } from '../model/component';
import type { Rule } from '../rule';
import { component } from './examples';

const LIMITS = ['publishingScopes', 'subscriptionScopes', 'allowedTopics', 'protectedTopics'];
const bus = (more: string): string =>
  component(`type: pubsub.redis, version: v1, metadata: [{ name: redisHost, value: "redis:6379" }${more}]`, 'scopes: [orders, checkout]');

export const topicScopes: Rule = {
  id: 'DAPR248',
  severity: 'info',
  title: 'A broker on which every application may read and write every topic',
  why: 'Each application that loads the component may publish to any topic and subscribe to any, those of others too. Dapr creates a topic that is misspelt on most brokers.',
  fix: 'List what each application may do in publishingScopes and subscriptionScopes, or make topics protected: then only who is listed may use them.',
  source: 'pkg/scopes/scopes.go; https://docs.dapr.io/developing-applications/building-blocks/pubsub/pubsub-scopes/',
  facts: [],
  demand: [21],
  bad: [
    {
      yaml: bus(''),
      says: [
        "every application that loads 'store' may use all topics: none of publishingScopes, subscriptionScopes, allowedTopics, protectedTopics is set",
      ],
    },
  ],
  good: [
    { yaml: bus(', { name: publishingScopes, value: "checkout=orders" }, { name: subscriptionScopes, value: "orders=orders;checkout=" }') },
    { yaml: component('type: pubsub.redis, version: v1, metadata: [{ name: redisHost, value: "redis:6379" }]') },
  ],
  check({ components }, report) {
    for (const component of components.filter(({ category }) => category === 'pubsub')) {
      const alone = component.scopes?.length === 1;
      if (!alone && LIMITS.every((key) => itemNamed(component, key) === undefined)) {
        report.add(
          component.manifest,
          ['spec', 'metadata'],
          `every application that loads '${component.name}' may use all topics: none of ${LIMITS.join(', ')} is set`,
        );
      }
    }
  },
};
