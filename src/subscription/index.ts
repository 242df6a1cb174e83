export {
  AzureEventHubsSubscriptionOptions,
  AzureServiceBusSubscriptionOptions,
  KafkaSubscriptionOptions,
  KafkaValueSchemaType,
  MqttSubscriptionOptions,
  PulsarSubscriptionMode,
  PulsarSubscriptionOptions,
  PulsarSubscriptionType,
  RabbitMqQueueType,
  RabbitMqSubscriptionOptions,
  RocketMqFilterType,
  RocketMqSubscriptionOptions,
} from './broker-options';
export { BrokerSubscription } from './broker-subscription';
export { BulkSubscribe } from './bulk-subscribe';
export { RouteRule } from './route-rule';
export { Subscription, SubscriptionProps } from './subscription';
