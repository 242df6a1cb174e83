import { Json } from './json';

export type ValueKind =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'enum'
  | 'list'
  | 'map'
  | 'any'
  | 'duration'
  | 'size'
  | 'quantity'
  | 'release name'
  | 'release namespace';

/** A value of a Helm chart, as the program asked for it. */
export interface Definition {
  /** `image.tag`; for what the release brings along, `Release.Name`. */
  readonly path: string;
  readonly kind: ValueKind;
  /** As it stands in values.yaml: durations and sizes are texts there. */
  readonly default: Json;
  readonly description?: string;
  readonly allowed?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Another value that the program takes. */
  readonly example?: Json;
  /** Where the program asked, `main.ts:12`. */
  readonly place: string;
}

/** What a value must be besides, so that the templates say what the program says. Found out while they are made. */
export interface Limits {
  /** Nothing (an empty text, list or map) is not what the program takes. */
  notEmpty?: boolean;
  /** Keys that a map must not have, because the program sets them itself. */
  readonly keys: Set<string>;
}

/** The values of a switch: all of them can be tried. */
export function domain({ kind, allowed }: Definition): Json[] | undefined {
  return kind === 'boolean' ? [true, false] : kind === 'enum' ? [...allowed!] : undefined;
}

export function isOfRelease({ kind }: Definition): boolean {
  return kind === 'release name' || kind === 'release namespace';
}
