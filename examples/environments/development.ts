import * as dapr from 'cdk8s-dapr';
import * as kplus from 'cdk8s-plus-27';
import { APPS, Environment } from './environment';

/** For every developer: one Redis for everything, and Kubernetes Secrets. */
export const development: Environment = {
  name: 'development',
  version: '1.5.0',
  replicas: 1,
  tracing: dapr.Tracing.zipkin('http://zipkin.observability:9411/api/v2/spans', { samplingRate: 1 }),
  components(chart, names) {
    // The store of Kubernetes Secrets under the name that code knows. It reads in the name of the pods, which must be allowed to.
    new dapr.secretstores.Kubernetes(chart, names.secrets, { scopes: [APPS.checkout, APPS.orders] });
    const mayRead = new kplus.Role(chart, 'secrets-role', { metadata: { name: 'shop-secrets' } });
    mayRead.allowGet(kplus.Secret.fromSecretName(chart, 'payment-provider', 'payment-provider'));
    new kplus.RoleBinding(chart, 'secrets-binding', { metadata: { name: 'shop-secrets' }, role: mayRead }).addSubjects(
      kplus.ServiceAccount.fromServiceAccountName(chart, 'account-reference', 'shop', { namespaceName: chart.namespace }),
    );

    const redisPassword = dapr.SecretValue.fromSecretKeyRef('redis', 'password');
    const store = new dapr.state.Redis(chart, names.store, {
      redisHost: 'redis:6379',
      redisPassword,
      actorStateStore: true,
      scopes: [APPS.orders],
    });
    const bus = new dapr.pubsub.Redis(chart, names.bus, { redisHost: 'redis:6379', redisPassword, scopes: [APPS.checkout, APPS.orders] });
    return { store, bus };
  },
};
