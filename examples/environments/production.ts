import * as dapr from 'cdk8s-dapr';
import { APPS, Environment } from './environment';

const region = 'eu-central-1';

/** In AWS: no password anywhere, the role of the pods opens everything. */
export const production: Environment = {
  name: 'production',
  version: '1.3.2',
  replicas: 3,
  tracing: dapr.Tracing.otel('otel-collector.observability:4317', { isSecure: false, samplingRate: 0.05 }),
  accountAnnotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/shop-production' },
  components(chart, names) {
    new dapr.secretstores.AwsSecretManager(chart, names.secrets, {
      auth: dapr.secretstores.AwsSecretManagerAuth.awsEnvironment({ region }),
      scopes: [APPS.checkout, APPS.orders],
    });
    const store = new dapr.state.AwsDynamoDb(chart, names.store, {
      auth: dapr.state.AwsDynamoDbAuth.awsEnvironment({ region }),
      table: 'shop-orders',
      ttlAttributeName: 'expiresAt', // without it, DynamoDB deletes nothing that expires
      actorStateStore: true,
      scopes: [APPS.orders],
    });
    const bus = new dapr.pubsub.AwsSnsSqs(chart, names.bus, {
      auth: dapr.pubsub.AwsSnsSqsAuth.awsEnvironment({ region }),
      disableEntityManagement: true, // topics and queues are made with the infrastructure, not by sidecars
      messageVisibilityTimeout: 120, // longer than all tries of a message together, or a second replica gets it meanwhile
      scopes: [APPS.checkout, APPS.orders],
    });
    return { store, bus };
  },
};
