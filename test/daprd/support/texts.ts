/** Texts that components parse before they dial: what a sample says of its field is enough for the class, and not for the sidecar. */
import { generateKeyPairSync } from 'node:crypto';
import { ISSUER, ISSUER_KEY, ROOT } from '../../control-plane/certificates';

const PKCS8 = { type: 'pkcs8', format: 'pem' } as const;
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(PKCS8) as string;
const ELLIPTIC = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(PKCS8) as string;
const ED25519 = generateKeyPairSync('ed25519').privateKey.export(PKCS8) as string;

/** What a secret is of which nothing more is known. */
const SECRET = 'aGVsbG8=';

const POSTGRESQL = 'host=10.0.0.1 user=shop password=secret dbname=shop connect_timeout=1';
const STORAGE = `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${SECRET};EndpointSuffix=core.windows.net`;
const SERVICE_BUS = `Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=all;SharedAccessKey=${SECRET}`;
const SQL_SERVER = 'server=10.0.0.1;user id=shop;password=secret;database=shop;dial timeout=1';

/** By `type:key`, or by `key` for all types. */
const TEXTS: Readonly<Record<string, string>> = {
  // Certificates and keys.
  caCert: ROOT,
  clientCert: ISSUER,
  clientKey: ISSUER_KEY,
  ca: ROOT,
  cert: ISSUER,
  'state.etcd:key': ISSUER_KEY,
  MTLSRootCA: ROOT,
  MTLSClientCert: ISSUER,
  MTLSClientKey: ISSUER_KEY,
  caPem: ROOT,
  oidcClientAssertionCert: ISSUER,
  oidcClientAssertionKey: RSA,
  'bindings.apns:private-key': ELLIPTIC,
  'bindings.cloudflare.queues:key': ED25519,
  'state.cloudflare.workerskv:key': ED25519,
  'state.oci.objectstorage:privateKey': RSA,
  'bindings.sftp:privateKey': RSA,
  privateKey: RSA,
  private_key: RSA,
  'bindings.sftp:hostPublicKey': 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGkzhhnVlXADyFEOB1hP7ulPuxbk0ZYE9ZSBoXDVbeZe',
  // Addresses, and what holds them.
  connectionString: POSTGRESQL,
  host: '10.0.0.1',
  hostaddr: '10.0.0.1',
  port: '5432',
  redisPort: '6379',
  vaultAddr: 'https://vault:8200',
  workerUrl: 'https://worker.example.com',
  authorizationServerUrl: 'https://login.example.com/oauth/token',
  jwksURL: 'https://login.example.com/jwks',
  'state.azure.blobstorage:endpoint': 'https://shop.blob.core.windows.net',
  'bindings.azure.blobstorage:endpoint': 'https://shop.blob.core.windows.net',
  'state.coherence:serverAddress': '127.0.0.1:1408',
  nameServer: '127.0.0.1:9876',
  'state.mongodb:params': '?connectTimeoutMS=100',
  serviceURL: 'https://shop.table.core.windows.net',
  queueEndpoint: 'https://shop.queue.core.windows.net',
  'bindings.rabbitmq:host': 'amqp://rabbitmq:5672',
  'pubsub.rabbitmq:connectionString': 'amqp://rabbitmq:5672',
  'pubsub.rabbitmq:protocol': 'amqp',
  'pubsub.mqtt3:url': 'tcp://mosquitto:1883',
  'bindings.mqtt3:url': 'tcp://mosquitto:1883',
  'pubsub.solace.amqp:url': 'amqp://solace:5672',
  'bindings.azure.cosmosdb:url': 'https://shop.documents.azure.com:443/',
  'bindings.azure.blobstorage:connectionString': STORAGE,
  'state.azure.blobstorage:connectionString': STORAGE,
  'bindings.azure.eventhubs:connectionString': `${SERVICE_BUS};EntityPath=orders`,
  'pubsub.azure.eventhubs:connectionString': SERVICE_BUS,
  'bindings.azure.servicebus.queues:connectionString': SERVICE_BUS,
  'pubsub.azure.servicebus.queues:connectionString': SERVICE_BUS,
  'pubsub.azure.servicebus.topics:connectionString': SERVICE_BUS,
  'bindings.azure.signalr:connectionString': `Endpoint=https://shop.service.signalr.net;AccessKey=${SECRET};Version=1.0;`,
  'configuration.azure.appconfig:connectionString': `Endpoint=https://shop.azconfig.io;Id=shop;Secret=${SECRET}`,
  'state.mongodb:connectionString': 'mongodb://mongodb:27017',
  'state.mysql:connectionString': 'shop@tcp(mysql:3306)/?allowNativePasswords=true',
  'state.oracledatabase:connectionString': 'oracle://shop:secret@oracle:1521/shop',
  'state.sqlite:connectionString': ':memory:',
  'state.sqlserver:connectionString': SQL_SERVER,
  'bindings.sqlserver:connectionString': SQL_SERVER,
  // Files.
  sslRootCert: 'root.pem',
  pemPath: 'root.pem',
  tls_client_cert: 'client.pem',
  tls_client_key: 'client.key',
  caCertificatePath: 'root.pem',
  kubeconfigPath: '/nowhere/.kube/config',
  knownHostsFile: '/nowhere/known_hosts',
  tlsCertsPath: 'root.pem',
  'secretstores.hashicorp.vault:caCert': 'root.pem',
  tlsClientCertPath: 'client.pem',
  'state.coherence:tlsClientKey': 'client.key',
  logDir: 'sentinel-logs',
  configFilePath: '/nowhere/oci',
  vaultTokenMountPath: '/nowhere/token',
  oracleWalletLocation: '/nowhere',
  // Documents.
  'crypto.dapr.jwks:jwks': '{"keys":[]}',
  'bindings.twilio.sendgrid:dynamicTemplateData': '{"name":"shop"}',
  'middleware.http.opa:rego': 'package http\n\ndefault allow = true\n',
  'middleware.http.routeralias:routes': '{"/orders":"/v1.0/invoke/orders/method/orders"}',
  flowRules: '[]',
  circuitBreakerRules: '[]',
  hotSpotParamRules: '[]',
  isolationRules: '[]',
  systemRules: '[]',
  oidcExtensions: '{"cluster":"shop"}',
  indexedProperties: '[]',
  type: 'service_account',
};

/** Files that the texts name, in the folder where daprd runs. */
export const FILES: Readonly<Record<string, string>> = { 'root.pem': ROOT, 'client.pem': ISSUER, 'client.key': ISSUER_KEY };

/** The metadata of a component with such texts, and with its secrets: there is no store to take them from. */
export function withTexts(type: string, metadata: readonly any[]): { name: string; value: string }[] {
  return metadata.map(({ name, value }) => ({ name, value: TEXTS[`${type}:${name}`] ?? TEXTS[name] ?? value ?? SECRET }));
}
