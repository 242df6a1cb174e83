import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { DaprVersion } from '../dapr-version';
import { Code } from '../private/codes';
import { propsOf } from '../private/copied';
import { toJson } from '../private/field-text';
import { show } from '../private/field-words';
import { checkFields, Fields, Place } from '../private/fields';
import { checkAppId, checkName, checkScopes } from '../private/names';
import { Problems } from '../private/problems';
import { checkSince } from '../private/resource-checks';
import { ScopedResource } from '../private/scoped-resource';
import { McpEndpoint } from './mcp-endpoint';
import { McpMiddleware, MIDDLEWARE, middlewareJson } from './mcp-middleware';

/**
 * What people shall know about an MCP server. Dapr itself does nothing with it.
 */
export interface McpCatalog {
  /**
   * The name for people.
   *
   * @default - none
   */
  readonly displayName?: string;

  /**
   * What the server does.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * Who looks after it.
   *
   * @default - nobody
   */
  readonly owner?: McpCatalogOwner;

  /**
   * Words to find it by.
   *
   * @default - none
   */
  readonly tags?: string[];

  /**
   * URLs by their titles, such as `docs` and `runbook`.
   *
   * @default - none
   */
  readonly links?: { [title: string]: string };
}

/**
 * Who looks after an MCP server.
 */
export interface McpCatalogOwner {
  /**
   * The team.
   *
   * @default - none
   */
  readonly team?: string;

  /**
   * How the team is reached.
   *
   * @default - none
   */
  readonly contact?: string;
}

/**
 * Which MCP server applications may use.
 */
export interface McpServerProps {
  /** Where the server is, and how it is spoken to. */
  readonly endpoint: McpEndpoint;

  /**
   * Workflows that run before and after calls.
   *
   * @default - none
   */
  readonly middleware?: McpMiddleware;

  /**
   * What people shall know about the server.
   *
   * @default - nothing
   */
  readonly catalog?: McpCatalog;

  /**
   * Lets sidecars run without the server where it does not answer. Otherwise they stop.
   *
   * @default false
   */
  readonly ignoreErrors?: boolean;

  /**
   * The app ids that may use the server.
   *
   * @default - every application of the namespace
   */
  readonly scopes?: string[];

  /**
   * Name, namespace, labels and annotations of the Kubernetes object.
   *
   * @default - named like the construct id, in the chart's namespace
   */
  readonly objectMeta?: ApiObjectMetadata;
}

/**
 * An MCP server (Model Context Protocol) whose tools applications call as workflows. Dapr 1.18 and later.
 *
 * ```ts
 * new dapr.McpServer(chart, 'payments', {
 *   endpoint: dapr.McpEndpoint.streamableHttp('https://mcp.example.com/mcp'),
 *   scopes: ['agent'],
 * });
 * ```
 *
 * Applications that use it need an actor state store. A Kubernetes Secret that is missing in one McpServer stops the
 * sidecars of all applications of the namespace.
 *
 * @see https://docs.dapr.io/reference/resource-specs/mcpserver-schema/
 */
export class McpServer extends ScopedResource {
  private readonly spec: object;

  constructor(scope: Construct, id: string, props: McpServerProps) {
    const given = propsOf(props);
    const place: Place = { owner: OWNER, version: DaprVersion.of(scope) };
    const problems = Problems.forNew(scope, id);
    checkSince(problems, place.version, OWNER, '1.18');
    // The name becomes a part of the names of workflows, which are taken apart at the dots.
    checkName(problems, OWNER, given.objectMeta?.name ?? id, { dots: false });
    checkFields(problems, place, FIELDS, given);
    checkEndpoint(problems, place, given.endpoint);
    checkHooks(problems, given.middleware);
    checkScopes(problems, given.scopes);
    problems.throwIfAny();
    super(scope, id, { apiVersion: 'dapr.io/v1alpha1', kind: 'MCPServer', objectMeta: given.objectMeta }, given.scopes);
    const { catalog, ignoreErrors, middleware } = given;
    this.spec = {
      endpoint: given.endpoint._toJson(),
      ...toJson(FIELDS, { catalog, ignoreErrors }),
      ...(middleware === undefined ? {} : { middleware: middlewareJson(middleware) }),
    };
  }

  /** @internal */
  public _spec(): object {
    return this.spec;
  }
}

const OWNER = 'McpServer';

const FIELDS: Fields = {
  endpoint: { is: 'any', required: true, expected: `an McpEndpoint, e.g. McpEndpoint.streamableHttp('https://mcp.example.com/mcp')` },
  middleware: { is: 'object', fields: MIDDLEWARE },
  catalog: {
    is: 'object',
    fields: {
      displayName: { is: 'text' },
      description: { is: 'text' },
      owner: { is: 'object', fields: { team: { is: 'text' }, contact: { is: 'text' } } },
      tags: { is: 'texts' },
      links: { is: 'texts by name' },
    },
  },
  ignoreErrors: { is: 'boolean' },
  scopes: { is: 'texts' },
  objectMeta: { is: 'any' },
};

function checkEndpoint(problems: Problems, place: Place, endpoint: unknown): void {
  if (endpoint instanceof McpEndpoint) {
    endpoint._check(problems, place);
  } else if (endpoint !== undefined) {
    problems.add(
      Code.WRONG_TYPE,
      `'endpoint' of ${OWNER} must be an McpEndpoint, e.g. McpEndpoint.streamableHttp('https://mcp.example.com/mcp'): got ${show(endpoint)}`,
    );
  }
}

function checkHooks(problems: Problems, middleware: McpMiddleware | undefined): void {
  for (const [list, hooks] of Object.entries(middleware ?? {})) {
    (Array.isArray(hooks) ? hooks : []).forEach((hook, i) => {
      if (typeof hook?.appId === 'string') {
        checkAppId(problems, hook.appId, `'middleware.${list}[${i}].appId'`);
      }
    });
  }
}
