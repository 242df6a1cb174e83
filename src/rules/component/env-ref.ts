import type { Component } from '../model/component';
import type { Model } from '../model/model';
import { annotation, Workload } from '../model/workload';
import type { Rule, Severity } from '../rule';

export const envRef: Rule = {
  id: 'DAPR066',
  severity: 'error',
  title: 'An envRef that the sidecar refuses',
  why: 'The sidecar reads no variable of Dapr, and on Kubernetes only those that dapr.io/env or dapr.io/env-from-secret give it, in capital letters; the key then stays empty.',
  fix: 'Give the sidecar the variable with dapr.io/env on the pod template, in capital letters.',
  source: 'pkg/runtime/processor/secret/secret.go isEnvVarAllowed',
  facts: ['R062', 'R063', 'R064'],
  demand: [29],
  symptoms: [/references an env variable that isn't allowed: \S+/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata: [{ name: redisHost, envRef: DAPR_REDIS }, { name: redisPassword, envRef: APP_API_TOKEN }]
`,
      says: [
        "the sidecar does not read the variable DAPR_REDIS for a component: 'redisHost' stays empty",
        "the sidecar does not read the variable APP_API_TOKEN for a component: 'redisPassword' stays empty",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata: [{ name: redisHost, envRef: RedisHost }, { name: redisDB, envRef: REDIS_DB }]
---
apiVersion: v1
kind: Pod
metadata:
  name: orders
  annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders, dapr.io/env: 'RedisHost=redis:6379' }
spec: { containers: [{ name: app, image: orders }] }
`,
      says: [
        "the sidecar of orders looks for the variable REDISHOST, and dapr.io/env has it as RedisHost: 'redisHost' stays empty",
        "the sidecar of orders is not given the variable REDIS_DB, only RedisHost: 'redisDB' stays empty",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisHost, envRef: REDIS_HOST }] }
---
apiVersion: v1
kind: Pod
metadata: { name: orders, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders } }
spec: { containers: [{ name: app, image: orders, env: [{ name: REDIS_HOST, value: redis }] }] }
`,
      says: ["the sidecar of orders is given no variables (dapr.io/env of its pod): 'redisHost' stays empty"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisHost, envRef: REDIS_HOST }] }
---
apiVersion: v1
kind: Pod
metadata:
  name: orders
  annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders, dapr.io/env: 'REDIS_HOST=redis:6379,X=1' }
spec: { containers: [{ name: app, image: orders }] }
`,
    },
  ],
  check(model, report) {
    const seen = new Map<Workload, readonly string[]>();
    for (const component of model.components) {
      const given = component.metadata.some((item) => item.envRef !== undefined) ? givenTo(model, component, seen) : [];
      for (const { name, envRef: variable, value, path } of component.metadata) {
        if (variable === undefined || value !== undefined) {
          continue;
        }
        const problem = denied(variable)
          ? { what: `the sidecar does not read the variable ${variable} for a component` }
          : notGiven(variable, given);
        if (problem !== undefined) {
          report.add(component.manifest, [...path, 'envRef'], `${problem.what}: '${name}' stays empty`, problem);
        }
      }
    }
  },
};

interface Given {
  readonly app: string;
  readonly names: readonly string[];
}

/** What each workload that sees the component gives its sidecar. */
function givenTo(model: Model, component: Component, seen: Map<Workload, readonly string[]>): Given[] {
  return model.appsThatSee(component).flatMap(({ id, workload }) => {
    if (workload === undefined) {
      return [];
    }
    const names = seen.get(workload) ?? namesIn(workload);
    seen.set(workload, names);
    return [{ app: id, names }];
  });
}

/** The variables that the annotations of a pod give its sidecar. */
function namesIn({ annotations }: Workload): string[] {
  return ['dapr.io/env', 'dapr.io/env-from-secret']
    .flatMap((name) => (annotation(annotations, name) ?? '').split(','))
    .map((one) => one.split('=', 1)[0].trim())
    .filter((name) => name !== '');
}

function denied(variable: string): boolean {
  const upper = variable.toUpperCase();
  return upper === 'APP_API_TOKEN' || upper.startsWith('DAPR_') || upper.includes(' ');
}

interface Problem {
  readonly what: string;
  readonly severity?: Severity;
}

function notGiven(variable: string, given: readonly Given[]): Problem | undefined {
  const upper = variable.toUpperCase();
  const lacking = given.filter(({ names }) => !names.includes(upper));
  const listed = lacking.find(({ names }) => names.length > 0);
  if (listed === undefined) {
    // Without a list nothing is refused, yet the variable has to come from somewhere.
    return lacking.length === 0
      ? undefined
      : { what: `the sidecar of ${lacking[0].app} is given no variables (dapr.io/env of its pod)`, severity: 'warning' };
  }
  const { app, names } = listed;
  const other = names.find((name) => name.toUpperCase() === upper);
  return other === undefined
    ? { what: `the sidecar of ${app} is not given the variable ${variable}, only ${names.join(', ')}` }
    : { what: `the sidecar of ${app} looks for the variable ${upper}, and dapr.io/env has it as ${other}` };
}
