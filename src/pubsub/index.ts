// Generated from catalog/components/pubsub by `npm run generate`; do not edit.
export * from './amqp';
export * from './aws-sns-sqs';
export * from './azure-event-hubs';
export * from './azure-service-bus-queues';
export * from './azure-service-bus-topics';
export * from './gcp-pub-sub';
export * from './in-memory';
export * from './jet-stream';
export * from './kafka';
export * from './kube-mq';
export * from './mqtt3';
export * from './pulsar';
export * from './rabbit-mq';
export * from './redis';
export * from './rocket-mq';
export * from './solace-amqp';
