// Generated from catalog/components/bindings/dubbo.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.dubbo` v1.
 */
export interface DubboProps extends BindingOptions {
}

/**
 * Calls methods of Apache Dubbo services.
 *
 * The type is `bindings.dubbo`, version v1; `bindings.alicloud.dubbo` is the same. Dapr calls it alpha.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/
 */
export class Dubbo extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: DubboProps = {}) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.dubbo',
  version: 'v1',
  directions: ['output'],
  fields: {},
};
