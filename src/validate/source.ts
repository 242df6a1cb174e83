/** A text that was given, and the places in it. */
export class Source {
  private lineStarts: readonly number[] | undefined;

  constructor(
    /** As it is shown: the path as it was found, or `stdin`. */
    public readonly name: string,
    public readonly text: string,
  ) {}

  /** The line and column of an offset, both from 1. */
  public positionOf(offset: number): Position {
    const starts = this.starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low + 1, column: Math.min(offset, this.text.length) - starts[low] + 1 };
  }

  /** Where a line begins and ends, without its line break; nothing where there is no such line. */
  public lineAt(line: number): { readonly start: number; readonly end: number } | undefined {
    const starts = this.starts();
    const start = starts[line - 1];
    if (start === undefined) {
      return undefined;
    }
    const next = starts[line] ?? this.text.length;
    return { start, end: start + this.text.slice(start, next).replace(/[\r\n]+$/, '').length };
  }

  private starts(): readonly number[] {
    this.lineStarts ??= [0, ...[...this.text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: mark }) => index + mark.length)];
    return this.lineStarts;
  }
}

export interface Position {
  readonly line: number;
  readonly column: number;
}
