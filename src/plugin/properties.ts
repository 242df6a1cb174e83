import { readFileSync } from 'node:fs';
import { DaprVersion } from '../dapr-version';
import { didYouMean } from '../private/nearest';
import { mistake } from '../private/problems';
import { ALL_RULES, INPUT, PRODUCTION, RECOMMENDED } from '../rules';
import type { Rule, Severity } from '../rules/rule';
import { Config, NO_CONFIG, readConfig, refuseUnknownRules } from '../validate/config';
import type { ValidateOptions } from '../validate/validate';

/** What `properties` of a validation in `cdk8s.yaml` may say. */
export interface DaprValidationProperties {
  /** `production`; the recommended rules always apply. */
  readonly packs?: readonly string[];
  /** From which severity on the validation fails. Default: `error`. */
  readonly severity?: string;
  /** Default: `1.18`. */
  readonly daprVersion?: string;
  /** Whether everything that the manifests refer to is among them. Default: false. */
  readonly complete?: boolean;
  /** The path of a configuration file, as `cdk8s-dapr validate` takes it. What the properties say wins. */
  readonly config?: string;
}

/** What is to be checked, and how. */
export interface Plan {
  readonly packs: readonly string[];
  readonly threshold: Severity;
  readonly options: ValidateOptions;
}

const PACKS: { readonly [name: string]: readonly Rule[] } = { recommended: RECOMMENDED, production: PRODUCTION };
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const PROPERTIES = ['packs', 'severity', 'daprVersion', 'complete', 'config'];

/** Reads the properties; a mistake in them is told, as they would not do what somebody hoped. */
export function planOf(properties: DaprValidationProperties): Plan {
  const unknown = Object.keys(properties).find((name) => !PROPERTIES.includes(name));
  if (unknown !== undefined) {
    throw mistake(
      `DaprValidation has no property '${unknown}'${didYouMean(unknown, PROPERTIES) || `: expected some of ${PROPERTIES.join(', ')}`}`,
    );
  }
  const config = configOf(properties.config);
  const packs = ['recommended', ...new Set([...config.packs, ...(properties.packs ?? [])].filter((name) => name !== 'recommended'))];
  packs.forEach((name) => oneOf('packs', name, Object.keys(PACKS)));
  const threshold = properties.severity ?? config.severity ?? 'error';
  oneOf('severity', threshold, SEVERITIES);
  if (!['boolean', 'undefined'].includes(typeof properties.complete)) {
    throw mistake(`'complete' of DaprValidation must be true or false: got '${String(properties.complete)}'`);
  }
  const daprVersion = properties.daprVersion ?? config.daprVersion;
  return {
    packs,
    threshold: threshold as Severity,
    options: {
      rules: packs.flatMap((name) => PACKS[name]),
      // YAML takes a plain 1.18 for a number.
      daprVersion: daprVersion === undefined ? undefined : DaprVersion.parse(String(daprVersion)),
      target: 'kubernetes',
      complete: properties.complete ?? config.complete,
      severities: config.severities,
      acknowledge: config.acknowledge,
    },
  };
}

function configOf(file: string | undefined): Config {
  if (file === undefined) {
    return NO_CONFIG;
  }
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw mistake(`the configuration of DaprValidation cannot be read: ${(error as Error).message}`);
  }
  const config = readConfig(file, content);
  refuseUnknownRules(
    file,
    config,
    [...ALL_RULES, ...INPUT].map(({ id }) => id),
  );
  return config;
}

function oneOf(property: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) {
    throw mistake(`'${property}' of DaprValidation must be one of ${allowed.join(', ')}: got '${value}'${didYouMean(value, allowed)}`);
  }
}
