import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ErrorObject } from 'ajv';
import { isObject, Manifest, pathOf, shapeProblems, unknownField } from './shape-problems';

interface Model {
  readonly prototype: { validate(this: unknown): void };
}

const MODELS = dirname(require.resolve('kubernetes-models/package.json'));

/** What is wrong with the manifest of a Kubernetes resource; undefined where Kubernetes has no such kind. */
export function kubernetesProblems(manifest: Manifest): string[] | undefined {
  const model = modelOf(manifest);
  return model === undefined ? undefined : [...new Set([...objectMetaProblems(manifest.metadata), ...validate(model, manifest)])];
}

/** What is wrong with the `metadata` of any resource. */
export function objectMetaProblems(metadata: unknown): string[] {
  if (!isObject(metadata)) {
    return ['metadata: missing'];
  }
  const { name } = metadata;
  const named = typeof name === 'string' && NAME.test(name);
  return [
    ...validate(require('@kubernetes-models/apimachinery/apis/meta/v1/ObjectMeta').ObjectMeta, metadata, ['metadata']),
    ...(named ? [] : [`metadata.name: must be a DNS subdomain, got ${JSON.stringify(name)}`]),
  ];
}

/** Some kinds take more (roles) or less (services); this is what nearly all take. */
const NAME = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

function modelOf({ apiVersion, kind }: Manifest): Model | undefined {
  const path = `${apiVersion as string}/${kind as string}`;
  const exists = /^[A-Za-z0-9./]+$/.test(path) && !path.includes('..') && existsSync(join(MODELS, `${path}.js`));
  return exists ? require(`kubernetes-models/${path}`)[kind as string] : undefined;
}

/**
 * kubernetes-models validates by compiled code that lets unknown fields pass. But the code asks for every field that it knows, so
 * what is there and was never asked for is unknown.
 */
function validate(model: Model, manifest: Manifest, steps: string[] = []): string[] {
  const watched = watch(manifest, steps);
  const errors: ErrorObject[] = [];
  try {
    model.prototype.validate.call(watched.proxy);
  } catch (error) {
    const found = (error as { errors?: ErrorObject[] }).errors;
    if (found === undefined) {
      throw error;
    }
    errors.push(...found);
  }
  const prefix = steps.length > 0 ? `${pathOf(steps)}.` : '';
  return [...shapeProblems(errors, manifest).map((problem) => `${prefix}${problem}`), ...watched.unknown()];
}

interface Watched {
  readonly proxy: object;
  /** The fields that were never asked for. */
  unknown(): string[];
}

function watch(value: object, steps: string[]): Watched {
  const asked = new Set<string>();
  const within = new Map<string, Watched>();
  const proxy = new Proxy(value, {
    get(target, key) {
      const field = Reflect.get(target, key);
      if (typeof key !== 'string') {
        return field;
      }
      asked.add(key);
      if (typeof field !== 'object' || field === null) {
        return field;
      }
      if (!within.has(key)) {
        within.set(key, watch(field, [...steps, key]));
      }
      return within.get(key)!.proxy;
    },
  });
  // Where any JSON is allowed, nothing is asked for.
  const isFree = (): boolean => asked.size === 0;
  return {
    proxy,
    unknown: () => [
      ...(isFree()
        ? []
        : Object.keys(value)
            .filter((key) => !asked.has(key))
            .map((key) => unknownField(pathOf([...steps, key])))),
      ...[...within.values()].flatMap((field) => field.unknown()),
    ],
  };
}
