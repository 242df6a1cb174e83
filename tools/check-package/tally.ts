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
      const found = work();
      this.passed++;
      console.log(`passed     ${title}${typeof found === 'string' ? `: ${found}` : ''}`);
      return true;
    } catch (error) {
      const { message } = error as Error;
      if (error instanceof NotTried) {
        this.notTried++;
        console.log(`not tried  ${title}: ${message}`);
      } else {
        this.failed++;
        console.log(`failed     ${title}: ${message.replaceAll('\n', '\n           ')}`);
      }
      return false;
    }
  }

  public toString(): string {
    return `${this.passed} passed, ${this.failed} failed, ${this.notTried} not tried`;
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
