import type { Rule } from '../rule';
import { bulkPath } from './bulk-path';
import { bulkSubscribe } from './bulk-subscribe';
import { deadLetterLoop } from './dead-letter-loop';
import { deadLetterRetries } from './dead-letter-retries';
import { deadLetterScope } from './dead-letter-scope';
import { duplicateSubscription } from './duplicate-subscription';
import { matchAttribute } from './match-attribute';
import { matchEvent } from './match-event';
import { matchSyntax } from './match-syntax';
import { noDefaultRoute } from './no-default-route';
import { noRoute } from './no-route';
import { rawPayload } from './raw-payload';
import { sharedConsumerId } from './shared-consumer-id';
import { subscriptionPubsub } from './subscription-pubsub';
import { subscriptionVersion } from './subscription-version';
import { topicNotAllowed } from './topic-not-allowed';
import { topicScopeApps } from './topic-scope-apps';
import { topicScopeText } from './topic-scope-text';
import { unreachableRule } from './unreachable-rule';

/** The rules of this folder, by id. */
export const PUBSUB_RULES: readonly Rule[] = [
  sharedConsumerId,
  topicScopeText,
  topicScopeApps,
  subscriptionPubsub,
  topicNotAllowed,
  subscriptionVersion,
  noRoute,
  noDefaultRoute,
  unreachableRule,
  matchSyntax,
  matchEvent,
  matchAttribute,
  duplicateSubscription,
  rawPayload,
  deadLetterScope,
  deadLetterRetries,
  deadLetterLoop,
  bulkSubscribe,
  bulkPath,
];
