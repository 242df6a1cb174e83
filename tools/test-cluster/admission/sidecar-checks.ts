/** Dapr's injector gives each pod the sidecar that its annotations ask for: each annotation by itself, and all pods of the examples. */
import { ApiObject, Testing } from 'cdk8s';
import { Sidecar, SidecarOptions } from '../../../src';
import { Kube } from '../../real/cluster/kube';
import { Tally } from '../../tally';
import { Arrival, Asking } from './arrival';
import { ARRIVALS, BROUGHT, SAMPLE_POD } from './arrivals';
import { expectedSidecar } from './expected-sidecar';
import { Installed, installed } from './installed';
import { withNamespaces } from './namespaces';
import { dryRun, Manifest } from './objects';
import { podsOf } from './pods';
import { expectedTexts } from './programs';
import { changes, Facts, lines, sidecarFacts } from './sidecar-facts';
import { objectsIn } from './texts';

/** Runs the checks; the namespaces are gone when it ends. */
export async function sidecarChecks(kube: Kube, tally: Tally): Promise<void> {
  const installation = await installed(kube);
  await withNamespaces(kube, async (namespaces) => {
    const namespace = await namespaces.fresh('annotations');
    await kube.apply([BROUGHT], '--namespace', namespace);
    await annotationChecks(kube, tally, installation, namespace);
    await exampleChecks(kube, tally, installation, await namespaces.fresh('pods'));
  });
}

async function annotationChecks(kube: Kube, tally: Tally, installation: Installed, namespace: string): Promise<void> {
  const pairs = Object.entries(ARRIVALS).map(([annotation, arrival], i) => ({
    annotation,
    arrival,
    without: pod(`without-${i}`, annotationsOf(arrival.beside ?? {})),
    with: pod(`with-${i}`, withAnnotation(annotation, arrival)),
  }));
  const plain = pod('plain', annotationsOf({}));
  const admitted = await dryRun(kube, namespace, [plain, ...pairs.flatMap((pair) => [pair.without, pair.with])]);

  tally.check('a pod that says nothing but its app id gets the sidecar that the chart was installed with', () =>
    same(sidecarFacts(admitted[0]), expectedSidecar(installation, namespace, plain)),
  );
  pairs.forEach(({ annotation, arrival, ...two }, i) => {
    tally.check(`${annotation} ${arrival.readBy === undefined ? 'arrives' : `changes nothing of the pod: ${readBy(arrival)}`}`, () => {
      const { annotations } = two.with.metadata;
      if (annotations[annotation] !== arrival.text) {
        throw new Error(`the options wrote ${JSON.stringify(annotations[annotation])}, expected ${JSON.stringify(arrival.text)}`);
      }
      const [before, after] = [sidecarFacts(admitted[1 + 2 * i]), sidecarFacts(admitted[2 + 2 * i])];
      const found = lines(changes(before, after));
      const asking: Asking = { annotations, ...SAMPLE_POD };
      const wanted = lines(effective(arrival.effect(arrival.text, asking), before));
      if (found !== wanted) {
        throw new Error(`the pod differs in\n${found}\nexpected\n${wanted}`);
      }
      if ((found === '') !== (arrival.readBy !== undefined)) {
        throw new Error(`${found === '' ? 'nothing' : 'something'} of the pod changes`);
      }
      return found === '' ? undefined : found.replaceAll('\n', '; ');
    });
  });
}

function readBy({ readBy: who }: Arrival): string {
  return who === 'operator' ? 'the operator reads it' : 'it is not read from here';
}

/** Changes that change something. */
function effective(all: { readonly [fact: string]: string | undefined }, before: Facts): { readonly [fact: string]: string | undefined } {
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => before.get(name) !== value));
}

/** The annotations that the library writes for some options. */
function annotationsOf(options: SidecarOptions): { [name: string]: string } {
  const template = { metadata: {}, spec: SAMPLE_POD };
  const deployment = new ApiObject(Testing.chart(), 'deployment', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'orders' },
    spec: { selector: {}, template },
  });
  Sidecar.inject(deployment, options);
  return deployment.toJson().spec.template.metadata.annotations;
}

function withAnnotation(annotation: string, { options, beside = {}, text }: Arrival): { [name: string]: string } {
  return options === undefined ? { ...annotationsOf(beside), [annotation]: text } : annotationsOf({ ...beside, ...options });
}

function pod(name: string, annotations: { [name: string]: string }): Manifest {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, annotations }, spec: SAMPLE_POD };
}

/** Throws with what is other than expected. */
function same(found: Facts, expected: Facts): string {
  const other = changes(expected, found);
  if (Object.keys(other).length > 0) {
    const wanted = lines(Object.fromEntries(Object.keys(other).map((name) => [name, expected.get(name)])));
    throw new Error(`the sidecar has\n${lines(other)}\nexpected\n${wanted}`);
  }
  return `${found.size} facts`;
}

async function exampleChecks(kube: Kube, tally: Tally, installation: Installed, namespace: string): Promise<void> {
  const examples = expectedTexts().map(({ title, text }) => ({ title, pods: objectsIn(text).flatMap(podsOf) }));
  const accounts = new Set(examples.flatMap(({ pods }) => pods.flatMap(({ spec }) => spec.serviceAccountName ?? [])));
  await kube.apply([...accounts].map((name) => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } })));
  for (const { title, pods } of examples.filter((example) => example.pods.length > 0)) {
    await tally.checkLater(`the injector gives the pods of examples/${title} the sidecar that they ask for`, async () => {
      const admitted = await dryRun(kube, namespace, pods);
      admitted.forEach((one, i) => same(sidecarFacts(one), expectedSidecar(installation, namespace, pods[i])));
      const asking = pods.filter(({ metadata }) => metadata.annotations?.['dapr.io/enabled'] === 'true');
      return `${pods.length} pods, ${asking.length} with a sidecar`;
    });
  }
}
