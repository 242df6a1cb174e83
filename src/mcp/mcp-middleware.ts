import { toJson } from '../private/field-text';
import { Fields } from '../private/fields';

/**
 * A workflow that runs before or after something is done with an MCP server.
 */
export interface McpHook {
  /** The name of the workflow. */
  readonly workflowName: string;

  /**
   * The app id of the application that has the workflow.
   *
   * @default - the application that makes the call
   */
  readonly appId?: string;
}

/**
 * A workflow that may also change what passes through it.
 */
export interface McpMutatingHook extends McpHook {
  /**
   * Puts the workflow's result in place of what passes through it. Otherwise the workflow only looks at it.
   *
   * @default false
   */
  readonly mutate?: boolean;
}

/**
 * Workflows that run before and after something is done with an MCP server, each list in its order.
 *
 * @see https://docs.dapr.io/reference/resource-specs/mcpserver-schema/
 */
export interface McpMiddleware {
  /**
   * Before each call of a tool. An error ends the call, and the caller is told. May change the arguments.
   *
   * @default - none
   */
  readonly beforeCallTool?: McpMutatingHook[];

  /**
   * After each call of a tool. An error lets the call fail. May change the result.
   *
   * @default - none
   */
  readonly afterCallTool?: McpMutatingHook[];

  /**
   * Before tools are listed. An error ends the listing.
   *
   * @default - none
   */
  readonly beforeListTools?: McpHook[];

  /**
   * After tools were listed. May change the list.
   *
   * @default - none
   */
  readonly afterListTools?: McpMutatingHook[];
}

const WORKFLOW: Fields = {
  workflowName: { is: 'text', required: true, pattern: /\S/, expected: 'the name of a workflow' },
  appId: { is: 'text', wire: 'appID', pattern: /\S/, expected: 'an app id' },
};
const MUTATING: Fields = { ...WORKFLOW, mutate: { is: 'boolean' } };

export const MIDDLEWARE: Fields = {
  beforeCallTool: { is: 'objects', fields: MUTATING },
  afterCallTool: { is: 'objects', fields: MUTATING },
  beforeListTools: { is: 'objects', fields: WORKFLOW },
  afterListTools: { is: 'objects', fields: MUTATING },
};

/** Checked middleware as the spec holds it. */
export function middlewareJson(middleware: McpMiddleware): object {
  const lists: [string, McpMutatingHook[] | undefined][] = Object.entries(middleware);
  return Object.fromEntries(lists.filter(([, hooks]) => hooks !== undefined).map(([name, hooks]) => [name, hooks!.map(hookJson)]));
}

function hookJson({ mutate, ...workflow }: McpMutatingHook): object {
  return { workflow: toJson(WORKFLOW, workflow), ...(mutate === undefined ? {} : { mutate }) };
}
