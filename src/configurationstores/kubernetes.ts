// Generated from catalog/components/configuration/kubernetes.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `configuration.kubernetes` v1.
 */
export interface KubernetesProps extends ComponentOptions {
  /**
   * Name of the ConfigMap whose entries are served.
   */
  readonly configMapName: string | MetadataValue;

  /**
   * Path of a kubeconfig file; not needed inside the cluster.
   *
   * @default - not set
   */
  readonly kubeconfigPath?: string | MetadataValue;

  /**
   * How often the ConfigMap is read again besides watching it; 0 turns this off.
   *
   * @default - 0
   */
  readonly resyncPeriod?: Duration | MetadataValue;
}

/**
 * Reads configuration items from a Kubernetes ConfigMap.
 *
 * The type is `configuration.kubernetes`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.18.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-configuration-stores/kubernetes-configmap-configuration-store/
 */
export class Kubernetes extends Component {
  constructor(scope: Construct, id: string, props: KubernetesProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'configuration.kubernetes',
  version: 'v1',
  since: '1.18',
  fields: {
    configMapName: { is: 'text', required: true, example: 'settings' },
    kubeconfigPath: { is: 'text' },
    resyncPeriod: { is: 'duration' },
  },
};
