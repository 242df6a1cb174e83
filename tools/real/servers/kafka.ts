import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../process';
import { cached } from '../cache';
import { freePorts } from '../ports';
import { Processes } from '../processes';
import { accepts } from './answers';
import { ownFolder } from './folder';
import { serverProgram } from './packages';

const VERSION = '4.1.2';

export interface KafkaServer {
  /** The brokers, for those who need not say who they are. */
  readonly brokers: string;
  /** The brokers, for those who give user and password. */
  readonly saslBrokers: string;
  readonly user: string;
  readonly password: string;
}

/** Starts a broker that is its own controller. Topics are made when they are used. */
export async function startKafka(processes: Processes): Promise<KafkaServer> {
  const host = '127.0.0.1';
  const [plain, sasl, controller] = await freePorts(3);
  const place = ownFolder(processes, 'kafka');
  const [user, password] = ['dapr', 'let-me-in'];
  const login = `org.apache.kafka.common.security.plain.PlainLoginModule required username="${user}" password="${password}" user_${user}="${password}";`;
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${host}:${controller}`,
    listeners: `PLAINTEXT://${host}:${plain},SASL://${host}:${sasl},CONTROLLER://${host}:${controller}`,
    'advertised.listeners': `PLAINTEXT://${host}:${plain},SASL://${host}:${sasl}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,SASL:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.name.sasl.sasl.enabled.mechanisms': 'PLAIN',
    'listener.name.sasl.plain.sasl.jaas.config': login,
    'log.dirs': join(place.path, 'logs'),
    'num.partitions': 1,
    'auto.create.topics.enable': true,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
  };
  const config = place.file(
    'server.properties',
    Object.entries(settings)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );
  const java = (main: string, ...args: string[]): [string, string[]] => [
    serverProgram('java'),
    ['-Xmx256m', '-XX:TieredStopAtLevel=1', '-cp', join(libraries(), '*'), main, ...args],
  ];
  const format = place.start(...java('kafka.tools.StorageTool', 'format', '-t', 'Zm9yLXRlc3RzLW9ubHktMQ', '-c', config), {
    name: 'kafka-format',
  });
  if ((await format.exit(60_000)) !== 0) {
    throw new Error(`Kafka's storage was not formatted within a minute:\n${format.log}`);
  }
  const running = place.start(...java('kafka.Kafka', config));
  await running.until('took connections', () => accepts(host, sasl), 60_000); // it logs nothing: its logger is no part of it
  return { brokers: `${host}:${plain}`, saslBrokers: `${host}:${sasl}`, user, password };
}

/** Kafka as Maven Central has it. */
function libraries(): string {
  return cached(join('servers', `kafka-${VERSION}`), (draft, work) => {
    console.error(`gets Kafka ${VERSION} from Maven Central, once`);
    mkdirSync(draft);
    writeFileSync(join(work, 'pom.xml'), POM);
    run(serverProgram('mvn'), ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${draft}`], {
      cwd: work,
    });
  });
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>cdk8s-dapr</groupId>
  <artifactId>kafka</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>${VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;
