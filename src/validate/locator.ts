import type { Path } from '../rules/read';
import { ParsedDocument, parseDocument } from './yaml/events';
import { placeOf, Range } from './yaml/locate';
import { Node, treeOf } from './yaml/tree';
import type { DocumentText } from './yaml/split';

/** Finds places in documents. Each is parsed once more for it, so that only what has findings costs. */
export class Locator {
  /** Findings come by document, so that one is enough to remember. */
  private last: { readonly document: DocumentText; readonly parsed: ParsedDocument; readonly tree: Node } | undefined;

  /**
   * @param message what is said of the place: it tells whether a key or its value is meant
   * @returns offsets in the whole text
   */
  public locate(document: DocumentText, path: Path, message: string): Range {
    if (this.last?.document !== document) {
      const parsed = parseDocument(document.text);
      this.last = { document, parsed, tree: treeOf(parsed) };
    }
    const { parsed, tree } = this.last;
    const { start, end } = placeOf(tree, path, message);
    const from = document.start + parsed.toSource(Math.max(start, 0));
    return { start: from, end: Math.max(from, document.start + parsed.toSource(Math.max(end, 0))) };
  }
}
