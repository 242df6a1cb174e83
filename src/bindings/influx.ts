// Generated from catalog/components/bindings/influx.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.influx` v1.
 */
export interface InfluxProps extends BindingOptions {
  /**
   * URL of the InfluxDB server.
   */
  readonly url: string | MetadataValue;

  /**
   * InfluxDB organization that owns the bucket.
   */
  readonly org: string | MetadataValue;

  /**
   * Name of the InfluxDB bucket that points are written to.
   */
  readonly bucket: string | MetadataValue;

  /**
   * InfluxDB API token that may write to the bucket.
   */
  readonly token: SecretValue;
}

/**
 * Writes points to InfluxDB and queries them.
 *
 * The type is `bindings.influx`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/influxdb/
 */
export class Influx extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: InfluxProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.influx',
  version: 'v1',
  directions: ['output'],
  fields: {
    url: { is: 'text', required: true, example: 'http://influx:8086' },
    org: { is: 'text', required: true },
    bucket: { is: 'text', required: true },
    token: { is: 'secret', required: true },
  },
};
