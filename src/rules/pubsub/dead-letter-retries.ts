import { mayShareNamespace } from '../model/manifest';
import type { Model } from '../model/model';
import { Resource } from '../model/resource';
import { at, isMapping, Mapping, mapping, Path, text } from '../read';
import type { Rule } from '../rule';
import { Subscription, subscriptionsOf } from './subscription';

export const deadLetterRetries: Rule = {
  id: 'DAPR111',
  severity: 'warning',
  title: 'Dead letters without retries, or retries without end',
  why: 'A message goes to the dead letter topic when the inbound retries of the component are used up. Without such a policy that is after the first failure; with a policy that has no limit it is never.',
  fix: 'Give the pub/sub component an inbound retry with a maxRetries of your choice in a Resiliency.',
  source: 'pkg/runtime/subscription/subscription.go New; pkg/resiliency/resiliency.go ComponentInboundPolicy',
  facts: ['R110', 'R138', 'R140'],
  demand: [13],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, deadLetterTopic: poison, routes: { default: /orders } }
`,
      complete: true,
      says: ["a message goes to 'poison' after 1 attempt: no Resiliency has an inbound retry for 'pubsub'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: resiliency }
spec:
  policies: { retries: { always: { policy: constant, duration: 1s } }, timeouts: { short: 5s } }
  targets: { components: { pubsub: { inbound: { retry: always } }, other: { inbound: { timeout: short } } } }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, deadLetterTopic: poison, routes: { default: /orders } }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: parts }
spec: { pubsubname: other, topic: parts, deadLetterTopic: poison, routes: { default: /parts } }
`,
      says: [
        "no message ever gets to 'poison': retry 'always' of Resiliency 'resiliency' has no maxRetries and tries for ever",
        "a message goes to 'poison' after 1 attempt: Resiliency 'resiliency' has a target for 'other' without an inbound retry",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: resiliency }
spec:
  policies: { retries: { few: { policy: constant, duration: 1s, maxRetries: 3 } } }
  targets: { components: { pubsub: { inbound: { retry: few } } } }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, deadLetterTopic: poison, routes: { default: /orders } }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: defaults }
spec: { policies: { retries: { DefaultPubsubComponentInboundRetryPolicy: { policy: constant, maxRetries: 3 } } }, targets: {} }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, deadLetterTopic: poison, routes: { default: /orders } }
`,
    },
  ],
  check(model, report) {
    const policies = policiesOf(model);
    for (const subscription of subscriptionsOf(model)) {
      const { deadLetterTopic, pubsubName, manifest } = subscription;
      if (deadLetterTopic === undefined || pubsubName === '') {
        continue;
      }
      const path: Path = ['spec', 'deadLetterTopic'];
      const found = policies.find(subscription);
      if (found === undefined) {
        const message = `a message goes to '${deadLetterTopic}' after 1 attempt: no Resiliency has an inbound retry for '${pubsubName}'`;
        report.add(manifest, path, message, { outside: 'info' });
      } else if (found.retry === undefined) {
        const message = `a message goes to '${deadLetterTopic}' after 1 attempt: Resiliency '${found.by.name}' has a target for '${pubsubName}' without an inbound retry`;
        report.add(manifest, path, message);
      } else if (isEndless(found.policy)) {
        const message = `no message ever gets to '${deadLetterTopic}': retry '${found.retry}' of Resiliency '${found.by.name}' has no maxRetries and tries for ever`;
        report.add(manifest, path, message);
      }
    }
  },
};

/** Which retry a pub/sub component gets for what comes in: nothing of both where its target names none. */
interface InboundRetry {
  readonly by: Resource;
  readonly retry?: string;
  /** As it is written, where it is written in the same Resiliency. */
  readonly policy?: Mapping;
}

/** The default policies that a pub/sub component gets, the most specific first. */
const DEFAULTS = ['PubsubComponentInbound', 'ComponentInbound', 'Component', ''].map((level) => `Default${level}RetryPolicy`);

/** The targets and default policies of all Resiliency objects, to be asked for each subscription. */
function policiesOf({ resiliencies }: Model): { find(subscription: Subscription): InboundRetry | undefined } {
  const targets = new Map<string, InboundRetry[]>();
  const defaults: InboundRetry[] = [];
  for (const by of resiliencies) {
    const retries = mapping(at(by.spec, 'policies', 'retries'));
    for (const [component, target] of Object.entries(mapping(at(by.spec, 'targets', 'components')))) {
      const retry = text(at(target, 'inbound', 'retry')) || undefined;
      const policy = retry === undefined ? undefined : retries[retry];
      const known = targets.get(component) ?? [];
      known.push({ by, retry, policy: isMapping(policy) ? policy : undefined });
      targets.set(component, known);
    }
    const retry = DEFAULTS.find((name) => Object.hasOwn(retries, name));
    if (retry !== undefined) {
      defaults.push({ by, retry, policy: mapping(retries[retry]) });
    }
  }
  return {
    find: (subscription) => {
      const isSeen = ({ by }: InboundRetry) => mayShareNamespace(by, subscription) && mayShareApps(by, subscription);
      return targets.get(subscription.pubsubName)?.find(isSeen) ?? defaults.find(isSeen);
    },
  };
}

function mayShareApps(a: Resource, b: Resource): boolean {
  return a.scopes === undefined || b.scopes === undefined || a.scopes.some((appId) => b.scopes!.includes(appId));
}

/** A constant policy without a limit; an exponential one gives up after a quarter of an hour. */
function isEndless(policy: Mapping | undefined): boolean {
  if (policy === undefined || /^exponential$/i.test(text(policy.policy) ?? '')) {
    return false;
  }
  const { maxRetries } = policy;
  return maxRetries === undefined || maxRetries === null || Number(maxRetries) < 0;
}
