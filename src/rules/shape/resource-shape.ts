import { RESOURCE_SHAPES } from '../../generated/resource-shapes';
import { DAPR_KINDS } from '../model/kinds';
import { Manifest } from '../model/manifest';

/** What a CRD of Dapr says of one place in a resource. */
export interface Shape {
  readonly is: 'object' | 'map' | 'list' | 'text' | 'integer' | 'int32' | 'boolean' | 'any';
  /** Of an object. */
  readonly fields?: { readonly [name: string]: Shape };
  readonly required?: readonly string[];
  /** Of each item of a list, or each value of a map; nothing for values of any kind. */
  readonly items?: Shape;
  /** The only texts that are allowed. */
  readonly of?: readonly string[];
  /** The fewest and the most items of a list, or letters of a text. */
  readonly min?: number;
  readonly max?: number;
  /** Of a list: no item twice. */
  readonly set?: boolean;
  /** The first Dapr whose CRD has it; older ones drop it. */
  readonly since?: string;
}

/** The shape of everything but `apiVersion`, `kind` and `metadata`; nothing for what the API server does not serve. */
export function shapeOf({ kind, apiVersion }: Manifest): Shape | undefined {
  return Object.hasOwn(DAPR_KINDS, kind) && DAPR_KINDS[kind].includes(apiVersion) ? RESOURCE_SHAPES[`${apiVersion} ${kind}`] : undefined;
}
