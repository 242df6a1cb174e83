// Generated from catalog/components/crypto/kubernetes-secrets.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `crypto.dapr.kubernetes.secrets` v1.
 */
export interface KubernetesSecretsProps extends ComponentOptions {
  /**
   * Namespace of keys named without one; else they are written namespace/secret/key.
   *
   * @default - not set
   */
  readonly defaultNamespace?: string | MetadataValue;

  /**
   * Path of a kubeconfig file; not needed inside the cluster.
   *
   * @default - not set
   */
  readonly kubeconfigPath?: string | MetadataValue;
}

/**
 * Encrypts and signs with keys kept in Kubernetes secrets.
 *
 * The type is `crypto.dapr.kubernetes.secrets`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Dapr's own metadata names it `crypto.kubernetes.secrets`, which the sidecar does not load.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-cryptography/kubernetes-secrets/
 */
export class KubernetesSecrets extends Component {
  constructor(scope: Construct, id: string, props: KubernetesSecretsProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'crypto.dapr.kubernetes.secrets',
  version: 'v1',
  fields: {
    defaultNamespace: { is: 'text' },
    kubeconfigPath: { is: 'text' },
  },
};
