import { Duration } from 'cdk8s';
import * as dapr from '../../../src';
import { startMariaDb } from '../../../tools/real/servers/mariadb';
import { startPostgreSql } from '../../../tools/real/servers/postgresql';
import { describeLoads } from '../support/loads';

const secret = (text: string): dapr.SecretValue => dapr.SecretValue.unsafePlainText(text);

const rows = (table: string): object[] => [
  { operation: 'exec', metadata: { sql: `CREATE TABLE ${table} (a int)` } },
  { operation: 'exec', metadata: { sql: `INSERT INTO ${table} VALUES (42)` } },
  { operation: 'query', metadata: { sql: `SELECT a FROM ${table}` }, answers: /42/ },
];

describeLoads(
  'PostgreSQL',
  async (processes) => {
    const postgres = await startPostgreSql(processes);
    await postgres.sql(
      "CREATE TABLE settings (key VARCHAR NOT NULL, value VARCHAR NOT NULL, version VARCHAR NOT NULL, metadata JSON); INSERT INTO settings VALUES ('greeting', 'hello', '1', null)",
    );
    return postgres;
  },
  [
    {
      title: 'state.PostgreSql, the least',
      of: (chart, id, { connectionString }) => new dapr.state.PostgreSql(chart, id, { connectionString: secret(connectionString) }),
    },
    {
      title: 'state.PostgreSql, in parts, with tables of its own',
      of: (chart, id, { host, port, user, password, database }) =>
        new dapr.state.PostgreSql(chart, id, {
          host,
          port: String(port),
          user,
          password: secret(password),
          database,
          tablePrefix: 'own_',
          metadataTableName: 'own_metadata',
          timeout: Duration.seconds(1),
          cleanupInterval: Duration.minutes(90),
          maxConns: 4,
          connectionMaxIdleTime: Duration.millis(1500),
          queryExecMode: dapr.state.PostgreSqlQueryExecMode.EXEC,
          actorStateStore: true,
        }),
    },
    {
      title: 'state.PostgreSqlV1',
      of: (chart, id, { connectionString }) =>
        new dapr.state.PostgreSqlV1(chart, id, {
          connectionString: secret(connectionString),
          tableName: 'state_v1',
          metadataTableName: 'metadata_v1',
          cleanupInterval: Duration.seconds(30),
          timeout: Duration.seconds(5),
        }),
    },
    {
      title: 'configurationstores.PostgreSql',
      of: (chart, id, { connectionString }) =>
        new dapr.configurationstores.PostgreSql(chart, id, { connectionString: secret(connectionString), table: 'settings', maxConns: 2 }),
    },
    {
      title: 'bindings.PostgreSql',
      use: { calls: rows('things') },
      of: (chart, id, { connectionString }) =>
        new dapr.bindings.PostgreSql(chart, id, { connectionString: secret(connectionString), timeout: Duration.seconds(3) }),
    },
  ],
);

describeLoads('MariaDB', startMariaDb, [
  {
    title: 'state.MySql, the least',
    of: (chart, id, { dsn }) => new dapr.state.MySql(chart, id, { connectionString: secret(`${dsn}/?allowNativePasswords=true`) }),
  },
  {
    title: 'state.MySql, with tables of its own',
    of: (chart, id, { dsn }) =>
      new dapr.state.MySql(chart, id, {
        connectionString: secret(`${dsn}/?allowNativePasswords=true`),
        schemaName: 'own',
        tableName: 'own_state',
        metadataTableName: 'own_metadata',
        cleanupInterval: Duration.minutes(10),
        timeoutInSeconds: 5,
        actorStateStore: true,
      }),
  },
  {
    title: 'bindings.MySql',
    use: { calls: rows('things') },
    of: (chart, id, { dsn }) =>
      new dapr.bindings.MySql(chart, id, {
        url: `${dsn}/mysql?allowNativePasswords=true`,
        maxIdleConns: 2,
        maxOpenConns: 4,
        connMaxLifetime: Duration.minutes(1),
        connMaxIdleTime: Duration.seconds(90),
      }),
  },
]);
