import { Code } from '../private/codes';
import { show } from '../private/field-words';
import { Problems } from '../private/problems';

/**
 * The status codes of gRPC.
 *
 * @see https://grpc.io/docs/guides/status-codes/
 */
export enum GrpcStatusCode {
  /** Success. */
  OK = '0',
  /** The caller gave up. */
  CANCELLED = '1',
  /** An error of no known kind. */
  UNKNOWN = '2',
  /** The caller sent something wrong. */
  INVALID_ARGUMENT = '3',
  /** It took too long. */
  DEADLINE_EXCEEDED = '4',
  /** It does not exist. */
  NOT_FOUND = '5',
  /** It exists already. */
  ALREADY_EXISTS = '6',
  /** The caller may not do it. */
  PERMISSION_DENIED = '7',
  /** A quota or a resource is used up. */
  RESOURCE_EXHAUSTED = '8',
  /** The state of the system does not allow it. */
  FAILED_PRECONDITION = '9',
  /** It collided with something else. */
  ABORTED = '10',
  /** It went past the end. */
  OUT_OF_RANGE = '11',
  /** The server does not have the operation. */
  UNIMPLEMENTED = '12',
  /** The server is broken. */
  INTERNAL = '13',
  /** The server is away for now. */
  UNAVAILABLE = '14',
  /** Data are lost for good. */
  DATA_LOSS = '15',
  /** The caller did not say who it is. */
  UNAUTHENTICATED = '16',
}

/**
 * Status codes after which a call is repeated.
 *
 * ```ts
 * const matching = [dapr.StatusCodes.http(429), dapr.StatusCodes.httpRange(500, 599), dapr.StatusCodes.grpc(dapr.GrpcStatusCode.UNAVAILABLE)];
 * ```
 */
export class StatusCodes {
  /**
   * Single HTTP codes.
   *
   * @param codes one or more codes from 100 to 599
   */
  public static http(...codes: number[]): StatusCodes {
    return new StatusCodes(HTTP, codes.map(single));
  }

  /**
   * All HTTP codes from one to another.
   *
   * @param first at least 100
   * @param last at most 599
   */
  public static httpRange(first: number, last: number): StatusCodes {
    return new StatusCodes(HTTP, [{ from: first, to: last, got: `${show(first)} to ${show(last)}` }]);
  }

  /**
   * Single gRPC codes.
   *
   * @param codes one or more codes
   */
  public static grpc(...codes: GrpcStatusCode[]): StatusCodes {
    return new StatusCodes(
      GRPC,
      codes.map((code) => ({ ...single(Number(code)), got: show(code) })),
    );
  }

  /**
   * The list of codes for each protocol, sorted: their order carries no meaning.
   *
   * @internal
   */
  public static _toJson(codes: StatusCodes[]): object {
    const json: { [wire: string]: string } = {};
    for (const protocol of [HTTP, GRPC]) {
      const ranges = codes.filter((some) => some.protocol === protocol).flatMap((some) => some.ranges);
      const texts = [...ranges]
        .sort((a, b) => a.from - b.from || a.to - b.to)
        .map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
      if (texts.length > 0) {
        json[protocol.wire] = [...new Set(texts)].join(',');
      }
    }
    return json;
  }

  private constructor(
    private readonly protocol: Protocol,
    private readonly ranges: Range[],
  ) {}

  /** @internal */
  public _check(problems: Problems, name: string): void {
    const { title, least, most } = this.protocol;
    if (this.ranges.length === 0) {
      problems.add(Code.REQUIRED, `${name} must have one or more ${title} codes: got an empty list, which Dapr takes for every code`);
    }
    for (const { from, to, got } of this.ranges) {
      if (![from, to].every(Number.isInteger) || from < least || to > most || from > to) {
        problems.add(Code.MALFORMED, `${name} must have ${title} codes from ${least} to ${most}, the lower one first: got ${got}`);
      }
    }
  }
}

interface Protocol {
  readonly title: string;
  readonly wire: string;
  readonly least: number;
  readonly most: number;
}

interface Range {
  readonly from: number;
  readonly to: number;
  /** As the user wrote it, for messages. */
  readonly got: string;
}

const HTTP: Protocol = { title: 'HTTP', wire: 'httpStatusCodes', least: 100, most: 599 };
const GRPC: Protocol = { title: 'gRPC', wire: 'gRPCStatusCodes', least: 0, most: 16 };

function single(code: number): Range {
  return { from: code, to: code, got: show(code) };
}
