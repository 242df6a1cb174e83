/** One document of a text. */
export interface DocumentText {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: number;
}

/** A line that begins a document, with or without something behind it. */
const SEPARATOR = /^---(?=[ \t\r\n]|$)/gm;

const COMMENT = /^[ \t]*(?:#.*)?$/;
const MARK = /^(?:---|\.\.\.)[ \t]*(?:#.*)?$/;
const DIRECTIVE = /^%/;

/**
 * Parts a text into its documents as the reader of Kubernetes does, by lines alone: so one that is broken does not take the others along.
 * Documents with nothing in them are left out. Directives (`%YAML 1.1`) belong to the document behind them.
 */
export function splitDocuments(text: string): DocumentText[] {
  const documents: DocumentText[] = [];
  let start = 0;
  const end = (at: number): void => {
    const document = text.slice(start, at);
    if (!hasOnly(document, COMMENT, MARK)) {
      documents.push({ text: document, start });
    }
    start = at;
  };
  for (const { index } of text.matchAll(SEPARATOR)) {
    if (index > start && !isDirectives(text.slice(start, index))) {
      end(index);
    }
  }
  end(text.length);
  return documents;
}

function isDirectives(text: string): boolean {
  return DIRECTIVE.test(text) && hasOnly(text, COMMENT, DIRECTIVE);
}

/** Looks at lines only until one holds something else. */
function hasOnly(text: string, ...patterns: readonly RegExp[]): boolean {
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const line = text.slice(from, newline < 0 ? text.length : newline).replace(/\r$/, '');
    if (!patterns.some((pattern) => pattern.test(line))) {
      return false;
    }
    from = newline < 0 ? text.length : newline + 1;
  }
  return true;
}
