import { DaprVersion } from '../../dapr-version';
import { nearest } from '../../private/nearest';
import { at, isMapping, list, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { fitsHttp, GRPC_GROUPS, Groups, HTTP_GROUPS, isGroup, NEW_GROUPS } from './api-groups';
import { configuration } from './examples';

export const apiRule: Rule = {
  id: 'DAPR176',
  severity: 'error',
  title: 'An API rule that fits no API',
  why: 'A rule without protocol is skipped. A list of allowed HTTP APIs closes whatever it does not name, so one misspelt name closes what it was to open; a list of allowed gRPC APIs in which every name is misspelt opens all. A denied name that does not exist denies nothing.',
  fix: 'Write protocol http or grpc, and a group and version that the API of that protocol has.',
  source:
    'pkg/api/http/endpoints/endpoint.go IsAllowed; pkg/api/grpc/endpoints.go apiAccessRuleToMap; pkg/config/configuration.go GetRulesByProtocol',
  facts: ['R176', 'R177', 'R178', 'R179'],
  symptoms: [/requested endpoint is not available/],
  bad: [
    {
      yaml: configuration(`
api:
  allowed:
    - { name: states, version: v1, protocol: http }
    - { name: workflows, version: v1, protocol: grpc }
    - { name: state, version: v1.0, protocol: GRPC }
  denied:
    - { name: shutdown, version: v1 }
    - { name: invoke, version: v2, protocol: http }`),
      says: [
        "'spec.api.allowed[0]' opens nothing, and as no rule fits HTTP, all of that API is closed: HTTP has no group 'states'; did you mean 'state'?",
        "'spec.api.allowed[1]' opens nothing, and as no rule fits gRPC, all of that API is open: the gRPC group 'workflows' has v1alpha1, v1beta1, got 'v1'",
        "'spec.api.allowed[2]' is skipped: its protocol must be grpc in lower case, got 'GRPC'",
        "'spec.api.denied[0]' is skipped: it needs protocol http or grpc, got nothing",
        "'spec.api.denied[1]' denies nothing: the HTTP group 'invoke' has v1, got 'v2'",
      ],
    },
  ],
  good: [
    {
      yaml: configuration(`
api:
  allowed:
    - { name: state, version: v1, protocol: http }
    - { name: workflows, version: v1.0-beta1, protocol: HTTP }
    - { name: state, version: v1, protocol: grpc }`),
    },
  ],
  check({ configurations, daprVersion }, report) {
    const newer = daprVersion.isAtLeast(DaprVersion.parse(NEW_GROUPS.since)) ? NEW_GROUPS.names : [];
    for (const { manifest, spec } of configurations) {
      for (const section of ['allowed', 'denied'] as const) {
        const rules = list(at(spec, 'api', section)).map(read);
        rules.forEach((rule, i) => {
          if (rule === undefined || newer.includes(rule.name) || [rule.name, rule.version, rule.protocol].some(isUnrendered)) {
            return;
          }
          const path = ['spec', 'api', section, i];
          const place = `'spec.api.${section}[${i}]'`;
          const problem = protocolProblem(rule);
          if (problem !== undefined) {
            report.add(manifest, path, `${place} is skipped: ${problem}`);
          } else if (!fits(rule)) {
            const all = section === 'allowed' && !rules.some((other) => other !== undefined && isOf(other, rule.protocol) && fits(other));
            const effect = section === 'allowed' ? 'opens nothing' : 'denies nothing';
            report.add(manifest, path, `${place} ${effect}${all ? consequence(rule) : ''}: ${mismatch(rule)}`);
          }
        });
      }
    }
  },
};

interface ApiRule {
  readonly name: string;
  readonly version: string;
  readonly protocol: string;
}

function read(rule: unknown): ApiRule | undefined {
  const part = (key: string): string => text(at(rule, key)) ?? '';
  return isMapping(rule) ? { name: part('name'), version: part('version'), protocol: part('protocol') } : undefined;
}

function protocolProblem({ protocol }: ApiRule): string | undefined {
  const lower = protocol.toLowerCase();
  if (lower === 'grpc' && protocol !== 'grpc') {
    return `its protocol must be grpc in lower case, got '${protocol}'`;
  }
  return lower === 'http' || lower === 'grpc'
    ? undefined
    : `it needs protocol http or grpc, got ${protocol === '' ? 'nothing' : `'${protocol}'`}`;
}

function isOf(rule: ApiRule, protocol: string): boolean {
  return protocolProblem(rule) === undefined && rule.protocol.toLowerCase() === protocol.toLowerCase();
}

function fits({ name, version, protocol }: ApiRule): boolean {
  return protocol === 'grpc' ? isGroup(GRPC_GROUPS, name, version) : fitsHttp(name, version);
}

function mismatch({ name, version, protocol }: ApiRule): string {
  const [api, groups]: [string, Groups] = protocol === 'grpc' ? ['gRPC', GRPC_GROUPS] : ['HTTP', HTTP_GROUPS];
  if (Object.hasOwn(groups, name)) {
    return `the ${api} group '${name}' has ${groups[name].join(', ')}, got '${version}'`;
  }
  const meant = nearest(name, Object.keys(groups));
  return `${api} has no group '${name}'${meant === undefined ? `, it has ${Object.keys(groups).join(', ')}` : `; did you mean '${meant}'?`}`;
}

function consequence({ protocol }: ApiRule): string {
  return protocol === 'grpc'
    ? ', and as no rule fits gRPC, all of that API is open'
    : ', and as no rule fits HTTP, all of that API is closed';
}
