/** Makes the images that Dapr's chart asks for of Dapr's programs. */
import { DAPR, DaprProgram, dapr } from '../dapr';
import { Image } from '../image';

const PROGRAMS: readonly string[] = ['daprd', 'injector', 'operator', 'placement', 'scheduler', 'sentry'] satisfies DaprProgram[];

/**
 * An image for each that the objects of the chart name.
 *
 * @param rendered what `helm template` prints
 */
export function daprImages(rendered: string, version = DAPR): Image[] {
  return imagesOf(rendered).map((reference) => {
    const program = programOf(reference);
    return { reference, layers: [[{ path: `/${program}`, from: dapr(program, version) }]], entrypoint: [`/${program}`] };
  });
}

/** The images that containers run, and the one that the injector puts into Pods. */
export function imagesOf(rendered: string): string[] {
  const containers = [...rendered.matchAll(/^\s*(?:- )?image:\s*"?([^"\s]+)"?\s*$/gm)];
  const sidecars = [...rendered.matchAll(/name: SIDECAR_IMAGE\n\s*value:\s*"?([^"\s]+)"?\s*$/gm)];
  return [...new Set([...containers, ...sidecars].map(([, reference]) => reference))].sort();
}

function programOf(reference: string): DaprProgram {
  const name = reference.replace(/^.*\//, '').replace(/[:@].*$/, '');
  if (!PROGRAMS.includes(name)) {
    throw new Error(`the chart asks for the image ${reference}, which is none of Dapr's: ${PROGRAMS.join(', ')}`);
  }
  return name as DaprProgram;
}
