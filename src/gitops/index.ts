export * from './argo-cd-application';
export * from './argo-cd-application-set';
export * from './argo-cd-options';
export * from './flux-git-repository';
export * from './flux-kustomization';
export * from './flux-oci-repository';
export * from './flux-source';
export * from './sync-waves';
