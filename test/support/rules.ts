import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { DaprVersion } from '../../src/dapr-version';
import { ALL_RULES } from '../../src/rules';
import { check, RunnableRule } from '../../src/rules/engine';
import { Model, modelOf } from '../../src/rules/model/model';
import { isMapping, pathText } from '../../src/rules/read';
import { Example, Rule } from '../../src/rules/rule';

/** The rule of an id. */
export function rule(id: string): Rule {
  const found = ALL_RULES.find((candidate) => candidate.id === id);
  if (found === undefined) {
    throw new Error(`there is no rule ${id}`);
  }
  return found;
}

export function modelOfExample({ yaml, daprVersion, target, complete }: Example): Model {
  const bodies = loadAll(yaml, { schema: YAML11_SCHEMA }).filter(isMapping);
  return modelOf(
    bodies.map((body) => ({ body, source: 'example.yaml' })),
    { target, complete, daprVersion: daprVersion === undefined ? undefined : DaprVersion.parse(daprVersion) },
  );
}

/** What rules say of an example, a line each: `error DAPR017 Component/store spec.type: message`. */
export function findings(example: Example | string, rules: readonly RunnableRule[]): string[] {
  const model = modelOfExample(typeof example === 'string' ? { yaml: example } : example);
  return check(model, { rules }).findings.map(
    ({ rule: id, severity, message, manifest, path }) =>
      `${severity} ${id} ${manifest.kind}/${manifest.name} ${pathText(path)}: ${message}`,
  );
}
