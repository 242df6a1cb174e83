import type { Path } from '../rules/read';

/** Reads a path as messages show it: `spec.metadata[2].value`, and `metadata.annotations["dapr.io/app-id"]`. */
export function parsePath(text: string): Path {
  return [...text.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)].map(([, index, quoted, name]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? (JSON.parse(quoted) as string) : name,
  );
}
