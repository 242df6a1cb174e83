/** Asks an API server, by kubectl. */
import { dump } from 'js-yaml';
import { kubectl } from '../kubectl';
import { LaterOptions, Outcome, runLater, tryRunLater } from '../later';

export class Kube {
  private readonly command: string;

  /** @param kubeconfig the path of the file that says where the API server is, and who asks */
  public constructor(
    public readonly kubeconfig: string,
    private readonly context?: string,
  ) {
    this.command = kubectl();
  }

  /** What kubectl prints; throws with all that it printed where it fails. */
  public kubectl(args: readonly string[], input?: string, options: LaterOptions = {}): Promise<string> {
    return runLater(this.command, this.args(args), this.options(input, options));
  }

  /** The same, for answers that say more than that they failed. */
  public tryKubectl(args: readonly string[], input?: string, options: LaterOptions = {}): Promise<Outcome> {
    return tryRunLater(this.command, this.args(args), this.options(input, options));
  }

  /** What kubectl gives as JSON. */
  public async json(args: readonly string[], input?: string): Promise<any> {
    return JSON.parse(await this.kubectl([...args, '--output=json'], input));
  }

  /** Applies objects, or a text of them. */
  public apply(objects: readonly object[] | string, ...args: string[]): Promise<string> {
    const text = typeof objects === 'string' ? objects : objects.map((object) => dump(object, { skipInvalid: true })).join('---\n');
    return this.kubectl(['apply', ...args, '--filename=-'], text);
  }

  /** Asks until the answer is not undefined; throws with what was waited for. */
  public async until<T>(what: string, ask: () => Promise<T | undefined>, patienceMs = 60_000): Promise<T> {
    const end = Date.now() + patienceMs;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) {
        return answer;
      }
      if (Date.now() > end) {
        throw new Error(`${what}: not within ${patienceMs / 1000} seconds`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  private args(args: readonly string[]): string[] {
    return [...(this.context === undefined ? [] : ['--context', this.context]), ...args];
  }

  private options(input: string | undefined, options: LaterOptions): LaterOptions {
    return { ...options, input, env: { ...options.env, KUBECONFIG: this.kubeconfig } };
  }
}
