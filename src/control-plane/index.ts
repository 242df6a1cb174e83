export { ArgoCdApplicationOptions } from './argo-cd';
export { ControlPlane, ControlPlaneProps } from './control-plane';
export { FluxReleaseOptions } from './flux';
export { HelmCommandsOptions } from './helm-commands';
export { HelmObjectsOptions } from './helm-objects';
export * from './kubernetes-options';
export * from './trust-bundle';
export * from './cert-manager-trust-bundle';
