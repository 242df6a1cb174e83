import { constructFromEvents, EVENT_ID, YAMLException } from 'js-yaml';
import { ParsedDocument, parseDocument, problemOf, YamlProblem } from './events';
import { KUBERNETES_SCHEMA } from './schema';
import { NOT_SIMPLE, readSimple } from './simple';
import { Node, treeOf } from './tree';

/** What stands in one document. */
export interface ReadDocument {
  readonly value: unknown;
  /** The keys that stand twice in one mapping: the last one counts. */
  readonly duplicates: readonly Duplicate[];
}

export interface Duplicate {
  readonly key: string;
  /** Of the later one, from the start of the document. */
  readonly offset: number;
  /** Of the earlier one. */
  readonly first: number;
  /** Whether both have the same value, so that none is lost. */
  readonly same: boolean;
}

/** Who has so many has made one mistake many times. */
const MOST_DUPLICATES = 20;

/** What a document may hold once its aliases stand for what they mean. */
const MAX_NODES = 500_000;

/**
 * Reads one document as Kubernetes does.
 *
 * @throws YamlProblem where it cannot be read
 */
export function readDocument(document: string): ReadDocument {
  const simple = readSimple(document);
  return simple === NOT_SIMPLE ? readAny(document) : { value: simple, duplicates: NONE };
}

const NONE: readonly Duplicate[] = [];

/** Reads whatever YAML there is. */
export function readAny(document: string): ReadDocument {
  const parsed = parseDocument(document);
  refuseBombs(parsed);
  try {
    return { value: construct(parsed, false), duplicates: NONE };
  } catch (error) {
    if (!(error instanceof YAMLException) || !error.reason.startsWith('duplicated mapping key')) {
      throw problemOf(error, (offset) => parsed.toSource(offset));
    }
  }
  try {
    return { value: construct(parsed, true), duplicates: duplicatesOf(parsed) };
  } catch (error) {
    throw problemOf(error, (offset) => parsed.toSource(offset));
  }
}

/** Of several documents, as `...` parts them, Kubernetes reads the first. */
function construct({ events, text }: ParsedDocument, json: boolean): unknown {
  return constructFromEvents([...events], { source: text, schema: KUBERNETES_SCHEMA, json, maxTotalMergeKeys: MAX_NODES })[0];
}

/** An alias in what it stands for, or aliases of aliases that grow beyond measure. */
function refuseBombs({ events, text, toSource }: ParsedDocument): void {
  if (!events.some(({ type }) => type === EVENT_ID.ALIAS)) {
    return;
  }
  const sizes = new Map<string, number>();
  const open: { name: string | undefined; size: number }[] = [];
  let size = 0;
  for (const event of events) {
    const name = 'anchorStart' in event && event.anchorStart >= 0 ? text.slice(event.anchorStart, event.anchorEnd) : undefined;
    if (event.type === EVENT_ID.ALIAS) {
      if (open.some((node) => node.name === name)) {
        throw new YamlProblem(`the alias '*${name}' stands inside of what it means`, toSource(event.anchorStart - 1));
      }
      size += sizes.get(name as string) ?? 1;
    } else if (event.type === EVENT_ID.POP) {
      const node = open.pop();
      if (node?.name !== undefined) {
        sizes.set(node.name, size - node.size);
      }
    } else {
      if (event.type === EVENT_ID.SCALAR) {
        if (name !== undefined) {
          sizes.set(name, 1);
        }
      } else {
        open.push({ name, size });
      }
      size++;
    }
    if (size > MAX_NODES) {
      const offset = 'anchorStart' in event && event.anchorStart >= 0 ? event.anchorStart - 1 : 0;
      throw new YamlProblem(`its aliases grow to more than ${MAX_NODES} values, and nothing reads that`, toSource(offset), true);
    }
  }
}

function duplicatesOf(parsed: ParsedDocument): Duplicate[] {
  const found: Duplicate[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node) || found.length >= MOST_DUPLICATES) {
      return;
    }
    seen.add(node);
    if (node.kind === 'sequence') {
      node.items.forEach(visit);
    } else if (node.kind === 'mapping') {
      const keys = new Map<string, { key: Node; value: Node }>();
      for (const { key, value } of node.pairs) {
        const name = key.kind === 'scalar' ? key.value : undefined;
        const first = name === undefined ? undefined : keys.get(name);
        if (first !== undefined && name !== '<<' && found.length < MOST_DUPLICATES) {
          found.push({
            key: name as string,
            offset: parsed.toSource(key.start),
            first: parsed.toSource(first.key.start),
            same: isSame(first.value, value),
          });
        } else if (name !== undefined) {
          keys.set(name, { key, value });
        }
        visit(value);
      }
    }
  };
  visit(treeOf(parsed));
  return found.sort((a, b) => a.offset - b.offset);
}

/** Of scalars alone: what else is written twice is taken for different. */
function isSame(a: Node, b: Node): boolean {
  return a.kind === 'scalar' && b.kind === 'scalar' && a.value === b.value;
}
