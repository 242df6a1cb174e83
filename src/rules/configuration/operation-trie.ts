/**
 * The operations of one policy as Dapr stores them: a tree of path segments, searched from the top, each level in the order in which its
 * segments came. The search never goes back, so an operation can stand where no call ever arrives.
 */
export class OperationTrie {
  private readonly root: Node = { segment: '/', children: [] };

  /** @param operation a number for the operation; of two with one path the first is kept */
  public add(path: string, operation: number): void {
    let node = this.root;
    for (const segment of segmentsOf(path)) {
      let child = node.children.find((candidate) => candidate.segment === segment);
      if (child === undefined) {
        child = { segment, children: [] };
        node.children.push(child);
      }
      node = child;
    }
    node.operation ??= operation;
  }

  /** The operation that decides about a call. */
  public find(call: string): number | undefined {
    const segments = segmentsOf(call);
    let node: Node | undefined = this.root;
    for (const [i, segment] of segments.entries()) {
      const isEnd = i === segments.length - 1;
      node = childFor(node, segment, isEnd);
      if (node === undefined) {
        return undefined;
      }
      if (node.operation !== undefined) {
        if (isEnd || node.segment !== ANY_SEGMENT) {
          return node.operation;
        }
      } else if (isEnd) {
        return childFor(node, ANY_SEGMENT, isEnd)?.operation;
      }
    }
    return undefined;
  }
}

interface Node {
  readonly segment: string;
  readonly children: Node[];
  operation?: number;
}

const ANY_SEGMENT = '/*';
const ANY_SEGMENTS = '/**';

/** A letter that no path holds. */
const STRANGER = '\u0001';

/**
 * Calls of which an operation decides about one, if about any: its own path, one below it, and the one above it, for which a last
 * wildcard speaks too. Every wildcard stands for something that no other path names.
 */
export function callsOf(path: string): readonly [string, string, string] {
  const own = path.replace(/\*+/g, STRANGER);
  return [own, `${own}/${STRANGER}`, own.slice(0, own.lastIndexOf('/'))];
}

function segmentsOf(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((segment) => `/${segment}`);
}

function childFor({ children }: Node, segment: string, isEnd: boolean): Node | undefined {
  return children.find((child) => {
    if (child.segment === ANY_SEGMENT) {
      return isEnd || segment === ANY_SEGMENT;
    }
    return child.segment === segment || child.segment === ANY_SEGMENTS || matches(segment, child.segment);
  });
}

/** A star stands for any letters, also for none. */
function matches(segment: string, pattern: string): boolean {
  return pattern.includes('*') && new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '[^]*')}$`).test(segment);
}
