import type { Rule } from '../rule';
import { actorCapability } from './actor-capability';
import { actorStateStoreMissing } from './actor-state-store-missing';
import { encryptedOutbox } from './encrypted-outbox';
import { encryptionKey } from './encryption-key';
import { encryptionKeyName } from './encryption-key-name';
import { encryptionOff } from './encryption-off';
import { keyPrefix } from './key-prefix';
import { lockKeyPrefix } from './lock-key-prefix';
import { oneActorStateStore } from './one-actor-state-store';
import { outboxKeys } from './outbox-keys';
import { outboxPubsub } from './outbox-pubsub';
import { outboxStore } from './outbox-store';
import { placement } from './placement';
import { sharedKeys } from './shared-keys';

/** The rules of this folder, by id. */
export const STATE_RULES: readonly Rule[] = [
  oneActorStateStore,
  actorCapability,
  actorStateStoreMissing,
  placement,
  keyPrefix,
  lockKeyPrefix,
  sharedKeys,
  encryptionKeyName,
  encryptionKey,
  encryptionOff,
  outboxKeys,
  outboxPubsub,
  outboxStore,
  encryptedOutbox,
];
