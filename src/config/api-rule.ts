import { Fields } from '../private/fields';

/**
 * The protocol of a sidecar API.
 */
export enum ApiProtocol {
  /** The HTTP API, on port 3500. */
  HTTP = 'http',

  /** The gRPC API, on port 50001. */
  GRPC = 'grpc',
}

/**
 * Which of its APIs the sidecar offers to the application.
 *
 * Each protocol has lists of its own: rules for HTTP say nothing about gRPC. What is denied stays denied even where it
 * is allowed.
 *
 * @see https://docs.dapr.io/operations/configuration/api-allowlist/
 */
export interface ApiAccess {
  /**
   * The only APIs that stay open. One rule for a protocol closes everything else of that protocol, save health checks.
   * Applications with the SDK for JavaScript need `METADATA_V1` of the protocol that they speak: it asks for the
   * metadata before anything else, and gives up after half a minute.
   *
   * @default - all
   */
  readonly allowed?: ApiRule[];

  /**
   * The APIs that are closed.
   *
   * @default - none
   */
  readonly denied?: ApiRule[];
}

/**
 * A group of sidecar APIs in the way that no constant of `HttpApi` or `GrpcApi` names.
 */
export interface ApiRuleOptions {
  /** The group, such as `state`. */
  readonly name: string;

  /** The version, such as `v1`. */
  readonly version: string;

  /** The protocol. Dapr ignores a rule without one. */
  readonly protocol: ApiProtocol;
}

/**
 * A group of sidecar APIs in one version and protocol: a constant of `HttpApi` or `GrpcApi`, or one of your own.
 *
 * @see https://docs.dapr.io/operations/configuration/api-allowlist/
 */
export class ApiRule {
  /**
   * Names a group that this library does not know. A misspelt one closes the whole HTTP API, or leaves the gRPC API
   * open.
   *
   * @param options the group, its version and protocol
   */
  public static of(options: ApiRuleOptions): ApiRule {
    return new ApiRule(options);
  }

  /** @internal */
  public readonly _values: ApiRuleOptions;

  /** @internal */
  public readonly _since?: string;

  /** @internal */
  protected constructor(options: ApiRuleOptions, since?: string) {
    this._values = { ...options };
    this._since = since;
  }
}

const RULE: Fields = {
  name: { is: 'text', required: true, pattern: /./, expected: `a group, e.g. 'state'` },
  version: { is: 'text', required: true, pattern: /./, expected: `a version, e.g. 'v1'` },
  protocol: { is: 'enum', required: true, of: Object.values(ApiProtocol) },
};

export const API: Fields = {
  allowed: { is: 'objects', fields: RULE },
  denied: { is: 'objects', fields: RULE },
};
