import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { AccessOperation, accessPolicies, defaultActionOf } from './access-policies';
import { configuration } from './examples';
import { callsOf, OperationTrie } from './operation-trie';
import { protocolOf, usersOf } from './users';

const operations = (text: string): string =>
  configuration(`
accessControl:
  defaultAction: deny
  policies:
    - appId: shop
      namespace: default
      trustDomain: public
      operations:
${text.replace(/^\n|\n$/g, '').replace(/^/gm, '        ')}`);

export const unreachableOperation: Rule = {
  id: 'DAPR168',
  severity: 'error',
  title: 'An operation that another one hides',
  why: 'A sidecar looks operations up segment by segment. A plain path decides about everything below it, wherever it stands in the list; among wildcards the first that fits decides, however precise a later one is; of two with one path the first is kept. What is hidden so decides nothing.',
  fix: 'Put the more precise operation first, and write /path/* in place of /path where deeper paths have rules of their own.',
  source: 'pkg/config/acl_trie.go Search, PutOperationAction; pkg/messaging/method/normalize.go NormalizeMethod',
  facts: ['R167', 'R168'],
  demand: [20],
  bad: [
    {
      yaml: operations(`
- { name: /orders/refund, httpVerb: ['*'], action: deny }
- { name: /orders, httpVerb: ['*'], action: allow }
- { name: /stock/*, httpVerb: ['*'], action: allow }
- { name: /stock/delete, httpVerb: ['*'], action: deny }
- { name: orders, httpVerb: [GET], action: deny }`),
      says: [
        "'/orders/refund' decides nothing: '/orders' decides about everything below it",
        "'/stock/delete' does not decide about itself: '/stock/*' comes first and fits too",
        "'orders' decides nothing: '/orders' is the same path and comes first",
      ],
    },
    {
      yaml: operations(`
- { name: /Orders, httpVerb: [GET], action: allow }
- { name: /orders, httpVerb: [GET], action: deny }
- { name: /stock/, httpVerb: [GET], action: allow }
- { name: /stock/*/delete, httpVerb: [GET], action: deny }`),
      says: [
        "'/orders' decides nothing over HTTP: '/Orders' is the same path and comes first",
        "'/stock/' decides nothing: calls arrive without the last slash, write '/stock'",
        "'/stock/*/delete' decides nothing: a segment '*' fits only at the end of a path",
      ],
    },
  ],
  good: [
    {
      yaml: operations(`
- { name: /orders/refund, httpVerb: ['*'], action: deny }
- { name: /orders/*, httpVerb: ['*'], action: allow }
- { name: /stock/**, httpVerb: ['*'], action: allow }
- { name: /, httpVerb: [GET], action: allow }`),
    },
    {
      // Of the same effect: whichever decides, nothing changes.
      yaml: operations(`
- { name: /orders, httpVerb: ['*'], action: allow }
- { name: /orders/new, httpVerb: [POST], action: allow }
- { name: /stock, httpVerb: [GET], action: deny }
- { name: /stock/new, httpVerb: [POST], action: deny }`),
    },
  ],
  check(model, report) {
    for (const policy of accessPolicies(model)) {
      const { configuration, operations: all } = policy;
      const protocol = protocolOf(usersOf(model, configuration));
      const given = all.filter(({ name }) => name !== '' && !isUnrendered(name));
      const found = protocol === 'grpc' ? hidden(given, exactly) : hidden(given, anyCase);
      const overGrpc = protocol === undefined ? new Set(hidden(given, exactly).map(({ operation }) => operation)) : undefined;
      for (const { operation, by, isLost } of found) {
        if (by !== undefined && decidesAlike(by, operation, protocol, defaultActionOf(policy))) {
          continue;
        }
        const certain = overGrpc === undefined || overGrpc.has(operation);
        const message = `'${operation.name}' ${isLost ? 'decides nothing' : 'does not decide about itself'}${certain ? '' : ' over HTTP'}: ${reason(operation, by)}`;
        report.add(configuration.manifest, operation.path, message, { severity: certain && !isUnclean(operation) ? 'error' : 'warning' });
      }
    }
  },
};

interface Hidden {
  readonly operation: AccessOperation;
  /** Whether it decides about nothing at all, not just not about its own path. */
  readonly isLost: boolean;
  /** What decides in its place; nothing where no call can arrive. */
  readonly by: AccessOperation | undefined;
}

type Spelling = (path: string) => string;
const exactly: Spelling = (path) => path;
const anyCase: Spelling = (path) => path.toLowerCase();

/** The operations that are never looked at, or not for their own path. */
export function hidden(operations: readonly AccessOperation[], spelling: Spelling): Hidden[] {
  const trie = new OperationTrie();
  const paths = operations.map(({ name }) => spelling(name.startsWith('/') ? name : `/${name}`));
  paths.forEach((path, i) => trie.add(path, i));
  return operations.flatMap((operation, i) => {
    const deciding = isUnclean(operation) ? [] : callsOf(paths[i]).map((call) => trie.find(call));
    const [first] = deciding;
    const isLost = !deciding.includes(i);
    return isLost || (!paths[i].includes('*') && first !== i)
      ? [{ operation, isLost, by: first === undefined ? undefined : operations[first] }]
      : [];
  });
}

/** Calls are cleaned before they are looked up. */
function isUnclean({ name }: AccessOperation): boolean {
  return /.\/$|\/\/|\/\.\.?(\/|$)|[?#]/.test(name);
}

function decidesAlike(a: AccessOperation, b: AccessOperation, protocol: 'http' | 'grpc' | undefined, otherwise: string): boolean {
  const [first, second] = [a.action.toLowerCase(), b.action.toLowerCase()];
  return (
    first === second &&
    (protocol === 'grpc' || first === otherwise.toLowerCase() || a.verbs.includes('*') || b.verbs.every((verb) => a.verbs.includes(verb)))
  );
}

function reason(operation: AccessOperation, by: AccessOperation | undefined): string {
  const { name } = operation;
  if (by === undefined) {
    return isUnclean(operation)
      ? /.\/$/.test(name)
        ? `calls arrive without the last slash, write '${name.replace(/\/+$/, '')}'`
        : "a call has no '?', '#', '//' or '..' when it is looked up"
      : /\/\*\//.test(name)
        ? "a segment '*' fits only at the end of a path"
        : 'no call arrives at it, because an earlier wildcard leads elsewhere';
  }
  const same = pathWithSlash(by).toLowerCase() === pathWithSlash(operation).toLowerCase();
  if (same) {
    return `'${by.name}' is the same path and comes first`;
  }
  return by.name.includes('*') ? `'${by.name}' comes first and fits too` : `'${by.name}' decides about everything below it`;
}

function pathWithSlash({ name }: AccessOperation): string {
  return name.startsWith('/') ? name : `/${name}`;
}
