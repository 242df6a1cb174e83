/** Where programs of a cluster are started. */
import { networkInterfaces } from 'node:os';
import { freePorts } from '../ports';
import { Processes, Running, StartOptions } from '../processes';

export interface Host {
  /** One that is not of the loopback: Kubernetes takes no other for an endpoint. */
  readonly address: string;

  /** A folder that goes with the programs. */
  readonly folder: string;

  start(command: string, args: readonly string[], options?: StartOptions): Running;

  /** So many ports that nothing listens on. */
  ports(count: number): Promise<number[]>;

  /** Where this process reaches a port of the host. */
  reach(port: number): Promise<string>;
}

/** This machine, as it is: needs no right that a user has not. */
export class ThisMachine implements Host {
  public readonly address = outwardAddress();

  public constructor(private readonly processes: Processes) {}

  public get folder(): string {
    return this.processes.folder;
  }

  public start(command: string, args: readonly string[], options?: StartOptions): Running {
    return this.processes.start(command, args, options);
  }

  public ports(count: number): Promise<number[]> {
    return freePorts(count);
  }

  public async reach(port: number): Promise<string> {
    return `127.0.0.1:${port}`;
  }
}

function outwardAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const one = all.find(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'));
  if (one === undefined) {
    throw new Error('this machine has no IPv4 address but the loopback, which Kubernetes does not take for a webhook: give it a network');
  }
  return one.address;
}
