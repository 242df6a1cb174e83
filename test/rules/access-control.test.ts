import * as fc from 'fast-check';
import { AccessOperation } from '../../src/rules/configuration/access-policies';
import { OperationTrie } from '../../src/rules/configuration/operation-trie';
import { hidden } from '../../src/rules/configuration/unreachable-operation';
import { findings, rule } from '../support/rules';

/** Dapr's search in its own words: pkg/config/acl_trie.go, as a list of paths instead of a tree. */
function decides(operations: readonly string[], call: string): number {
  const paths = operations.map((operation) => operation.split('/').slice(1));
  const calls = call.split('/').slice(1);
  let prefix: string[] = [];
  for (let level = 0; level < calls.length; level++) {
    const isEnd = level === calls.length - 1;
    const next = segmentsBelow(paths, prefix).find((segment) => fits(segment, calls[level], isEnd));
    if (next === undefined) {
      return -1;
    }
    prefix = [...prefix, next];
    const here = paths.findIndex((path) => path.join('/') === prefix.join('/'));
    if (here >= 0 && (isEnd || next !== '*')) {
      return here;
    }
    if (isEnd) {
      const below = segmentsBelow(paths, prefix).find((segment) => fits(segment, '*', isEnd));
      return below === undefined ? -1 : paths.findIndex((path) => path.join('/') === [...prefix, below].join('/'));
    }
  }
  return -1;
}

/** What comes after a prefix, in the order of the list. */
function segmentsBelow(paths: readonly string[][], prefix: readonly string[]): string[] {
  const longer = paths.filter((path) => path.length > prefix.length && prefix.every((segment, i) => path[i] === segment));
  return [...new Set(longer.map((path) => path[prefix.length]))];
}

function fits(segment: string, call: string, isEnd: boolean): boolean {
  if (segment === call || segment === '**') {
    return true;
  }
  return segment === '*' ? isEnd : segment.includes('*') && isMatch(`/${call}`, `/${segment}`);
}

function isMatch(text: string, pattern: string): boolean {
  if (pattern === '') {
    return text === '';
  }
  return pattern[0] === '*'
    ? isMatch(text, pattern.slice(1)) || (text !== '' && isMatch(text.slice(1), pattern))
    : text[0] === pattern[0] && isMatch(text.slice(1), pattern.slice(1));
}

const path = (...segments: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...segments), { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join('/')}`);
const OPERATIONS = fc.array(path('a', 'b', 'ab', '*', '**', 'a*', '*b', 'a**'), { minLength: 1, maxLength: 6 });

const SEGMENTS = ['a', 'b', 'ab', 'c', 'ac', 'cb', 'acb'];
const below = (paths: readonly string[]): string[] => paths.flatMap((start) => SEGMENTS.map((segment) => `${start}/${segment}`));
const ONE = below(['']);
const TWO = below(ONE);
const THREE = below(TWO);
const CALLS = [...ONE, ...TWO, ...THREE, ...THREE.map((call) => `${call}/c`)];

describe('the operations of an access policy', () => {
  test('decide as in Dapr', () => {
    fc.assert(
      fc.property(OPERATIONS, path(...SEGMENTS), (operations, call) => {
        const trie = new OperationTrie();
        operations.forEach((operation, i) => trie.add(operation, i));
        expect(trie.find(call) ?? -1).toBe(decides(operations, call));
      }),
      { numRuns: 1000 },
    );
  });

  // Answers of the code of Dapr 1.18.3 itself.
  test.each([
    [['/orders', '/orders/refund'], '/orders/refund', 0],
    [['/orders/refund', '/orders'], '/orders/refund', 1],
    [['/orders/*', '/orders/refund'], '/orders/refund', 0],
    [['/orders/refund', '/orders/*'], '/orders/refund', 0],
    [['/orders/*'], '/orders', 0],
    [['/orders/*'], '/orders/a/b', -1],
    [['/orders/**'], '/orders/a/b', 0],
    [['/orders/a/b', '/orders/*'], '/orders/a', -1],
    [['/orders/*/b'], '/orders/a/b', -1],
    [['/*', '/orders'], '/orders', 0],
    [['/*', '/orders'], '/orders/new', 1],
  ])('%j answers the call %s with %i', (operations, call, expected) => {
    const trie = new OperationTrie();
    operations.forEach((operation, i) => trie.add(operation, i));
    expect(trie.find(call) ?? -1).toBe(expected);
  });

  test('are called hidden where no call reaches them, and only there', () => {
    fc.assert(
      fc.property(OPERATIONS, (names) => {
        const operations = names.map((name): AccessOperation => ({ name, action: 'allow', verbs: [], path: [] }));
        const lost = new Set(
          hidden(operations, (name) => name).flatMap(({ operation, isLost }) => (isLost ? [operations.indexOf(operation)] : [])),
        );
        const reached = new Set(CALLS.map((call) => decides(names, call)));
        expect(names.map((_, i) => lost.has(i))).toEqual(names.map((_, i) => !reached.has(i)));
      }),
      { numRuns: 100 },
    );
  });
});

const policy = (operation: string): string => `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app }
spec:
  accessControl:
    defaultAction: deny
    policies: [{ appId: shop, namespace: default, trustDomain: public, operations: [${operation}] }]
`;

describe('an operation without verbs', () => {
  const user = (protocol: string): string => `
---
apiVersion: v1
kind: Pod
metadata: { name: orders, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders, dapr.io/config: app, dapr.io/app-protocol: ${protocol} } }
spec: { containers: [{ name: orders }] }
`;

  test.each([
    ['http', 1],
    ['h2c', 1],
    ['grpc', 0],
    ['grpcs', 0],
  ])('over %s is reported %i times', (protocol, times) => {
    expect(findings(policy('{ name: /orders, action: allow }') + user(protocol), [rule('DAPR167')])).toHaveLength(times);
  });

  test('is not judged where nobody tells the protocol', () => {
    expect(findings(policy('{ name: /orders, action: allow }'), [rule('DAPR167')])).toEqual([]);
  });

  test('that decides as the default does is not reported', () => {
    expect(findings(policy('{ name: /orders, action: deny }') + user('http'), [rule('DAPR167')])).toEqual([]);
  });
});
