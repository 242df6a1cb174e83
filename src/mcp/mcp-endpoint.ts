import { Duration } from 'cdk8s';
import type { ISecretStore } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { Code } from '../private/codes';
import { copied } from '../private/copied';
import { toJson } from '../private/field-text';
import { show } from '../private/field-words';
import { checkFields, Fields, Place } from '../private/fields';
import { Problems } from '../private/problems';
import { checkSecretStore } from '../private/resource-checks';
import { checkNamedValues, namedValuesJson } from '../private/value-references';
import { McpAuth } from './mcp-auth';

/**
 * How an MCP server is called.
 */
export interface McpEndpointOptions {
  /**
   * The version of MCP that the server speaks, such as `2025-06-18`.
   *
   * @default - the newest that both sides know
   */
  readonly protocolVersion?: string;

  /**
   * How long a call may take.
   *
   * @default - no limit
   */
  readonly timeout?: Duration;

  /**
   * What is sent along with each request.
   *
   * @default - none
   */
  readonly headers?: { [name: string]: string | MetadataValue | SecretValue };

  /**
   * How the sidecar shows who it is.
   *
   * @default - not at all
   */
  readonly auth?: McpAuth;

  /**
   * The secret store that resolves the references to secrets.
   *
   * @default - Kubernetes Secrets of the namespace
   */
  readonly secretStore?: ISecretStore;
}

/**
 * Where an MCP server is, and how it is spoken to. Servers that are started as a process (stdio) cannot be reached in
 * Kubernetes: sidecars stop at them.
 *
 * @see https://docs.dapr.io/reference/resource-specs/mcpserver-schema/
 */
export class McpEndpoint {
  /**
   * By streamable HTTP, the present transport of MCP.
   *
   * @param url an http or https URL
   * @param options headers, identity, timeout
   */
  public static streamableHttp(url: string, options: McpEndpointOptions = {}): McpEndpoint {
    return new McpEndpoint('streamableHTTP', url, options);
  }

  /**
   * By server-sent events, the former transport of MCP.
   *
   * @param url an http or https URL
   * @param options headers, identity, timeout
   */
  public static sse(url: string, options: McpEndpointOptions = {}): McpEndpoint {
    return new McpEndpoint('sse', url, options);
  }

  private readonly options: McpEndpointOptions;

  private constructor(
    private readonly transport: string,
    private readonly url: string,
    options: McpEndpointOptions,
  ) {
    this.options = copied(options);
  }

  /** @internal */
  public _check(problems: Problems, place: Place): void {
    const prefix = `endpoint.${this.transport}.`;
    const { auth, headers, secretStore } = this.options;
    checkFields(problems, place, ENDPOINT, { url: this.url, ...this.options }, prefix);
    checkNamedValues(problems, place.owner, `${prefix}headers`, headers, { env: true, key: false });
    checkSecretStore(problems, place.owner, secretStore);
    if (auth instanceof McpAuth) {
      auth._check(problems, place, `${prefix}auth.`);
    } else if (auth !== undefined) {
      problems.add(Code.WRONG_TYPE, `'${prefix}auth' of ${place.owner} must be an McpAuth, e.g. McpAuth.oauth2({ … }): got ${show(auth)}`);
    }
  }

  /** @internal */
  public _toJson(): object {
    const { auth, headers, secretStore, ...rest } = this.options;
    const store = secretStore === undefined ? {} : { secretStore: secretStore.secretStoreName };
    return {
      [this.transport]: {
        ...toJson(ENDPOINT, { url: this.url, ...rest }),
        ...(headers === undefined ? {} : { headers: namedValuesJson(headers) }),
        ...(auth === undefined && secretStore === undefined ? {} : { auth: { ...store, ...auth?._toJson() } }),
      },
    };
  }
}

const ENDPOINT: Fields = {
  url: {
    is: 'text',
    required: true,
    pattern: /^https?:\/\/[^/?#\s]+\S*$/i,
    expected: `an http or https URL, e.g. 'https://mcp.example.com/mcp'`,
  },
  protocolVersion: { is: 'text', pattern: /\S/, expected: `a version of MCP, e.g. '2025-06-18'` },
  timeout: { is: 'duration', min: 1 },
  headers: { is: 'any' },
  auth: { is: 'any' },
  secretStore: { is: 'any' },
};
