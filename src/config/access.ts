/**
 * Whether something is let through.
 */
export enum Access {
  /** It is let through. */
  ALLOW = 'allow',

  /** It is refused. */
  DENY = 'deny',
}
