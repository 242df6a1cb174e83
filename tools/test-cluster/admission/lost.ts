/** Compares what was written with what is read back: an API server drops fields that it does not know, and says so only when asked. */
import { Manifest } from './objects';

/**
 * What of a written object is not there any more when it is read: a line for each place. What the server adds counts for nothing.
 *
 * @param written what we wrote
 * @param read what the API server has of it
 */
export function lost(written: Manifest, read: Manifest): string[] {
  const problems = missing(stored(written, read), read, []);
  return problems.filter(({ zero }) => !(zero && isOfKubernetes(written))).map(({ line }) => line);
}

interface Problem {
  readonly line: string;
  /** Whether it is Go's zero of its type that is not there: Kubernetes' own kinds leave that out, and mean it. */
  readonly zero?: boolean;
}

/** Whether the API server keeps a kind as Go's structs; a custom resource it keeps as it was written. */
function isOfKubernetes({ apiVersion }: Manifest): boolean {
  return /^(v1|(apps|batch|autoscaling|policy)\/\w+|[a-z.]+\.k8s\.io\/\w+)$/.test(apiVersion);
}

/** What is kept where it was written in another way. */
function stored(written: Manifest, read: Manifest): Manifest {
  const { stringData, ...rest } = written;
  // Of what has no namespace, kubectl sends none: cdk8s writes the chart's into each object.
  const { namespace, ...metadata } = rest.metadata;
  const placed = read?.metadata?.namespace === undefined ? { ...rest, metadata } : rest;
  if (written.kind !== 'Secret' || stringData === undefined) {
    return stringData === undefined ? placed : { ...placed, stringData };
  }
  const encoded = Object.entries(stringData).map(([key, text]) => [key, Buffer.from(String(text)).toString('base64')]);
  return { ...placed, data: { ...rest.data, ...Object.fromEntries(encoded) } };
}

type Path = readonly (string | number)[];

function missing(written: unknown, read: unknown, path: Path): Problem[] {
  if (written === null || written === undefined) {
    return []; // the same as nothing
  }
  if (Array.isArray(written)) {
    if (!Array.isArray(read)) {
      return [differs(written, read, path)];
    }
    return written.length === read.length
      ? written.flatMap((item, i) => missing(item, read[i], [...path, i]))
      : [{ line: `${text(path)}: wrote ${written.length} items, read ${read.length}` }];
  }
  if (typeof written === 'object') {
    if (typeof read !== 'object' || read === null || Array.isArray(read)) {
      return [differs(written, read, path)];
    }
    return Object.entries(written).flatMap(([key, value]) => missing(value, (read as Manifest)[key], [...path, key]));
  }
  return written === read || (isQuantity(path) && sameQuantity(written, read)) ? [] : [differs(written, read, path)];
}

function isZero(value: unknown): boolean {
  return typeof value === 'object' ? Object.keys(value!).length === 0 : [0, false, ''].includes(value as never);
}

/** An empty mapping says something where it chooses one of several: the kind of a volume. */
function isSwitch(path: Path): boolean {
  return path.at(-1) === 'emptyDir';
}

function isQuantity(path: Path): boolean {
  return ['limits', 'requests', 'hard', 'capacity'].includes(String(path.at(-2))) || path.at(-1) === 'sizeLimit';
}

const FACTORS: { readonly [suffix: string]: number } = { n: 1e-9, u: 1e-6, m: 1e-3, '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 };
const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** The API server writes `1000m` as `1`. */
function sameQuantity(written: unknown, read: unknown): boolean {
  const [a, b] = [written, read].map((value) => {
    const [, number, suffix] = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(String(value)) ?? [];
    const factor = BINARY.includes(suffix) ? 1024 ** (BINARY.indexOf(suffix) + 1) : FACTORS[suffix];
    return Number(number) * factor;
  });
  return Math.abs(a - b) <= Math.abs(a) * 1e-9;
}

function differs(written: unknown, read: unknown, path: Path): Problem {
  return {
    line: `${text(path)}: wrote ${JSON.stringify(written)}, read ${read === undefined ? 'nothing' : JSON.stringify(read)}`,
    zero: read === undefined && isZero(written) && !isSwitch(path),
  };
}

function text(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : /^[\w-]+$/.test(step) ? `.${step}` : `["${step}"]`))
    .join('')
    .replace(/^\./, '');
}
