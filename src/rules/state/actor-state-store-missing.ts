import { itemNamed } from '../model/component';
import type { Model } from '../model/model';
import { Resource } from '../model/resource';
import { Visibility } from '../model/visibility';
import { isMapping, mapping, Path } from '../read';
import type { Rule } from '../rule';
import { isActorStateStore } from './actor-state-store';

export const actorStateStoreMissing: Rule = {
  id: 'DAPR082',
  severity: 'error',
  title: 'Actors or workflows without an actor state store',
  why: 'Actors, workflows and the calls of an MCPServer are kept in the store with actorStateStore. Without one the sidecar starts, and each of their calls fails.',
  fix: 'Set the metadata actorStateStore to "true" on one state store that the application sees.',
  source: 'pkg/runtime/runtime.go initActors; pkg/runtime/wfengine/wfengine.go',
  facts: ['R077', 'R211'],
  demand: [12],
  symptoms: [
    /the state store is not configured to use the actor runtime/,
    /no actor state store configured/,
    /actors: state store is not configured/,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisHost, value: 'redis:6379' }] }
---
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { streamableHTTP: { url: https://tools.example } } }
`,
      says: ["MCPServer 'tools' needs an actor state store: 'statestore' could be it, with actorStateStore: \"true\""],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: resiliency }
spec: { policies: { retries: { few: { policy: constant, maxRetries: 3 } } }, targets: { actors: { Cart: { retry: few } } } }
`,
      complete: true,
      says: ["the actors of Resiliency 'resiliency' need an actor state store, and there is none"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: actorStateStore, value: 'true' }] }
---
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { streamableHTTP: { url: https://tools.example } } }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { streamableHTTP: { url: https://tools.example } } }
`,
    },
  ],
  check(model, report) {
    const uses = usesOf(model);
    if (uses.length === 0) {
      return;
    }
    const actorStores = new Visibility<Resource>();
    const candidates = new Visibility<Resource>();
    for (const component of model.components) {
      // A mark that is only known at run time may well be set.
      if (isActorStateStore(component) || itemNamed(component, 'actorStateStore')?.late) {
        actorStores.add(component);
      } else if (component.facts?.capabilities.includes('actors')) {
        candidates.add(component);
      }
    }
    for (const { resource, path, who } of uses) {
      if (actorStores.clash(resource) !== undefined) {
        continue;
      }
      const candidate = candidates.clash(resource)?.other;
      if (candidate !== undefined) {
        report.add(resource.manifest, path, `${who} an actor state store: '${candidate.name}' could be it, with actorStateStore: "true"`, {
          outside: 'warning',
        });
      } else {
        report.add(resource.manifest, path, `${who} an actor state store, and there is none`, { outside: 'silent' });
      }
    }
  },
};

function usesOf({ mcpServers, workflowAccessPolicies, resiliencies }: Model): readonly { resource: Resource; path: Path; who: string }[] {
  return [
    ...mcpServers.map((resource) => ({ resource, path: ['spec'], who: `MCPServer '${resource.name}' needs` })),
    ...workflowAccessPolicies.map((resource) => ({ resource, path: ['spec'], who: `the workflows of '${resource.name}' need` })),
    ...resiliencies.flatMap((resource) => {
      const { actors } = mapping(resource.spec.targets);
      const path = ['spec', 'targets', 'actors'];
      return isMapping(actors) && Object.keys(actors).length > 0
        ? [{ resource, path, who: `the actors of Resiliency '${resource.name}' need` }]
        : [];
    }),
  ];
}
