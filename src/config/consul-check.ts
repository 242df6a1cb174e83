import { Duration } from 'cdk8s';
import { Fields } from '../private/fields';

/**
 * A health check of Consul. `${APP_ID}`, `${HOST_ADDRESS}`, `${DAPR_HTTP_PORT}` and `${APP_PORT}` are replaced.
 */
export interface ConsulCheck {
  /**
   * Its name.
   *
   * @default - none
   */
  readonly name?: string;

  /**
   * Its id.
   *
   * @default - made by Consul
   */
  readonly checkId?: string;

  /**
   * How often it runs.
   *
   * @default - required by Consul where it runs by itself
   */
  readonly interval?: Duration;

  /**
   * How long it may take.
   *
   * @default - the one of Consul
   */
  readonly timeout?: Duration;

  /**
   * How long a report of health counts that the service makes itself.
   *
   * @default - none
   */
  readonly ttl?: Duration;

  /**
   * The URL that is asked.
   *
   * @default - none
   */
  readonly http?: string;

  /**
   * The HTTP verb of the request.
   *
   * @default 'GET'
   */
  readonly method?: string;

  /**
   * The headers of the request.
   *
   * @default - none
   */
  readonly header?: { [name: string]: string[] };

  /**
   * The `host:port` that must take connections.
   *
   * @default - none
   */
  readonly tcp?: string;

  /**
   * The gRPC health service that is asked, as `host:port/service`.
   *
   * @default - none
   */
  readonly grpc?: string;

  /**
   * Uses TLS towards the gRPC health service.
   *
   * @default false
   */
  readonly grpcUseTls?: boolean;

  /**
   * Accepts any certificate.
   *
   * @default false
   */
  readonly tlsSkipVerify?: boolean;

  /**
   * The command that is run by the agent.
   *
   * @default - none
   */
  readonly args?: string[];

  /**
   * The Docker container in which the command is run.
   *
   * @default - none
   */
  readonly dockerContainerId?: string;

  /**
   * The shell in the Docker container.
   *
   * @default - the one of Consul
   */
  readonly shell?: string;

  /**
   * The state before the first result.
   *
   * @default 'critical'
   */
  readonly status?: string;

  /**
   * A remark for people.
   *
   * @default - none
   */
  readonly notes?: string;

  /**
   * The node whose state is taken over.
   *
   * @default - none
   */
  readonly aliasNode?: string;

  /**
   * The service whose state is taken over.
   *
   * @default - none
   */
  readonly aliasService?: string;

  /**
   * How long an instance may be critical before Consul removes it.
   *
   * @default - for ever
   */
  readonly deregisterCriticalServiceAfter?: Duration;
}

export const CHECK: Fields = {
  name: { is: 'text' },
  checkId: { is: 'text', wire: 'checkID' },
  interval: { is: 'duration' },
  timeout: { is: 'duration' },
  ttl: { is: 'duration' },
  http: { is: 'text' },
  method: { is: 'text' },
  header: { is: 'any' },
  tcp: { is: 'text' },
  grpc: { is: 'text' },
  grpcUseTls: { is: 'boolean', wire: 'grpcUseTLS' },
  tlsSkipVerify: { is: 'boolean' },
  args: { is: 'texts' },
  dockerContainerId: { is: 'text', wire: 'dockerContainerID' },
  shell: { is: 'text' },
  status: { is: 'text' },
  notes: { is: 'text' },
  aliasNode: { is: 'text' },
  aliasService: { is: 'text' },
  deregisterCriticalServiceAfter: { is: 'duration' },
};
