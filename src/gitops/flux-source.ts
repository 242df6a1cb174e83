/**
 * What Flux takes manifests from: a `FluxGitRepository`, a `FluxOciRepository`, or one of them that exists already.
 */
export interface IFluxSource {
  /** The kind: `GitRepository`, `OCIRepository` or `Bucket`. */
  readonly kind: string;

  /** The name. */
  readonly name: string;

  /** The namespace. */
  readonly namespace: string;
}
