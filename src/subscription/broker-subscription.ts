import { Code } from '../private/codes';
import { toText } from '../private/field-text';
import { checkFields, Fields, Place } from '../private/fields';
import { Problems } from '../private/problems';
import {
  AzureEventHubsSubscriptionOptions,
  AzureServiceBusSubscriptionOptions,
  KafkaSubscriptionOptions,
  KafkaValueSchemaType,
  MqttSubscriptionOptions,
  PulsarSubscriptionOptions,
  RabbitMqQueueType,
  RabbitMqSubscriptionOptions,
  RocketMqFilterType,
  RocketMqSubscriptionOptions,
} from './broker-options';

/** The facts about the subscriptions of one broker. */
interface Broker {
  readonly types: string[];
  readonly fields: Fields;
}

/**
 * What a broker knows about a single subscription.
 *
 * ```ts
 * const broker = dapr.BrokerSubscription.rabbitMq({ queueType: dapr.RabbitMqQueueType.QUORUM });
 * ```
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/
 */
export class BrokerSubscription {
  /**
   * For `pubsub.rabbitmq`.
   *
   * @param options the queue and what it holds
   */
  public static rabbitMq(options: RabbitMqSubscriptionOptions): BrokerSubscription {
    return new BrokerSubscription(RABBIT_MQ, options);
  }

  /**
   * For `pubsub.kafka`.
   *
   * @param options how messages are decoded
   */
  public static kafka(options: KafkaSubscriptionOptions): BrokerSubscription {
    return new BrokerSubscription(KAFKA, options);
  }

  /**
   * For `pubsub.pulsar`.
   *
   * @param options who gets a message, and in which order
   */
  public static pulsar(options: PulsarSubscriptionOptions): BrokerSubscription {
    return new BrokerSubscription(PULSAR, options);
  }

  /**
   * For `pubsub.mqtt3`.
   *
   * @param options how the subscription ends
   */
  public static mqtt(options: MqttSubscriptionOptions): BrokerSubscription {
    return new BrokerSubscription(MQTT, options);
  }

  /**
   * For `pubsub.rocketmq`.
   *
   * @param options the filter
   */
  public static rocketMq(options: RocketMqSubscriptionOptions): BrokerSubscription {
    return new BrokerSubscription(ROCKET_MQ, options);
  }

  /**
   * For `pubsub.azure.servicebus.topics`.
   *
   * @param options the sessions
   */
  public static azureServiceBus(options: AzureServiceBusSubscriptionOptions): BrokerSubscription {
    return new BrokerSubscription(SERVICE_BUS, options);
  }

  /**
   * For `pubsub.azure.eventhubs`.
   *
   * @param options what is handed on, and when the position is saved
   */
  public static azureEventHubs(options: AzureEventHubsSubscriptionOptions): BrokerSubscription {
    return new BrokerSubscription(EVENT_HUBS, options);
  }

  private readonly options: object;

  private constructor(
    private readonly broker: Broker,
    options: object,
  ) {
    this.options = { ...options };
  }

  /** @internal */
  public _check(problems: Problems, place: Place, componentType: string | undefined): void {
    checkFields(problems, place, this.broker.fields, this.options, 'broker.');
    if (componentType !== undefined && !this.broker.types.includes(componentType.toLowerCase())) {
      problems.add(
        Code.CONFLICT,
        `'broker' of ${place.owner} is for ${this.broker.types[0]}, and the messages come from ${componentType}, which does not read it`,
      );
    }
  }

  /** @internal */
  public _metadata(): { [name: string]: string } {
    const given = Object.entries(this.options).filter(([, value]) => value !== undefined);
    return Object.fromEntries(
      given.map(([name, value]) => {
        const field = this.broker.fields[name];
        return [field.wire ?? name, toText(field, value)];
      }),
    );
  }
}

const LENGTH = { is: 'integer', min: 0 } as const;

const RABBIT_MQ: Broker = {
  types: ['pubsub.rabbitmq'],
  fields: {
    routingKey: { is: 'text' },
    queueName: { is: 'text' },
    queueType: { is: 'enum', of: Object.values(RabbitMqQueueType) },
    singleActiveConsumer: { is: 'boolean' },
    maxPriority: { is: 'integer', min: 1, max: 255 },
    maxLen: LENGTH,
    maxLenBytes: LENGTH,
  },
};

const KAFKA: Broker = {
  types: ['pubsub.kafka'],
  fields: { valueSchemaType: { is: 'enum', of: Object.values(KafkaValueSchemaType) } },
};

const PULSAR: Broker = {
  types: ['pubsub.pulsar'],
  fields: {
    subscribeType: { is: 'enum', of: ['shared', 'failover', 'exclusive', 'key_shared'] },
    processMode: { is: 'enum', of: ['async', 'sync'] },
  },
};

const MQTT: Broker = {
  types: ['pubsub.mqtt3', 'pubsub.mqtt'],
  fields: { unsubscribeOnClose: { is: 'boolean' } },
};

const ROCKET_MQ: Broker = {
  types: ['pubsub.rocketmq'],
  fields: {
    subType: { is: 'enum', of: Object.values(RocketMqFilterType), wire: 'rocketmq-sub-type' },
    subExpression: { is: 'text', wire: 'rocketmq-sub-expression' },
  },
};

const SERVICE_BUS: Broker = {
  types: ['pubsub.azure.servicebus.topics', 'pubsub.azure.servicebus'],
  fields: {
    requireSessions: { is: 'boolean' },
    sessionIdleTimeout: { is: 'duration', unit: 's', min: 1000, wire: 'sessionIdleTimeoutInSec' },
    maxConcurrentSessions: { is: 'integer', min: 1 },
  },
};

const EVENT_HUBS: Broker = {
  types: ['pubsub.azure.eventhubs'],
  fields: {
    requireAllProperties: { is: 'boolean' },
    checkPointFrequencyPerPartition: { is: 'integer', min: 1 },
  },
};
