import { Construct } from 'constructs';
import { Code } from './codes';

/**
 * Collects what is wrong with one construct, and throws it all at once.
 */
export class Problems {
  public readonly path: string;
  private readonly found: string[] = [];

  /** The construct need not exist yet: its path follows from the scope and the id. */
  constructor(scope: Construct, id: string) {
    this.path = [scope.node.path, id].filter((part) => part !== '').join('/');
  }

  /** For a construct that is to be made: an id that is taken is a problem already. */
  public static forNew(scope: Construct, id: string): Problems {
    const problems = new Problems(scope, id);
    const taken = scope.node.tryFindChild(id);
    if (taken !== undefined) {
      problems.add(
        Code.DUPLICATE,
        `the id '${id}' is taken by the ${taken.constructor.name} at ${taken.node.path}: give this one another id, and its name by objectMeta.name, or by appId for an Application`,
      );
    }
    return problems;
  }

  /** @param message says what was found, what is expected and what to write; never a secret's value. */
  public add(code: Code, message: string): void {
    this.found.push(`${code} [${this.path}] ${message}`);
  }

  /** How many were found so far. */
  public get count(): number {
    return this.found.length;
  }

  public throwIfAny(): void {
    if (this.found.length > 0) {
      throw mistake(this.found.join('\n'));
    }
  }
}

/** An error about the user's input: its stack shows where the user's own program stood, not this library's inside. */
export function mistake(message: string): Error {
  const error = new Error(message);
  error.name = 'DaprError';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const own = frames.filter((line) => !/node:internal|[\\/]node_modules[\\/]/.test(line) && !line.includes(HERE));
  error.stack = [`${error.name}: ${message}`, ...own.slice(0, 3)].join('\n');
  return error;
}

const HERE = __dirname.replace(/[\\/]private$/, '');
