import { Component, isTruthy, valueOf } from '../model/component';
import { Model } from '../model/model';
import { mayShareNamespace } from '../model/manifest';
import { annotationPath, App } from '../model/workload';
import type { Rule } from '../rule';
import { textOf } from './annotations';
import { deploymentWith } from './examples';
import { grouped } from '../grouped';

const ACTORS = `---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: actorstore }
scopes: [orders]
spec:
  type: state.redis
  version: v1
  metadata: [{ name: redisHost, value: 'redis:6379' }, { name: actorStateStore, value: "true" }]
`;

const LOST: readonly (readonly [annotation: string, lost: string])[] = [
  ['dapr.io/placement-host-address', 'actors and workflows'],
  ['dapr.io/scheduler-host-address', 'jobs, reminders and workflows'],
];

export const switchedOffAddresses: Rule = {
  id: 'DAPR056',
  severity: 'warning',
  title: 'Actors or workflows without the service that they need',
  why: 'An empty address of Placement switches actors and workflows off for the application, one of the Scheduler jobs and reminders. Nothing is said until the first call fails.',
  fix: "Leave the annotation out: the injector then writes the control plane's address.",
  source: 'pkg/injector/patcher/sidecar.go setFromAnnotations; pkg/injector/patcher/sidecar_container.go getSidecarContainer',
  facts: ['R033'],
  symptoms: [/Actor runtime disabled: /],
  bad: [
    {
      yaml: deploymentWith([`dapr.io/placement-host-address: ''`, `dapr.io/scheduler-host-address: '""'`]) + ACTORS,
      says: [
        "an empty 'dapr.io/placement-host-address' switches actors and workflows off, and 'orders' has 'actorstore' for its actors",
        "an empty 'dapr.io/scheduler-host-address' switches jobs, reminders and workflows off, and 'orders' has 'actorstore' for its actors",
      ],
    },
  ],
  good: [
    { yaml: deploymentWith([`dapr.io/placement-host-address: ''`]) },
    { yaml: deploymentWith([`dapr.io/placement-host-address: placement:50005`]) + ACTORS },
  ],
  check(model, report) {
    const byScope = actorUsers(model);
    for (const app of model.apps) {
      const { workload, id } = app;
      for (const [annotation, lost] of workload === undefined ? [] : LOST) {
        const value = textOf(workload!, annotation);
        const user = byScope.get(id)?.find((one) => mayShareNamespace(one, workload!));
        if (value?.replace(/^["']+|["']+$/g, '').trim() === '' && user !== undefined) {
          report.add(
            app.manifest,
            annotationPath(workload!, annotation),
            `an empty '${annotation}' switches ${lost} off, and '${id}' has '${user.name}' for its ${user.use}`,
          );
        }
      }
    }
  },
};

interface User {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly use: string;
}

/** What shows that an application has actors or workflows: only what names it. */
function actorUsers(model: Model): ReadonlyMap<App['id'], readonly User[]> {
  const stores = model.components.filter(isActorStore).map((component) => ({ ...component, use: 'actors' }));
  const policies = model.workflowAccessPolicies.map((policy) => ({ ...policy, use: 'workflows' }));
  const users = [...stores, ...policies].flatMap(({ name, namespace, scopes, use }) =>
    (scopes ?? []).map((id) => ({ id, name, namespace, use })),
  );
  return grouped(users, ({ id }) => id);
}

function isActorStore(component: Component): boolean {
  return component.category === 'state' && isTruthy(valueOf(component, 'actorStateStore'));
}
