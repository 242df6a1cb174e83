// Generated from catalog/components/middleware/rate-limit.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `middleware.http.ratelimit` v1.
 */
export interface RateLimitProps extends ComponentOptions {
  /**
   * Number of requests that one client address may make per second.
   *
   * @default 100
   */
  readonly maxRequestsPerSecond?: number | MetadataValue;
}

/**
 * Limits the number of requests per second.
 *
 * The type is `middleware.http.ratelimit`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-rate-limit/
 */
export class RateLimit extends Component {
  constructor(scope: Construct, id: string, props: RateLimitProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'middleware.http.ratelimit',
  version: 'v1',
  fields: {
    maxRequestsPerSecond: { is: 'number' },
  },
};
