import { Event, EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { ParsedDocument } from './events';

interface Place {
  /** Where it stands in the parsed text: a scalar with its quotes. */
  readonly start: number;
  readonly end: number;
}

/** A node of one document, with where it stands. */
export type Node =
  | (Place & { readonly kind: 'scalar'; readonly value: string; readonly block: boolean })
  | (Place & { readonly kind: 'sequence'; readonly items: readonly Node[] })
  | (Place & { readonly kind: 'mapping'; readonly pairs: readonly Pair[] });

export interface Pair {
  readonly key: Node;
  readonly value: Node;
}

const NOTHING: Node = { kind: 'scalar', value: '', block: false, start: -1, end: -1 };

/** The tree of a document: for what has to know places. An alias is the node that it stands for. */
export function treeOf({ events, text }: ParsedDocument): Node {
  const anchors = new Map<string, Node>();
  let next = 0;

  const anchored = <T extends Node>(event: Event, node: T): T => {
    if ('anchorStart' in event && event.anchorStart >= 0) {
      anchors.set(text.slice(event.anchorStart, event.anchorEnd), node);
    }
    return node;
  };

  const read = (): Node => {
    const event = events[next++];
    switch (event.type) {
      case EVENT_ID.SCALAR: {
        const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
        const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
        const [start, end] = event.valueStart < 0 ? [-1, -1] : [event.valueStart - quoted, event.valueEnd + quoted];
        return anchored(event, { kind: 'scalar', value: getScalarValue(text, event), block, start, end });
      }
      case EVENT_ID.SEQUENCE: {
        const items: Node[] = [];
        const node = anchored(event, { kind: 'sequence', items, start: event.start, end: event.start + 1 });
        while (events[next].type !== EVENT_ID.POP) {
          items.push(read());
        }
        next++;
        return node;
      }
      case EVENT_ID.MAPPING: {
        const pairs: Pair[] = [];
        const node = anchored(event, { kind: 'mapping', pairs, start: event.start, end: event.start + 1 });
        while (events[next].type !== EVENT_ID.POP) {
          const key = read();
          pairs.push({ key, value: read() });
        }
        next++;
        return node;
      }
      case EVENT_ID.ALIAS:
        return anchors.get(text.slice(event.anchorStart, event.anchorEnd)) ?? NOTHING;
      default:
        return NOTHING;
    }
  };

  // The first event opens the document.
  next = 1;
  return read();
}
