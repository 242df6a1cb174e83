import { pathText } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { accessPolicies, defaultActionOf } from './access-policies';
import { app, configuration } from './examples';
import { protocolOf, usersOf } from './users';

const policy = (operation: string, action = 'deny'): string =>
  configuration(`
accessControl:
  defaultAction: ${action}
  policies:
    - appId: shop
      namespace: default
      trustDomain: public
      defaultAction: ${action}
      operations: [${operation}]`);

export const accessVerb: Rule = {
  id: 'DAPR167',
  severity: 'error',
  title: 'An HTTP verb that no call has',
  why: 'Verbs are compared letter by letter with those of the calls, which are upper case; * stands for all. Over HTTP an operation without a verb that fits leaves the decision to the default action; over gRPC verbs are not looked at.',
  fix: "Write the verbs in upper case, or '*'.",
  source: 'pkg/acl/acl.go isOperationAllowedByAccessControlPolicy',
  facts: ['R166', 'R168'],
  demand: [20],
  symptoms: [/access control policy has denied access to id: \S+ operation: \S+ verb: \w+/],
  bad: [
    {
      yaml: policy('{ name: /orders, httpVerb: [get, Post, ALL], action: allow }'),
      says: [
        "'spec.accessControl.policies[0].operations[0].httpVerb[0]' fits no call: got 'get', write 'GET'",
        "'spec.accessControl.policies[0].operations[0].httpVerb[1]' fits no call: got 'Post', write 'POST'",
        "'spec.accessControl.policies[0].operations[0].httpVerb[2]' fits no call: got 'ALL', write '*' for all",
      ],
    },
    {
      yaml: policy('{ name: /orders, action: allow }') + app('orders', { 'dapr.io/config': 'app' }),
      says: [
        "'spec.accessControl.policies[0].operations[0]' has no httpVerb and decides nothing over HTTP, which 'orders' speaks: write httpVerb: ['*']",
      ],
    },
  ],
  good: [
    { yaml: policy('{ name: /orders, httpVerb: [GET, POST], action: allow }') },
    { yaml: policy("{ name: /orders, httpVerb: ['*'], action: allow }") },
    {
      yaml:
        policy('{ name: /shop.Orders/Get, action: allow }') + app('orders', { 'dapr.io/config': 'app', 'dapr.io/app-protocol': 'grpc' }),
    },
  ],
  check(model, report) {
    for (const accessPolicy of accessPolicies(model)) {
      const { configuration, operations } = accessPolicy;
      const users = usersOf(model, configuration);
      const protocol = protocolOf(users);
      for (const { verbs, path, action } of operations) {
        verbs.forEach((verb, i) => {
          if (!VERBS.has(verb) && !isUnrendered(verb)) {
            const upper = verb.trim().toUpperCase();
            const write = VERBS.has(upper) ? `write '${upper}'` : "write '*' for all";
            const place = [...path, 'httpVerb', i];
            report.add(configuration.manifest, place, `'${pathText(place)}' fits no call: got '${verb}', ${write}`, {
              severity: protocol === 'grpc' ? 'info' : 'error',
            });
          }
        });
        if (verbs.length === 0 && protocol === 'http' && action.toLowerCase() !== defaultActionOf(accessPolicy).toLowerCase()) {
          const message = `'${pathText(path)}' has no httpVerb and decides nothing over HTTP, which '${users[0].id}' speaks: write httpVerb: ['*']`;
          report.add(configuration.manifest, path, message);
        }
      }
    }
  },
};

const VERBS = new Set(['*', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH']);
