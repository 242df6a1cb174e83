import type { Outcome } from '../../../tools/real/later';
import { Command, Runner } from '../../../tools/deploy-check/runner';

/** What a command is answered with: what it prints, or an outcome; the first that fits counts, and nothing fails unless told to. */
export type Answers = readonly (readonly [RegExp, Partial<Outcome> | string])[];

/** Runs nothing, and remembers what would have been run. */
export class Recorder implements Runner {
  public readonly commands: Command[] = [];

  public constructor(private readonly answers: Answers = []) {}

  /** The commands as one types them, with `…` for what is different in every run. */
  public get lines(): string[] {
    return this.commands.map(({ program, args }) =>
      [program, ...args]
        .join(' ')
        .replace(/[^\s=]*\/cdk8s-dapr-deploy-[^/ ]*/g, '…')
        .replace(/\n/g, ' '),
    );
  }

  public run(command: Command): Promise<Outcome> {
    this.commands.push(command);
    const line = [command.program, ...command.args].join(' ');
    const answer = this.answers.find(([pattern]) => pattern.test(line))?.[1] ?? '';
    const outcome = typeof answer === 'string' ? { stdout: answer } : answer;
    return Promise.resolve({ status: 0, stdout: '', stderr: '', ...outcome });
  }
}
