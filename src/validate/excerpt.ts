import { printable } from './formats/words';
import { secretsIn } from './mask';
import type { LocatedFinding } from './result';
import type { Source } from './source';
import type { Range } from './yaml/locate';

/** A line as it is shown, and the part of it that is meant. */
export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  /** Where the caret stands, from 0, and how wide it is; nothing for a line around. */
  readonly mark: { readonly from: number; readonly width: number } | undefined;
}

const WIDEST = 120;
const HIDDEN = '***';
const MAY_HOLD_SECRETS =
  /kind:\s*["']?secret|stringData|passw|passphrase|pwd|token|credential|connection-?_?string|(api|access|account|private|shared)-?_?key|secret(?!KeyRef|Store)|-----BEGIN|\/\/[^/\s@]*:[^/\s@]*@/i;

/** Cuts the lines of findings out of their files, without secrets. */
export class Excerpts {
  private last: { readonly document: object; readonly secrets: readonly Range[] | undefined } | undefined;

  /** The line of a finding, with the one before it where that belongs to the same document. */
  public of(finding: LocatedFinding): ExcerptLine[] {
    const { source, line, document } = finding;
    if (source === undefined || source.text === '') {
      return [];
    }
    const secrets = document === undefined ? undefined : this.secretsOf(document);
    return [line - 1, line].flatMap((number) => {
      const range = source.lineAt(number);
      const outside = range === undefined || range.start < (document?.start ?? 0);
      const text = outside ? '' : source.text.slice(range.start, range.end);
      if (range === undefined || (number !== line && (outside || /^(---.*|\s*)$/.test(text)))) {
        return [];
      }
      return [show(finding, number, range, secrets ?? guessed(source, document?.text ?? source.text, range))];
    });
  }

  /** Findings come by document, so that one is enough to remember. */
  private secretsOf(document: NonNullable<LocatedFinding['document']>): readonly Range[] | undefined {
    if (this.last?.document !== document) {
      this.last = { document, secrets: secretsIn(document) };
    }
    return this.last.secrets;
  }
}

/** Where a document cannot be read, nobody knows what is secret in it: if anything may be, the shape of the line is all that is shown. */
function guessed({ text }: Source, document: string, { start, end }: Range): Range[] {
  if (!MAY_HOLD_SECRETS.test(document)) {
    return [];
  }
  const line = text.slice(start, end);
  const value = /^\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s:{}[\]#"']+)\s*:(?:\s+|$)/.exec(line)?.[0].length ?? line.search(/[^\s-]/);
  return value < 0 || value >= line.length ? [] : [{ start: start + value, end }];
}

/** Replaces secrets, then cuts what is too wide around the mark. */
function show(finding: LocatedFinding, number: number, line: Range, secrets: readonly Range[]): ExcerptLine {
  const pieces = pieceTogether(finding.source?.text ?? '', line, secrets);
  const text = pieces.map(({ shown }) => shown).join('');
  const from = columnOf(Math.max(finding.start, line.start), pieces);
  const to = columnOf(Math.min(Math.max(finding.end, finding.start), line.end), pieces);
  const marked = number === finding.line;
  const cut = text.length <= WIDEST ? 0 : Math.min(Math.max(0, (marked ? from : 0) - WIDEST / 2), text.length - WIDEST);
  const visible = printable(text.slice(cut, cut + WIDEST));
  return {
    number,
    text: `${cut > 0 ? '…' : ''}${visible}${cut + WIDEST < text.length ? '…' : ''}`,
    mark: marked ? { from: from - cut + (cut > 0 ? 1 : 0), width: Math.max(1, Math.min(to - from, WIDEST - (from - cut))) } : undefined,
  };
}

/** A part of a line: as it stands in the source, and as it is shown. */
interface Piece extends Range {
  readonly shown: string;
}

function pieceTogether(text: string, line: Range, secrets: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  let at = line.start;
  const plain = (end: number): void => {
    if (end > at) {
      pieces.push({ start: at, end, shown: text.slice(at, end) });
      at = end;
    }
  };
  for (const { start, end } of [...secrets].sort((a, b) => a.start - b.start)) {
    if (
      start < line.end &&
      end > Math.max(line.start, at) &&
      text.slice(Math.max(start, line.start), Math.min(end, line.end)).trim() !== ''
    ) {
      plain(Math.max(start, at));
      pieces.push({ start: at, end: Math.min(end, line.end), shown: HIDDEN });
      at = Math.min(end, line.end);
    }
  }
  plain(line.end);
  return pieces;
}

/** Where an offset of the source is in what is shown. Within a secret there is its beginning and its end. */
function columnOf(offset: number, pieces: readonly Piece[]): number {
  let column = 0;
  for (const { start, end, shown } of pieces) {
    if (offset < end) {
      return column + (shown.length === end - start && shown !== HIDDEN ? offset - start : 0);
    }
    column += shown.length;
  }
  return column;
}
