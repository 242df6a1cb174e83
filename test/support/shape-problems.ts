import { ErrorObject } from 'ajv';

export interface Manifest {
  readonly [field: string]: unknown;
}

export function isObject(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `spec.containers[0].image`, from the steps that lead there. */
export function pathOf(steps: readonly string[]): string {
  return steps.reduce((path, step) => {
    if (/^[0-9]+$/.test(step)) {
      return `${path}[${step}]`;
    }
    return /^[A-Za-z0-9_$-]+$/.test(step) ? `${path}${path && '.'}${step}` : `${path}['${step}']`;
  }, '');
}

/** What ajv found, one sentence each, with the path and what was got. */
export function shapeProblems(errors: readonly ErrorObject[], manifest: Manifest): string[] {
  return [...new Set(errors.map((error) => shapeProblem(error, manifest)))];
}

function shapeProblem({ instancePath, keyword, params, message }: ErrorObject, manifest: Manifest): string {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  const at = (...more: string[]): string => pathOf([...steps, ...more]);
  switch (keyword) {
    case 'additionalProperties':
      return unknownField(at(params.additionalProperty));
    case 'required':
      return `${at(params.missingProperty)}: missing`;
    case 'type':
      return `${at()}: must be ${params.type}, got ${show(valueAt(manifest, steps))}`;
    case 'enum':
      return `${at()}: must be one of ${params.allowedValues.join(', ')}, got ${show(valueAt(manifest, steps))}`;
    default:
      return `${at()}: ${message}, got ${show(valueAt(manifest, steps))}`;
  }
}

export function unknownField(path: string): string {
  return `${path}: no such field`;
}

function valueAt(manifest: Manifest, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((value, step) => (value as Manifest)[step], manifest);
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
