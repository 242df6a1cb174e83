import type { Model } from '../model/model';
import type { Resource } from '../model/resource';
import { mapping, Mapping, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';
import { addTo, seenTogether } from './merged';
import { isBuiltInRetry } from './names';
import { policiesOf, targetsOf } from './policies';

export const deadLetter: Rule = {
  id: 'DAPR132',
  severity: 'info',
  title: 'A dead letter topic that gets messages at once, or never',
  why: 'A message goes to the dead letter topic as soon as the inbound retry of the pub/sub component gives up. Without such a retry that is after the first failure, and the broker does not deliver the message again; with one that has no end it never is.',
  fix: 'Target the pub/sub component with an inbound retry, and give it maxRetries.',
  source: 'pkg/runtime/subscription/subscription.go; pkg/resiliency/resiliency.go ComponentInboundPolicy',
  facts: ['R124', 'R144'],
  demand: [13],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, deadLetterTopic: orders-dead, routes: { default: /orders } }
`,
      says: ["a message is put into 'orders-dead' after one failure, because nothing here retries what 'pubsub' delivers"],
    },
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, deadLetterTopic: orders-dead, routes: { default: /orders } }
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { retries: { forever: { policy: constant, duration: 5s, maxRetries: -1 } } }
  targets: { components: { pubsub: { inbound: { retry: forever } } } }
`,
      says: ["no message is ever put into 'orders-dead', because the inbound retry 'forever' of 'pubsub' never gives up"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, deadLetterTopic: orders-dead, routes: { default: /orders } }
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { retries: { DefaultPubsubComponentInboundRetryPolicy: { policy: constant, duration: 5s, maxRetries: 3 } } }
  targets: {}
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /orders } }
`,
    },
  ],
  check(model, report) {
    const retries = new InboundRetries(model);
    for (const subscription of model.subscriptions) {
      const { pubsubname, deadLetterTopic } = subscription.spec;
      const pubsub = text(pubsubname) ?? '';
      const topic = text(deadLetterTopic) ?? '';
      if (pubsub === '' || topic === '' || isUnrendered(pubsub) || isUnrendered(topic)) {
        continue;
      }
      const path = ['spec', 'deadLetterTopic'];
      const retry = retries.of(pubsub, subscription);
      if (retry === undefined) {
        const message = `a message is put into '${topic}' after one failure, because nothing here retries what '${pubsub}' delivers`;
        report.add(subscription.manifest, path, message);
      } else if (retry.settings !== undefined && isEndless(retry.settings)) {
        const message = `no message is ever put into '${topic}', because the inbound retry '${retry.name}' of '${pubsub}' never gives up`;
        report.add(subscription.manifest, path, message, { severity: 'warning', fix: 'Give the retry a maxRetries of 0 or more.' });
      }
    }
  },
};

/** Errors that the retry does not match end it, and an exponential one ends by itself. */
function isEndless({ policy, maxRetries, matching }: Mapping): boolean {
  const constant = (text(policy) || 'constant').toLowerCase() === 'constant';
  return constant && Object.keys(mapping(matching)).length === 0 && (typeof maxRetries === 'number' ? maxRetries < 0 : !maxRetries);
}

interface InboundRetry {
  readonly name: string;
  /** Nothing where the policy is not here. */
  readonly settings?: Mapping;
}

/** The names of the retries that hold without a target, the most precise first. */
const DEFAULTS = ['PubsubComponentInbound', 'ComponentInbound', 'Component', ''].map((covers) => `Default${covers}RetryPolicy`);

/** The retries of what components deliver. */
class InboundRetries {
  private readonly policies = new Map<string, { readonly resource: Resource; readonly settings: Mapping }[]>();
  private readonly targets = new Map<string, { readonly resource: Resource; readonly retry: string }[]>();

  constructor({ resiliencies }: Model) {
    for (const resource of resiliencies) {
      for (const { name, value } of policiesOf(resource, 'retries')) {
        addTo(this.policies, name, { resource, settings: mapping(value) });
      }
      for (const { kind, name, body } of targetsOf(resource)) {
        if (kind === 'components') {
          addTo(this.targets, name, { resource, retry: text(mapping(body.inbound).retry) ?? '' });
        }
      }
    }
  }

  /** The retry that holds for a subscription: of the target of its component, else the most precise default. */
  public of(pubsub: string, subscription: Resource): InboundRetry | undefined {
    const targets = (this.targets.get(pubsub) ?? []).filter(({ resource }) => seenTogether(resource, subscription));
    if (targets.length > 0) {
      const name = targets.find(({ retry }) => retry !== '')?.retry;
      return name === undefined ? undefined : { name, settings: isBuiltInRetry(name) ? undefined : this.settingsOf(name, subscription) };
    }
    const name = DEFAULTS.find((candidate) => this.settingsOf(candidate, subscription) !== undefined);
    return name === undefined ? undefined : { name, settings: this.settingsOf(name, subscription) };
  }

  private settingsOf(name: string, subscription: Resource): Mapping | undefined {
    return this.policies.get(name)?.find(({ resource }) => seenTogether(resource, subscription))?.settings;
  }
}
