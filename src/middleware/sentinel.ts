// Generated from catalog/components/middleware/sentinel.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `middleware.http.sentinel` v1.
 */
export interface SentinelProps extends ComponentOptions {
  /**
   * Name under which Sentinel reports this app.
   */
  readonly appName: string | MetadataValue;

  /**
   * Folder for the log files of Sentinel.
   *
   * @default - not set
   */
  readonly logDir?: string | MetadataValue;

  /**
   * Rules that cap the request rate, as a JSON array of Sentinel rules.
   *
   * @default - not set
   */
  readonly flowRules?: string | MetadataValue;

  /**
   * Circuit breaker rules of Sentinel, as a JSON array.
   *
   * @default - not set
   */
  readonly circuitBreakerRules?: string | MetadataValue;

  /**
   * Rules that cap requests by parameter value, as a JSON array of Sentinel rules.
   *
   * @default - not set
   */
  readonly hotSpotParamRules?: string | MetadataValue;

  /**
   * Rules that cap requests in flight, as a JSON array of Sentinel rules.
   *
   * @default - not set
   */
  readonly isolationRules?: string | MetadataValue;

  /**
   * Rules that guard the whole process, as a JSON array of Sentinel rules.
   *
   * @default - not set
   */
  readonly systemRules?: string | MetadataValue;
}

/**
 * Guards the app with Sentinel rules for flow control and circuit breaking.
 *
 * The type is `middleware.http.sentinel`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-sentinel/
 */
export class Sentinel extends Component {
  constructor(scope: Construct, id: string, props: SentinelProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'middleware.http.sentinel',
  version: 'v1',
  fields: {
    appName: { is: 'text', required: true },
    logDir: { is: 'text' },
    flowRules: { is: 'text' },
    circuitBreakerRules: { is: 'text' },
    hotSpotParamRules: { is: 'text' },
    isolationRules: { is: 'text' },
    systemRules: { is: 'text' },
  },
};
