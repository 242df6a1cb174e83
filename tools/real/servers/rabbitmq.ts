import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../ports';
import { Processes } from '../processes';
import { serverFolder } from './folder';
import { serverProgram } from './packages';

export interface RabbitMqServer {
  readonly port: number;
  /** `amqp://user:password@host:port`, as Dapr's components take it. */
  readonly url: string;
}

/** Starts RabbitMQ, and waits until it takes connections. */
export async function startRabbitMq(processes: Processes): Promise<RabbitMqServer> {
  const [port, distribution, names] = await freePorts(3);
  const place = serverFolder(processes, 'rabbitmq');
  // The settings of the machine's own server are not ours.
  const [config, plugins, nothing] = ['rabbitmq.conf', 'enabled_plugins', 'env.conf'].map((file) => join(place.path, file));
  writeFileSync(config, `listeners.tcp.1 = 127.0.0.1:${port}\nloopback_users = none\nlog.console = true\nlog.console.level = info\n`);
  writeFileSync(plugins, '[].\n');
  writeFileSync(nothing, '');
  const env = {
    ERL_EPMD_PORT: String(names),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_NODENAME: `rabbit-${port}@localhost`,
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_CONF_ENV_FILE: nothing,
    RABBITMQ_CONFIG_FILE: config,
    RABBITMQ_ENABLED_PLUGINS_FILE: plugins,
    RABBITMQ_MNESIA_BASE: join(place.path, 'data'),
    RABBITMQ_LOG_BASE: place.path,
    RABBITMQ_LOGS: '-',
    ERL_CRASH_DUMP_SECONDS: '0',
  };
  // RabbitMQ would start this daemon too, but nobody would stop it.
  const epmd = place.start(serverProgram('epmd'), ['-port', String(names), '-address', '127.0.0.1'], { name: 'epmd', env });
  const running = place.start(serverProgram('rabbitmq-server'), [], { env });
  await running.line(/Server startup complete/, 60_000);
  if (epmd.status !== undefined) {
    throw new Error(`epmd ended: ${epmd.log}`);
  }
  return { port, url: `amqp://guest:guest@127.0.0.1:${port}` };
}
