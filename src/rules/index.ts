import { BINDING_RULES } from './binding';
import { COMPONENT_RULES } from './component';
import { CONFIGURATION_RULES } from './configuration';
import { CONTROL_PLANE_RULES } from './control-plane';
import { ENDPOINT_RULES } from './endpoint';
import { INPUT_RULES } from './input';
import { MCP_RULES } from './mcp';
import { MULTIAPP_RULES } from './multiapp';
import { PRODUCTION_RULES } from './production';
import { PUBSUB_RULES } from './pubsub';
import { RESILIENCY_RULES } from './resiliency';
import type { Rule, RuleDoc } from './rule';
import { SHAPE_RULES } from './shape';
import { STATE_RULES } from './state';
import { WORKFLOW_RULES } from './workflow';
import { WORKLOAD_RULES } from './workload';

/** The pack that always runs: what Dapr rejects, drops or trips over. */
export const RECOMMENDED: readonly Rule[] = [
  ...SHAPE_RULES,
  ...WORKLOAD_RULES,
  ...COMPONENT_RULES,
  ...STATE_RULES,
  ...PUBSUB_RULES,
  ...BINDING_RULES,
  ...RESILIENCY_RULES,
  ...CONFIGURATION_RULES,
  ...ENDPOINT_RULES,
  ...MCP_RULES,
  ...WORKFLOW_RULES,
  ...MULTIAPP_RULES,
  ...CONTROL_PLANE_RULES,
].sort(byId);

/** What a platform team asks for besides. */
export const PRODUCTION: readonly Rule[] = [...PRODUCTION_RULES].sort(byId);

/** Rules about the input itself: whoever reads files reports them, the engine cannot. */
export const INPUT: readonly RuleDoc[] = [...INPUT_RULES].sort(byId);

/** Every rule that runs on a model, by id. */
export const ALL_RULES: readonly Rule[] = [...RECOMMENDED, ...PRODUCTION].sort(byId);

/** What every id means, by id. */
export const RULE_DOCS: readonly RuleDoc[] = [...ALL_RULES, ...INPUT].sort(byId);

function byId(a: RuleDoc, b: RuleDoc): number {
  return a.id < b.id ? -1 : 1;
}
