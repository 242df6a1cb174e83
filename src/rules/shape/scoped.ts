import type { Model } from '../model/model';
import { Resource } from '../model/resource';

/** Every resource of a kind that has scopes: all of Dapr's but Configuration. */
export function resourcesOf(model: Model): readonly Resource[] {
  return [
    ...model.components,
    ...model.subscriptions,
    ...model.resiliencies,
    ...model.httpEndpoints,
    ...model.mcpServers,
    ...model.workflowAccessPolicies,
  ];
}
