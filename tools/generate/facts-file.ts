/** Writes what the rules know of each component: the catalog by type and version, without what only classes need. */
import { Catalog, ComponentFact, FieldFacts } from './catalog';
import { header } from './component-file';
import { quote } from './fields';

export function componentFactsFile(catalog: Catalog): string {
  const byType = new Map<string, ComponentFact[]>();
  for (const component of catalog.components) {
    byType.set(component.type, [...(byType.get(component.type) ?? []), component]);
  }
  const types = [...byType].sort(([a], [b]) => (a < b ? -1 : 1));
  const aliases = catalog.components.flatMap((c) => (c.aliases ?? []).map((alias): [string, string] => [alias, c.type]));
  return `${header('catalog/components')}import type { ComponentFacts } from '../rules/facts';

/** Every type, with the facts of each of its versions, the newest first. */
export const COMPONENTS: { readonly [type: string]: readonly ComponentFacts[] } = {
${types
  .map(
    ([type, all]) =>
      `  ${quote(type)}: [${[...all]
        .sort((a, b) => (a.version < b.version ? 1 : -1))
        .map((c) => facts(catalog, c))
        .join(', ')}],\n`,
  )
  .join('')}};

/** Other names of the same types. */
export const TYPE_ALIASES: { readonly [alias: string]: string } = {
${[...new Map(aliases)]
  .sort()
  .map(([alias, type]) => `  ${quote(alias)}: ${quote(type)},\n`)
  .join('')}};
`;
}

function facts(catalog: Catalog, component: ComponentFact): string {
  const fields: FieldFacts = { ...component.fields };
  for (const profile of Object.values(component.auth ?? {})) {
    const shared = profile.uses === undefined ? {} : catalog.profiles[profile.uses].fields;
    for (const [name, field] of Object.entries({ ...shared, ...profile.fields })) {
      fields[name] ??= { ...field, required: undefined };
    }
    for (const name of Object.keys(profile.sets ?? {})) {
      fields[name] ??= { is: 'text' };
    }
  }
  const keys = Object.fromEntries(
    Object.entries(fields).map(([name, { is, required, of, since, until, wire }]) => [
      wire ?? name,
      { is, required, of, secret: is === 'secret' || undefined, since, until },
    ]),
  );
  return JSON.stringify({
    type: component.type,
    version: component.version,
    class: `${component.module}.${component.class}`,
    stableImage: component.stableImage,
    since: component.since,
    capabilities: component.capabilities ?? [],
    directions: component.binding?.directions,
    operations: component.binding?.operations,
    keys,
  });
}
