import { Code } from '../private/codes';
import { checkAppId } from '../private/names';
import { Problems } from '../private/problems';
import { AccessControl, AccessOperation, AccessPolicy } from './access-control';
import { HttpVerb } from './http-verb';

/** What fills the gaps of a policy. */
export interface PolicyDefaults {
  readonly namespace?: string;
  readonly trustDomain?: string;
}

/** Reports what the table of fields cannot say about all policies of a Configuration. */
export function checkPolicies(problems: Problems, owner: string, defaults: PolicyDefaults, access: AccessControl | undefined): void {
  const policies = list(access?.policies).filter((policy) => typeof policy === 'object' && policy !== null);
  policies.forEach((policy, i) => checkAccessPolicy(problems, owner, defaults, policy, `accessControl.policies[${i}]`));
  const keys = policies.map((policy) => policyKey(policy, defaults));
  for (const key of new Set(keys.filter((key, i) => keys.indexOf(key) !== i))) {
    problems.add(
      Code.DUPLICATE,
      `'accessControl.policies' of ${owner} has more than one policy for '${key}', of which only the last counts: expected one with all its operations`,
    );
  }
}

/** Reports what the table of fields cannot say: app ids, verbs, and the namespace that only the chart may know. */
export function checkAccessPolicy(problems: Problems, owner: string, defaults: PolicyDefaults, policy: AccessPolicy, name: string): void {
  if (typeof policy.appId === 'string') {
    checkAppId(problems, policy.appId, `'${name}.appId'`);
  }
  if (policy.namespace === undefined && defaults.namespace === undefined) {
    problems.add(
      Code.REQUIRED,
      `'${name}.namespace' is required by ${owner}, because neither the chart nor objectMeta has one: got nothing, expected the namespace of '${policy.appId}'; without it the sidecars do not start`,
    );
  }
  checkReach(problems, owner, name, policy.operations);
  list(policy.operations).forEach((operation, i) => {
    for (const verb of list(operation?.httpVerb).filter((given) => !VERBS.includes(given))) {
      problems.add(Code.NOT_ALLOWED, `'${name}.operations[${i}].httpVerb' of ${owner} must hold only ${VERBS.join(', ')}: got '${verb}'`);
    }
  });
}

/** Reports operations that Dapr never looks at: of two with one name it keeps the first, and a plain path decides about everything below it. */
export function checkReach(problems: Problems, owner: string, name: string, operations: AccessOperation[] | undefined): void {
  const given = list(operations).filter((operation) => typeof operation?.name === 'string');
  given.forEach((operation, i) => {
    const place = `'${name}.operations[${i}]' of ${owner} has no effect`;
    const first = given.slice(0, i).find((other) => pathOf(other) === pathOf(operation) && other.action !== operation.action);
    if (first !== undefined) {
      problems.add(Code.CONFLICT, `${place}: of two operations named '${operation.name}' Dapr keeps the first; expected one of the two`);
    }
    const above = given.find((other) => decidesBelow(pathOf(other), pathOf(operation)));
    if (above !== undefined) {
      problems.add(
        Code.CONFLICT,
        `${place}: '${operation.name}' lies below '${above.name}', which decides about everything below it; expected '${above.name}/*' in place of '${above.name}', after the more precise one`,
      );
    }
  });
}

/** An operation's path as Dapr stores it for gRPC; for HTTP it also takes the letter case away. */
function pathOf({ name }: AccessOperation): string {
  return name.startsWith('/') ? name : `/${name}`;
}

/** Whether Dapr's search stops at the one path on its way to the other. */
function decidesBelow(path: string, other: string): boolean {
  return !path.endsWith('*') && path !== '/' && other.startsWith(`${path}/`);
}

/** Reports a policy that cannot be added to the one that its caller has already. */
export function checkMerge(
  problems: Problems,
  owner: string,
  defaults: PolicyDefaults,
  present: AccessPolicy | undefined,
  added: AccessPolicy,
): void {
  if (present === undefined) {
    return;
  }
  const wanted = completePolicy(added, defaults);
  for (const name of ['trustDomain', 'defaultAction'] as const) {
    if (added[name] !== undefined && wanted[name] !== present[name]) {
      problems.add(
        Code.CONFLICT,
        `'policy.${name}' of ${owner} must be ${show(present[name])}, as the policy for '${policyKey(added, defaults)}' has it already: got ${show(wanted[name])}`,
      );
    }
  }
}

/** One policy with the operations of both. */
export function mergePolicies(present: AccessPolicy, added: AccessPolicy): AccessPolicy {
  return { ...present, operations: joinOperations([...list(present.operations), ...list(added.operations)]) };
}

/** Operations of one name and action as one with all their verbs: of several, Dapr would keep the first. */
function joinOperations(operations: AccessOperation[]): AccessOperation[] {
  const joined = new Map<string, AccessOperation>();
  for (const operation of operations) {
    const key = `${pathOf(operation)} ${operation.action}`;
    const verbs = [...new Set([...list(joined.get(key)?.httpVerb), ...list(operation.httpVerb)])];
    joined.set(key, { ...(joined.get(key) ?? operation), httpVerb: verbs.includes(HttpVerb.ANY) ? [HttpVerb.ANY] : verbs });
  }
  return [...joined.values()];
}

/** Dapr finds a policy by the caller's app id and namespace. */
export function policyKey(policy: AccessPolicy, defaults: PolicyDefaults): string {
  return `${policy.appId}.${policy.namespace ?? defaults.namespace}`;
}

/** A copy of a policy whose gaps are filled. */
export function completePolicy(policy: AccessPolicy, defaults: PolicyDefaults): AccessPolicy {
  return {
    ...policy,
    namespace: policy.namespace ?? defaults.namespace,
    trustDomain: policy.trustDomain ?? defaults.trustDomain ?? 'public',
    operations: policy.operations && joinOperations(policy.operations.map(completeOperation)),
  };
}

// Over HTTP, an operation without verbs would never be looked at.
function completeOperation(operation: AccessOperation): AccessOperation {
  const verbs = list(operation.httpVerb);
  return { ...operation, httpVerb: verbs.length > 0 ? [...verbs] : [HttpVerb.ANY] };
}

const VERBS: string[] = Object.values(HttpVerb);

function show(value: string | undefined): string {
  return value === undefined ? 'left out' : `'${value}'`;
}

function list<T>(value: T[] | undefined): T[] {
  return Array.isArray(value) ? value : [];
}
