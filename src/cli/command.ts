/** An option of a command, as its table of options holds it under the name without `--`. */
export interface Option {
  /** What the option takes, for the help: `<name>`. Left out for an option that takes nothing. */
  readonly value?: string;

  /** The only values that it takes. */
  readonly oneOf?: readonly string[];

  /** Whether it may be given again: all its values are in `lists`. */
  readonly many?: boolean;

  /** One letter that stands for it. */
  readonly short?: string;

  /** What it does, for the help: a phrase. */
  readonly about: string;
}

/** What the user wrote behind the command, checked against its tables. */
export interface Input {
  /** What is no option, in order. */
  readonly operands: readonly string[];

  /** The options that take a value. */
  readonly values: { readonly [option: string]: string | undefined };

  /** The options that take a value again and again, in order. */
  readonly lists: { readonly [option: string]: readonly string[] | undefined };

  /** The options that take none, where they were given. */
  readonly flags: ReadonlySet<string>;

  readonly terminal: Terminal;
}

/** Where a command writes. */
export interface Terminal {
  /** Results; a line break is added. */
  out(text: string): void;

  /** Everything else; a line break is added. */
  err(text: string): void;

  /** Whether results are read on a terminal that shows colours. */
  readonly colour?: boolean;

  /** Shows what is being done, in one line that the next one replaces; nothing where nobody watches. */
  progress?(text: string): void;
}

/** A subcommand. Its name and summary stand in the table of `commands.ts`, so that the help loads no command. */
export interface Command {
  /** What it takes beside options, for the help, each in brackets: `[folder]`; any number of the last one where that is `[path...]`. */
  readonly operands: readonly string[];

  readonly options: { readonly [name: string]: Option };

  /** What it does, for its help: whole sentences. */
  readonly about: string;

  /** @returns the exit status; a mistake of the user is thrown */
  run(input: Input): number | Promise<number>;
}
