/** Thrown by a check that cannot be made on this machine; the message says why. */
export class NotTried extends Error {}

/** Counts checks, and says of each what came out: one that could not be made is neither passed nor forgotten. */
export class Tally {
  private passed = 0;
  private failed = 0;
  private notTried = 0;

  public get ok(): boolean {
    return this.failed === 0;
  }

  /**
   * Makes a check.
   *
   * @param title what holds if it passes
   * @param work makes it, and may give a line on what it found
   * @returns whether it passed, for checks that build on it
   */
  public check(title: string, work: () => string | void): boolean {
    try {
      return this.pass(title, work());
    } catch (error) {
      return this.fail(title, error as Error);
    }
  }

  /** The same, for work that waits for something. */
  public async checkLater(title: string, work: () => Promise<string | void>): Promise<boolean> {
    try {
      return this.pass(title, await work());
    } catch (error) {
      return this.fail(title, error as Error);
    }
  }

  public toString(): string {
    return `${this.totals}, ${this.notTried} not tried`;
  }

  /** How many passed and failed, as a script reads it. */
  public get totals(): string {
    return `${this.passed} passed, ${this.failed} failed`;
  }

  private pass(title: string, found: string | void): true {
    this.passed++;
    console.log(`passed     ${title}${typeof found === 'string' ? `: ${found}` : ''}`);
    return true;
  }

  private fail(title: string, error: Error): false {
    if (error instanceof NotTried) {
      this.notTried++;
      console.log(`not tried  ${title}: ${error.message}`);
    } else {
      this.failed++;
      console.log(`failed     ${title}: ${error.message.replaceAll('\n', '\n           ')}`);
    }
    return false;
  }
}

/** Throws with the first line that differs. */
export function expectSame(got: string, expected: string, what: string): void {
  if (got === expected) {
    return;
  }
  const [lines, wanted] = [got.split('\n'), expected.split('\n')];
  const i = wanted.findIndex((line, at) => line !== lines[at]);
  const at = i < 0 ? wanted.length : i;
  throw new Error(`${what} differs in line ${at + 1}: got ${show(lines[at])}, expected ${show(wanted[at])}`);
}

function show(line: string | undefined): string {
  return line === undefined ? 'its end' : `'${line}'`;
}
