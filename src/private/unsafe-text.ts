/**
 * Whether kubectl reads another text, a number, or an error where cdk8s wrote this text. cdk8s writes its manifests with a writer of
 * YAML 1.1 that nobody can replace; what stands here was found by reading that writer and Go's sigs.k8s.io/yaml, and is exact for the
 * two: a text that comes back the same is never reported.
 */
export function isChangedByCdk8sWriter(text: string, as: 'value' | 'key'): boolean {
  if (SAFE_WORD.test(text)) {
    return false;
  }
  if (UNREADABLE.test(text) || isReadAsNumber(text)) {
    return true;
  }
  if (as === 'key') {
    return text === '<<' || LINE_SEPARATOR.test(text);
  }
  return isWrittenAsBlock(text) ? isBrokenBlock(text) : isBrokenLine(text);
}

/** A letter or a slash, then printable ASCII on one line: neither a number nor a block, whatever else it is. */
const SAFE_WORD = /^[A-Za-z/][ -~]*$/;

/** Written as they are, and refused by the reader. The last are halves of a surrogate pair. */
const UNREADABLE = /[\u007f-\u009f\ufffe\uffff]|\p{Cs}/u;

/** Letters to the writer, line breaks to the reader. */
const LINE_SEPARATOR = /[\u2028\u2029]/;

/** The writer quotes control characters, and texts whose last line is blank. */
const QUOTED = /[\x00-\x08\x0b-\x1f]|\n[\t ]+$/;

function isWrittenAsBlock(text: string): boolean {
  return text.includes('\n') && !QUOTED.test(text);
}

/** A literal block loses its indentation where the writer does not mark it, and its lines where a separator breaks them. */
function isBrokenBlock(text: string): boolean {
  return UNMARKED_INDENTATION.test(text) || (LINE_SEPARATOR.test(text) && SEPARATOR_BREAKS_BLOCK.test(text));
}

/** The writer marks the indentation only where a space comes before the first letter. */
const UNMARKED_INDENTATION = /^(?:\n*\t|[\n\t ]*[\t ][\n\t ]*$)/;

/** In turn: not at the end of its line, at the end of the text, before a first line whose indentation is not marked. */
const SEPARATOR_BREAKS_BLOCK = /[\u2028\u2029](?![\u2028\u2029\n])|[\u2028\u2029]\n$|^\n*[\u2028\u2029][\u2028\u2029\n]*[\t ]/;

/** A text that is no block: plain, or in quotes. In double quotes, from 40 characters on, the writer breaks it where the text does. */
function isBrokenLine(text: string): boolean {
  const folded = text.includes('\n') && JSON.stringify(text).length >= 40;
  if (folded && text.includes('\n \n')) {
    return true; // the writer escapes the blank twice, and a backslash appears
  }
  if (!LINE_SEPARATOR.test(text)) {
    return false;
  }
  if (folded) {
    return SEPARATOR_IN_FOLDED_QUOTES.test(text);
  }
  if (QUOTED.test(text)) {
    return SEPARATOR_IN_DOUBLE_QUOTES.test(text);
  }
  if (!NOT_PLAIN.test(text)) {
    return true;
  }
  return (text.includes('"') && !text.includes("'") ? SEPARATOR_IN_SINGLE_QUOTES : SEPARATOR_IN_DOUBLE_QUOTES).test(text);
}

/** The reader drops the blanks beside a line break, but not those that the writer escapes: a tab, a space before or after a newline. */
const SEPARATOR_IN_SINGLE_QUOTES = /[\t ][\u2028\u2029]|[\u2028\u2029][\t ]/;
const SEPARATOR_IN_DOUBLE_QUOTES = / [\u2028\u2029]|[\u2028\u2029] (?!\n)/;
const SEPARATOR_IN_FOLDED_QUOTES = /(?<!\n) [\u2028\u2029]|[\u2028\u2029] (?!\n)|[\u2028\u2029]\n(?!$)/;

/** What the writer puts in quotes though it is one line with a separator in it. */
const NOT_PLAIN = /^[\t ,[\]{}#&*!|>'"%@`]|^[?-][ \t]|:[ \t]|[\t ]#|[\t :]$/;

/** The reader drops every `_` and takes what Go takes; the writer quotes what the specification of YAML 1.1 calls a number. */
function isReadAsNumber(text: string): boolean {
  return STARTS_LIKE_A_NUMBER.test(text) && isGoNumber(text.replaceAll('_', '')) && !QUOTED_NUMBERS.some((quoted) => quoted.test(text));
}

const STARTS_LIKE_A_NUMBER = /^[-+0-9]/;

function isGoNumber(plain: string): boolean {
  return isGoInteger(plain) || SIGNED_AFTER_PREFIX.test(plain) || (GO_FLOAT.test(plain) && Number.isFinite(Number(plain)));
}

function isGoInteger(plain: string): boolean {
  const [, sign, digits] = GO_INTEGER.exec(plain) ?? [];
  if (digits === undefined) {
    return false;
  }
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits}` : digits);
  return value < (sign === '' ? 2n ** 64n : sign === '-' ? 2n ** 63n + 1n : 2n ** 63n);
}

const GO_INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)$/;
const GO_FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SIGNED_AFTER_PREFIX = /^0b(?:[-+]0*[01]{1,63}|-0*10{63})$/;

/** YAML 1.1's numbers, less the sexagesimal ones, which Go does not know. */
const QUOTED_NUMBERS = [
  /^[-+]?0b[01_]+$/,
  /^[-+]?[0-9][0-9_]*$/,
  /^[-+]?0x[0-9a-fA-F_]+$/,
  /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
  /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
];
