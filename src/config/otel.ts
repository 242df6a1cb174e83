import { Duration } from 'cdk8s';
import { MetadataValue, SecretValue } from '../metadata-value';
import { toJson } from '../private/field-text';
import { Fields } from '../private/fields';
import { Problems } from '../private/problems';
import { checkNamedValues, namedValuesJson } from '../private/value-references';

/**
 * How spans travel to an OpenTelemetry collector.
 */
export enum OtelProtocol {
  /** gRPC, on port 4317 as a rule. */
  GRPC = 'grpc',

  /** HTTP, on port 4318 as a rule. */
  HTTP = 'http',
}

/**
 * How an OpenTelemetry collector is reached.
 *
 * @see https://docs.dapr.io/operations/observability/tracing/otel-collector/open-telemetry-collector/
 */
export interface OtelConnection {
  /**
   * The protocol.
   *
   * @default OtelProtocol.GRPC
   */
  readonly protocol?: OtelProtocol;

  /**
   * Whether the connection uses TLS.
   *
   * @default true
   */
  readonly isSecure?: boolean;

  /**
   * What is sent along with each request, such as the token of a vendor.
   *
   * A reference needs the secret's name and its key. The secret has to exist in the application's namespace, or its
   * sidecar does not start.
   *
   * @default - none
   */
  readonly headers?: { [name: string]: string | MetadataValue | SecretValue };

  /**
   * How long a request may take.
   *
   * @default Duration.seconds(10)
   */
  readonly timeout?: Duration;
}

/**
 * An OpenTelemetry collector.
 *
 * @see https://docs.dapr.io/operations/observability/tracing/otel-collector/open-telemetry-collector/
 */
export interface OtelDestination extends OtelConnection {
  /** The collector's `host:port`, without a scheme. */
  readonly endpointAddress: string;
}

export const OTEL: Fields = {
  // A scheme of another kind, such as dns:///collector:4317, is a way to name a gRPC server.
  endpointAddress: {
    is: 'text',
    required: true,
    pattern: /^(?!https?:\/\/)\S+$/i,
    expected: `host:port without http://, e.g. 'otel-collector:4317'`,
  },
  protocol: { is: 'enum', of: Object.values(OtelProtocol) },
  isSecure: { is: 'boolean' },
  headers: { is: 'any' },
  timeout: { is: 'duration', min: 1 },
};

/** Reports headers that Dapr does not resolve. */
export function checkOtel(problems: Problems, owner: string, otel: OtelDestination | undefined): void {
  if (typeof otel === 'object' && otel !== null) {
    checkNamedValues(problems, owner, 'tracing.otel.headers', otel.headers, { env: false, key: true });
  }
}

/** A checked destination as the spec holds it. */
export function otelJson(otel: OtelDestination): object {
  return {
    protocol: OtelProtocol.GRPC,
    isSecure: true,
    ...toJson(OTEL, otel),
    ...(otel.headers === undefined ? {} : { headers: namedValuesJson(otel.headers) }),
  };
}
