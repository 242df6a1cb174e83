import { Chart, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as dapr from 'cdk8s-dapr';
import { ShopComponents } from './shop';

/** Where the two things run that the components need. */
export interface OnRedisProps {
  /** Host and port. Its password is in the Secret `redis`. */
  readonly redisHost: string;
  /** The host of a mail server that asks for no password. */
  readonly mailHost: string;
  readonly mailPort: number;
}

/** The components of a cluster that has one Redis, a mail server and Kubernetes' own Secrets: to try the shop. The names are those of production. */
export function componentsOnRedis(chart: Chart, { redisHost, mailHost, mailPort }: OnRedisProps): ShopComponents {
  const scopes = ['checkout', 'orders', 'notification', 'shipping'];
  const vault = new dapr.secretstores.Kubernetes(chart, 'vault', { scopes });
  readSecrets(chart, ['redis', 'links']);

  const redis = { redisHost, redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'), secretStore: vault };
  const store = new dapr.state.Redis(chart, 'orderstore', {
    ...redis,
    actorStateStore: true,
    outbox: { publishPubsub: 'orderpubsub', publishTopic: 'orders' },
    scopes: ['orders'],
  });
  const bus = new dapr.pubsub.Redis(chart, 'orderpubsub', {
    ...redis,
    // A pod that is gone leaves messages behind that it took and did not finish: another takes them over after a while.
    processingTimeout: Duration.seconds(15),
    redeliverInterval: Duration.seconds(5),
    publishingScopes: { checkout: [], notification: ['orders-notification-dead'], shipping: ['orders-shipping-dead'] },
    scopes,
  });
  const settings = new dapr.configurationstores.Redis(chart, 'settings', { ...redis, scopes: ['checkout', 'orders'] });

  new dapr.bindings.Smtp(chart, 'mail', { host: mailHost, port: mailPort, emailFrom: 'shop@example.com', scopes: ['notification'] });
  new dapr.bindings.Cron(chart, 'nightly', {
    schedule: '0 0 2 * * *',
    direction: dapr.BindingDirection.INPUT,
    route: '/jobs/nightly',
    scopes: ['orders'],
  });
  new dapr.bindings.Redis(chart, 'archive', { ...redis, scopes: ['orders'] });

  return { vault, store, bus, settings };
}

/** Lets the sidecars, which have the rights of their pods, read these Secrets of their namespace. */
function readSecrets(chart: Chart, names: readonly string[]): void {
  const role = new kplus.Role(chart, 'read-secrets', { metadata: { name: 'read-secrets' } });
  for (const name of names) {
    role.allowRead(kplus.Secret.fromSecretName(chart, `secret-${name}`, name));
  }
  new kplus.RoleBinding(chart, 'sidecars-read-secrets', { metadata: { name: 'sidecars-read-secrets' }, role }).addSubjects(
    kplus.ServiceAccount.fromServiceAccountName(chart, 'sidecars', 'default', { namespaceName: chart.namespace }),
  );
}
