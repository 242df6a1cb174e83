import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Duration, Size } from 'cdk8s';
import * as dapr from '../../../src';
import { Processes } from '../../../tools/real/processes';
import { startSftp } from '../../../tools/real/servers/sftp';
import { startSmtp } from '../../../tools/real/servers/smtp';
import { eventually } from '../support/loaded';
import { describeLoads } from '../support/loads';

const secret = (text: string): dapr.SecretValue => dapr.SecretValue.unsafePlainText(text);

/** A folder with secrets and keys, and an HTTP server that answers with what it got. */
async function startLocal(processes: Processes): Promise<{ folder: string; web: string; jwks: string }> {
  const { folder } = processes;
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ plain: 'text', nested: { inner: 'deep' } }));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  mkdirSync(join(folder, 'keys'));
  writeFileSync(join(folder, 'keys', 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const web = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () =>
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ data: { got: `${request.method} ${request.url} ${body}` } })),
    );
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  web.unref();
  const jwks = JSON.stringify({ keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'key' }] });
  return { folder, web: `http://127.0.0.1:${(web.address() as AddressInfo).port}`, jwks };
}

describeLoads('what needs no server', startLocal, [
  { title: 'state.InMemory', of: (chart, id) => new dapr.state.InMemory(chart, id) },
  { title: 'pubsub.InMemory', of: (chart, id) => new dapr.pubsub.InMemory(chart, id) },
  {
    title: 'state.Sqlite, the least',
    of: (chart, id, { folder }) => new dapr.state.Sqlite(chart, id, { connectionString: secret(join(folder, 'least.db')) }),
  },
  {
    title: 'state.Sqlite, with every field',
    of: (chart, id, { folder }) =>
      new dapr.state.Sqlite(chart, id, {
        connectionString: secret(join(folder, 'every.db')),
        timeout: Duration.seconds(3),
        busyTimeout: Duration.millis(2500),
        disableWAL: true,
        tableName: 'own',
        metadataTableName: 'own_metadata',
        cleanupInterval: Duration.minutes(90),
        actorStateStore: true,
      }),
  },
  {
    title: 'secretstores.LocalFile, the least',
    use: { key: 'nested:inner', value: { 'nested:inner': 'deep' } },
    of: (chart, id, { folder }) => new dapr.secretstores.LocalFile(chart, id, { secretsFile: join(folder, 'secrets.json') }),
  },
  {
    title: 'secretstores.LocalFile, with another separator',
    use: { key: 'nested.inner', value: { 'nested.inner': 'deep' } },
    of: (chart, id, { folder }) =>
      new dapr.secretstores.LocalFile(chart, id, { secretsFile: join(folder, 'secrets.json'), nestedSeparator: '.', multiValued: false }),
  },
  {
    title: 'secretstores.LocalFile, with many values in a secret',
    use: { key: 'nested', value: { inner: 'deep' } },
    of: (chart, id, { folder }) =>
      new dapr.secretstores.LocalFile(chart, id, { secretsFile: join(folder, 'secrets.json'), multiValued: true }),
  },
  {
    title: 'secretstores.LocalEnv',
    use: { key: 'FROM_ENVIRONMENT', value: { FROM_ENVIRONMENT: 'yes' } },
    of: (chart, id) => new dapr.secretstores.LocalEnv(chart, id, { prefix: 'LOADS_' }),
  },
  {
    title: 'crypto.Jwks',
    use: { key: 'key' },
    of: (chart, id, { jwks }) =>
      new dapr.crypto.Jwks(chart, id, { jwks, requestTimeout: Duration.seconds(5), minRefreshInterval: Duration.minutes(10) }),
  },
  {
    title: 'crypto.LocalStorage',
    use: { key: 'key.pem' },
    of: (chart, id, { folder }) => new dapr.crypto.LocalStorage(chart, id, { path: join(folder, 'keys') }),
  },
  { title: 'conversation.Echo', of: (chart, id) => new dapr.conversation.Echo(chart, id) },
  {
    title: 'bindings.LocalStorage',
    use: {
      calls: [
        { operation: 'create', data: 'content', metadata: { fileName: 'a.txt' } },
        { operation: 'get', metadata: { fileName: 'a.txt' }, answers: /content/ },
      ],
    },
    of: (chart, id, { folder }) => new dapr.bindings.LocalStorage(chart, id, { rootPath: join(folder, 'files') }),
  },
  { title: 'bindings.Cron', of: (chart, id) => new dapr.bindings.Cron(chart, id, { schedule: '@every 1s' }) },
  {
    title: 'bindings.Http, with every field that needs no TLS',
    use: { calls: [{ operation: 'post', data: 'hello', metadata: { path: '/here' }, answers: /POST \/base\/here/ }] },
    of: (chart, id, { web }) =>
      new dapr.bindings.Http(chart, id, {
        url: `${web}/base`,
        responseTimeout: Duration.seconds(90),
        maxResponseBodySize: Size.mebibytes(8),
        securityToken: secret('token'),
        securityTokenHeader: 'X-Token',
        errorIfNot2XX: true,
      }),
  },
  {
    title: 'bindings.GraphQl',
    use: { calls: [{ operation: 'query', metadata: { query: 'query { got }' }, answers: /POST/ }] },
    of: (chart, id, { web }) => new dapr.bindings.GraphQl(chart, id, { endpoint: web }),
  },
]);

let mails: () => string;

describeLoads(
  'SMTP and SFTP',
  async (processes) => {
    const [smtp, sftp] = await Promise.all([startSmtp(processes), startSftp(processes)]);
    mails = smtp.mails;
    return { smtp, sftp };
  },
  [
    {
      title: 'bindings.Smtp',
      use: {
        calls: [
          {
            operation: 'create',
            data: 'It works.',
            metadata: { emailTo: 'someone@example.com' },
            // The server prints a mail line by line, some of it after its answer.
            then: () => eventually('the mail arrives', () => /subject: greeting[^]*It works\./i.test(mails())),
          },
        ],
      },
      of: (chart, id, { smtp }) =>
        new dapr.bindings.Smtp(chart, id, {
          host: smtp.host,
          port: smtp.port,
          emailFrom: 'dapr@example.com',
          subject: 'greeting',
          priority: 1,
          skipTLSVerify: true,
        }),
    },
    {
      title: 'bindings.Sftp',
      use: {
        calls: [
          { operation: 'create', data: 'content', metadata: { fileName: 'a.txt' } },
          { operation: 'get', metadata: { fileName: 'a.txt' }, answers: /content/ },
        ],
      },
      of: (chart, id, { sftp }) =>
        new dapr.bindings.Sftp(chart, id, {
          address: sftp.address,
          rootPath: sftp.folder,
          username: sftp.user,
          hostPublicKey: sftp.hostPublicKey,
          auth: dapr.bindings.SftpAuth.privateKey({ privateKey: secret(sftp.privateKey) }),
        }),
    },
  ],
);
