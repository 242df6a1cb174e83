import { copied } from '../private/copied';
import { Fields } from '../private/fields';
import { OTEL, OtelConnection, OtelDestination, otelJson } from './otel';

/**
 * What every way of tracing has.
 */
export interface TracingOptions {
  /**
   * The share of requests that are traced, from 0 (none) to 1 (all).
   *
   * @default 0.0001
   */
  readonly samplingRate?: number;
}

/**
 * How spans are sent to an OpenTelemetry collector.
 */
export interface OtelTracingOptions extends TracingOptions, OtelConnection {}

/**
 * Several destinations for the same spans.
 */
export interface TracingDestinations extends TracingOptions {
  /**
   * The URL of a Zipkin collector.
   *
   * @default - none
   */
  readonly zipkin?: string;

  /**
   * An OpenTelemetry collector.
   *
   * @default - the one that the sidecar's environment variables `OTEL_EXPORTER_OTLP_…` name
   */
  readonly otel?: OtelDestination;

  /**
   * Writes the spans into the sidecar's log.
   *
   * @default false
   */
  readonly stdout?: boolean;
}

/**
 * Where the spans of the sidecar go, and how many of them.
 *
 * ```ts
 * const tracing = dapr.Tracing.zipkin('http://zipkin:9411/api/v2/spans', { samplingRate: 1 });
 * ```
 *
 * @see https://docs.dapr.io/operations/observability/tracing/setup-tracing/
 */
export class Tracing {
  /**
   * Sends spans to a Zipkin collector.
   *
   * @param endpointAddress the whole URL, such as `http://zipkin:9411/api/v2/spans`
   * @param options the share of requests
   */
  public static zipkin(endpointAddress: string, options: TracingOptions = {}): Tracing {
    return new Tracing({ ...options, zipkin: endpointAddress });
  }

  /**
   * Sends spans to an OpenTelemetry collector.
   *
   * @param endpointAddress `host:port` without a scheme, such as `otel-collector:4317`
   * @param options protocol, TLS, headers, timeout and the share of requests
   */
  public static otel(endpointAddress: string, options: OtelTracingOptions = {}): Tracing {
    const { samplingRate, ...connection } = options;
    return new Tracing({ samplingRate, otel: { ...connection, endpointAddress } });
  }

  /**
   * Writes spans into the sidecar's log.
   *
   * @param options the share of requests
   */
  public static stdout(options: TracingOptions = {}): Tracing {
    return new Tracing({ ...options, stdout: true });
  }

  /**
   * Sends the same spans to several destinations.
   *
   * @param destinations where to, and the share of requests
   */
  public static of(destinations: TracingDestinations): Tracing {
    return new Tracing(destinations);
  }

  /** @internal */
  public readonly _values: TracingDestinations;

  private constructor(destinations: TracingDestinations) {
    this._values = copied(destinations);
  }
}

export const TRACING: Fields = {
  samplingRate: { is: 'number', min: 0, max: 1 },
  zipkin: {
    is: 'text',
    pattern: /^[a-z][a-z0-9+.-]*:\/\/[^/\s]+/i,
    expected: `an absolute URL, e.g. 'http://zipkin:9411/api/v2/spans'`,
  },
  otel: { is: 'object', fields: OTEL },
  stdout: { is: 'boolean' },
};

/** Checked tracing as the spec holds it. */
export function tracingJson(tracing: TracingDestinations): object {
  const { samplingRate = 0.0001, zipkin, otel, stdout } = tracing;
  return {
    samplingRate: String(samplingRate),
    ...(stdout === undefined ? {} : { stdout }),
    ...(zipkin === undefined ? {} : { zipkin: { endpointAddress: zipkin } }),
    ...(otel === undefined ? {} : { otel: otelJson(otel) }),
  };
}
