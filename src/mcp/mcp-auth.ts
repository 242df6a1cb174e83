import { SecretValue } from '../metadata-value';
import { Code } from '../private/codes';
import { copied } from '../private/copied';
import { toJson } from '../private/field-text';
import { checkFields, Fields, Place } from '../private/fields';
import { isSecret, originOf } from '../private/origin';
import { Problems } from '../private/problems';

/**
 * How the sidecar gets an OAuth 2 token for an MCP server, by the flow of client credentials.
 *
 * @see https://docs.dapr.io/reference/resource-specs/mcpserver-schema/
 */
export interface McpOAuth2Options {
  /** The token endpoint of the authorization server. */
  readonly issuer: string;

  /** The client's secret, by reference: `SecretValue.fromSecretKeyRef('mcp', 'secret')`. */
  readonly clientSecret: SecretValue;

  /**
   * The client's id.
   *
   * @default - none, for servers that know the client by its secret
   */
  readonly clientId?: string;

  /**
   * Whom the token is for.
   *
   * @default - left to the authorization server
   */
  readonly audience?: string;

  /**
   * What the token allows.
   *
   * @default - left to the authorization server
   */
  readonly scopes?: string[];
}

/**
 * How the sidecar shows an MCP server its own identity: a JWT that sentry signs.
 *
 * @see https://docs.dapr.io/reference/resource-specs/mcpserver-schema/
 */
export interface McpSpiffeOptions {
  /** The HTTP header that carries the token, such as `Authorization`. */
  readonly header: string;

  /** Whom the token is for, such as `mcp://payments`. */
  readonly audience: string;

  /**
   * What stands before the token, such as `Bearer ` with the space.
   *
   * @default - nothing
   */
  readonly headerValuePrefix?: string;
}

/**
 * How the sidecar shows an MCP server who it is.
 *
 * @see https://docs.dapr.io/reference/resource-specs/mcpserver-schema/
 */
export class McpAuth {
  /**
   * By a token of an authorization server.
   *
   * @param options the server and the client
   */
  public static oauth2(options: McpOAuth2Options): McpAuth {
    return new McpAuth('oauth2', options, OAUTH2);
  }

  /**
   * By the sidecar's own identity. It needs mTLS, and no secret.
   *
   * @param options where the token goes, and whom it is for
   */
  public static spiffe(options: McpSpiffeOptions): McpAuth {
    return new McpAuth('spiffe', options, SPIFFE);
  }

  private readonly options: object;

  private constructor(
    private readonly way: 'oauth2' | 'spiffe',
    options: object,
    private readonly fields: Fields,
  ) {
    this.options = copied(options);
  }

  /** @internal */
  public _check(problems: Problems, place: Place, prefix: string): void {
    checkFields(problems, place, this.fields, this.options, `${prefix}${this.way}.`);
    const { clientSecret } = this.options as Partial<McpOAuth2Options>;
    if (isSecret(clientSecret) && originOf(clientSecret)?.secretKeyRef === undefined) {
      problems.add(
        Code.NOT_ALLOWED,
        `'${prefix}oauth2.clientSecret' of ${place.owner} must be a reference to a secret, which is all that Dapr takes here: expected SecretValue.fromSecretKeyRef('name', 'key')`,
      );
    }
  }

  /** @internal */
  public _toJson(): object {
    const { clientSecret, ...rest } = toJson(this.fields, this.options);
    return this.way === 'spiffe'
      ? { spiffe: { jwt: rest } }
      : { oauth2: { ...rest, secretKeyRef: { ...originOf(clientSecret)?.secretKeyRef } } };
  }
}

const OAUTH2: Fields = {
  issuer: { is: 'text', required: true, pattern: /\S/, expected: 'the URL of a token endpoint' },
  clientSecret: { is: 'secret', required: true },
  clientId: { is: 'text', wire: 'clientID' },
  audience: { is: 'text' },
  scopes: { is: 'texts' },
};

const SPIFFE: Fields = {
  header: { is: 'text', required: true, pattern: /\S/, expected: `an HTTP header, e.g. 'Authorization'` },
  audience: { is: 'text', required: true, pattern: /\S/, expected: `whom the token is for, e.g. 'mcp://payments'` },
  headerValuePrefix: { is: 'text' },
};
