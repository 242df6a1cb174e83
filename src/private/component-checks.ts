import type { ComponentProps } from '../component';
import type { DaprVersion } from '../dapr-version';
import { Code } from './codes';
import { MetadataItem, metadataItem, metadataItems } from './component-metadata';
import { AuthProfile, ClassSchema, ComponentSchema } from './component-schema';
import { checkFields, Fields, Place } from './fields';
import { checkLoadable } from './loadable';
import { checkName, checkScopes } from './names';
import { Problems } from './problems';
import { checkNeededSince, checkSecretStore } from './resource-checks';

/** The properties of every component. */
const OPTIONS: Fields = {
  scopes: { is: 'texts' },
  secretStore: { is: 'any' },
  initTimeout: { is: 'duration' },
  ignoreErrors: { is: 'boolean' },
  objectMeta: { is: 'any' },
};

const UNTYPED: Fields = { ...OPTIONS, type: { is: 'text', required: true }, version: { is: 'text' }, metadata: { is: 'any' } };

/** Reports all that is wrong with a component's props, and gives its metadata. */
export function checkComponent(
  problems: Problems,
  version: DaprVersion,
  id: string,
  props: ComponentProps,
  typed: { schema: ComponentSchema; values: object } | undefined,
  ofClass: ClassSchema | undefined,
): MetadataItem[] {
  checkName(problems, 'Component', props.objectMeta?.name ?? id);
  checkScopes(problems, props.scopes);
  checkSecretStore(problems, typed === undefined ? 'Component' : `${typed.schema.type} ${typed.schema.version}`, props.secretStore);
  const before = problems.count;
  const items = typed === undefined ? untypedItems(problems, version, props, ofClass) : typedItems(problems, version, typed, ofClass);
  if (problems.count > before) {
    return []; // what is wrong has no text
  }
  const all = [...items, ...classItems(problems, ofClass, typed?.values ?? props)];
  checkDuplicates(problems, all);
  return all;
}

function classItems(problems: Problems, ofClass: ClassSchema | undefined, values: object): MetadataItem[] {
  ofClass?.check?.(problems, values);
  return (ofClass?.items(values) ?? []).map(([name, value]) => metadataItem(problems, name, value)).filter((item) => item !== undefined);
}

function typedItems(
  problems: Problems,
  version: DaprVersion,
  typed: { schema: ComponentSchema; values: object },
  ofClass?: ClassSchema,
): MetadataItem[] {
  const { schema, values } = typed;
  const place: Place = { owner: `${schema.type} ${schema.version}`, version, references: true };
  checkNeededSince(problems, version, place.owner, schema.since);
  const auth: Fields = schema.auth === undefined ? {} : { auth: { is: 'auth', ...schema.auth } };
  const before = problems.count;
  checkFields(problems, place, { ...schema.fields, ...auth, ...ofClass?.fields, ...OPTIONS }, values);
  checkAnyOf(problems, place, schema.anyOf, values);
  const profile = (values as { auth?: { _auth?: AuthProfile } }).auth?._auth;
  if (profile !== undefined) {
    checkProfile(problems, place, schema, profile, values);
  }
  if (problems.count > before) {
    return [];
  }
  const items = metadataItems(schema.fields, values);
  const written = new Set(items.map((item) => item.name));
  const sets = Object.entries(profile?.sets ?? {}).filter(([name]) => !written.has(name));
  return [
    ...items,
    ...sets.map(([name, value]) => ({ name, value })),
    ...(profile === undefined ? [] : metadataItems(profile.fields, profile.values)),
  ];
}

function checkProfile(problems: Problems, place: Place, schema: ComponentSchema, profile: AuthProfile, values: object): void {
  if (profile.type !== schema.type) {
    problems.add(
      Code.WRONG_TYPE,
      `'auth' of ${place.owner} must be ${schema.auth!.expected}: got a way for ${profile.type} to authenticate`,
    );
    return;
  }
  checkNeededSince(problems, place.version, `'auth' ${profile.name} of ${place.owner}`, profile.since);
  checkFields(problems, place, profile.fields, profile.values, 'auth.');
  checkAnyOf(problems, place, profile.anyOf, profile.values, 'auth.');
  const given = values as Record<string, unknown>;
  for (const name of schema.authExcludes ?? []) {
    if (given[name] !== undefined) {
      problems.add(Code.CONFLICT, `'${name}' of ${place.owner} does not go with auth ${profile.name}: give one of the two`);
    }
  }
  for (const [name, value] of Object.entries(profile.sets ?? {})) {
    if (given[name] !== undefined && String(given[name]) !== value) {
      problems.add(Code.CONFLICT, `'${name}' of ${place.owner} must be ${value} with auth ${profile.name}: got ${String(given[name])}`);
    }
  }
}

function checkAnyOf(problems: Problems, place: Place, anyOf: readonly string[] | undefined, values: object, prefix = ''): void {
  if (anyOf !== undefined && anyOf.every((name) => (values as Record<string, unknown>)[name] === undefined)) {
    problems.add(
      Code.REQUIRED,
      `${anyOf.map((name) => `'${prefix}${name}'`).join(' or ')} is required by ${place.owner}: got none of them`,
    );
  }
}

function untypedItems(problems: Problems, version: DaprVersion, props: ComponentProps, ofClass?: ClassSchema): MetadataItem[] {
  checkFields(problems, { owner: 'Component', version }, { ...UNTYPED, ...ofClass?.fields }, props);
  if (typeof props.type === 'string') {
    checkLoadable(problems, version, props.type, props.version ?? 'v1');
  }
  const metadata = Object.entries(props.metadata ?? {}).filter(([, value]) => value !== undefined);
  return metadata
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => metadataItem(problems, name, value))
    .filter((item) => item !== undefined);
}

/** Most components refuse to start with keys that differ only in case; the others drop one of them. */
function checkDuplicates(problems: Problems, items: MetadataItem[]): void {
  const seen = new Map<string, string>();
  for (const { name } of items) {
    const first = seen.get(name.toLowerCase());
    if (first === undefined) {
      seen.set(name.toLowerCase(), name);
    } else {
      problems.add(
        Code.DUPLICATE,
        `metadata '${name}' is set twice${first === name ? '' : `, also as '${first}', and Dapr does not tell them apart`}: set it once`,
      );
    }
  }
}
