import { resolve, sep } from 'node:path';
import { Locator } from '../../validate/locator';
import { Place, readSource } from '../../validate/read-source';
import { Source } from '../../validate/source';
import type { Input } from '../../validate/input';
import type { SelfHostedProblem } from '../../self-hosted/core/self-hosted';
import { Failure, UsageError } from '../errors';
import { findFiles } from '../validate/find-files';
import { readInput, readStdin } from '../validate/read-input';

/** Objects of files, and where each stands. */
export interface ReadManifests {
  readonly objects: readonly object[];
  readonly places: ReadonlyMap<object, Place>;
}

/**
 * Reads files, folders, patterns and stdin. What cannot be read stops everything: what is missing would be missing in what is written.
 *
 * @param without a folder whose files are not read: it is the one that is written
 */
export async function readManifests(operands: readonly string[], without: string): Promise<ReadManifests> {
  const own = resolve(without);
  const files = findFiles(operands.filter((operand) => operand !== '-')).filter(
    ({ path }) => !`${resolve(path)}${sep}`.startsWith(own + sep),
  );
  if (files.length === 0 && !operands.includes('-')) {
    throw new UsageError(`there are no manifests in ${operands.join(', ')} beside what was written into '${without}'`);
  }
  const inputs = [...(operands.includes('-') ? [await readStdin(process.stdin)] : []), ...files.map(readInput)];
  const read = inputs.map(objectsIn);
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) {
    throw new Failure(`what cannot be read cannot be run:\n${problems.map((problem) => `  ${problem}`).join('\n')}`, 2);
  }
  const placed = read.flatMap((one) => one.objects);
  return { objects: placed.map(({ body }) => body), places: new Map(placed.map(({ body, place }) => [body, place])) };
}

function objectsIn(input: Input): { objects: { body: object; place: Place }[]; problems: string[] } {
  if ('problem' in input) {
    return { objects: [], problems: [`${input.name}: ${input.problem.message}`] };
  }
  const source = new Source(input.name, input.text);
  const { objects, problems } = readSource(source, input.role);
  const stops = problems.filter(({ severity }) => severity === 'error').map(({ message, start }) => `${shown(source, start)}: ${message}`);
  return { objects: [...objects], problems: stops };
}

/** A problem in a line of its own: `k8s/store.yaml:12:5: Component shop/store spec.type: …`. */
export function problemLine({ place, message, object, path }: SelfHostedProblem, places: ReadonlyMap<object, Place>): string {
  const found = object === undefined ? undefined : places.get(object);
  if (found === undefined) {
    return `${place}: ${message}`;
  }
  const { start } = new Locator().locate(found.document, [...found.path, ...path], message);
  return `${shown(found.source, start)}: ${place}: ${message}`;
}

function shown(source: Source, offset: number): string {
  const { line, column } = source.positionOf(offset);
  return `${source.name}:${line}:${column}`;
}
