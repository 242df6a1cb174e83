/** Asks one cluster, in one namespace. */
import { setTimeout as sleep } from 'node:timers/promises';
import { dump } from 'js-yaml';
import type { Outcome } from '../real/later';
import { Runner, succeed } from './runner';

export interface KubectlProps {
  readonly runner: Runner;
  /** The program. */
  readonly kubectl: string;
  /** A file that knows this one cluster. */
  readonly kubeconfig: string;
  readonly namespace?: string;
}

export interface KubectlOptions {
  readonly input?: string;
  readonly patienceMs?: number;
}

export class Kubectl {
  public constructor(private readonly props: KubectlProps) {}

  public get namespace(): string | undefined {
    return this.props.namespace;
  }

  /** The same cluster, in a namespace. */
  public in(namespace: string): Kubectl {
    return new Kubectl({ ...this.props, namespace });
  }

  /** What it prints; throws with what it printed where it fails. */
  public run(args: readonly string[], options: KubectlOptions = {}): Promise<string> {
    return succeed(this.props.runner, this.command(args, options));
  }

  public tryRun(args: readonly string[], options: KubectlOptions = {}): Promise<Outcome> {
    return this.props.runner.run(this.command(args, options));
  }

  public async json(args: readonly string[]): Promise<any> {
    return JSON.parse(await this.run([...args, '--output=json']));
  }

  public apply(objects: readonly object[]): Promise<string> {
    return this.run(['apply', '--validate=strict', '--filename=-'], { input: yamlOf(objects) });
  }

  /** Asks until there is an answer; throws with what was waited for, and what was seen last, where none comes. */
  public async until<T>(what: string, ask: () => Promise<T | string>, patienceMs = 60_000): Promise<Exclude<T, string>> {
    const end = Date.now() + patienceMs;
    for (;;) {
      const answer = await ask();
      if (typeof answer !== 'string') {
        return answer as Exclude<T, string>;
      }
      if (Date.now() > end) {
        throw new Error(`${what}: not within ${patienceMs / 1000} seconds; ${answer}`);
      }
      await sleep(500);
    }
  }

  private command(args: readonly string[], options: KubectlOptions): Parameters<Runner['run']>[0] {
    const { kubectl, kubeconfig, namespace } = this.props;
    const place = namespace === undefined ? [] : [`--namespace=${namespace}`];
    return { program: kubectl, args: [`--kubeconfig=${kubeconfig}`, ...place, ...args], ...options };
  }
}

export function yamlOf(objects: readonly object[]): string {
  return objects.map((object) => dump(object, { skipInvalid: true })).join('---\n');
}
