import { DaprVersion } from '../dapr-version';
import { Code } from '../private/codes';
import { checkField, checkFields, Fields } from '../private/fields';
import { show } from '../private/field-words';
import { isPlain } from '../private/objects';
import { isSecret, originOf } from '../private/origin';
import { Problems } from '../private/problems';
import { CONTROL_PLANE_ABSENT } from '../generated/control-plane-tables';
import { copied } from '../private/copied';
import { isReadAsText } from './bare-text';
import { checkGuards } from './guards';
import { addRawValues } from './raw-values';
import { checkResources } from './resources';
import { checkServiceAccounts } from './service-accounts';
import { at, ChartValues, chartValue, fieldAt, FIELDS, given, put, ValueFact } from './values';

const OWNER = 'ControlPlane';
const SEMVER = /^\d+\.\d+\.\d+(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z.-]+)?$/;
const LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

const PLACE: Fields = {
  version: { is: 'text', required: true, pattern: SEMVER, expected: `a whole version without a 'v', e.g. '1.18.3'` },
  namespace: { is: 'text', pattern: /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, expected: 'the name of a namespace' },
  // A label of every object, and Helm's own limit.
  releaseName: {
    is: 'text',
    pattern: new RegExp(`(?=^.{1,53}$)${LABEL.source}`),
    expected: `at most 53 lower case letters, digits and '-', beginning with a letter`,
  },
  repository: { is: 'text', pattern: /^(https?|oci):\/\/[^\s'"]+$/, expected: `a URL that begins with https:// or oci://` },
  values: { is: 'any' },
};

/**
 * Reports all that is wrong with the options, and gives the values that they become.
 *
 * @param scratch is told what is reported already, to tell which options can be rendered
 */
export function checkControlPlane(problems: Problems, scratch: Problems, options: Options): ChartValues {
  const version = daprOf(problems, options.version);
  const place = { owner: OWNER, version, otherVersion: `set another one in 'version'` };
  checkFields(problems, place, { ...PLACE, ...FIELDS }, withoutAbsent(problems, options));
  for (const name of ['namespace', 'releaseName'] as const) {
    checkBare(problems, name, options[name]);
  }
  const values: ChartValues = {};
  for (const [option, fact, value] of given(options)) {
    checkValue(problems, option, fact, value);
    const before = scratch.count;
    checkField(scratch, place, fieldAt(option), value, option);
    checkValue(scratch, option, fact, value);
    if (scratch.count === before) {
      put(values, fact.key, chartValue(fact, fieldAt(option), value));
    }
  }
  if (options.values !== undefined) {
    addRawValues(problems, version, values, options.values);
  }
  checkServiceAccounts(problems, values);
  checkGuards(problems, { values, namespace: options.namespace });
  return withoutDefaultBudget(values);
}

/** Reports options that are looked for though the chart has nothing of the kind, and leaves them out of what is checked further. */
function withoutAbsent(problems: Problems, options: object): object {
  const rest = copied(options) as ChartValues;
  for (const [key, because] of Object.entries(CONTROL_PLANE_ABSENT)) {
    const [group, name] = key.replace(/^dapr_/, '').split('.');
    if (key.startsWith('dapr_') && name !== undefined && at(rest, `${group}.${name}`) !== undefined) {
      problems.add(Code.UNKNOWN_PROPERTY, `'${group}.${name}' is not a property of ${OWNER}: ${because}`);
      delete (rest[group] as ChartValues)[name];
    }
  }
  return rest;
}

interface Options {
  readonly version: string;
  readonly namespace: string;
  readonly releaseName: string;
  readonly values?: unknown;
}

/** Kubernetes refuses a disruption budget with both, and the chart has a default for the other one. */
function withoutDefaultBudget(values: ChartValues): ChartValues {
  const disruption = (values.global as any)?.ha?.disruption;
  if (disruption?.minimumAvailable !== undefined && disruption.maximumUnavailable === undefined) {
    disruption.maximumUnavailable = '';
  }
  return values;
}

/** The minor version whose chart it is; what is no version is reported as such elsewhere. */
function daprOf(problems: Problems, version: unknown): DaprVersion {
  if (typeof version !== 'string' || !SEMVER.test(version)) {
    return DaprVersion.DEFAULT;
  }
  try {
    return DaprVersion.parse(version);
  } catch (error) {
    problems.add(Code.VERSION, `'version' of ${OWNER}: ${(error as Error).message}`);
    return DaprVersion.DEFAULT;
  }
}

/** What the tables of fields cannot say. */
function checkValue(problems: Problems, option: string, fact: ValueFact, value: unknown): void {
  if (fact.bare) {
    checkBare(problems, option, value);
  }
  if (fact.is === 'resources') {
    checkResources(problems, option, value);
  } else if (fact.is === 'kubernetes') {
    checkKubernetesObjects(problems, option, value);
  } else if (fact.is === 'secret' && isSecret(value) && originOf(value)?.text === undefined) {
    problems.add(
      Code.NOT_ALLOWED,
      `'${option}' of ${OWNER} comes from a Secret or the environment, and a value of a chart cannot refer to one: expected SecretValue.unsafePlainText, or leave it out and give setFile to toHelmCommands`,
    );
  } else if (fact.spelled === 'quoted texts' || option.endsWith('.extraEnvVars')) {
    checkVariables(problems, option, value);
  }
}

function checkBare(problems: Problems, option: string, value: unknown): void {
  if (typeof value === 'string' && value !== '' && !isReadAsText(value)) {
    problems.add(
      Code.MALFORMED,
      `'${option}' of ${OWNER} must be text that YAML takes for no number, date or truth value, because the chart writes it without quotes: got ${show(value)}`,
    );
  }
}

function checkKubernetesObjects(problems: Problems, option: string, value: unknown): void {
  if (!Array.isArray(value) || !value.every((item) => isPlain(item) && typeof item.name === 'string' && item.name !== '')) {
    problems.add(
      Code.WRONG_TYPE,
      `'${option}' of ${OWNER} must be a list of objects as Kubernetes spells them, each with its name: got ${show(value)}`,
    );
  }
}

function checkVariables(problems: Problems, option: string, value: unknown): void {
  for (const name of Object.keys(isPlain(value) ? value : {})) {
    if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name)) {
      problems.add(
        Code.MALFORMED,
        `'${option}' of ${OWNER} has a variable ${show(name)}: expected letters, digits, '-', '_' and '.', not beginning with a digit`,
      );
    }
  }
}
