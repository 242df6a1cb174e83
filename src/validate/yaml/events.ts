import { CHOMPING_MODE, Event, EVENT_ID, parseEvents, YAMLException } from 'js-yaml';

/** A text that is no YAML, or none that Kubernetes reads. */
export class YamlProblem extends Error {
  constructor(
    message: string,
    /** Where, from the start of the document. */
    public readonly offset: number,
    /** Whether it is YAML, and more of it than anything reads. */
    public readonly tooMuch = false,
  ) {
    super(message);
  }
}

/** The events of a document, and the text that they point into. */
export interface ParsedDocument {
  readonly events: readonly Event[];
  /** The document; with some more blanks in it where it is written as only Kubernetes' reader takes it. */
  readonly text: string;
  /** Leads from an offset in the text to the same place in the document as it was written. */
  toSource(offset: number): number;
}

/** Deeper than anything that people or tools write, and less deep than what exhausts the stack. */
export const MAX_DEPTH = 500;

/** Bounds the work on one document that has to be read again and again. */
const MOST_CHARACTERS = 5_000_000;
const LEAST_CHARACTERS = 2000;

interface Blank {
  readonly offset: number;
  readonly length: number;
}

/** A text, and what was put into it, one after the other. */
interface Mended {
  readonly text: string;
  readonly blanks: readonly Blank[];
}

/**
 * Parses one document.
 *
 * The reader of Kubernetes does not mind how far lines are indented inside of brackets and quotes, nor a comment right behind them; ours
 * does. There blanks are put in, which change nothing else, and it is read again.
 */
export function parseDocument(document: string): ParsedDocument {
  let now: Mended = { text: document, blanks: [] };
  // Where many lines in a row are so, ever more are mended at once; too many break what follows, and are taken back.
  let before: Mended | undefined;
  let lines = 1;
  let mendedTo = -1;
  for (let read = 0; ; read += now.text.length + LEAST_CHARACTERS) {
    const { text, blanks } = now;
    try {
      const events = withoutFinalBreak(parseEvents(text, { maxDepth: MAX_DEPTH }), text);
      return { events, text, toSource: (offset) => withoutBlanks(offset, blanks) };
    } catch (error) {
      const offset = read < MOST_CHARACTERS ? deficientAt(error, document, text) : undefined;
      if (offset !== undefined) {
        lines = offset === mendedTo ? lines * 2 : 1;
        before = lines > 1 ? now : undefined;
        now = indent(now, offset, lines, widestIndentation(document) + 1);
        mendedTo = endOfLines(now.text, offset, lines);
      } else if (before !== undefined && !isAtEnd(error, text)) {
        now = before;
        before = undefined;
        mendedTo = -1;
      } else {
        const comment = commentAt(error, text);
        if (comment === undefined) {
          throw problemOf(error, (at) => withoutBlanks(at, blanks));
        }
        now = insert(now, { offset: comment, length: 1 });
      }
    }
  }
}

/** What is open at the end was not closed, however lines are indented. */
function isAtEnd(error: unknown, text: string): boolean {
  return error instanceof YAMLException && (error.mark?.position ?? 0) >= text.length;
}

function deficientAt(error: unknown, document: string, text: string): number | undefined {
  if (!(error instanceof YAMLException) || error.mark === undefined || error.reason !== 'deficient indentation') {
    return undefined;
  }
  const { position, column } = error.mark;
  // Once is enough: no line can have to be further right than the widest one is.
  return column > widestIndentation(document) || position >= text.length ? undefined : position - column;
}

/** Where a comment follows a quote or a bracket without a blank. */
function commentAt(error: unknown, text: string): number | undefined {
  const position = error instanceof YAMLException ? error.mark?.position : undefined;
  return position !== undefined && text[position] === '#' && /["'\]}]/.test(text[position - 1] ?? '') ? position : undefined;
}

function insert({ text, blanks }: Mended, blank: Blank): Mended {
  return {
    text: text.slice(0, blank.offset) + ' '.repeat(blank.length) + text.slice(blank.offset),
    blanks: [...blanks, blank],
  };
}

function indent({ text, blanks }: Mended, start: number, lines: number, length: number): Mended {
  const end = endOfLines(text, start, lines);
  const put: Blank[] = [];
  const indented = text.slice(start, end).replace(/^/gm, (_, at: number) => {
    if (start + at < end) {
      put.push({ offset: start + at + put.length * length, length });
      return ' '.repeat(length);
    }
    return '';
  });
  return { text: text.slice(0, start) + indented + text.slice(end), blanks: [...blanks, ...put] };
}

/** Behind the line break of the last of some lines. */
function endOfLines(text: string, start: number, lines: number): number {
  let end = start;
  for (let i = 0; i < lines && end < text.length; i++) {
    const newline = text.indexOf('\n', end);
    end = newline < 0 ? text.length : newline + 1;
  }
  return end;
}

/** A block of text (`|`) that ends with the file, in the middle of a line, ends without a line break; ours adds one. */
function withoutFinalBreak(events: Event[], text: string): readonly Event[] {
  if (text.endsWith('\n')) {
    return events;
  }
  return events.map((event) =>
    event.type === EVENT_ID.SCALAR && event.valueEnd === text.length && event.chomping === CHOMPING_MODE.CLIP
      ? { ...event, chomping: CHOMPING_MODE.STRIP }
      : event,
  );
}

/** Lists may begin within a line: `- - a`. */
function widestIndentation(text: string): number {
  let widest = 0;
  for (const [indentation] of text.matchAll(/^[ \t]*(?:[-?:][ \t]+)*/gm)) {
    widest = Math.max(widest, indentation.length);
  }
  return widest;
}

/** Each blank was put into a text that had the ones before it, so that they are taken out backwards. */
function withoutBlanks(offset: number, blanks: readonly Blank[]): number {
  return blanks.reduceRight((at, blank) => (at <= blank.offset ? at : Math.max(blank.offset, at - blank.length)), offset);
}

export function problemOf(error: unknown, toSource: (offset: number) => number): YamlProblem {
  if (error instanceof YamlProblem) {
    return error;
  }
  if (error instanceof YAMLException) {
    const offset = toSource(error.mark?.position ?? 0);
    return /maxDepth|maxTotalMergeKeys/.test(error.reason)
      ? new YamlProblem(`it is nested deeper than ${MAX_DEPTH} levels, or merges too much`, offset, true)
      : new YamlProblem(wordsOf(error.reason), offset);
  }
  throw error;
}

/** What the parser says, in the words of somebody who wrote the file. None repeats a value: it may be a secret. */
const WORDS: readonly (readonly [reason: RegExp, words: string])[] = [
  [/^bad indentation of a (mapping|sequence) entry/, 'this line is indented as nothing around it, or a value needs quotes'],
  [/^end of the stream or a document separator/, 'a mapping or a list has ended, and something follows it'],
  [/^can not read a block mapping entry|^expected ':' after/, "a key needs a ':' behind it, on the same line"],
  [/^deficient indentation/, 'a quote or a bracket is opened and not closed'],
  [/^missed comma/, "a ',' is missing, or a value needs quotes"],
  [/^unexpected end of the (stream|document) within a (double|single) quoted/, 'a quote is opened and not closed'],
  [/^unexpected end of the stream within a flow/, "a '[' or '{' is opened and not closed"],
  [/^tab characters/, 'a tab indents this line: YAML takes blanks only'],
  [/^unidentified alias/, "an alias stands for nothing here: a value that begins with '*' needs quotes"],
  [/\btag\b/, "a tag cannot be spelt so: a value that begins with '!' needs quotes"],
  [/^unknown escape|^expected hexadecimal/, "a '\\' in double quotes begins an escape, and this is none: single quotes take it as it is"],
  [/non-printable|valid JSON character/, 'a control character is not allowed here'],
  [/^cannot merge mappings/, "'<<' takes a mapping, or a list of them"],
];

function wordsOf(reason: string): string {
  return WORDS.find(([pattern]) => pattern.test(reason))?.[1] ?? reason;
}
