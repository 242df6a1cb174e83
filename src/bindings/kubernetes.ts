// Generated from catalog/components/bindings/kubernetes.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, IInputBinding, InputBindingOptions } from '../binding';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.kubernetes` v1.
 */
export interface KubernetesProps extends InputBindingOptions {
  /**
   * Kubernetes namespace whose events are read.
   */
  readonly namespace: string | MetadataValue;

  /**
   * Path of a kubeconfig file; not needed inside the cluster.
   *
   * @default '~/.kube/config'
   */
  readonly kubeconfigPath?: string | MetadataValue;

  /**
   * How often the whole list of events is read again; a bare number is in seconds.
   *
   * @default 10s
   */
  readonly resyncPeriodInSec?: number | MetadataValue;
}

/**
 * Triggers the app on events of a Kubernetes namespace.
 *
 * The type is `bindings.kubernetes`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: read.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/kubernetes-binding/
 */
export class Kubernetes extends Binding implements IInputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;

  constructor(scope: Construct, id: string, props: KubernetesProps) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.kubernetes',
  version: 'v1',
  directions: ['input'],
  fields: {
    namespace: { is: 'text', required: true },
    kubeconfigPath: { is: 'text' },
    resyncPeriodInSec: { is: 'integer' },
  },
};
