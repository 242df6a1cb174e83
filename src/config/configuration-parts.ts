import { Code } from '../private/codes';
import { toJson } from '../private/field-text';
import { show } from '../private/field-words';
import { Fields, Place } from '../private/fields';
import { isObject } from '../private/objects';
import { Problems } from '../private/problems';
import { checkSince } from '../private/resource-checks';
import { ACCESS_CONTROL } from './access-control';
import { API, ApiRule } from './api-rule';
import { checkComponents, COMPONENTS, WASM } from './components';
import type { ConfigurationProps } from './configuration';
import { Feature, FEATURE } from './feature';
import { HANDLER } from './handler';
import { LOGGING } from './logging';
import { checkMetrics, completeMetrics, METRICS } from './metrics';
import { NameResolution } from './name-resolution';
import { checkOtel } from './otel';
import { checkSecrets, SECRETS } from './secrets';
import { TRACING, TracingDestinations, tracingJson } from './tracing';
import { WORKFLOW } from './workflow';

/** What messages call the resource. */
export const OWNER = 'Configuration';

/** The properties of a Configuration, each part's table in its place. */
export const CONFIGURATION: Fields = {
  tracing: { is: 'object', fields: TRACING, expected: `a Tracing, e.g. Tracing.zipkin('http://zipkin:9411/api/v2/spans')` },
  metrics: { is: 'object', fields: METRICS },
  httpPipeline: { is: 'objects', fields: HANDLER, expected: 'a list of Handlers' },
  appHttpPipeline: { is: 'objects', fields: HANDLER, expected: 'a list of Handlers' },
  accessControl: { is: 'object', fields: ACCESS_CONTROL },
  api: { is: 'object', fields: API },
  secrets: { is: 'object', fields: SECRETS },
  components: { is: 'object', fields: COMPONENTS },
  features: { is: 'objects', fields: FEATURE, expected: 'a list of Features' },
  logging: { is: 'object', fields: LOGGING },
  nameResolution: { is: 'any' },
  wasm: { is: 'object', fields: WASM },
  workflow: { is: 'object', fields: WORKFLOW },
};

/** The properties as plain values, in which the tables find their fields. */
export type Parts = { readonly [name: string]: any };

type Given = Omit<ConfigurationProps, 'objectMeta'>;

/** Opens the values of this library's own classes. */
export function plainParts(given: Given): Parts {
  const { mtls, ...parts } = given as Given & { mtls?: unknown };
  return {
    ...parts,
    tracing: values(given.tracing),
    metrics: isObject(given.metrics) ? completeMetrics(given.metrics) : given.metrics,
    httpPipeline: values(given.httpPipeline),
    appHttpPipeline: values(given.appHttpPipeline),
    api: isObject(given.api) ? { ...given.api, allowed: values(given.api.allowed), denied: values(given.api.denied) } : given.api,
    features: values(given.features),
  };
}

/** Reports what the tables cannot say. */
export function checkParts(problems: Problems, place: Place, given: Given, parts: Parts): void {
  if ('mtls' in given) {
    problems.add(
      Code.UNKNOWN_PROPERTY,
      `'mtls' is not a property of ${OWNER}: Dapr reads it from the control plane's own configuration only; expected the property mtls of the ControlPlane, or a ControlPlaneConfiguration in the control plane's namespace`,
    );
  }
  checkOtel(problems, OWNER, (parts.tracing as TracingDestinations | undefined)?.otel);
  checkMetrics(problems, OWNER, given.metrics);
  checkSecrets(problems, OWNER, given.secrets);
  checkComponents(problems, OWNER, given.components);
  checkVersions(problems, place, given);
  checkNameResolution(problems, place, given.nameResolution);
}

/** Checked parts as the spec holds them, without access control, which grows. */
export function partsJson(given: Given, parts: Parts): object {
  const { accessControl, nameResolution, tracing, httpPipeline, appHttpPipeline, ...rest } = parts;
  return {
    ...toJson(CONFIGURATION, rest),
    ...(tracing === undefined ? {} : { tracing: tracingJson(tracing) }),
    ...(httpPipeline === undefined ? {} : { httpPipeline: { handlers: httpPipeline } }),
    ...(appHttpPipeline === undefined ? {} : { appHttpPipeline: { handlers: appHttpPipeline } }),
    ...(given.nameResolution === undefined ? {} : { nameResolution: given.nameResolution._toJson() }),
  };
}

function checkVersions(problems: Problems, place: Place, given: Given): void {
  for (const feature of list<Feature>(given.features)) {
    if (feature?._since !== undefined) {
      checkSince(problems, place.version, `the feature '${feature.name}'`, feature._since);
    }
  }
  for (const rule of [...list<ApiRule>(given.api?.allowed), ...list<ApiRule>(given.api?.denied)]) {
    if (rule?._since !== undefined) {
      const { protocol, name, version } = rule._values;
      checkSince(problems, place.version, `the ${protocol} API '${name}' in version '${version}'`, rule._since);
    }
  }
}

function checkNameResolution(problems: Problems, place: Place, nameResolution: NameResolution | undefined): void {
  if (nameResolution instanceof NameResolution) {
    nameResolution._check(problems, place);
  } else if (nameResolution !== undefined) {
    problems.add(
      Code.WRONG_TYPE,
      `'nameResolution' of ${OWNER} must be a NameResolution, e.g. NameResolution.mdns(): got ${show(nameResolution)}`,
    );
  }
}

function values(given: any): any {
  return Array.isArray(given) ? given.map(values) : (given?._values ?? given);
}

function list<T>(value: T[] | undefined): T[] {
  return Array.isArray(value) ? value : [];
}
