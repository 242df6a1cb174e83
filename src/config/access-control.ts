import { Fields } from '../private/fields';
import { Access } from './access';
import { HttpVerb } from './http-verb';

/**
 * Which applications may invoke the applications that use the Configuration.
 *
 * It is enforced by the application that is called, over HTTP and gRPC. It needs mTLS: without it a caller has no
 * identity, and `defaultAction` decides for everyone.
 *
 * @see https://docs.dapr.io/operations/configuration/invoke-allowlist/
 */
export interface AccessControl {
  /**
   * What happens to a caller that no policy names. Dapr's own default lets everyone in, also where policies exist.
   */
  readonly defaultAction: Access;

  /**
   * The trust domain of the applications that use the Configuration: a part of their identity.
   *
   * At most 255 lower case letters, digits, `.`, `-` and `_`.
   *
   * @default 'public'
   */
  readonly trustDomain?: string;

  /**
   * What single callers may do.
   *
   * @default - none, `defaultAction` decides for everyone
   */
  readonly policies?: AccessPolicy[];
}

/**
 * What one calling application may invoke.
 *
 * @see https://docs.dapr.io/operations/configuration/invoke-allowlist/
 */
export interface AccessPolicy {
  /** The app id of the caller. */
  readonly appId: string;

  /**
   * The caller's namespace. The policy applies only where the caller's identity has exactly this one.
   *
   * @default - the namespace of the Configuration or its chart; required where neither has one
   */
  readonly namespace?: string;

  /**
   * The caller's trust domain. The policy applies only where the caller's identity has exactly this one.
   *
   * @default - the trust domain of the access control, or 'public'
   */
  readonly trustDomain?: string;

  /**
   * What happens to operations of this caller that are not listed.
   *
   * @default - the default action of the access control
   */
  readonly defaultAction?: Access;

  /**
   * What happens to single operations.
   *
   * A plain path decides about everything below it, so that an operation below it is an error. Of `/orders/export` and `/orders/*` the first
   * that fits decides: the more precise one has to come first.
   *
   * @default - none, the default action decides
   */
  readonly operations?: AccessOperation[];
}

/**
 * What happens to one operation of a caller.
 *
 * @see https://docs.dapr.io/operations/configuration/invoke-allowlist/
 */
export interface AccessOperation {
  /**
   * The path or gRPC method that is invoked, such as `/orders`.
   *
   * It also covers everything below it: `/orders` decides about `/orders/1` too. `/*` at the end stands for one
   * segment or none, `/**` for any number. HTTP paths are compared without regard to case, gRPC methods with it.
   */
  readonly name: string;

  /**
   * The HTTP verbs that the operation is about. Without effect on gRPC.
   *
   * @default [HttpVerb.ANY]
   */
  readonly httpVerb?: HttpVerb[];

  /** Whether the operation is let through. */
  readonly action: Access;
}

const ACTION = { is: 'enum', of: Object.values(Access) } as const;
const TRUST_DOMAIN = {
  is: 'text',
  pattern: /^[a-z0-9._-]{1,255}$/,
  expected: `at most 255 lower case letters, digits, '.', '-' and '_', e.g. 'public'`,
} as const;

export const ACCESS_POLICY: Fields = {
  appId: { is: 'text', required: true, expected: `the caller's app id` },
  namespace: { is: 'text', pattern: /./, expected: `the caller's namespace` },
  trustDomain: TRUST_DOMAIN,
  defaultAction: ACTION,
  operations: {
    is: 'objects',
    fields: {
      name: { is: 'text', required: true, pattern: /./, expected: `a path or method, e.g. '/orders'` },
      httpVerb: { is: 'texts', expected: `a list of HttpVerb` },
      action: { ...ACTION, required: true },
    },
  },
};

export const ACCESS_CONTROL: Fields = {
  defaultAction: { ...ACTION, required: true },
  trustDomain: TRUST_DOMAIN,
  policies: { is: 'objects', fields: ACCESS_POLICY },
};
