import type { Path } from '../../rules/read';
import type { Node } from './tree';

/** A place in a text, from its start. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a path leads in a document. A field that is not there is at the key that should hold it.
 *
 * @param message what is said of the place: it tells whether a key or its value is meant
 */
export function placeOf(root: Node, path: Path, message: string): Range {
  let node = root;
  let shown: Range = topOf(node);
  for (const [i, step] of path.entries()) {
    if (node.kind === 'sequence' && typeof step === 'number' && node.items[step] !== undefined) {
      node = node.items[step];
      shown = topOf(node);
      continue;
    }
    const pair = pairOf(node, String(step));
    if (pair === undefined) {
      break;
    }
    node = pair.value;
    shown = i === path.length - 1 && meansValue(pair.value, message, String(step)) ? pair.value : pair.key;
  }
  return shown;
}

/** A key or an item: its own place; a mapping, its first key. */
function topOf(node: Node): Range {
  return node.kind === 'mapping' && node.pairs.length > 0 && node.pairs[0].key.start >= node.start ? node.pairs[0].key : node;
}

/** The last of several counts. What comes by a merge (`<<`) stands where it is merged from. */
function pairOf(node: Node, key: string): { readonly key: Node; readonly value: Node } | undefined {
  if (node.kind !== 'mapping') {
    return undefined;
  }
  const own = node.pairs.filter((pair) => pair.key.kind === 'scalar' && pair.key.value === key).at(-1);
  if (own !== undefined) {
    return own;
  }
  for (const { key: merge, value } of node.pairs) {
    if (merge.kind === 'scalar' && merge.value === '<<') {
      const found = (value.kind === 'sequence' ? value.items : [value])
        .map((source) => pairOf(source, key))
        .find((pair) => pair !== undefined);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

/** A message that quotes the value speaks of it, one that quotes only the key of that; where it quotes neither, the value is meant. */
function meansValue(value: Node, message: string, key: string): boolean {
  if (value.kind !== 'scalar' || value.block || value.start < 0 || value.end <= value.start) {
    return false;
  }
  return message.includes(`'${value.value}'`) || !message.includes(`'${key}'`);
}
