import { didYouMean } from '../private/nearest';
import { isMapping, list, Mapping, text } from '../rules/read';
import type { Severity } from '../rules/rule';
import { globToRegExp } from './glob';
import type { LocatedFinding } from './result';
import { Source } from './source';
import { YamlProblem } from './yaml/events';
import { readDocument } from './yaml/read-document';

/** A finding that somebody accepts, and why. */
export interface Acknowledgement {
  readonly rule: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly file?: RegExp;
  readonly reason: string;
}

/** What a configuration file says. */
export interface Config {
  readonly daprVersion?: string;
  readonly target?: string;
  readonly complete?: boolean;
  readonly severity?: string;
  readonly packs: readonly string[];
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly acknowledge: readonly Acknowledgement[];
}

/** A configuration that says what it cannot. The message has the file and the place. */
export class ConfigError extends Error {}

export const DAPR_VERSIONS = ['1.15', '1.16', '1.17', '1.18', '1.19'];
export const TARGETS = ['auto', 'kubernetes', 'self-hosted'];
export const SEVERITIES = ['error', 'warning', 'info'];
const KEYS = ['daprVersion', 'target', 'complete', 'severity', 'packs', 'rules', 'acknowledge'];
const ACKNOWLEDGEMENT_KEYS = ['rule', 'kind', 'name', 'namespace', 'file', 'reason'];

export const NO_CONFIG: Config = { packs: [], severities: new Map(), acknowledge: [] };

/** Reads a configuration. What it does not know is a mistake, as it would not do what somebody hoped. */
export function readConfig(file: string, content: string): Config {
  const fail = (message: string): never => {
    throw new ConfigError(`${file}: ${message}`);
  };
  const value = parse(file, content);
  if (value === null || value === undefined) {
    return NO_CONFIG;
  }
  if (!isMapping(value)) {
    return fail(`expected a mapping with ${KEYS.join(', ')}`);
  }
  const check = (what: string, keys: readonly string[], mapping: Mapping): void => {
    const unknown = Object.keys(mapping).find((key) => !keys.includes(key));
    if (unknown !== undefined) {
      fail(`there is no key '${unknown}'${what}${didYouMean(unknown, keys) || `: expected one of ${keys.join(', ')}`}`);
    }
  };
  const oneOf = (key: string, allowed: readonly string[]): string | undefined => {
    const given = value[key];
    if (given === undefined || given === null) {
      return undefined;
    }
    // A version such as 1.18 is a number for YAML.
    const word = typeof given === 'number' ? String(given) : given;
    return typeof word === 'string' && allowed.includes(word)
      ? word
      : fail(`${key} must be one of ${allowed.join(', ')}: got '${String(word)}'${didYouMean(String(word), allowed)}`);
  };

  check('', KEYS, value);
  if (value.complete !== undefined && typeof value.complete !== 'boolean') {
    fail('complete must be true or false');
  }
  return {
    daprVersion: oneOf('daprVersion', DAPR_VERSIONS),
    target: oneOf('target', TARGETS),
    severity: oneOf('severity', SEVERITIES),
    complete: value.complete as boolean | undefined,
    packs: typeof value.packs === 'string' ? [value.packs] : textsOf(value.packs, 'packs', fail),
    severities: severitiesOf(value.rules, fail),
    acknowledge: itemsOf(value.acknowledge, 'acknowledge', fail).map((item, i) => {
      const where = `acknowledge[${i}]`;
      if (!isMapping(item)) {
        return fail(`${where} must be a mapping with ${ACKNOWLEDGEMENT_KEYS.join(', ')}`);
      }
      check(` in ${where}`, ACKNOWLEDGEMENT_KEYS, item);
      return acknowledgementOf(item, where, fail);
    }),
  };
}

type Fail = (message: string) => never;

function parse(file: string, content: string): unknown {
  try {
    const { value, duplicates } = readDocument(content);
    const [twice] = duplicates;
    if (twice !== undefined) {
      throw new YamlProblem(`'${twice.key}' is set twice`, twice.offset);
    }
    return value;
  } catch (error) {
    if (error instanceof YamlProblem) {
      const { line, column } = new Source(file, content).positionOf(error.offset);
      throw new ConfigError(`${file}:${line}:${column}: ${error.message}`);
    }
    throw error;
  }
}

function itemsOf(value: unknown, key: string, fail: Fail): readonly unknown[] {
  return value === undefined || value === null || Array.isArray(value) ? list(value) : fail(`${key} must be a list`);
}

function textsOf(value: unknown, key: string, fail: Fail): string[] {
  return itemsOf(value, key, fail).map((item) => text(item) ?? fail(`${key} must be a list of texts`));
}

function severitiesOf(value: unknown, fail: Fail): ReadonlyMap<string, Severity | 'off'> {
  if (value !== undefined && value !== null && !isMapping(value)) {
    return fail('rules must be a mapping, e.g. DAPR041: warning');
  }
  const allowed = ['off', ...SEVERITIES];
  return new Map(
    Object.entries(isMapping(value) ? value : {}).map(([id, severity]): [string, Severity | 'off'] => {
      // YAML takes a plain `off` for false.
      const word = severity === false ? 'off' : severity;
      return typeof word === 'string' && allowed.includes(word)
        ? [id, word as Severity | 'off']
        : fail(`rules.${id} must be one of ${allowed.join(', ')}: got '${String(word)}'${didYouMean(String(word), allowed)}`);
    }),
  );
}

function acknowledgementOf(item: Mapping, where: string, fail: Fail): Acknowledgement {
  for (const key of Object.keys(item)) {
    if (typeof item[key] !== 'string' || item[key].trim() === '') {
      fail(`${where}.${key} must be a text`);
    }
  }
  const { rule, reason, file, ...which } = item as { readonly [key: string]: string | undefined };
  if (rule === undefined || reason === undefined) {
    return fail(`${where} needs ${rule === undefined ? 'a rule' : 'a reason: why is it right as it is?'}`);
  }
  return { rule, reason: reason.trim(), ...which, ...(file === undefined ? {} : { file: globToRegExp(file.replace(/^\.\//, '')) }) };
}

/** A rule that nobody knows is a mistake too; which there are is known once the packs are loaded. */
export function refuseUnknownRules(file: string, { severities, acknowledge }: Config, rules: readonly string[]): void {
  const unknown = [...severities.keys(), ...acknowledge.map(({ rule }) => rule)].find((id) => !rules.includes(id));
  if (unknown !== undefined) {
    throw new ConfigError(`${file}: there is no rule '${unknown}'${didYouMean(unknown, rules)}`);
  }
}

/** Why a finding is accepted; nothing where it is not. */
export function reasonFor(finding: LocatedFinding, acknowledgements: readonly Acknowledgement[]): string | undefined {
  return acknowledgements.find(
    ({ rule, kind, name, namespace, file }) =>
      rule === finding.rule &&
      (kind ?? finding.kind) === finding.kind &&
      (name ?? finding.name) === finding.name &&
      (namespace ?? finding.namespace) === finding.namespace &&
      (file === undefined || file.test(finding.file.replace(/^\.\//, ''))),
  )?.reason;
}
