// Generated from catalog/components/secretstores/kubernetes.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { SecretStore } from '../secret-store';
import { ComponentOptions } from '../component-options';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `secretstores.kubernetes` v1.
 */
export interface KubernetesProps extends ComponentOptions {
}

/**
 * Reads Kubernetes secrets.
 *
 * The type is `secretstores.kubernetes`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-secret-stores/kubernetes-secret-store/
 */
export class Kubernetes extends SecretStore {
  constructor(scope: Construct, id: string, props: KubernetesProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'secretstores.kubernetes',
  version: 'v1',
  fields: {},
};
