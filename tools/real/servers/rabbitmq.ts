import { join } from 'node:path';
import { freePorts } from '../ports';
import { Processes } from '../processes';
import { accepts } from './answers';
import { serverFolder } from './folder';
import { serverProgram } from './packages';

export interface RabbitMqServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** With user and password in it. */
  readonly url: string;
}

/** Starts RabbitMQ, with a port mapper of its own: Erlang's usual one would outlive the test. */
export async function startRabbitMq(processes: Processes): Promise<RabbitMqServer> {
  const host = '127.0.0.1';
  const [port, mapper, distribution] = await freePorts(3);
  const place = serverFolder(processes, 'rabbitmq');
  const epmd = place.start(serverProgram('epmd'), ['-port', String(mapper), '-address', host], { name: 'epmd' });
  await epmd.until('took connections', () => accepts(host, mapper));
  const file = (name: string): string => join(place.path, name);
  place.file(
    'rabbitmq.conf',
    `listeners.tcp.1 = ${host}:${port}\nvm_memory_high_watermark.absolute = 400MB\ndisk_free_limit.absolute = 1MB\n`,
  );
  place.file('enabled_plugins', '[].\n');
  const env = {
    ERL_EPMD_PORT: String(mapper),
    ERL_EPMD_ADDRESS: host,
    RABBITMQ_NODENAME: `dapr-${port}@localhost`,
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_CONFIG_FILE: file('rabbitmq.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: file('enabled_plugins'),
    RABBITMQ_MNESIA_BASE: file('mnesia'),
    RABBITMQ_LOG_BASE: file('log'),
    RABBITMQ_LOGS: '-',
    RABBITMQ_GENERATED_CONFIG_DIR: file('generated'),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: `-start_epmd false -kernel inet_dist_use_interface {127,0,0,1}`,
  };
  const running = place.start(serverProgram('rabbitmq-server'), [], { name: 'rabbitmq', env });
  await running.line(/Server startup complete|Starting broker\.\.\. completed/, 60_000);
  const [user, password] = ['guest', 'guest'];
  return { host, port, user, password, url: `amqp://${user}:${password}@${host}:${port}` };
}
