/** Writes the file of one component class. */
import { Catalog, ComponentFact, FieldFacts, ProfileFact } from './catalog';
import { checkCollisions, doc, enums, FieldContext, properties, propertyOf, quote, table, TYPES_BY_KIND } from './fields';
import { constantName, kebab, pascal } from './names';

interface Base {
  class: string;
  options: string;
  module: string;
  /** The properties that the options bring along. */
  properties: string[];
}

const COMMON = ['scopes', 'secretStore', 'initTimeout', 'ignoreErrors', 'objectMeta'];
const STATE = [...COMMON, 'keyPrefix', 'primaryEncryptionKey', 'secondaryEncryptionKey'];

function baseOf(component: ComponentFact): Base {
  const capable = (capability: string): boolean => component.capabilities?.includes(capability) ?? false;
  switch (component.category) {
    case 'state':
      return capable('actors') && capable('transactions')
        ? {
            class: 'TransactionalStateStore',
            options: 'TransactionalStateStoreOptions',
            module: '../state-store',
            properties: [...STATE, 'actorStateStore', 'outbox'],
          }
        : { class: 'StateStore', options: 'StateStoreOptions', module: '../state-store', properties: STATE };
    case 'pubsub':
      return {
        class: 'PubSub',
        options: 'PubSubOptions',
        module: '../pub-sub',
        properties: [...COMMON, 'consumerID', 'allowedTopics', 'protectedTopics', 'publishingScopes', 'subscriptionScopes'],
      };
    case 'bindings':
      return component.binding!.directions.includes('input')
        ? { class: 'Binding', options: 'InputBindingOptions', module: '../binding', properties: [...COMMON, 'direction', 'route'] }
        : { class: 'Binding', options: 'BindingOptions', module: '../binding', properties: COMMON };
    case 'secretstores':
      return { class: 'SecretStore', options: 'ComponentOptions', module: '../secret-store', properties: COMMON };
    case 'lock':
      return { class: 'LockStore', options: 'LockStoreOptions', module: '../lock-store', properties: [...COMMON, 'keyPrefix'] };
    default:
      return { class: 'Component', options: 'ComponentOptions', module: '../component', properties: COMMON };
  }
}

/** Interfaces that a capability brings, and the property that keeps other classes from being taken for one. */
const CAPABILITY_MEMBERS: Record<string, Record<string, { implements: string; member: string; about: string }>> = {
  state: {
    query: {
      implements: 'IQueryableStateStore',
      member: 'supportsQuery: boolean = true',
      about: 'The store finds values by their content.',
    },
    ttl: { implements: 'ITtlStateStore', member: 'supportsTtl: boolean = true', about: 'The store deletes values after a time to live.' },
  },
  pubsub: {
    bulk: {
      implements: 'IBulkPubSub',
      member: 'supportsBulk: boolean = true',
      about: 'The broker takes and gives several messages in one go.',
    },
    messageTtl: {
      implements: 'ITtlPubSub',
      member: 'supportsTtl: boolean = true',
      about: 'The broker drops messages after a time to live.',
    },
  },
};

const RETRY: FieldFacts = {
  Policy: { is: 'enum', of: ['constant', 'exponential'] },
  Duration: { is: 'duration' },
  InitialInterval: { is: 'duration' },
  RandomizationFactor: { is: 'number', min: 0, max: 1 },
  Multiplier: { is: 'number', min: 1 },
  MaxInterval: { is: 'duration' },
  MaxElapsedTime: { is: 'duration' },
  MaxRetries: { is: 'integer' },
};

export function componentFile(catalog: Catalog, component: ComponentFact): string {
  const base = baseOf(component);
  const fields = ownFields(component, base);
  const context: FieldContext = { owner: component.class, about: (key) => aboutField(catalog, component, key) };
  const profiles = Object.entries(component.auth ?? {});
  checkCollisions(component.file, [
    ...base.properties,
    ...Object.entries(fields).map(([key, field]) => propertyOf(key, field)),
    ...(profiles.length ? ['auth'] : []),
  ]);

  const profileFields = Object.assign({}, ...profiles.map(([, profile]) => profile.fields ?? {})) as FieldFacts;
  const body = [
    enums(context, { ...profileFields, ...fields }),
    ...profiles.map(([name, profile]) => profileInterface(catalog, component, context, name, profile)),
    profiles.length ? authClass(catalog, component, profiles) : '',
    propsInterface(component, base, context, fields),
    componentClass(catalog, component, base, fields),
    schema(component, fields),
    ...profiles.map(([name, profile]) => profileTable(name, profile)),
  ].join('');
  return `${header(component.file)}${imports(base, fields, profiles, body)}\n${body}`;
}

export function header(file: string): string {
  return `// Generated from ${file} by \`npm run generate\`; do not edit.\n`;
}

function ownFields(component: ComponentFact, base: Base): FieldFacts {
  const retry = component.retryPrefix
    ? Object.fromEntries(Object.entries(RETRY).map(([suffix, fact]) => [`${component.retryPrefix}${suffix}`, fact]))
    : {};
  const all = { ...component.fields, ...retry };
  return Object.fromEntries(Object.entries(all).filter(([key, field]) => !base.properties.includes(propertyOf(key, field))));
}

function aboutField(catalog: Catalog, component: ComponentFact, key: string): string {
  const { glossary } = catalog;
  const retry = component.retryPrefix && key.startsWith(component.retryPrefix) ? key.slice(component.retryPrefix.length) : '';
  const about =
    glossary[`${component.type}/${component.version}:${key}`] ??
    glossary[`${component.type}:${key}`] ??
    glossary[`retry:${retry.slice(0, 1).toLowerCase()}${retry.slice(1)}`] ??
    glossary[key];
  if (about === undefined) {
    throw new Error(`${component.file}: catalog/glossary.yaml does not say what '${key}' is for`);
  }
  return about;
}

function propsInterface(component: ComponentFact, base: Base, context: FieldContext, fields: FieldFacts): string {
  const auth = component.auth
    ? `${doc(['How the sidecar authenticates.', ...(component.authRequired ? [] : ['', '@default - without any of the profiles'])], '  ')}  readonly auth${component.authRequired ? '' : '?'}: ${component.class}Auth;\n\n`
    : '';
  const own = properties(context, fields);
  return `${doc([`The settings of \`${component.type}\` ${component.version}.`], '')}export interface ${component.class}Props extends ${base.options} {\n${auth}${own}}\n\n`;
}

function componentClass(catalog: Catalog, component: ComponentFact, base: Base, fields: FieldFacts): string {
  const about = catalog.glossary[`about:${component.type}/${component.version}`] ?? catalog.glossary[`about:${component.type}`];
  if (about === undefined) {
    throw new Error(`${component.file}: catalog/glossary.yaml does not say what about:${component.type} is`);
  }
  const names = [component.type, ...(component.aliases ?? [])].map((name) => `\`${name}\``);
  const lines = [
    about,
    '',
    `The type is ${names[0]}, version ${component.version}${names.length > 1 ? `; ${names.slice(1).join(' and ')} is the same` : ''}. Dapr calls it ${component.status}${component.stableImage ? '' : '; it is not in the image with stable components only'}.`,
    ...(component.since ? [`It needs Dapr ${component.since}.`] : []),
    ...(component.misnamed ? [`Dapr's own metadata names it \`${component.misnamed}\`, which the sidecar does not load.`] : []),
    ...(component.binding?.operations.length ? [`Operations: ${component.binding.operations.join(', ')}.`] : []),
    '',
    `@see ${component.docs}`,
  ];
  const members = capabilityMembers(component);
  const directions = (component.binding?.directions ?? []).map((direction) => ({
    implements: direction === 'input' ? 'IInputBinding' : 'IOutputBinding',
    member: direction === 'input' ? 'inputBindingName: string' : 'outputBindingName: string',
    about:
      direction === 'input'
        ? 'The name of the component, and its route where no other is set.'
        : 'The name of the component, by which applications call it.',
  }));
  const all = [...members, ...directions];
  const required = component.authRequired || Object.values(fields).some((field) => field.required);
  const implementing = all.length ? ` implements ${all.map((one) => one.implements).join(', ')}` : '';
  const declared = all.map((one) => `  /** ${one.about} */\n  public readonly ${one.member};\n`).join('');
  const assigned = directions.map((one) => `    this.${one.member.split(':')[0]} = this.name;\n`).join('');
  return `${doc(lines, '')}export class ${component.class} extends ${base.class}${implementing} {
${declared}${declared && '\n'}  constructor(scope: Construct, id: string, props: ${component.class}Props${required ? '' : ' = {}'}) {
    super(scope, id, typed(SCHEMA, props));
${assigned}  }
}

`;
}

function capabilityMembers(component: ComponentFact): { implements: string; member: string; about: string }[] {
  const known = CAPABILITY_MEMBERS[component.category] ?? {};
  return (component.capabilities ?? []).flatMap((capability) => known[capability] ?? []);
}

function schema(component: ComponentFact, fields: FieldFacts): string {
  const parts = [
    `  type: ${quote(component.type)},\n  version: ${quote(component.version)},\n`,
    component.since ? `  since: ${quote(component.since)},\n` : '',
    component.anyOf ? `  anyOf: [${component.anyOf.map(quote).join(', ')}],\n` : '',
    component.auth ? `  auth: { required: ${component.authRequired ?? false}, expected: ${quote(expectedAuth(component))} },\n` : '',
    component.authExcludes ? `  authExcludes: [${component.authExcludes.map(quote).join(', ')}],\n` : '',
    component.binding ? `  directions: [${component.binding.directions.map(quote).join(', ')}],\n` : '',
    `  fields: ${table(fields, '  ')},\n`,
  ];
  return `const SCHEMA: ComponentSchema = {\n${parts.join('')}};\n`;
}

function expectedAuth(component: ComponentFact): string {
  return Object.keys(component.auth!)
    .map((name, i) => (i === 0 ? `${component.class}Auth.${name}` : `.${name}`))
    .join(', ');
}

export function sharedName(uses: string): string {
  return uses.split('.').map(pascal).join('');
}

/** The table of a shared profile, in generated/auth-profiles. */
export function sharedTable(uses: string): string {
  return `${constantName(sharedName(uses))}_PROFILE`;
}

/** The interface of a profile's options, or undefined where it takes none. */
function optionsType(catalog: Catalog, component: ComponentFact, name: string, profile: ProfileFact): string | undefined {
  if (profile.fields) {
    return `${component.class}${pascal(name)}Options`;
  }
  return profile.uses && Object.keys(catalog.profiles[profile.uses].fields).length ? `${sharedName(profile.uses)}Options` : undefined;
}

function profileInterface(catalog: Catalog, component: ComponentFact, context: FieldContext, name: string, profile: ProfileFact): string {
  if (!profile.fields) {
    return '';
  }
  const shared = profile.uses ? ` extends ${sharedName(profile.uses)}Options` : '';
  if (profile.uses) {
    checkCollisions(`${component.file} auth ${name}`, [
      ...Object.keys(profile.fields),
      ...Object.keys(catalog.profiles[profile.uses].fields),
    ]);
  }
  return `${doc([`What \`${component.class}Auth.${name}\` takes.`], '')}export interface ${component.class}${pascal(name)}Options${shared} {\n${properties(context, profile.fields)}}\n\n`;
}

function authClass(catalog: Catalog, component: ComponentFact, profiles: [string, ProfileFact][]): string {
  const factories = profiles.map(([name, profile]) => {
    const options = optionsType(catalog, component, name, profile);
    const required = Object.values({ ...(profile.uses ? catalog.profiles[profile.uses].fields : {}), ...profile.fields }).some(
      (field) => field.required,
    );
    const about = profile.uses ? catalog.profiles[profile.uses].about : ABOUT_PROFILE[name];
    if (about === undefined) {
      throw new Error(`${component.file}: no sentence for the profile '${name}': add it to ABOUT_PROFILE in the generator`);
    }
    const lines = [
      `${about}${profile.since ? ` Since Dapr ${profile.since}.` : ''}`,
      ...(options ? ['', '@param options what to authenticate with'] : []),
    ];
    const parameter = options ? `options: ${options}${required ? '' : ' = {}'}` : '';
    return `${doc(lines, '  ')}  public static ${name}(${parameter}): ${component.class}Auth {\n    return new ${component.class}Auth({ ...${constantName(name)}, type: ${quote(component.type)}, values: ${options ? '{ ...options }' : '{}'} });\n  }\n`;
  });
  return `${doc([`A complete way for \`${component.type}\` to authenticate.`], '')}export class ${component.class}Auth {
${factories.join('\n')}
  /** @internal */
  public readonly _auth: AuthProfile<${quote(component.type)}>;

  private constructor(auth: AuthProfile<${quote(component.type)}>) {
    this._auth = auth;
  }
}

`;
}

const ABOUT_PROFILE: Record<string, string> = {
  connectionString: 'Authenticates with a connection string.',
  connectionStringWithEntraId: 'Authenticates with Microsoft Entra ID, with the endpoint from a connection string.',
  accountKey: 'Authenticates with the key of the storage account.',
  masterKey: 'Authenticates with the key of the account.',
  apiKey: 'Authenticates with an API key.',
  apiToken: 'Authenticates with an API token, with which the sidecar deploys the worker it needs.',
  deployedWorker: 'Uses a worker that is deployed already.',
  oidc: 'Authenticates with a token that an OpenID Connect provider gives for a client id and secret.',
  oidcPrivateKeyJwt: 'Authenticates with a token that an OpenID Connect provider gives for a signed assertion.',
  sasl: 'Authenticates with user name and password.',
  mtls: 'Authenticates with a client certificate.',
  none: 'Does not authenticate.',
  anonymous: 'Does not authenticate.',
  accessKey: 'Authenticates with an access key.',
  awsAssumeRole: 'Signs in to AWS as a role that the identity of the pod may assume.',
  token: 'Authenticates with a token.',
  tokenMountPath: 'Authenticates with a token from a file that is mounted into the sidecar.',
  jwt: 'Authenticates with a JSON Web Token and its seed key.',
  tls: 'Authenticates with a client certificate.',
  password: 'Authenticates with user name and password.',
  privateKey: 'Authenticates with a private key.',
  usernameAndPassword: 'Authenticates with user name and password.',
  externalSasl: 'Authenticates with a client certificate, by SASL EXTERNAL where that is switched on.',
  oauth2: 'Authenticates with a token that an OAuth 2.0 server gives for client credentials.',
  spiffe: 'Authenticates with the SPIFFE identity of the sidecar, federated with Microsoft Entra ID.',
  serviceAccountKey: 'Authenticates with the key of a service account.',
  instancePrincipal: 'Authenticates as the compute instance.',
  configurationFile: 'Authenticates with a profile of an OCI configuration file.',
};

function profileTable(name: string, profile: ProfileFact): string {
  const fields = profile.uses
    ? profile.fields
      ? `{ ...${sharedTable(profile.uses)}.fields, ...${table(profile.fields, '  ')} }`
      : `${sharedTable(profile.uses)}.fields`
    : table(profile.fields ?? {}, '  ');
  const parts = [
    `  name: ${quote(name)},\n`,
    profile.since ? `  since: ${quote(profile.since)},\n` : '',
    profile.anyOf
      ? `  anyOf: [${profile.anyOf.map(quote).join(', ')}],\n`
      : profile.uses
        ? `  anyOf: ${sharedTable(profile.uses)}.anyOf,\n`
        : '',
    profile.sets
      ? `  sets: { ${Object.entries(profile.sets)
          .map(([key, value]) => `${key}: ${quote(value)}`)
          .join(', ')} },\n`
      : '',
    `  fields: ${fields},\n`,
  ];
  return `\nconst ${constantName(name)}: AuthFacts = {\n${parts.join('')}};\n`;
}

function imports(base: Base, fields: FieldFacts, profiles: [string, ProfileFact][], body: string): string {
  const kinds = [...Object.values(fields), ...profiles.flatMap(([, profile]) => Object.values(profile.fields ?? {}))].map(
    (field) => field.is,
  );
  const types = new Set(kinds.flatMap((kind) => TYPES_BY_KIND[kind]));
  const pick = (names: string[]): string[] => names.filter((name) => types.has(name));
  const lines: [string, string[]][] = [
    ['cdk8s', pick(['Duration', 'Size'])],
    ['constructs', ['Construct']],
    [base.module, [base.class, ...(base.options === 'ComponentOptions' ? [] : [base.options]), ...interfacesUsed(body)].sort()],
    ['../component-options', base.options === 'ComponentOptions' ? ['ComponentOptions'] : []],
    ['../generated/auth-options', sharedUsed(profiles, body).filter((name) => name.endsWith('Options'))],
    ['../generated/auth-profiles', sharedUsed(profiles, body).filter((name) => name.endsWith('_PROFILE'))],
    ['../metadata-value', pick(['MetadataValue', 'SecretValue'])],
    ['../private/component-schema', [...(profiles.length ? ['AuthFacts', 'AuthProfile'] : []), 'ComponentSchema', 'typed']],
  ];
  return lines
    .filter(([, names]) => names.length)
    .map(([module, names]) => `import { ${names.join(', ')} } from '${module}';\n`)
    .join('');
}

function interfacesUsed(body: string): string[] {
  return ['IQueryableStateStore', 'ITtlStateStore', 'IBulkPubSub', 'ITtlPubSub', 'IInputBinding', 'IOutputBinding'].filter((name) =>
    body.includes(name),
  );
}

function sharedUsed(profiles: [string, ProfileFact][], body: string): string[] {
  const uses = [...new Set(profiles.map(([, profile]) => profile.uses).filter((use) => use !== undefined))];
  return uses.flatMap((use) => [sharedTable(use), `${sharedName(use)}Options`].filter((name) => new RegExp(`\\b${name}\\b`).test(body)));
}

export function fileName(component: ComponentFact): string {
  return `${kebab(component.class)}.ts`;
}
