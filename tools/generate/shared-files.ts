/** Writes the files that serve all components: shared profiles, the table of types, the index of each category. */
import { Catalog, ComponentFact } from './catalog';
import { fileName, header, sharedName, sharedTable } from './component-file';
import { doc, enums, FieldContext, properties, quote, table, TYPES_BY_KIND } from './fields';
import { pascal } from './names';

export function authOptionsFile(catalog: Catalog): string {
  const profiles = Object.entries(catalog.profiles);
  const types = new Set(profiles.flatMap(([, profile]) => Object.values(profile.fields).flatMap((field) => TYPES_BY_KIND[field.is])));
  const about = (key: string): string => {
    const text = catalog.glossary[key];
    if (text === undefined) {
      throw new Error(`catalog/auth.yaml: catalog/glossary.yaml does not say what '${key}' is for`);
    }
    return text;
  };
  const seen = new Set<string>();
  const body = profiles.map(([name, profile]) => {
    const context: FieldContext = { owner: pascal(name.split('.')[0]), about };
    const fresh = Object.fromEntries(
      Object.entries(profile.fields).filter(([key, field]) => field.is === 'enum' && !seen.has(key) && seen.add(key)),
    );
    return `${enums(context, fresh)}${doc([profile.about], '')}export interface ${sharedName(name)}Options {\n${properties(context, profile.fields)}}\n`;
  });
  return `${header('catalog/auth.yaml')}import { ${['MetadataValue', 'SecretValue'].filter((type) => types.has(type)).join(', ')} } from '../metadata-value';

${body.join('\n')}`;
}

export function authProfilesFile(catalog: Catalog): string {
  const tables = Object.entries(catalog.profiles).map(([name, profile]) => {
    const anyOf = profile.anyOf ? `  anyOf: [${profile.anyOf.map(quote).join(', ')}],\n` : '';
    return `export const ${sharedTable(name)}: SharedProfile = {\n${anyOf}  fields: ${table(profile.fields, '  ')},\n};\n`;
  });
  return `${header('catalog/auth.yaml')}import { Fields } from '../private/fields';

interface SharedProfile {
  readonly anyOf?: readonly string[];
  readonly fields: Fields;
}

${tables.join('\n')}`;
}

export function componentTypesFile(catalog: Catalog): string {
  const byType = new Map<string, ComponentFact[]>();
  for (const component of catalog.components) {
    byType.set(component.type, [...(byType.get(component.type) ?? []), component]);
  }
  const rows = [...byType].sort(([a], [b]) => (a < b ? -1 : 1));
  const types = rows.map(([type, components]) => {
    const classes = [...components]
      .sort((a, b) => (a.version < b.version ? 1 : -1))
      .map((c) => `${c.version}: ${quote(`${c.module}.${c.class}`)}`);
    return `  ${quote(type)}: { classes: { ${classes.join(', ')} }${components[0].since ? `, since: ${quote(components[0].since)}` : ''} },\n`;
  });
  const aliases = new Map(catalog.components.flatMap((c) => (c.aliases ?? []).map((alias) => [alias, c.type])));
  const misnamed = catalog.components.flatMap((c) => (c.misnamed ? [`  ${quote(c.misnamed)}: ${quote(c.type)},\n`] : []));
  return `${header('catalog/components')}
/** Every type that the sidecar loads, its versions with the class of each (the newest first), and the first Dapr version that knows it. */
export const TYPES: { readonly [type: string]: { readonly classes: { readonly [version: string]: string }; readonly since?: string } } = {
${types.join('')}};

/** Other names of the same types. */
export const ALIASES: { readonly [alias: string]: string } = {
${[...aliases]
  .sort()
  .map(([alias, type]) => `  ${quote(alias)}: ${quote(type)},\n`)
  .join('')}};

/** Names that Dapr's own metadata uses and the sidecar does not load. */
export const MISNAMED: { readonly [name: string]: string } = {
${misnamed.sort().join('')}};
`;
}

export function indexFile(components: ComponentFact[]): string {
  const files = components.map(fileName).map((name) => `export * from './${name.replace(/\.ts$/, '')}';\n`);
  return `${header(`catalog/components/${components[0].category}`)}${files.sort().join('')}`;
}
