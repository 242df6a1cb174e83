/** What rules, a real sidecar and a real API server judge: manifests that nothing is wrong with. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, Testing } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { authSample, CATALOG, Chosen, classOf, leastProps, samples } from './samples';
import { DaprVersion } from '../../src';
import { ComponentFact } from '../../tools/generate/catalog';
import { propertyOf } from '../../tools/generate/fields';

export interface Case {
  readonly title: string;
  readonly manifest: any;
}

function manifestOf(component: ComponentFact, props: object, version: DaprVersion): any {
  const chart = Testing.chart();
  DaprVersion.use(chart, version);
  const name = `${component.category}-${component.class}`.toLowerCase();
  // Not synthesized: every field at once goes together for no component.
  return new (classOf(component))(chart, name, { ...props, initTimeout: Duration.seconds(2) }).toJson();
}

/** Every class of a Dapr version: with the least that it takes, with every field, and with each way to authenticate. */
export function catalogCases(version = DaprVersion.DEFAULT): Case[] {
  const has = (since: string | undefined): boolean => since === undefined || version.isAtLeast(DaprVersion.parse(since));
  const known = CATALOG.components.filter(({ since }) => has(since));
  const chosen =
    ({ reads }: ComponentFact): Chosen =>
    (field, key) =>
      has(field.since) && has(reads.since?.[key]);
  const least = known.map((component) => ({
    title: `least  ${component.type} ${component.version}`,
    manifest: manifestOf(component, leastProps(component).props, version),
  }));
  const every = known.map((component) => {
    const { auth } = leastProps(component).props;
    const { props } = samples(component, component.fields, chosen(component));
    return {
      title: `every  ${component.type} ${component.version}`,
      manifest: manifestOf(component, auth === undefined ? props : { ...props, auth }, version),
    };
  });
  const auth = known.flatMap((component) =>
    Object.entries(component.auth ?? {})
      .filter(([, profile]) => has(profile.since))
      .map(([name]) => {
        const { props } = leastProps(component);
        const excluded = (component.authExcludes ?? []).map((key) => propertyOf(key, component.fields[key]));
        const kept = Object.fromEntries(Object.entries(props).filter(([property]) => !excluded.includes(property)));
        return {
          title: `${name}  ${component.type} ${component.version}`,
          manifest: manifestOf(component, { ...kept, auth: authSample(component, name, chosen(component)).auth }, version),
        };
      }),
  );
  return [...least, ...every, ...auth];
}

/** The manifests of the examples: each file's text, by its path below `examples`. */
export function exampleTexts(): [string, string][] {
  const examples = join(__dirname, '../../examples');
  return readdirSync(examples)
    .map((example) => join(example, 'expected'))
    .filter((folder) => existsSync(join(examples, folder)))
    .flatMap((folder) => readdirSync(join(examples, folder)).map((file) => join(folder, file)))
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => [path, readFileSync(join(examples, path), 'utf8')]);
}

/** The components of the examples. */
export function exampleCases(): Case[] {
  return exampleTexts()
    .flatMap(([, text]) => loadAll(text) as any[])
    .filter((manifest) => manifest.kind === 'Component')
    .map((manifest) => ({
      title: `example ${manifest.metadata.name} (${manifest.spec.type})`,
      manifest: { ...manifest, metadata: { name: manifest.metadata.name } },
    }));
}
