/**
 * Filled the catalog once from a reference folder (facts read from Dapr's source and its binary), and shows what another reference
 * would change: writes catalog files into a folder of your choice and reports what it could not place.
 *
 *     node -r tsx/cjs tools/import-reference.ts REFERENCE_FOLDER OUTPUT_FOLDER
 *
 * The catalog in the repository is edited by hand from there on; compare the output with it, do not copy it over.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dump } from 'js-yaml';

type Json = Record<string, any>;
type Field = Json;

const [reference, output] = process.argv.slice(2);
const read = (name: string): Json => JSON.parse(readFileSync(join(reference, name), 'utf8'));
const components: Json[] = read('components.json').components;
const goTypes = read('go-types.json');
const keys = read('keys.json');
const gaps = new Set(read('sensitive-gaps.json').entries.map((e: Json) => `${e.type}:${e.name}`));
const notPlaced: string[] = [];

/** Words whose capital letters a class name cannot get from the type name. */
const WORDS: Record<string, string> = Object.fromEntries(
  (
    'AliCloud DingTalk TableStore DynamoDb BlobStorage CosmosDb GremlinApi EventGrid EventHubs OpenAi ServiceBus SignalR StorageQueues ' +
    'CommerceTools PubSub GraphQl KubeMq LocalStorage MySql PostgreSql RabbitMq RethinkDb StateChange RocketMq SendGrid JobWorker AppConfig ' +
    'DeepSeek GoogleAi HuggingFace KeyVault OAuth2 OAuth2ClientCredentials RateLimit RouterAlias RouterChecker SnsSqs JetStream ' +
    'ParameterStore SecretManager HuaweiCloud TencentCloud TableStorage WorkersKv CockroachDb MongoDb ObjectStorage OracleDatabase RavenDb ' +
    'SqlServer YugabyteDb'
  )
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
);
WORDS.postgres = 'PostgreSql';

const FACTORY: Record<string, string> = {
  'Connection string': 'connectionString',
  'Connection String': 'connectionString',
  'Account Key': 'accountKey',
  'Master key': 'masterKey',
  'API Key': 'apiKey',
  'Username and password': 'usernameAndPassword',
  'OIDC Authentication': 'oidc',
  'OIDC Private Key JWT Authentication': 'oidcPrivateKeyJwt',
  'SASL Authentication': 'sasl',
  'mTLS Authentication': 'mtls',
  'No Authentication': 'none',
  'Connection string with access key': 'connectionString',
  'Access key': 'accessKey',
  'Connection string with Azure AD credentials': 'connectionStringWithEntraId',
  'API Token Authentication': 'apiToken',
  'Connect to Pre-deployed Worker': 'deployedWorker',
  'Cloudflare API Token': 'apiToken',
  'Basic Authentication': 'basic',
  'TLS Authentication': 'tls',
  'Token Authentication': 'token',
  'JWT Authentication': 'jwt',
  'Password Authentication': 'password',
  'Private Key Authentication': 'privateKey',
  'Username/Password Authentication': 'usernameAndPassword',
  'Shared token': 'token',
  OAuth2: 'oauth2',
  'Authenticate Using RabbitMQ properties': 'usernameAndPassword',
  'Authenticate Using Connection string and External Sasl and TLS': 'externalSasl',
  'Solace authentication': 'usernameAndPassword',
  'No authentication': 'none',
  'SPIFFE Authentication': 'spiffe',
  'Service Account Authentication': 'serviceAccountKey',
  'Implicit Credentials': 'implicit',
  'API Key Authentication': 'apiKey',
  'Instance Principal Authentication': 'instancePrincipal',
  'Configuration File Authentication': 'configurationFile',
  'Credential Authentication': 'accessKey',
};

const SHARED: Record<string, string> = {
  'Azure AD: Managed identity': 'azure.managedIdentity',
  'Azure AD: Client credentials': 'azure.clientCredentials',
  'Azure AD: Client certificate': 'azure.clientCertificate',
  'AWS: Access Key ID and Secret Access Key': 'aws.accessKey',
  'AWS: Assume IAM Role': 'aws.assumeRole',
  'AWS: Credentials from Environment Variables': 'aws.environment',
  'AWS: IAM Roles Anywhere': 'aws.rolesAnywhere',
  'GCP API Authentication with Service Account Key': 'gcp.serviceAccountKey',
};
const SHARED_KEYS = new Set(
  (
    'azureClientId azureEnvironment azureTenantId azureClientSecret azureCertificate azureCertificateFile azureCertificatePassword region awsRegion ' +
    'accessKey secretKey sessionToken awsAccessKey awsSecretKey awsSessionToken awsIamRoleArn awsStsSessionName assumeRoleArn sessionName trustAnchorArn ' +
    'trustProfileArn privateKeyID privateKey type clientEmail clientID authURI tokenURI authProviderX509CertURL clientX509CertURL'
  ).split(' '),
);
/** Keys of a profile that only say which profile it is. */
const CONSTANTS: Record<string, string> = { useAzureAD: 'true', useEntraID: 'true', useAWSIAM: 'true', enableTLS: 'true' };

/** Declared required in metadata.yaml, and not: tried on daprd (corrections.md), or given per request. */
const OPTIONAL = new Set([
  ...['state', 'pubsub', 'bindings', 'configuration'].map((c) => `${c}.redis:redisHost`),
  ...['datacenter', 'httpAddr', 'aclToken', 'scheme', 'keyPrefixPath'].map((f) => `state.hashicorp.consul:${f}`),
  ...['bindings.aws.dynamodb', 'bindings.aws.kinesis', 'bindings.aws.sqs', 'bindings.aws.ses'].flatMap((t) =>
    ['accessKey', 'secretKey', 'region'].map((f) => `${t}:${f}`),
  ),
  ...['bindings.smtp', 'bindings.twilio.sendgrid', 'bindings.aws.ses'].flatMap((t) =>
    ['emailFrom', 'emailTo', 'subject'].map((f) => `${t}:${f}`),
  ),
  ...['storageAccountName', 'storageContainerName', 'consumerID'].flatMap((f) => [
    `pubsub.azure.eventhubs:${f}`,
    `bindings.azure.eventhubs:${f}`,
  ]),
  ...['subscriberEndpoint', 'handshakePort', 'scope', 'accessKey', 'topicEndpoint'].map((f) => `bindings.azure.eventgrid:${f}`),
  'state.coherence:serverAddress',
  'state.rethinkdb:database',
  'bindings.rethinkdb.statechange:database',
  'pubsub.rabbitmq:connectionString',
  'middleware.http.ratelimit:maxRequestsPerSecond',
  'pubsub.jetstream:deliverPolicy',
  'middleware.http.bearer:jwksURL',
  'bindings.kafka:publishTopic',
  'bindings.dubbo:interfaceName',
  'bindings.dubbo:methodName',
  'pubsub.kafka:saslMechanism',
  'bindings.kafka:saslMechanism',
  'bindings.commercetools:region',
  'bindings.commercetools:provider',
  'state.cassandra:username',
  'state.cassandra:password',
  'bindings.smtp:user',
  'bindings.smtp:password',
  'bindings.kubemq:authToken',
  'pubsub.kubemq:authToken',
  'pubsub.rocketmq:accessKey',
  'pubsub.rocketmq:secretKey',
  'bindings.rocketmq:accessKey',
  'bindings.rocketmq:secretKey',
  ...['bindings.postgres', 'configuration.postgresql', 'state.postgresql', 'state.cockroachdb', 'state.yugabytedb'].map(
    (t) => `${t}:connectionString`,
  ),
]);
/** Required by daprd although metadata.yaml does not say so (corrections.md). */
const REQUIRED = new Set([
  'bindings.mqtt3:consumerID',
  'bindings.kubernetes:namespace',
  'bindings.smtp:port',
  'state.ravendb:ServerURL',
  'state.jetstream:natsURL',
  'bindings.azure.signalr:endpoint',
]);
/** At least one of these must be given (corrections.md). */
const ANY_OF: Record<string, string[]> = {
  'bindings.postgres': ['connectionString', 'host'],
  'configuration.postgresql': ['connectionString', 'host'],
  'state.postgresql': ['connectionString', 'host'],
  'state.cockroachdb': ['connectionString', 'host'],
  'state.yugabytedb': ['connectionString', 'host'],
  'bindings.sftp': ['hostPublicKey', 'knownHostsFile', 'insecureIgnoreHostKey'],
};
/** Components whose only profile is just more fields of the component. */
const INLINE_ALWAYS = new Set(['Username and password']);
const KEEP_PROFILE = new Set(['bindings.mqtt3', 'state.etcd']);
const GCP_PROJECT: Record<string, [string, boolean]> = {
  'pubsub.gcp.pubsub': ['projectId', true],
  'secretstores.gcp.secretmanager': ['project_id', true],
  'bindings.gcp.bucket': ['project_id', false],
  'bindings.gcp.pubsub': ['project_id', false],
};
const SINCE: Record<string, string> = { 'configuration.kubernetes': '1.18', 'nameresolution.nameformat': '1.18', 'state.ravendb': '1.18' };
const FEATURES: Record<string, string> = {
  ETAG: 'etag',
  TRANSACTIONAL: 'transactions',
  QUERY_API: 'query',
  TTL: 'ttl',
  KEYS_LIKE: 'keysLike',
  PARTITION_KEY: 'partitionKey',
  DELETE_WITH_PREFIX: 'deleteWithPrefix',
  BULK_PUBSUB: 'bulk',
  MESSAGE_TTL: 'messageTtl',
  SUBSCRIBE_WILDCARDS: 'wildcards',
  BULK_SUBSCRIBE_IMMEDIATE: 'bulk',
};
const INTEGER_RANGES: Record<string, [number?, number?]> = {
  uint8: [0, 255],
  uint16: [0, 65535],
  uint: [0],
  uint64: [0],
  int32: [-2147483648, 2147483647],
};

const perRequest = (type: string, name: string): boolean =>
  [keys.declaredButPerRequest, keys.declaredButNotRead].some((table: Json) =>
    Object.entries(table).some(
      ([types, names]) =>
        types.split(', ').includes(type) && (names as string[]).some?.((n) => n.split(' ')[0].toLowerCase() === name.toLowerCase()),
    ),
  );

function fact(component: Json, field: Json): Field | undefined {
  const { type } = component;
  const { name } = field;
  if (perRequest(type, name)) {
    return undefined;
  }
  const id = `${type}:${name}`;
  const go = goType(component, name);
  const fact: Field = { is: kind(id, name, field, go) };
  if (fact.is === 'enum') {
    fact.of = field.allowedValues.map(String);
  }
  const range = INTEGER_RANGES[(go ?? '').replace('*', '')];
  if (fact.is === 'integer' && range && go !== 'int32') {
    [fact.min, fact.max] = range;
  }
  if (go === 'int' && field.type === 'duration') {
    fact.unit = 'ms';
  }
  const required =
    REQUIRED.has(id) || (field.required && !OPTIONAL.has(id) && !field.bindingInput && !(field.bindingOutput && component.binding.input));
  if (required) {
    fact.required = true;
  }
  if (field.default !== undefined && String(field.default).trim() !== '') {
    fact.default = String(field.default)
      .trim()
      .replace(/^["“]|["”]$/g, '');
  }
  if (field.bindingInput && !field.bindingOutput) {
    fact.for = 'input';
  } else if (field.bindingOutput && !field.bindingInput) {
    fact.for = 'output';
  }
  if (field.deprecated) {
    fact.deprecated = true;
  }
  return fact;
}

function goType(component: Json, name: string): string | undefined {
  const struct = goTypes[`${component.type}/${component.version}`] ?? {};
  const wanted = new Set([name.toLowerCase()]);
  for (const [alias, canonical] of Object.entries(component.keyAliases ?? {}) as [string, string][]) {
    if (wanted.has(alias.toLowerCase()) || wanted.has(canonical.toLowerCase())) {
      wanted.add(alias.toLowerCase()).add(canonical.toLowerCase());
    }
  }
  return (Object.entries(struct) as [string, Json][]).find(([key]) => wanted.has(key.toLowerCase()))?.[1].go;
}

function kind(id: string, name: string, field: Json, go?: string): string {
  if (field.sensitive || gaps.has(id)) {
    return 'secret';
  }
  const base = go?.replace('*', '');
  if (field.allowedValues && field.type === 'string' && base !== 'bool') {
    return 'enum';
  }
  const bySuffix = /(InSec|InSeconds|Seconds|SecondS|InMs)$/.test(name) ? 'integer' : undefined;
  switch (base) {
    case undefined:
      return (
        { string: 'text', number: 'integer', bool: 'boolean', duration: 'duration', bytesize: 'size' }[field.type as string] ??
        fail(id, field.type)
      );
    case 'bool':
      return 'boolean';
    case 'int':
    case 'int32':
    case 'int64':
    case 'uint':
    case 'uint8':
    case 'uint16':
    case 'uint64':
    case 'opa.Status':
      return field.type === 'duration' ? 'duration' : 'integer';
    case 'float64':
      return 'number';
    case 'time.Duration':
    case 'redis.Duration':
    case 'metadata.Duration':
      return bySuffix ?? 'duration';
    case 'metadata.ByteSize':
      return 'size';
    case '[]string':
      return 'texts';
    case '[]time.Duration':
      return 'durations';
    case 'string':
      return field.type === 'number' ? 'integer' : field.type === 'bool' ? 'boolean' : 'text';
    case '[]uint8':
    case 'generated.PublicAccessType':
    case 'pubsub.ConcurrencyMode':
    case 'rocketmq.QueueSelectorType':
      return 'text';
    default:
      return fail(id, base);
  }
}

function fail(id: string, what: unknown): string {
  notPlaced.push(`${id}: type ${String(what)}`);
  return 'text';
}

function convert(component: Json): Json {
  const { type } = component;
  const fields: Record<string, Field> = {};
  const patterns: Json = {};
  const add = (target: Record<string, Field>, field: Json): void => {
    if (field.name.startsWith('<')) {
      return; // patterns are written by hand
    }
    const made = fact(component, field);
    if (made && !(field.name in target)) {
      target[field.name] = made;
    }
  };
  component.fields.forEach((field: Json) => add(fields, field));
  const declared = new Set([...Object.keys(fields)].map((n) => n.toLowerCase()));
  for (const field of component.undeclaredKeys ?? []) {
    const aliases = Object.entries(component.keyAliases ?? {}).flat() as string[];
    const known = aliases.includes(field.name) && aliases.some((alias) => declared.has(alias.toLowerCase()));
    if (!field.mdignore && !field.goType && !known && !declared.has(field.name.toLowerCase())) {
      add(fields, field);
    }
  }
  const project = GCP_PROJECT[type];
  if (project) {
    fields[project[0]] = project[1] ? { is: 'text', required: true } : { is: 'text' };
  }

  const raw: Json[] = component.authenticationProfiles ?? [];
  const profiles: Record<string, Json> = {};
  const inline = raw.length === 1 && !raw[0].builtin && !KEEP_PROFILE.has(type);
  for (const profile of raw) {
    if (inline || (INLINE_ALWAYS.has(profile.title) && raw.length > 1 && type.endsWith('.redis')) || type === 'lock.redis') {
      profile.fields.forEach((field: Json) => {
        add(fields, { ...field, required: type === 'lock.redis' ? false : field.required });
      });
      continue;
    }
    const name = SHARED[profile.title] ? SHARED[profile.title].replace(/\.(.)/, (_, c) => c.toUpperCase()) : FACTORY[profile.title];
    if (name === undefined) {
      notPlaced.push(`${type}: profile '${profile.title}'`);
      continue;
    }
    const made: Json = {};
    const own: Record<string, Field> = {};
    const sets: Record<string, string> = {};
    for (const field of profile.fields) {
      if (profile.builtin && (SHARED_KEYS.has(field.name) || field.name === 'projectID')) {
        continue;
      }
      if (field.name === 'authType' || (profile.builtin && CONSTANTS[field.name])) {
        sets[field.name] = field.allowedValues?.[0] ?? CONSTANTS[field.name];
      } else if (field.name === 'useEntraID') {
        sets.useEntraID = 'true';
      } else {
        add(own, field);
      }
    }
    if (profile.builtin) {
      made.uses = SHARED[profile.title];
    }
    if (Object.keys(sets).length) {
      made.sets = sets;
    }
    if (Object.keys(own).length) {
      made.fields = own;
    }
    if (name in profiles) {
      notPlaced.push(`${type}: two profiles ${name}`);
    }
    profiles[name] = made;
  }
  hoist(fields, profiles);

  const made: Json = {
    type,
    version: component.version,
    class: className(component),
    title: component.title,
    status: component.status,
    stableImage: (component.buildFlavors ?? []).includes('stable'),
    docs: component.docs,
  };
  if (component.aliases) {
    made.aliases = component.aliases;
  }
  if (component.metadataYamlType) {
    made.misnamed = component.metadataYamlType;
  }
  if (SINCE[type]) {
    made.since = SINCE[type];
  }
  const features = [...new Set((component.features ?? []).map((f: string) => FEATURES[f] ?? fail(type, f)))];
  if (component.actorCapable) {
    features.unshift('actors');
  }
  if (component.nativeBulkSubscribe && !features.includes('bulk')) {
    features.push('bulk');
  }
  if (features.length) {
    made.capabilities = features;
  }
  if (component.binding) {
    made.binding = { directions: ['input', 'output'].filter((d) => component.binding[d]), operations: component.binding.operations };
  }
  if (component.retryPrefixes) {
    made.retryPrefix = component.retryPrefixes[0];
  }
  if (ANY_OF[type] && ANY_OF[type].every((f) => f in fields)) {
    made.anyOf = ANY_OF[type];
  }
  if (Object.keys(fields).length) {
    made.fields = fields;
  }
  if (Object.keys(patterns).length) {
    made.patterns = patterns;
  }
  if (Object.keys(profiles).length) {
    made.auth = profiles;
  }
  return made;
}

/** What every profile has is a field of the component. */
function hoist(fields: Record<string, Field>, profiles: Record<string, Json>): void {
  const all = Object.values(profiles);
  if (all.length < 2) {
    return;
  }
  for (const name of Object.keys(all[0].fields ?? {})) {
    if (all.every((profile) => JSON.stringify(profile.fields?.[name]) === JSON.stringify(all[0].fields[name]))) {
      fields[name] = all[0].fields[name];
      all.forEach((profile) => {
        delete profile.fields[name];
        if (Object.keys(profile.fields).length === 0) {
          delete profile.fields;
        }
      });
    }
  }
  for (const [name, profile] of Object.entries(profiles)) {
    if (Object.keys(profile).length === 0) {
      delete profiles[name];
    }
  }
}

function className(component: Json): string {
  const words = component.type
    .split('.')
    .slice(1)
    .flatMap((part: string) => part.split('-'));
  const kept = words.filter(
    (word: string, i: number) => !(i === 0 && (word === 'dapr' || (component.class === 'middleware' && word === 'http'))),
  );
  const name = kept.map((word: string) => WORDS[word] ?? word[0].toUpperCase() + word.slice(1)).join('');
  const versions = components
    .filter((other) => other.type === component.type)
    .map((other) => other.version)
    .sort();
  return component.version === versions[versions.length - 1] ? name : `${name}${component.version.toUpperCase()}`;
}

/** One field a line, so that a change of a fact is a change of a line. */
function compact(made: Json): string {
  const flow = (value: unknown): string => dump(value, { flowLevel: 0, lineWidth: -1, quoteStyle: 'single' } as object).trim();
  const lines: string[] = [];
  const put = (key: string, value: unknown, indent: string): void => void lines.push(`${indent}${flow(key)}: ${flow(value)}`);
  for (const [key, value] of Object.entries(made)) {
    if (key === 'fields' || key === 'patterns') {
      lines.push(`${key}:`);
      Object.entries(value as Json).forEach(([name, field]) => put(name, field, '  '));
    } else if (key === 'auth') {
      lines.push('auth:');
      for (const [name, profile] of Object.entries(value as Json)) {
        lines.push(`  ${name}:${Object.keys(profile as Json).length === 0 ? ' {}' : ''}`);
        for (const [k, v] of Object.entries(profile as Json)) {
          if (k === 'fields') {
            lines.push('    fields:');
            Object.entries(v as Json).forEach(([n, f]) => put(n, f, '      '));
          } else {
            put(k, v, '    ');
          }
        }
      }
    } else {
      put(key, value, '');
    }
  }
  return `${lines.join('\n')}\n`;
}

for (const component of components) {
  if (!component.registered || component.class === 'nameresolution') {
    notPlaced.push(
      `${component.type}/${component.version}: ${component.registered ? 'part of Configuration, written by hand' : 'not registered by daprd, no class'}`,
    );
    continue;
  }
  const made = convert(component);
  const name = made.class.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  const file = join(output, component.class, `${name}.yaml`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, compact(made));
}
console.log(notPlaced.join('\n'));
console.log(`${notPlaced.length} not placed by the script`);
