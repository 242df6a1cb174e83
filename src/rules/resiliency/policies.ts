import { Resource } from '../model/resource';
import { once } from '../once';
import { isMapping, mapping, Mapping, Path, text } from '../read';
import { isUnrendered } from '../unrendered';
import { readDuration } from './policy-duration';

/** The maps of `spec.policies`. */
export type PolicyKind = 'timeouts' | 'retries' | 'circuitBreakers';
export const POLICY_KINDS: readonly PolicyKind[] = ['timeouts', 'retries', 'circuitBreakers'];

/** The field of a target that names a policy of each kind. */
export const FIELD: { readonly [kind in PolicyKind]: string } = {
  timeouts: 'timeout',
  retries: 'retry',
  circuitBreakers: 'circuitBreaker',
};
export const WORD: { readonly [kind in PolicyKind]: string } = {
  timeouts: 'timeout',
  retries: 'retry',
  circuitBreakers: 'circuit breaker',
};

export interface Policy {
  readonly kind: PolicyKind;
  readonly name: string;
  /** A text of a timeout, a mapping of the others; whatever was written. */
  readonly value: unknown;
  readonly path: Path;
}

export type TargetKind = 'apps' | 'actors' | 'components';
export const TARGET_KINDS: readonly TargetKind[] = ['apps', 'actors', 'components'];
export const DIRECTIONS = ['inbound', 'outbound'] as const;

/** One name under `spec.targets`. */
export interface PolicyTarget {
  readonly kind: TargetKind;
  readonly name: string;
  readonly body: Mapping;
  readonly path: Path;
}

/** A place of a target that names a policy. */
export interface Use {
  readonly kind: PolicyKind;
  readonly name: string;
  readonly target: PolicyTarget;
  readonly path: Path;
}

export function policiesOf(resource: Resource, kind: PolicyKind): readonly Policy[] {
  return allPoliciesOf(resource)[kind];
}

const allPoliciesOf = once(({ spec }: Resource): { readonly [kind in PolicyKind]: readonly Policy[] } => {
  const all = mapping(spec.policies);
  const read = (kind: PolicyKind): Policy[] =>
    Object.entries(mapping(all[kind])).map(([name, value]) => ({ kind, name, value, path: ['spec', 'policies', kind, name] }));
  return { timeouts: read('timeouts'), retries: read('retries'), circuitBreakers: read('circuitBreakers') };
});

export const targetsOf = once(({ spec }: Resource): readonly PolicyTarget[] => {
  const targets = mapping(spec.targets);
  return TARGET_KINDS.flatMap((kind) =>
    Object.entries(mapping(targets[kind])).map(([name, body]) => ({
      kind,
      name,
      body: mapping(body),
      path: ['spec', 'targets', kind, name],
    })),
  );
});

/** The parts of a target that name policies: a component has one for each direction. */
export function partsOf(target: PolicyTarget): { readonly part: Mapping; readonly path: Path }[] {
  if (target.kind !== 'components') {
    return [{ part: target.body, path: target.path }];
  }
  return DIRECTIONS.flatMap((direction) => {
    const part = target.body[direction];
    return isMapping(part) ? [{ part, path: [...target.path, direction] }] : [];
  });
}

/** Every place that names a policy. An empty name is none. */
export const usesOf = once((resource: Resource): readonly Use[] => {
  return targetsOf(resource).flatMap((target) =>
    partsOf(target).flatMap(({ part, path }) =>
      POLICY_KINDS.flatMap((kind) => {
        const name = text(part[FIELD[kind]]) ?? '';
        return name === '' || isUnrendered(name) ? [] : [{ kind, name, target, path: [...path, FIELD[kind]] }];
      }),
    ),
  );
});

/** A duration of a policy, with where it stands. */
export interface DurationField {
  readonly text: string;
  /** Whether it was written as a YAML number, which only a self-hosted sidecar takes. */
  readonly number: boolean;
  /** The kind and the field: `timeouts`, `retries.duration`. */
  readonly field: string;
  readonly path: Path;
}

const DURATION_FIELDS: { readonly [kind in PolicyKind]: readonly string[] } = {
  timeouts: [],
  retries: ['duration', 'maxInterval'],
  circuitBreakers: ['interval', 'timeout'],
};

/** Every duration of the policies. An empty text is one for a timeout only: elsewhere Dapr takes it for none. */
export function durationsOf(resource: Resource): DurationField[] {
  const fields: DurationField[] = [];
  const add = (value: unknown, field: string, path: Path): void => {
    if ((typeof value === 'string' && !isUnrendered(value)) || typeof value === 'number' || typeof value === 'boolean') {
      fields.push({ text: String(value), number: typeof value !== 'string', field, path });
    }
  };
  for (const { value, path } of policiesOf(resource, 'timeouts')) {
    add(value, 'timeouts', path);
  }
  for (const kind of ['retries', 'circuitBreakers'] as const) {
    for (const { value, path } of policiesOf(resource, kind)) {
      for (const key of DURATION_FIELDS[kind].filter((name) => mapping(value)[name] !== '')) {
        add(mapping(value)[key], `${kind}.${key}`, [...path, key]);
      }
    }
  }
  return fields;
}

/** A duration in words that nobody misreads: `5 ms`, `1.5 s`. */
export function inWords(milliseconds: number): string {
  return Math.abs(milliseconds) < 1000 ? `${milliseconds} ms` : `${milliseconds / 1000} s`;
}

/** The milliseconds of a text, where it is a duration. */
export function millisecondsOf(value: unknown): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? readDuration(String(value))?.milliseconds : undefined;
}
