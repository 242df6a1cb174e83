import { at, list, mapping, text } from '../rules/read';
import { YamlProblem } from './yaml/events';
import { readDocument } from './yaml/read-document';

/** The files that a kustomization names as patches: parts of objects, which are none by themselves. */
export function patchesOf(kustomization: string): string[] {
  const value = mapping(valueOf(kustomization));
  const named = [...list(value.patches), ...list(value.patchesJson6902)].map((patch) => text(at(patch, 'path')));
  // These may be patches themselves, written out.
  const strategic = list(value.patchesStrategicMerge).map(text);
  return [...named, ...strategic].filter((path): path is string => path !== undefined && !path.includes('\n'));
}

function valueOf(kustomization: string): unknown {
  try {
    return readDocument(kustomization).value;
  } catch (error) {
    if (error instanceof YamlProblem) {
      return undefined;
    }
    throw error;
  }
}
