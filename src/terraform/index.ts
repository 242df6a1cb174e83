/**
 * Dapr and what is made for it, as resources of Terraform: for cdktf, and for its successor cdktn. Neither is needed by anything else here.
 */
export { DaprManifests, DaprManifestsProps } from './dapr-manifests';
export { DaprRelease, DaprReleaseProps, IControlPlaneValues } from './dapr-release';
export { ITerraformLibrary } from './library';
export { TerraformOptions } from './resources';
