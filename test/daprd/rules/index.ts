import { Experiment } from './experiment';
import { ACCESS } from './families/access';
import { BINDING } from './families/binding';
import { COMPONENT } from './families/component';
import { CONFIGURATION } from './families/configuration';
import { ENDPOINT } from './families/endpoint';
import { MCP } from './families/mcp';
import { MULTIAPP } from './families/multiapp';
import { PUBSUB } from './families/pubsub';
import { RESILIENCY } from './families/resiliency';
import { SHAPE } from './families/shape';
import { STATE } from './families/state';
import { WORKFLOW } from './families/workflow';
import { WORKLOAD } from './families/workload';

/** What daprd is tried with, by subject. */
export const FAMILIES: { readonly [subject: string]: readonly Experiment[] } = {
  shape: SHAPE,
  workload: WORKLOAD,
  component: COMPONENT,
  state: STATE,
  pubsub: PUBSUB,
  binding: BINDING,
  resiliency: RESILIENCY,
  configuration: CONFIGURATION,
  access: ACCESS,
  endpoint: ENDPOINT,
  mcp: MCP,
  workflow: WORKFLOW,
  multiapp: MULTIAPP,
};

export const EXPERIMENTS: readonly Experiment[] = Object.values(FAMILIES).flat();
