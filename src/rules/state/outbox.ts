import { Component, MetadataItem } from '../model/component';

/** The keys of an outbox, which are read exactly as they stand here. */
export const OUTBOX_KEYS = ['outboxPublishPubsub', 'outboxPublishTopic', 'outboxPubsub', 'outboxDiscardWhenMissingState'] as const;

/** An outbox that works: both of its keys are set, and none of the texts is only known at run time. */
export interface Outbox {
  readonly publishPubsub: MetadataItem;
  readonly publishTopic: MetadataItem;
  /** Where the internal messages go; the publishing one where none is named. */
  readonly pubsub: MetadataItem;
}

export function outboxItem(component: Component, key: (typeof OUTBOX_KEYS)[number]): MetadataItem | undefined {
  return component.metadata.filter(({ name }) => name === key).at(-1);
}

export function outboxOf(component: Component): Outbox | undefined {
  const [publishPubsub, publishTopic, own] = OUTBOX_KEYS.map((key) => outboxItem(component, key));
  if (component.category !== 'state' || !isKnown(publishPubsub) || !isKnown(publishTopic)) {
    return undefined;
  }
  if (own !== undefined && own.late) {
    return undefined;
  }
  return { publishPubsub, publishTopic, pubsub: isKnown(own) ? own : publishPubsub };
}

function isKnown(item: MetadataItem | undefined): item is MetadataItem & { readonly value: string } {
  return item !== undefined && !item.late && item.value !== undefined && item.value !== '';
}
