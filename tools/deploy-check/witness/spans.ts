/** Reads what an exporter of OpenTelemetry sends, as far as to count the spans of each service. */

/** The fields of a message of protocol buffers that hold bytes: texts and other messages. */
function* fields(message: Buffer): Generator<{ readonly number: number; readonly bytes: Buffer }> {
  for (let at = 0; at < message.length;) {
    const [key, afterKey] = varint(message, at);
    const wireType = key & 7;
    if (wireType === LENGTH) {
      const [length, start] = varint(message, afterKey);
      yield { number: key >> 3, bytes: message.subarray(start, start + length) };
      at = start + length;
    } else {
      at = wireType === VARINT ? varint(message, afterKey)[1] : afterKey + (wireType === EIGHT_BYTES ? 8 : 4);
    }
  }
}

const VARINT = 0;
const EIGHT_BYTES = 1;
const LENGTH = 2;

/** A number and where it ends; what is above 32 bits is of no interest here. */
function varint(message: Buffer, start: number): [number, number] {
  let value = 0;
  for (let at = start, shift = 0; ; at++, shift += 7) {
    value |= shift < 32 ? (message[at] & 0x7f) << shift : 0;
    if (message[at] < 0x80) {
      return [value >>> 0, at + 1];
    }
  }
}

function all(message: Buffer, number: number): Buffer[] {
  return [...fields(message)].flatMap((field) => (field.number === number ? [field.bytes] : []));
}

/** The names of the spans of an `ExportTraceServiceRequest`, by `service.name`. */
export function spansOf(request: Buffer): Map<string, string[]> {
  const spans = new Map<string, string[]>();
  for (const resourceSpans of all(request, 1)) {
    const service = all(resourceSpans, 1).map(serviceOf).find(Boolean) ?? '';
    const names = all(resourceSpans, 2).flatMap((scope) => all(scope, 2).map((span) => String(all(span, 5)[0] ?? '')));
    spans.set(service, [...(spans.get(service) ?? []), ...names]);
  }
  return spans;
}

function serviceOf(resource: Buffer): string | undefined {
  const attribute = all(resource, 1).find((one) => String(all(one, 1)[0]) === 'service.name');
  const value = attribute && all(attribute, 2)[0];
  return value && String(all(value, 1)[0]);
}
