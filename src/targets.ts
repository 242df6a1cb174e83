/**
 * An application that something is about: an `Application`, or anything else with an app id.
 */
export interface IApplicationTarget {
  /** The app id that the application's sidecar runs under. */
  readonly appId: string;
}
