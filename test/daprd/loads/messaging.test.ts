import { Duration } from 'cdk8s';
import { readFileSync } from 'node:fs';
import * as dapr from '../../../src';
import { startKafka } from '../../../tools/real/servers/kafka';
import { startMosquitto } from '../../../tools/real/servers/mosquitto';
import { startNats } from '../../../tools/real/servers/nats';
import { startRabbitMq } from '../../../tools/real/servers/rabbitmq';
import { describeLoads } from '../support/loads';

const secret = (text: string): dapr.SecretValue => dapr.SecretValue.unsafePlainText(text);
const text = (file: string): string => readFileSync(file, 'utf8');
const create = [{ operation: 'create', data: { order: 17 } }];

describeLoads('RabbitMQ', startRabbitMq, [
  {
    title: 'pubsub.RabbitMq, by connection string',
    of: (chart, id, { url }) =>
      new dapr.pubsub.RabbitMq(chart, id, { auth: dapr.pubsub.RabbitMqAuth.connectionString({ connectionString: secret(url) }) }),
  },
  {
    title: 'pubsub.RabbitMq, by user and password, with many fields',
    of: (chart, id, { host, port, user, password }) =>
      new dapr.pubsub.RabbitMq(chart, id, {
        auth: dapr.pubsub.RabbitMqAuth.usernameAndPassword({
          hostname: `${host}:${port}`,
          protocol: 'amqp',
          username: user,
          password: secret(password),
        }),
        durable: false,
        publisherConfirm: true,
        enableDeadLetter: true,
        maxLen: 100,
        maxLenBytes: 10_485_760,
        prefetchCount: 2,
        deliveryMode: 2,
        autoAck: false,
        deletedWhenUnused: true,
        requeueInFailure: true,
        reconnectWaitSeconds: 3,
        ttlInSeconds: 60,
        clientName: '{appID}',
        heartBeat: Duration.seconds(10),
        publishMessagePropertiesToMetadata: true,
      }),
  },
  {
    title: 'bindings.RabbitMq',
    use: { calls: create },
    of: (chart, id, { url }) =>
      new dapr.bindings.RabbitMq(chart, id, {
        host: secret(url),
        queueName: 'orders',
        durable: true,
        ttl: Duration.seconds(60),
        prefetchCount: 1,
        maxPriority: 5,
        reconnectWaitInSeconds: 3,
      }),
  },
]);

describeLoads('Mosquitto', startMosquitto, [
  { title: 'pubsub.Mqtt3, the least', of: (chart, id, { url }) => new dapr.pubsub.Mqtt3(chart, id, { url: secret(url) }) },
  {
    title: 'pubsub.Mqtt3, with a password',
    of: (chart, id, { urlWithPassword }) =>
      new dapr.pubsub.Mqtt3(chart, id, {
        url: secret(urlWithPassword),
        qos: 1,
        retain: false,
        cleanSession: true,
        consumerID: 'with-password',
      }),
  },
  {
    title: 'pubsub.Mqtt3, with TLS on both sides',
    of: (chart, id, { tlsUrl, certificates }) =>
      new dapr.pubsub.Mqtt3(chart, id, {
        url: secret(tlsUrl),
        consumerID: 'with-tls',
        caCert: text(certificates.ca),
        clientCert: text(certificates.clientCert),
        clientKey: secret(text(certificates.clientKey)),
      }),
  },
  {
    title: 'bindings.Mqtt3',
    use: { calls: create },
    of: (chart, id, { url }) => new dapr.bindings.Mqtt3(chart, id, { url: secret(url), topic: 'orders', consumerID: 'binding' }),
  },
  {
    title: 'bindings.Mqtt3, with TLS on both sides',
    use: { calls: create },
    of: (chart, id, { tlsUrl, certificates }) =>
      new dapr.bindings.Mqtt3(chart, id, {
        url: secret(tlsUrl),
        topic: 'tls',
        consumerID: 'tls-binding',
        auth: dapr.bindings.Mqtt3Auth.tls({
          caCert: text(certificates.ca),
          clientCert: text(certificates.clientCert),
          clientKey: secret(text(certificates.clientKey)),
        }),
      }),
  },
]);

describeLoads('Kafka', startKafka, [
  {
    title: 'pubsub.Kafka, the least',
    of: (chart, id, { brokers }) =>
      new dapr.pubsub.Kafka(chart, id, {
        brokers,
        auth: dapr.pubsub.KafkaAuth.none(),
        initialOffset: dapr.pubsub.KafkaInitialOffset.OLDEST,
      }),
  },
  {
    title: 'pubsub.Kafka, by user and password, with many fields',
    of: (chart, id, { saslBrokers, user, password }) =>
      new dapr.pubsub.Kafka(chart, id, {
        brokers: saslBrokers,
        auth: dapr.pubsub.KafkaAuth.sasl({ saslUsername: user, saslPassword: secret(password) }),
        disableTls: true,
        consumerGroup: 'own',
        clientID: 'own',
        initialOffset: dapr.pubsub.KafkaInitialOffset.OLDEST,
        maxMessageBytes: 2048,
        consumeRetryEnabled: true,
        consumeRetryInterval: Duration.millis(250),
        heartbeatInterval: Duration.seconds(2),
        sessionTimeout: Duration.seconds(12),
        version: '2.1.0',
        channelBufferSize: 128,
        dialTimeout: Duration.seconds(10),
        readTimeout: Duration.seconds(11),
        writeTimeout: Duration.seconds(12),
        compression: dapr.pubsub.KafkaCompression.GZIP,
        producerRequiredAcks: dapr.pubsub.KafkaProducerRequiredAcks.ALL,
        clientConnectionTopicMetadataRefreshInterval: Duration.minutes(4),
        clientConnectionKeepAliveInterval: Duration.minutes(4),
      }),
  },
  {
    title: 'bindings.Kafka',
    use: { calls: create },
    of: (chart, id, { brokers }) =>
      new dapr.bindings.Kafka(chart, id, {
        brokers,
        auth: dapr.bindings.KafkaAuth.none(),
        publishTopic: 'bound',
        topics: 'bound',
        consumerGroup: 'binding',
      }),
  },
]);

describeLoads(
  'NATS',
  async (processes) => {
    const nats = await startNats(processes);
    await nats.addStream('events', 'topic-c0', 'topic-c1');
    await nats.addBucket('states');
    return nats;
  },
  [
    {
      title: 'pubsub.JetStream, the least',
      of: (chart, id, { url }) => new dapr.pubsub.JetStream(chart, id, { natsURL: url }),
    },
    {
      title: 'pubsub.JetStream, with many fields',
      of: (chart, id, { url }) =>
        new dapr.pubsub.JetStream(chart, id, {
          natsURL: url,
          name: 'own',
          streamName: 'events',
          durableName: 'own',
          flowControl: false,
          ackWait: Duration.seconds(10),
          maxDeliver: 5,
          maxAckPending: 10,
          memoryStorage: true,
          deliverPolicy: dapr.pubsub.JetStreamDeliverPolicy.ALL,
          ackPolicy: dapr.pubsub.JetStreamAckPolicy.EXPLICIT,
          backOff: [Duration.millis(500), Duration.seconds(2)],
        }),
    },
    {
      title: 'state.JetStream',
      use: { missing: 500 }, // says so of a key that was deleted
      of: (chart, id, { url }) => new dapr.state.JetStream(chart, id, { natsURL: url, bucket: 'states' }),
    },
  ],
);
