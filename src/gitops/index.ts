export { ArgoCdApplication, ArgoCdApplicationProps } from './argo-cd-application';
export { ArgoCdApplicationSet, ArgoCdApplicationSetProps, ArgoCdEnvironment } from './argo-cd-application-set';
export { ArgoCdDestination, ArgoCdIgnoredDifference, ArgoCdSource, ArgoCdSyncPolicy } from './argo-cd-options';
export { FluxGitRepository, FluxGitRepositoryProps } from './flux-git-repository';
export { FluxKustomization, FluxKustomizationProps, IFluxKustomization } from './flux-kustomization';
export { FluxOciRepository, FluxOciRepositoryProps } from './flux-oci-repository';
export { IFluxSource } from './flux-source';
export { SyncWaves, SyncWavesOptions } from './sync-waves';
