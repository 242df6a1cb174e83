import { didYouMean } from '../../private/nearest';
import { at, dynamicText, isMapping, Mapping, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { configuration } from './examples';
import { millisecondsOf } from '../go-duration';

export const nameResolutionSettings: Rule = {
  id: 'DAPR183',
  severity: 'error',
  title: 'Name resolution settings that do not work',
  why: 'A resolver that misses a setting is not set up, and a key that it does not know is skipped; in both cases a sidecar goes on, and calls of other applications fail or go elsewhere.',
  fix: 'Write the settings under spec.nameResolution.configuration, with the keys of the resolver.',
  source: 'github.com/dapr/components-contrib/nameresolution',
  facts: ['R186', 'R185'],
  symptoms: [
    /format must contain \{appid\} placeholder/,
    /missing connection string/,
    /update interval must /,
    /either namespaceName or namespaceId must be provided/,
  ],
  bad: [
    {
      yaml: configuration("nameResolution: { component: nameformat, version: v1, configuration: { format: 'apps-{app-id}.internal' } }"),
      says: ["'format' must hold {appid}, in whose place the app id comes: got 'apps-{app-id}.internal'"],
    },
    {
      yaml: configuration('nameResolution: { component: sqlite, version: v1, configuration: { conectionString: nr.db } }'),
      says: [
        "the name resolution 'sqlite' needs connectionString in spec.nameResolution.configuration",
        "'conectionString' is no key of the name resolution 'sqlite'; did you mean 'connectionString'?",
      ],
    },
    {
      yaml: configuration('nameResolution: { component: aws.cloudmap, version: v1, configuration: { region: eu-west-1 } }'),
      says: ["the name resolution 'aws.cloudmap' needs namespaceName or namespaceId in spec.nameResolution.configuration"],
    },
    {
      yaml: configuration('nameResolution: { component: sqlite, version: v1, configuration: { connectionString: nr.db, timeout: 10s } }'),
      says: [
        "'updateInterval' of the name resolution 'sqlite' must be whole seconds, and a second more than 'timeout': got 5s with a timeout of 10s",
      ],
    },
  ],
  good: [
    { yaml: configuration('nameResolution: { component: consul, version: v1, configuration: { selfRegister: true, useCache: true } }') },
    { yaml: configuration("nameResolution: { component: nameformat, version: v1, configuration: { format: 'apps-{appid}.internal' } }") },
  ],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      const name = (text(at(spec, 'nameResolution', 'component')) ?? '').toLowerCase().replace(/^hashicorp\./, '');
      const settings = at(spec, 'nameResolution', 'configuration');
      if (!Object.hasOwn(RESOLVERS, name) || !(isMapping(settings) || settings === undefined || settings === null)) {
        continue;
      }
      const { keys, oneOf, caseMatters } = RESOLVERS[name];
      const path = ['spec', 'nameResolution', 'configuration'];
      const given = settings ?? {};
      if (oneOf !== undefined && !oneOf.some((key) => valueOf(given, key) !== '')) {
        const names = oneOf.filter((key) => key !== 'url').join(' or ');
        const message = `the name resolution '${name}' needs ${names} in spec.nameResolution.configuration`;
        report.add(manifest, settings === given ? path : path.slice(0, 2), message);
      }
      for (const key of Object.keys(given)) {
        const isKnown = keys.some((known) => known === key || (caseMatters !== true && known.toLowerCase() === key.toLowerCase()));
        if (!isKnown && !isUnrendered(key)) {
          report.add(manifest, [...path, key], `'${key}' is no key of the name resolution '${name}'${didYouMean(key, keys)}`);
        }
      }
      if (name === 'sqlite') {
        const [every, longest] = [valueOf(given, 'updateInterval') || '5s', valueOf(given, 'timeout') || '1s'];
        const [interval, timeout] = [millisecondsOf(every), millisecondsOf(longest)];
        if (interval !== undefined && timeout !== undefined && (interval % 1000 !== 0 || interval - timeout < 1000)) {
          const message = `'updateInterval' of the name resolution 'sqlite' must be whole seconds, and a second more than 'timeout': got ${every} with a timeout of ${longest}`;
          report.add(manifest, path, message);
        }
      }
      const format = valueOf(given, 'format');
      if (name === 'nameformat' && format !== '' && !isUnrendered(format) && !format.includes('{appid}')) {
        const message = `'format' must hold {appid}, in whose place the app id comes: got '${format}'`;
        report.add(manifest, [...path, 'format'], message);
      }
    }
  },
};

interface Resolver {
  readonly keys: readonly string[];
  /** One of these must be set. */
  readonly oneOf?: readonly string[];
  readonly caseMatters?: boolean;
}

const RESOLVERS: { readonly [name: string]: Resolver } = {
  kubernetes: { keys: ['clusterDomain', 'template'], caseMatters: true },
  nameformat: { keys: ['format'], oneOf: ['format'] },
  consul: {
    keys: [
      ...['client', 'checks', 'tags', 'meta', 'queryOptions', 'advancedRegistration'],
      ...['daprPortMetaKey', 'selfRegister', 'selfDeregister', 'useCache'],
    ],
  },
  sqlite: {
    keys: [
      ...['connectionString', 'url', 'timeout', 'timeoutInSeconds', 'busyTimeout', 'disableWAL', 'tableName', 'metadataTableName'],
      ...['updateInterval', 'cleanupInterval', 'cleanupIntervalInSeconds'],
    ],
    oneOf: ['connectionString', 'url'],
  },
  'aws.cloudmap': {
    keys: [
      ...['namespaceName', 'namespaceId', 'defaultDaprPort', 'region', 'awsRegion', 'endpoint', 'accessKey', 'secretKey', 'sessionToken'],
      ...['awsAccessKey', 'awsSecretKey', 'awsSessionToken', 'assumeRoleArn', 'trustAnchorArn', 'trustProfileArn', 'sessionName'],
    ],
    oneOf: ['namespaceName', 'namespaceId'],
  },
};

function valueOf(settings: Mapping, key: string): string {
  const name = Object.keys(settings).find((given) => given.toLowerCase() === key.toLowerCase());
  return name === undefined ? '' : dynamicText(settings[name]);
}
