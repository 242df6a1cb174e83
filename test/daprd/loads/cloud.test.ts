import { Duration } from 'cdk8s';
import * as dapr from '../../../src';
import { startAzurite } from '../../../tools/real/servers/azurite';
import { MotoServer, startMoto } from '../../../tools/real/servers/moto';
import { Processes } from '../../../tools/real/processes';
import { describeLoads } from '../support/loads';

const secret = (text: string): dapr.SecretValue => dapr.SecretValue.unsafePlainText(text);

const file = [
  { operation: 'create', data: 'content', metadata: { blobName: 'a.txt', key: 'a.txt' } },
  { operation: 'get', metadata: { blobName: 'a.txt', key: 'a.txt' }, answers: /content/ },
];

describeLoads('Azurite', startAzurite, [
  {
    title: 'state.AzureBlobStorage, by connection string',
    of: (chart, id, { connectionString }) =>
      new dapr.state.AzureBlobStorage(chart, id, {
        containerName: 'states',
        auth: dapr.state.AzureBlobStorageAuth.connectionString({ connectionString: secret(connectionString) }),
      }),
  },
  {
    title: 'state.AzureBlobStorageV1, by account key',
    of: (chart, id, { accountName, accountKey, blob }) =>
      new dapr.state.AzureBlobStorageV1(chart, id, {
        containerName: 'older',
        endpoint: new URL(blob).origin, // the account is put behind it
        retryCount: 2,
        auth: dapr.state.AzureBlobStorageV1Auth.accountKey({ accountName, accountKey: secret(accountKey) }),
      }),
  },
  {
    title: 'state.AzureTableStorage',
    use: { staleEtag: `W/"datetime'2020-01-01T00%3A00%3A00.0000000Z'"` },
    of: (chart, id, { accountName, accountKey, table }) =>
      new dapr.state.AzureTableStorage(chart, id, {
        accountName,
        tableName: 'states',
        serviceURL: table,
        auth: dapr.state.AzureTableStorageAuth.accountKey({ accountKey: secret(accountKey) }),
      }),
  },
  {
    title: 'bindings.AzureBlobStorage',
    use: { calls: file },
    of: (chart, id, { connectionString }) =>
      new dapr.bindings.AzureBlobStorage(chart, id, {
        containerName: 'files',
        auth: dapr.bindings.AzureBlobStorageAuth.connectionString({ connectionString: secret(connectionString) }),
      }),
  },
  {
    title: 'bindings.AzureStorageQueues',
    use: { calls: [{ operation: 'create', data: 'message' }] },
    of: (chart, id, { accountName, accountKey, queue }) =>
      new dapr.bindings.AzureStorageQueues(chart, id, {
        accountName,
        queueName: 'orders',
        queueEndpoint: new URL(queue).origin,
        pollingInterval: Duration.seconds(2),
        ttl: Duration.minutes(5),
        visibilityTimeout: Duration.seconds(15),
        encodeBase64: true,
        decodeBase64: true,
        auth: dapr.bindings.AzureStorageQueuesAuth.accountKey({ accountKey: secret(accountKey) }),
      }),
  },
]);

/** moto with what the components expect to exist. */
async function startFilledMoto(processes: Processes): Promise<MotoServer> {
  const moto = await startMoto(processes);
  const table = {
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'key', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'key', KeyType: 'HASH' }],
  };
  await moto.call('DynamoDB_20120810.CreateTable', { TableName: 'states', ...table });
  await moto.call('DynamoDB_20120810.CreateTable', { TableName: 'things', ...table });
  await moto.call('Kinesis_20131202.CreateStream', { StreamName: 'orders', ShardCount: 1 });
  await moto.call('secretsmanager.CreateSecret', { Name: 'password', SecretString: 'let-me-in' });
  await moto.call('AmazonSQS.CreateQueue', { QueueName: 'orders' });
  await fetch(`${moto.endpoint}/files`, { method: 'PUT' });
  return moto;
}

const keys = ({
  region,
  accessKey,
  secretKey,
}: MotoServer): { region: string; accessKey: dapr.SecretValue; secretKey: dapr.SecretValue } => ({
  region,
  accessKey: secret(accessKey),
  secretKey: secret(secretKey),
});

describeLoads('moto', startFilledMoto, [
  {
    title: 'state.AwsDynamoDb',
    lacks: ['ttl'], // only with ttlAttributeName
    of: (chart, id, moto) =>
      new dapr.state.AwsDynamoDb(chart, id, {
        table: 'states',
        endpoint: moto.endpoint,
        auth: dapr.state.AwsDynamoDbAuth.awsAccessKey(keys(moto)),
      }),
  },
  {
    title: 'bindings.AwsDynamoDb',
    use: { calls: [{ operation: 'create', data: { key: 'a', n: 1 } }] },
    of: (chart, id, moto) => new dapr.bindings.AwsDynamoDb(chart, id, { table: 'things', endpoint: moto.endpoint, ...keys(moto) }),
  },
  {
    title: 'bindings.AwsKinesis',
    directions: ['output'],
    use: { calls: [{ operation: 'create', data: 'one', metadata: { partitionKey: 'p' } }] },
    of: (chart, id, moto) =>
      new dapr.bindings.AwsKinesis(chart, id, {
        streamName: 'orders',
        consumerName: 'me',
        endpoint: moto.endpoint,
        direction: dapr.BindingDirection.OUTPUT,
        ...keys(moto),
      }),
  },
  {
    title: 'bindings.AwsS3',
    use: { calls: file },
    of: (chart, id, moto) =>
      new dapr.bindings.AwsS3(chart, id, {
        bucket: 'files',
        endpoint: moto.endpoint,
        forcePathStyle: true,
        disableSSL: true,
        auth: dapr.bindings.AwsS3Auth.awsAccessKey(keys(moto)),
      }),
  },
  {
    title: 'bindings.AwsSqs',
    use: { calls: [{ operation: 'create', data: 'one' }] },
    of: (chart, id, moto) => new dapr.bindings.AwsSqs(chart, id, { queueName: 'orders', endpoint: moto.endpoint, ...keys(moto) }),
  },
  {
    title: 'pubsub.AwsSnsSqs',
    of: (chart, id, moto) =>
      new dapr.pubsub.AwsSnsSqs(chart, id, {
        endpoint: moto.endpoint,
        accountId: '123456789012',
        messageVisibilityTimeout: 10,
        messageRetryLimit: 10,
        messageWaitTimeSeconds: 1,
        messageMaxNumber: 5,
        auth: dapr.pubsub.AwsSnsSqsAuth.awsAccessKey(keys(moto)),
      }),
  },
  {
    title: 'secretstores.AwsSecretManager',
    use: { key: 'password', value: { password: 'let-me-in' } },
    of: (chart, id, moto) =>
      new dapr.secretstores.AwsSecretManager(chart, id, {
        endpoint: moto.endpoint,
        auth: dapr.secretstores.AwsSecretManagerAuth.awsAccessKey(keys(moto)),
      }),
  },
]);
