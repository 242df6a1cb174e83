import { SidecarOptions } from '../generated/sidecar-options';
import { Code } from './codes';
import { Problems } from './problems';

/** A port of the pod's network, and what to call it. */
interface Port {
  readonly what: string;
  readonly number: unknown;
  /** Whether it is a port of the Service that Dapr makes for the application. */
  readonly inService?: boolean;
}

const HTTP: Port = { what: "the sidecar's HTTP port", number: 3500 };
const PUBLIC: Port = { what: "the sidecar's health port", number: 3501 };
const SERVICE: Port = { what: 'the HTTP port of the Service that Dapr makes', number: 80, inService: true };
const PROFILER: Port = { what: "the profiler's port", number: 7777 };

/**
 * Reports ports that cannot be used twice: all containers of a pod share one network, and Kubernetes refuses a Service that has a port twice.
 */
export function checkPorts(problems: Problems, options: SidecarOptions): void {
  const sidecar: Port[] = [
    HTTP,
    PUBLIC,
    ...(options.enableProfiling === true ? [PROFILER] : []),
    { what: `'grpcPort'`, number: options.grpcPort ?? 50001, inService: true },
    { what: `'internalGrpcPort'`, number: options.internalGrpcPort ?? 50002, inService: true },
    { what: `'metricsPort'`, number: options.metricsPort ?? 9090, inService: true },
    ...(options.enableDebug === true ? [{ what: `'debugPort'`, number: options.debugPort ?? 40000 }] : []),
  ];
  const listening = options.enableMetrics === false ? sidecar.filter((port) => port.what !== `'metricsPort'`) : sidecar;
  const app: Port[] = options.appPort === undefined ? [] : [{ what: `'appPort'`, number: options.appPort }];
  const pairs = [
    ...twice(listening),
    ...twice([SERVICE, ...sidecar.filter((port) => port.inService)]),
    ...app.flatMap((port) =>
      besides(options, listening)
        .filter((other) => other.number === port.number)
        .map((other): [Port, Port] => [port, other]),
    ),
  ];
  for (const message of new Set(pairs.map(clash))) {
    problems.add(Code.CONFLICT, message);
  }
}

function clash([port, other]: [Port, Port]): string {
  return `${port.what} of the sidecar cannot be ${String(port.number)}, which is ${other.what}: expected another port`;
}

// Where the application listens on another host, only the two that daprd compares without looking at the host remain.
function besides(options: SidecarOptions, listening: Port[]): Port[] {
  return options.appChannelAddress === undefined ? listening : listening.filter((port) => port === HTTP || port.what === `'grpcPort'`);
}

/** Pairs of ports with one number; the one that an option sets comes first. */
function twice(ports: Port[]): [Port, Port][] {
  return ports.flatMap((port, i) =>
    ports
      .slice(0, i)
      .filter((other) => other.number === port.number)
      .map((other): [Port, Port] => [port, other]),
  );
}
