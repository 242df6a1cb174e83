import type { Resource } from '../model/resource';
import { at, isMapping, Mapping, Path } from '../read';

/** How an MCPServer is reached. */
export const TRANSPORTS = ['streamableHTTP', 'sse', 'stdio'] as const;

/** A transport of an MCPServer that is set. */
export interface Transport {
  readonly name: (typeof TRANSPORTS)[number];
  readonly settings: Mapping;
  readonly path: Path;
}

/** The transports that are set: more than one only by mistake. */
export function transportsOf({ spec }: Resource): Transport[] {
  return TRANSPORTS.flatMap((name) => {
    const settings = at(spec, 'endpoint', name);
    return isMapping(settings) ? [{ name, settings, path: ['spec', 'endpoint', name] }] : [];
  });
}
