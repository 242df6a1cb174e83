/**
 * The HTTP verbs of an invocation, as access control compares them: in upper case.
 */
export enum HttpVerb {
  /** Every verb. */
  ANY = '*',
  /** Reads. */
  GET = 'GET',
  /** Reads the headers only. */
  HEAD = 'HEAD',
  /** Creates, or does anything that no other verb names. */
  POST = 'POST',
  /** Replaces. */
  PUT = 'PUT',
  /** Changes in part. */
  PATCH = 'PATCH',
  /** Removes. */
  DELETE = 'DELETE',
  /** Asks what is possible. */
  OPTIONS = 'OPTIONS',
  /** Opens a tunnel. */
  CONNECT = 'CONNECT',
  /** Echoes the request. */
  TRACE = 'TRACE',
}
