/** Wrong use of the command line. The bin prints the message and exits with 2. */
export class UsageError extends Error {}

/** The command was understood and cannot be done. The bin prints the message and exits with 1, or what the command says. */
export class Failure extends Error {
  constructor(
    message: string,
    public readonly status = 1,
  ) {
    super(message);
  }
}

/** What the system said about a file, without what the message says already: `permission denied (EACCES)`. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const said = /^[A-Z0-9]+: ([^,]+),/.exec(message);
  return said !== null && code !== undefined ? `${said[1]} (${code})` : message;
}
