import { plainValue } from './schema';

/** What the simple reader gives where a document is not simple: then the real one reads it. */
export const NOT_SIMPLE = Symbol('not simple');

/** Texts of Western and neighbouring scripts; tabs, control characters and the rest are not simple. */
const ODD = /[^\n\x20-\x7e\u00a1-\u167f]/;

const [NEWLINE, SPACE, QUOTES, HASH, APOSTROPHE, HYPHEN, COLON] = ['\n', ' ', '"', '#', "'", '-', ':'].map((c) => c.charCodeAt(0));

/** What begins a value that is no plain word: anchors, tags, blocks, flows, and what YAML keeps for itself. */
const RESERVED = new Set([...'&*!|>%@`,[]{}?'].map((c) => c.charCodeAt(0)));

/**
 * Reads what nearly all manifests are: mappings and lists by indentation, with values that end in their line. That is a few times faster than
 * to read all of YAML. Whatever it is not sure of it leaves alone, mistakes included.
 */
export function readSimple(text: string): unknown {
  return ODD.test(text) ? NOT_SIMPLE : new SimpleReader(text).read();
}

/** Deeper than that the stack may end before the document does. */
const DEEPEST = 400;

/** Thrown to nowhere but `read`. */
const GIVE_UP = { notSimple: true };

class SimpleReader {
  /** The line that is next: where what it says begins, in which column, and where it ends. */
  private position = 0;
  private indent = -1;
  private end = -1;

  constructor(private readonly text: string) {}

  public read(): unknown {
    try {
      this.nextLine();
      if (this.text.startsWith('---', this.position) && this.indent === 0) {
        if (this.isValue(this.position + 3) >= 0) {
          return NOT_SIMPLE;
        }
        this.nextLine();
      }
      const value = this.indent === 0 && !this.isItem() ? this.mapping(0) : NOT_SIMPLE;
      return this.indent < 0 ? value : NOT_SIMPLE;
    } catch (error) {
      if (error === GIVE_UP) {
        return NOT_SIMPLE;
      }
      throw error;
    }
  }

  /** Goes to the next line that says something; behind the last one the indent is below zero. */
  private nextLine(): void {
    const { text } = this;
    for (let start = this.end + 1; start < text.length; start = this.end + 1) {
      const newline = text.indexOf('\n', start);
      this.end = newline < 0 ? text.length : newline;
      let at = start;
      while (text.charCodeAt(at) === SPACE) {
        at++;
      }
      if (at < this.end && text.charCodeAt(at) !== HASH) {
        this.position = at;
        this.indent = at - start;
        return;
      }
    }
    this.indent = -1;
  }

  private isItem(): boolean {
    if (this.text.charCodeAt(this.position) !== HYPHEN) {
      return false;
    }
    const next = this.text.charCodeAt(this.position + 1);
    return next === SPACE || next === NEWLINE || this.position + 1 >= this.end;
  }

  /** Where a value begins in the rest of the line; below zero where there is none, or a comment alone. */
  private isValue(from: number): number {
    let at = from;
    while (at < this.end && this.text.charCodeAt(at) === SPACE) {
      at++;
    }
    return at >= this.end || (at > from && this.text.charCodeAt(at) === HASH) ? -1 : at;
  }

  private mapping(indent: number): { [key: string]: unknown } {
    const found: { [key: string]: unknown } = {};
    while (this.indent === indent) {
      if (this.isItem()) {
        throw GIVE_UP;
      }
      const colon = this.keyEnd();
      const key = this.text.slice(this.position, colon);
      // A key that is there already, one that every object has, and one that is read as a number or a word like `on`.
      if (found[key] !== undefined || typeof plainValue(key) !== 'string') {
        throw GIVE_UP;
      }
      const value = this.isValue(colon + 1);
      if (value >= 0) {
        found[key] = this.scalar(value, indent);
      } else {
        this.nextLine();
        if (this.indent > indent) {
          found[key] = this.block();
        } else {
          found[key] = this.indent === indent && this.isItem() ? this.sequence(indent) : null;
        }
      }
    }
    if (this.indent > indent) {
      throw GIVE_UP;
    }
    return found;
  }

  private block(): unknown {
    if (this.indent > DEEPEST) {
      throw GIVE_UP;
    }
    return this.isItem() ? this.sequence(this.indent) : this.mapping(this.indent);
  }

  private sequence(indent: number): unknown[] {
    const found: unknown[] = [];
    while (this.indent === indent && this.isItem()) {
      const value = this.isValue(this.position + 1);
      if (value < 0) {
        this.nextLine();
        found.push(this.indent > indent ? this.block() : null);
        continue;
      }
      const item = value - this.position;
      if (this.hasKey(value)) {
        this.position = value;
        this.indent = indent + item;
        found.push(this.mapping(this.indent));
      } else {
        found.push(this.scalar(value, indent));
      }
    }
    return found;
  }

  /** Whether a plain key begins here. */
  private hasKey(at: number): boolean {
    const { text } = this;
    let end = at;
    while (end < this.end && isOfKey(text.charCodeAt(end))) {
      end++;
    }
    return end > at && text.charCodeAt(end) === COLON && (end + 1 >= this.end || text.charCodeAt(end + 1) === SPACE);
  }

  private keyEnd(): number {
    const { text, position } = this;
    let end = position;
    while (end < this.end && isOfKey(text.charCodeAt(end))) {
      end++;
    }
    const colon = text.charCodeAt(end) === COLON && (end + 1 >= this.end || text.charCodeAt(end + 1) === SPACE);
    if (end === position || !colon || text.charCodeAt(position) === HYPHEN) {
      throw GIVE_UP;
    }
    return end;
  }

  /** A value that ends in its line: what is further right in the next one would go on with it. */
  private scalar(start: number, indent: number): unknown {
    const { text, end } = this;
    const first = text.charCodeAt(start);
    let value: unknown;
    if (first === QUOTES || first === APOSTROPHE) {
      const close = text.indexOf(first === QUOTES ? '"' : "'", start + 1);
      value = text.slice(start + 1, close);
      if (close < 0 || close >= end || this.isValue(close + 1) >= 0 || (first === QUOTES && (value as string).includes('\\'))) {
        throw GIVE_UP;
      }
    } else {
      value = this.plain(start, first);
    }
    this.nextLine();
    if (this.indent > indent) {
      throw GIVE_UP;
    }
    return value;
  }

  private plain(start: number, first: number): unknown {
    const line = this.text.slice(start, this.end);
    if (RESERVED.has(first)) {
      if (/^\[\] *$/.test(line)) {
        return [];
      }
      if (/^\{\} *$/.test(line)) {
        return {};
      }
      throw GIVE_UP;
    }
    const comment = line.indexOf(' #');
    const value = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
    if (first === COLON || (first === HYPHEN && (value.length === 1 || value[1] === ' ')) || value.includes(': ') || value.endsWith(':')) {
      throw GIVE_UP;
    }
    return plainValue(value);
  }
}

/** Letters, digits and `_ . / -`: what keys of manifests are made of. */
function isOfKey(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 45 && code <= 57) || code === 95;
}
