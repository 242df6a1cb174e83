import { Fields } from '../private/fields';

/**
 * What the sidecar logs.
 *
 * @see https://docs.dapr.io/operations/troubleshooting/api-logs-troubleshooting/
 */
export interface Logging {
  /**
   * Logs of the calls to the sidecar's APIs.
   *
   * @default - none
   */
  readonly apiLogging?: ApiLogging;
}

/**
 * Logs of the calls to the sidecar's APIs.
 *
 * @see https://docs.dapr.io/operations/troubleshooting/api-logs-troubleshooting/
 */
export interface ApiLogging {
  /**
   * Logs each call. The annotation `dapr.io/enable-api-logging` of an application wins over it.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Logs the kind of call instead of its path, which may hold personal data.
   *
   * @default false
   */
  readonly obfuscateUrls?: boolean;

  /**
   * Leaves health checks out.
   *
   * @default false
   */
  readonly omitHealthChecks?: boolean;
}

export const LOGGING: Fields = {
  apiLogging: {
    is: 'object',
    fields: {
      enabled: { is: 'boolean' },
      obfuscateUrls: { is: 'boolean', wire: 'obfuscateURLs' },
      omitHealthChecks: { is: 'boolean' },
    },
  },
};
