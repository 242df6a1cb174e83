/** What rules, a real sidecar and a real API server judge: manifests that nothing is wrong with. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, Testing } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { authSample, CATALOG, classOf, leastProps, samples } from './samples';
import { ComponentFact } from '../../tools/generate/catalog';
import { propertyOf } from '../../tools/generate/fields';

export interface Case {
  readonly title: string;
  readonly manifest: any;
}

function manifestOf(component: ComponentFact, props: object): any {
  const chart = Testing.chart();
  const name = `${component.category}-${component.class}`.toLowerCase();
  // Not synthesized: every field at once goes together for no component.
  return new (classOf(component))(chart, name, { ...props, initTimeout: Duration.seconds(2) }).toJson();
}

/** Every class of Dapr 1.18: with the least that it takes, with every field, and with each way to authenticate. */
export function catalogCases(): Case[] {
  const known = CATALOG.components.filter((component) => component.since !== '1.19');
  const least = known.map((component) => ({
    title: `least  ${component.type} ${component.version}`,
    manifest: manifestOf(component, leastProps(component).props),
  }));
  const every = known.map((component) => {
    const { auth } = leastProps(component).props;
    const { props } = samples(component, component.fields, (field) => field.since === undefined);
    return {
      title: `every  ${component.type} ${component.version}`,
      manifest: manifestOf(component, auth === undefined ? props : { ...props, auth }),
    };
  });
  const auth = known.flatMap((component) =>
    Object.entries(component.auth ?? {})
      .filter(([, profile]) => profile.since !== '1.19')
      .map(([name]) => {
        const { props } = leastProps(component);
        const excluded = (component.authExcludes ?? []).map((key) => propertyOf(key, component.fields[key]));
        const kept = Object.fromEntries(Object.entries(props).filter(([property]) => !excluded.includes(property)));
        return {
          title: `${name}  ${component.type} ${component.version}`,
          manifest: manifestOf(component, { ...kept, auth: authSample(component, name, (field) => field.since === undefined).auth }),
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
