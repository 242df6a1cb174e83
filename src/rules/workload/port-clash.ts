import { annotationPath, containersOf, Workload } from '../model/workload';
import { at, list } from '../read';
import type { Rule } from '../rule';
import { isOn, textOf } from './annotations';
import { deploymentWith } from './examples';
import { goInteger } from './go-values';

/** A port of the pod's network. */
interface Port {
  readonly what: string;
  readonly number: number;
  /** The annotation that sets it, where one does. */
  readonly annotation?: string;
  readonly isSet?: boolean;
}

export const portClash: Rule = {
  id: 'DAPR045',
  severity: 'error',
  title: 'One port for two',
  why: 'Application and sidecar share the network of their pod: where two want one port, daprd exits or never gets ready. The Service that Dapr makes cannot have a port twice either.',
  fix: 'Give one of them another port.',
  source:
    'pkg/runtime/config.go toInternal; pkg/runtime/runtime.go initRuntime; pkg/operator/handlers/dapr_handler.go createDaprServiceValues',
  facts: ['R015', 'R016'],
  symptoms: [
    /the 'dapr-(http|grpc)-port' argument value \d+ conflicts with 'app-port'/,
    /could not listen on any endpoint|bind: address already in use/,
    /Duplicate value: .*"port":\d+/,
  ],
  bad: [
    {
      yaml: deploymentWith(['dapr.io/app-port: "3500"']),
      says: ["'dapr.io/app-port' cannot be 3500, which is the sidecar's HTTP port"],
    },
    {
      yaml: deploymentWith(['dapr.io/app-port: "9090"', 'dapr.io/grpc-port: "50002"', 'dapr.io/internal-grpc-port: "3501"']),
      says: [
        "'dapr.io/app-port' cannot be 9090, which is the sidecar's metrics port",
        "'dapr.io/internal-grpc-port' cannot be 3501, which is the sidecar's health port",
      ],
    },
    {
      yaml: deploymentWith(['dapr.io/metrics-port: "50001"', 'dapr.io/grpc-port: "80"', 'dapr.io/internal-grpc-port: "80"']),
      says: [
        "'dapr.io/grpc-port' cannot be 80, which is the HTTP port of the Service that Dapr makes",
        "'dapr.io/internal-grpc-port' cannot be 80, which is the sidecar's gRPC port",
      ],
    },
    {
      yaml: deploymentWith([]).replace("image: 'shop/orders:1.0.0' }", "image: 'shop/orders:1.0.0', ports: [{ containerPort: 9090 }] }"),
      says: ["containerPort 9090 is the sidecar's metrics port: only one of the two can listen there"],
    },
  ],
  good: [
    { yaml: deploymentWith(['dapr.io/app-port: "9090"', 'dapr.io/metrics-port: "9091"']) },
    { yaml: deploymentWith(['dapr.io/app-port: "9090"', 'dapr.io/enable-metrics: "false"']) },
    { yaml: deploymentWith(['dapr.io/app-port: "9090"', 'dapr.io/app-channel-address: 10.1.2.3']) },
  ],
  check({ workloads }, report) {
    for (const workload of workloads.filter(({ injected }) => injected)) {
      const sidecar = sidecarPorts(workload);
      const taken = new Map<number, Port>([HTTP, PUBLIC].map((port) => [port.number, port]));
      for (const port of [...sidecar, appPort(workload)]) {
        if (port === undefined) {
          continue;
        }
        const before = taken.get(port.number);
        const [loud, other] = port.isSet !== true && before?.isSet === true ? [before, port] : [port, before];
        if (other !== undefined && loud.annotation !== undefined && isShared(workload, port, other)) {
          const message = `'${loud.annotation}' cannot be ${loud.number}, which is ${other.what}`;
          report.add(workload.manifest, annotationPath(workload, loud.annotation), message);
        } else if (port.number === 80 && port.annotation !== 'dapr.io/app-port' && IN_SERVICE.includes(port.annotation!)) {
          const message = `'${port.annotation}' cannot be 80, which is the HTTP port of the Service that Dapr makes`;
          report.add(workload.manifest, annotationPath(workload, port.annotation!), message);
        }
        if (before === undefined) {
          taken.set(port.number, port);
        }
      }
      for (const { path, number } of containerPorts(workload)) {
        const port = [HTTP, PUBLIC, ...sidecar].find((one) => one.number === number);
        if (port !== undefined && number !== appPort(workload)?.number) {
          const message = `containerPort ${number} is ${port.what}: only one of the two can listen there`;
          report.add(workload.manifest, path, message, { severity: 'info' });
        }
      }
    }
  },
};

const HTTP: Port = { what: "the sidecar's HTTP port", number: 3500 };
const PUBLIC: Port = { what: "the sidecar's health port", number: 3501 };
const IN_SERVICE = ['dapr.io/grpc-port', 'dapr.io/internal-grpc-port', 'dapr.io/metrics-port'];

function sidecarPorts(workload: Workload): Port[] {
  return [
    portOf(workload, 'dapr.io/grpc-port', "the sidecar's gRPC port", 50001),
    portOf(workload, 'dapr.io/internal-grpc-port', "the sidecar's internal gRPC port", 50002),
    ...(isOn(workload, 'dapr.io/enable-metrics', 'on')
      ? [portOf(workload, 'dapr.io/metrics-port', "the sidecar's metrics port", 9090)]
      : []),
    ...(isOn(workload, 'dapr.io/enable-debug') ? [portOf(workload, 'dapr.io/debug-port', "the debugger's port", 40000)] : []),
    ...(isOn(workload, 'dapr.io/enable-profiling') ? [{ what: "the profiler's port", number: 7777 }] : []),
  ];
}

function appPort(workload: Workload): Port | undefined {
  const port = portOf(workload, 'dapr.io/app-port', "the application's port", 0);
  return port.number > 0 ? port : undefined;
}

/** What is no number leaves the default. */
function portOf(workload: Workload, annotation: string, what: string, byDefault: number): Port {
  const value = textOf(workload, annotation);
  const number = value === undefined ? undefined : goInteger(value);
  return { what, annotation, number: number === undefined ? byDefault : Number(number), isSet: number !== undefined };
}

/** Where the application listens on another host, only what daprd compares without looking at the host remains. */
function isShared(workload: Workload, port: Port, other: Port): boolean {
  const address = textOf(workload, 'dapr.io/app-channel-address') ?? '';
  const elsewhere = address !== '' && !/^(127\.0\.0\.1|localhost|\[?::1\]?)$/.test(address);
  return !elsewhere || port.annotation !== 'dapr.io/app-port' || other === HTTP || other.annotation === 'dapr.io/grpc-port';
}

function containerPorts(workload: Workload): { readonly path: (string | number)[]; readonly number: unknown }[] {
  return containersOf(workload)
    .filter(({ container }) => container.name !== 'daprd')
    .flatMap(({ container, path }) =>
      list(container.ports).flatMap((port, i) =>
        /^(TCP)?$/.test(String(at(port, 'protocol') ?? ''))
          ? [{ path: [...path, 'ports', i, 'containerPort'], number: at(port, 'containerPort') }]
          : [],
      ),
    );
}
