import { Duration } from 'cdk8s';
import { Fields } from '../private/fields';

/**
 * Delivery of several messages in one go.
 *
 * @see https://docs.dapr.io/developing-applications/building-blocks/pubsub/pubsub-bulk/
 */
export interface BulkSubscribe {
  /**
   * Whether messages are delivered together.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * How many messages are delivered together at most. At least 1.
   *
   * @default 100
   */
  readonly maxMessagesCount?: number;

  /**
   * How long messages are waited for. Whole milliseconds, at least one.
   *
   * @default Duration.seconds(1)
   */
  readonly maxAwaitDuration?: Duration;
}

const INT32 = 2 ** 31 - 1;

// Zero is taken for the default.
export const BULK_SUBSCRIBE: Fields = {
  enabled: { is: 'boolean' },
  maxMessagesCount: { is: 'integer', min: 1, max: INT32 },
  maxAwaitDuration: { is: 'duration', unit: 'ms', wire: 'maxAwaitDurationMs', min: 1, max: INT32 },
};
