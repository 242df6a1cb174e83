// Generated from catalog/components/bindings/cron.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, IInputBinding, InputBindingOptions } from '../binding';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.cron` v1.
 */
export interface CronProps extends InputBindingOptions {
  /**
   * When to trigger: a cron expression with or without seconds, or a form such as `@every 15m`.
   */
  readonly schedule: string | MetadataValue;
}

/**
 * Triggers the app on a schedule.
 *
 * The type is `bindings.cron`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/cron/
 */
export class Cron extends Binding implements IInputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;

  constructor(scope: Construct, id: string, props: CronProps) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.cron',
  version: 'v1',
  directions: ['input'],
  fields: {
    schedule: { is: 'text', required: true, example: '@every 5m' },
  },
};
