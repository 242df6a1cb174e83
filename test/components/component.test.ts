import { App, Chart, Duration, Size, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import * as dapr from '../../src';
import { expectValid } from '../support/schemas';

function messageOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

function chart(): Chart {
  return new Chart(Testing.app(), 'shop', { namespace: 'shop' });
}

function only(scope: Chart): any {
  const manifests = Testing.synth(scope);
  manifests.forEach((manifest) => expectValid(manifest));
  expect(manifests).toHaveLength(1);
  return manifests[0];
}

describe('a component of any type', () => {
  test('is named like its id, in the namespace of its chart', () => {
    const scope = chart();
    new dapr.Component(scope, 'statestore', { type: 'state.my-pluggable' });
    expect(only(scope)).toEqual({
      apiVersion: 'dapr.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'statestore', namespace: 'shop' },
      spec: { type: 'state.my-pluggable', version: 'v1', metadata: [] },
    });
  });

  test('writes each kind of value as the text that Dapr reads, sorted by key', () => {
    const scope = chart();
    new dapr.Component(scope, 'it', {
      type: 'state.mine',
      version: 'v2',
      metadata: {
        text: 'yes',
        number: 1.5,
        flag: false,
        duration: Duration.seconds(90),
        size: Size.kibibytes(1536),
        list: ['a', 'b'],
        secret: dapr.SecretValue.fromSecretKeyRef('name', 'key'),
        env: dapr.MetadataValue.fromEnv('HOST'),
        raw: dapr.MetadataValue.fromText('{podName}'),
        absent: undefined,
      },
    });
    expect(only(scope).spec).toEqual({
      type: 'state.mine',
      version: 'v2',
      metadata: [
        { name: 'duration', value: '1m30s' },
        { name: 'env', envRef: 'HOST' },
        { name: 'flag', value: 'false' },
        { name: 'list', value: 'a,b' },
        { name: 'number', value: '1.5' },
        { name: 'raw', value: '{podName}' },
        { name: 'secret', secretKeyRef: { name: 'name', key: 'key' } },
        { name: 'size', value: '1536Ki' },
        { name: 'text', value: 'yes' },
      ],
    });
  });

  test('has the options of every component', () => {
    const scope = chart();
    const vault = dapr.SecretStore.fromName('vault');
    const component = new dapr.state.InMemory(scope, 'it', {
      scopes: ['orders', 'checkout'],
      secretStore: vault,
      initTimeout: Duration.seconds(75),
      ignoreErrors: true,
      objectMeta: { name: 'other', labels: { team: 'shop' } },
    });
    component.addScopes('billing', 'orders');
    expect(component.scopes).toEqual(['billing', 'checkout', 'orders']);
    expect(only(scope)).toMatchObject({
      metadata: { name: 'other', namespace: 'shop', labels: { team: 'shop' } },
      auth: { secretStore: 'vault' },
      scopes: ['billing', 'checkout', 'orders'],
      spec: { initTimeout: '1m15s', ignoreErrors: true },
    });
  });

  test('does not depend on the order of scopes, nor keep or change what it is given', () => {
    const synthesize = (scopes: string[]): unknown => {
      const scope = chart();
      const given = Object.freeze([...scopes]) as string[];
      new dapr.state.InMemory(scope, 'it', { scopes: given }).addScopes('zeta');
      return Testing.synth(scope);
    };
    expect(synthesize(['b', 'a'])).toEqual(synthesize(['a', 'b']));
  });

  test('takes further metadata, in any order', () => {
    const scope = chart();
    const component = new dapr.state.Redis(scope, 'it', { redisHost: 'redis:6379' });
    component.addMetadata('redisDB', 1);
    component.addMetadata('enableTLS', true);
    expect(only(scope).spec.metadata).toEqual([
      { name: 'redisHost', value: 'redis:6379' },
      { name: 'enableTLS', value: 'true' },
      { name: 'redisDB', value: '1' },
    ]);
    expect(messageOf(() => component.addMetadata('REDISHOST', 'x'))).toBe(
      "DAPR002 [shop/it] metadata 'REDISHOST' is set already as 'redisHost', and Dapr does not tell them apart: set it once",
    );
    expect(messageOf(() => component.addMetadata('odd', {}))).toBe(
      "DAPR011 [shop/it] metadata 'odd' must be a text, number, boolean, Duration, Size, list of texts or MetadataValue: got an object with no properties",
    );
  });
});

describe('a type that the sidecar does not load', () => {
  test.each([
    [
      'seccretstores.local.env',
      "'seccretstores.local.env' is not a component type: expected one of bindings, configuration, conversation, crypto, lock, middleware, pubsub, secretstores, state, a dot and a name; did you mean 'secretstores'?",
    ],
    ['crypto.jwks', "the sidecar does not load 'crypto.jwks': write 'crypto.dapr.jwks', or use dapr.crypto.Jwks"],
    [
      'secretstores.aws.secretsmanager',
      "the sidecar does not load 'secretstores.aws.secretsmanager': write 'secretstores.aws.secretmanager', or use dapr.secretstores.AwsSecretManager",
    ],
    ['nameresolution.consul', "'nameresolution.consul' is not a component: set it as nameResolution of a Configuration"],
    ['workflow.dapr', "'workflow.dapr' is not a component since Dapr 1.15: workflows keep their state in an actor state store"],
    [
      'middleware.bearer',
      "'middleware.bearer' is not a middleware type: expected middleware.http. and a name, e.g. 'middleware.http.bearer'",
    ],
    ['lock.rediss', "the sidecar does not know 'lock.rediss': lock has lock.redis; did you mean 'lock.redis'?"],
  ])('%s is refused with what to write', (type, message) => {
    expect(messageOf(() => new dapr.Component(chart(), 'it', { type }))).toBe(`DAPR017 [shop/it] ${message}`);
  });

  test('of a version that is not registered is refused', () => {
    expect(messageOf(() => new dapr.Component(chart(), 'it', { type: 'state.postgresql', version: 'v3' }))).toBe(
      'DAPR017 [shop/it] the sidecar does not know state.postgresql v3: it has v2, v1',
    );
  });

  test('of a newer Dapr is refused, and taken where that is the target', () => {
    const app = Testing.app();
    dapr.DaprVersion.use(app, dapr.DaprVersion.V1_16);
    const old = new Chart(app, 'old');
    expect(messageOf(() => new dapr.Component(old, 'it', { type: 'state.ravendb' }))).toBe(
      "DAPR016 [old/it] 'state.ravendb' is known to Dapr 1.17 and later, and the manifests are for Dapr 1.16: set another version with DaprVersion.use",
    );
    new dapr.Component(chart(), 'it', { type: 'state.ravendb' });
  });

  test.each([
    'state.my-own',
    'pubsub.my-own',
    'bindings.my-own',
    'secretstores.my-own',
    'state.postgres',
    'STATE.x'.toLowerCase(),
    'state.Redis',
  ])('%s is loadable and not refused', (type) => {
    expect(() => new dapr.Component(chart(), 'it', { type })).not.toThrow();
  });
});

describe('mistakes', () => {
  test('of one component are reported all together, with its path', () => {
    const props: any = {
      redisHosts: 'x',
      redisDB: 'a',
      redisPassword: 'geheim',
      redisType: 'cluste',
      dialTimeout: 5,
      scopes: ['Orders'],
      secretStore: 'vault',
    };
    expect(messageOf(() => new dapr.state.Redis(chart(), 'Order_Store', props)).split('\n')).toEqual([
      "DAPR001 [shop/Order_Store] a Component cannot be named 'Order_Store': expected at most 253 lower case letters, digits, '-' and '.', with a letter or digit at both ends, e.g. 'order-store'",
      "DAPR003 [shop/Order_Store] an app id in scopes cannot be 'Orders': expected at most 58 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'orders'",
      "DAPR011 [shop/Order_Store] 'secretStore' of state.redis v1 must be a secret store, e.g. SecretStore.fromName('vault'): got 'vault'",
      "DAPR013 [shop/Order_Store] 'redisType' of state.redis v1 must be one of node, cluster: got 'cluste'; did you mean 'cluster'?",
      "DAPR011 [shop/Order_Store] 'redisDB' of state.redis v1 must be a whole number: got 'a'",
      "DAPR011 [shop/Order_Store] 'dialTimeout' of state.redis v1 must be a Duration of whole milliseconds, e.g. Duration.seconds(5): got 5",
      "DAPR011 [shop/Order_Store] 'redisPassword' of state.redis v1 must be a SecretValue, e.g. SecretValue.fromSecretKeyRef('name', 'key'): got plain text, not shown",
      "DAPR010 [shop/Order_Store] 'redisHosts' is not a property of state.redis v1: did you mean 'redisHost'?",
    ]);
  });

  test('never show a secret', () => {
    const message = messageOf(() => new dapr.state.Redis(chart(), 'it', { redisPassword: 'geheim' } as any));
    expect(message).not.toContain('geheim');
  });

  test('carry the place in the program of the user, and nothing of this library', () => {
    let stack = '';
    try {
      new dapr.state.Memcached(chart(), 'it', {} as any);
    } catch (error) {
      stack = (error as Error).stack!;
    }
    const lines = stack.split('\n');
    expect(lines[0]).toBe("DaprError: DAPR012 [shop/it] 'hosts' is required by state.memcached v1: got nothing, expected a list of texts");
    expect(lines[1]).toContain('component.test.ts');
    expect(stack).not.toContain('component-checks');
  });

  test.each([
    [
      'a number out of range',
      () => new dapr.pubsub.Mqtt3(chart(), 'it', { url: dapr.SecretValue.fromEnv('URL'), qos: 3 }),
      "DAPR014 [shop/it] 'qos' of pubsub.mqtt3 v1 must be a whole number from 0 to 2: got 3",
    ],
    [
      'a duration that is too short',
      () => new dapr.state.Sqlite(chart(), 'it', { connectionString: dapr.SecretValue.fromEnv('URL'), timeout: Duration.millis(500) }),
      "DAPR014 [shop/it] 'timeout' of state.sqlite v1 must be a Duration of whole milliseconds, at least 1s, e.g. Duration.seconds(5): got Duration of 500ms",
    ],
    [
      'neither of two ways to reach a database',
      () => new dapr.state.PostgreSql(chart(), 'it', {}),
      "DAPR012 [shop/it] 'connectionString' or 'host' is required by state.postgresql v2: got none of them",
    ],
    [
      'a direction that the binding does not have',
      () => new dapr.bindings.Cron(chart(), 'it', { schedule: '@every 5m', direction: dapr.BindingDirection.OUTPUT }),
      "DAPR013 [shop/it] 'direction' of bindings.cron v1 must be 'input': got 'output'",
    ],
    [
      'two ways to authenticate',
      () => new dapr.state.Redis(dapr119(), 'it', { redisPassword: dapr.SecretValue.fromEnv('PASSWORD'), auth: redisOidc() }),
      "DAPR015 [shop/it] 'redisPassword' of state.redis v1 does not go with auth oidcPrivateKeyJwt: give one of the two",
    ],
    [
      'a setting that contradicts the way to authenticate',
      () => new dapr.state.Redis(chart(), 'it', { enableTLS: false, auth: dapr.state.RedisAuth.azureManagedIdentity() }),
      "DAPR015 [shop/it] 'enableTLS' of state.redis v1 must be true with auth azureManagedIdentity: got false",
    ],
    [
      'a profile of a newer Dapr',
      () => new dapr.state.Redis(chart(), 'it', { auth: redisOidc() }),
      "DAPR016 [shop/it] 'auth' oidcPrivateKeyJwt of state.redis v1 is known to Dapr 1.19 and later, and the manifests are for Dapr 1.18: set another version with DaprVersion.use",
    ],
    [
      'a profile of another type',
      () => new dapr.pubsub.Kafka(chart(), 'it', { brokers: 'kafka:9092', auth: dapr.state.RedisAuth.azureManagedIdentity() as any }),
      "DAPR011 [shop/it] 'auth' of pubsub.kafka v1 must be KafkaAuth.oidc, .oidcPrivateKeyJwt, .sasl, .mtls, .none, .awsAccessKey, .awsAssumeRole, .awsEnvironment, .awsRolesAnywhere: got a way for state.redis to authenticate",
    ],
    [
      'a missing part of a profile from JavaScript',
      () =>
        new dapr.pubsub.Kafka(chart(), 'it', { brokers: 'kafka:9092', auth: dapr.pubsub.KafkaAuth.sasl({ saslUsername: 'svc' } as any) }),
      "DAPR012 [shop/it] 'auth.saslPassword' is required by pubsub.kafka v1: got nothing, expected a SecretValue, e.g. SecretValue.fromSecretKeyRef('name', 'key')",
    ],
    [
      'keys that differ only in case',
      () => new dapr.Component(chart(), 'it', { type: 'state.mine', metadata: { host: 'a', HOST: 'b' } }),
      "DAPR002 [shop/it] metadata 'host' is set twice, also as 'HOST', and Dapr does not tell them apart: set it once",
    ],
    [
      'scope in place of scopes',
      () => new dapr.Component(chart(), 'it', { type: 'state.mine', scope: ['a'] } as any),
      "DAPR010 [shop/it] 'scope' is not a property of Component: did you mean 'scopes'?",
    ],
    [
      'a topic that Dapr would split',
      () => new dapr.pubsub.InMemory(chart(), 'it', { publishingScopes: { checkout: ['a,b'] } }),
      "DAPR014 [shop/it] a topic in 'publishingScopes' must not be empty and have no space, comma, ';' or '=': got 'a,b'",
    ],
  ])('%s', (_, run, message) => {
    expect(messageOf(run)).toBe(message);
  });

  test('in values are reported where the value is made', () => {
    expect(messageOf(() => dapr.KeyPrefix.of('A||b'))).toBe("a key prefix must be lower case and without '||': got 'A||b'");
    expect(messageOf(() => dapr.KeyPrefix.of('a||b'))).toBe("a key prefix must be lower case and without '||': got 'a||b'");
    expect(messageOf(() => dapr.LockKeyPrefix.of('A'))).toBe("a key prefix must be lower case and without '||': got 'A'");
    expect(messageOf(() => dapr.SecretValue.fromEnv('DAPR_TOKEN'))).toBe(
      "an environment reference must be upper case letters, digits and underscores, and neither APP_API_TOKEN nor DAPR_…, which Dapr does not hand to components: got 'DAPR_TOKEN'",
    );
    expect(messageOf(() => dapr.SecretValue.fromSecretKeyRef(''))).toBe('a secret reference needs the secret\'s name: got ""');
  });

  function redisOidc(): dapr.state.RedisAuth {
    return dapr.state.RedisAuth.oidcPrivateKeyJwt({
      oidcTokenEndpoint: 'https://login/token',
      oidcClientID: 'id',
      oidcClientAssertionCert: 'PEM',
      oidcClientAssertionKey: dapr.SecretValue.fromEnv('KEY'),
    });
  }

  function dapr119(): Chart {
    const app = Testing.app();
    dapr.DaprVersion.use(app, dapr.DaprVersion.V1_19);
    return new Chart(app, 'shop');
  }
});

describe('state stores', () => {
  test('write the keys of their class as Dapr spells them', () => {
    const scope = chart();
    new dapr.state.Redis(scope, 'it', {
      keyPrefix: dapr.KeyPrefix.of('shop'),
      primaryEncryptionKey: dapr.SecretValue.fromSecretKeyRef('keys', 'first'),
      secondaryEncryptionKey: dapr.SecretValue.fromSecretKeyRef('keys', 'second'),
      actorStateStore: true,
      outbox: { publishPubsub: 'bus', publishTopic: 'orders', pubsub: 'inner', discardWhenMissingState: true },
    });
    expect(only(scope).spec.metadata).toEqual([
      { name: 'actorStateStore', value: 'true' },
      { name: 'keyPrefix', value: 'shop' },
      { name: 'primaryEncryptionKey', secretKeyRef: { name: 'keys', key: 'first' } },
      { name: 'secondaryEncryptionKey', secretKeyRef: { name: 'keys', key: 'second' } },
      { name: 'outboxPublishPubsub', value: 'bus' },
      { name: 'outboxPublishTopic', value: 'orders' },
      { name: 'outboxPubsub', value: 'inner' },
      { name: 'outboxDiscardWhenMissingState', value: 'true' },
    ]);
  });

  test('that are used for actors say so once', () => {
    const scope = chart();
    const store: dapr.IActorStateStore = new dapr.state.Redis(scope, 'it', { actorStateStore: true });
    store.useForActors();
    store.useForActors();
    expect(only(scope).spec.metadata).toEqual([{ name: 'actorStateStore', value: 'true' }]);
  });
});

describe('pub/sub components', () => {
  test('write who may use which topic, sorted', () => {
    const scope = chart();
    new dapr.pubsub.InMemory(scope, 'it', {
      consumerID: 'shop',
      allowedTopics: ['b', 'a'],
      protectedTopics: ['a'],
      publishingScopes: { notification: [], checkout: ['b', 'a'] },
      subscriptionScopes: { orders: ['a'] },
    });
    expect(only(scope).spec.metadata).toEqual([
      { name: 'consumerID', value: 'shop' },
      { name: 'allowedTopics', value: 'a,b' },
      { name: 'protectedTopics', value: 'a' },
      { name: 'publishingScopes', value: 'checkout=a,b;notification=' },
      { name: 'subscriptionScopes', value: 'orders=a' },
    ]);
  });
});

test("a typed class for a pluggable type of one's own takes ten lines", () => {
  interface LedgerProps extends dapr.StateStoreOptions {
    readonly endpoint: string;
    readonly token: dapr.SecretValue;
  }
  class Ledger extends dapr.StateStore {
    constructor(scope: Construct, id: string, { endpoint, token, ...options }: LedgerProps) {
      super(scope, id, { ...options, type: 'state.ledger', version: 'v1', metadata: { endpoint, token } });
    }
  }
  const scope = chart();
  new Ledger(scope, 'ledger', {
    endpoint: 'ledger:9000',
    token: dapr.SecretValue.fromEnv('TOKEN'),
    keyPrefix: dapr.KeyPrefix.NONE,
    scopes: ['orders'],
  });
  expect(only(scope)).toMatchObject({
    scopes: ['orders'],
    spec: {
      type: 'state.ledger',
      metadata: [
        { name: 'endpoint', value: 'ledger:9000' },
        { name: 'token', envRef: 'TOKEN' },
        { name: 'keyPrefix', value: 'none' },
      ],
    },
  });
  expect(messageOf(() => new Ledger(scope, 'Bad', { endpoint: 5, token: dapr.SecretValue.fromEnv('A'), keyPrefixx: 1 } as any))).toBe(
    [
      "DAPR001 [shop/Bad] a Component cannot be named 'Bad': expected at most 253 lower case letters, digits, '-' and '.', with a letter or digit at both ends, e.g. 'bad'",
      "DAPR010 [shop/Bad] 'keyPrefixx' is not a property of Component: did you mean 'keyPrefix'?",
    ].join('\n'),
  );
});

describe('the whole app', () => {
  test('is refused where two components of a chart have one name', () => {
    const scope = chart();
    new dapr.state.InMemory(scope, 'first', { objectMeta: { name: 'store' } });
    new dapr.pubsub.InMemory(scope, 'store');
    expect(messageOf(() => Testing.synth(scope))).toBe(
      "Validation failed with the following errors:\n  [shop] DAPR002 [shop/store] a Component named 'store' exists already at shop/first: the second overwrites the first in the cluster; give one of them another name",
    );
  });

  test('is refused where two constructs have one id, with the way to the same name', () => {
    const scope = chart();
    new dapr.Application(scope, 'orders', { image: 'orders:1' });
    expect(messageOf(() => new dapr.state.InMemory(scope, 'orders'))).toBe(
      "DAPR002 [shop/orders] the id 'orders' is taken by the Application at shop/orders: give this one another id, and its name by objectMeta.name, or by appId for an Application",
    );
    new dapr.Configuration(scope, 'config', {});
    expect(messageOf(() => new dapr.Application(scope, 'config', { image: 'orders:1' }))).toBe(
      "DAPR002 [shop/config] the id 'config' is taken by the Configuration at shop/config: give this one another id, and its name by objectMeta.name, or by appId for an Application",
    );
  });

  test('may have the same names in two charts, which go to two clusters', () => {
    const app = Testing.app();
    for (const name of ['dev', 'prod']) {
      new dapr.state.InMemory(new Chart(app, name), 'store');
    }
    expect(app.synthYaml().match(/name: store/g)).toHaveLength(2);
  });

  test('may have the same names in a chart and one nested in it, which is a file of its own', () => {
    const scope = chart();
    new dapr.state.InMemory(scope, 'store');
    new dapr.state.InMemory(new Chart(scope, 'nested', { namespace: 'shop' }), 'store');
    expect(() => Testing.synth(scope)).not.toThrow();
  });

  test('gives the same twice', () => {
    const app = new App();
    const scope = new Chart(app, 'shop');
    new dapr.state.Redis(scope, 'it', { redisHost: 'redis:6379', scopes: ['b', 'a'] });
    expect(app.synthYaml()).toBe(app.synthYaml());
  });

  test('stops at a text that the writer of cdk8s would change, and names the construct', () => {
    const scope = chart();
    new dapr.state.Redis(scope, 'it', { redisHost: '0o17' });
    expect(messageOf(() => Testing.synth(scope))).toContain(
      "DAPR018 [shop/it] the text '0o17' at spec.metadata.0.value would be read as another by kubectl, because of how cdk8s writes it: take dapr.App in place of cdk8s.App, whose writer keeps every text",
    );
  });
});
