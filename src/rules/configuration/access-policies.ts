import type { Model } from '../model/model';
import { Resource } from '../model/resource';
import { at, list, Mapping, mapping, Path, text } from '../read';

/** One policy of accessControl. */
export interface AccessPolicy {
  readonly configuration: Resource;
  readonly policy: Mapping;
  /** The caller; empty where none is written. */
  readonly appId: string;
  readonly namespace: string;
  readonly trustDomain: string;
  readonly operations: readonly AccessOperation[];
  readonly path: Path;
}

/** One operation of a policy. */
export interface AccessOperation {
  readonly name: string;
  readonly action: string;
  readonly verbs: readonly string[];
  readonly path: Path;
}

/** What decides where no operation does. */
export function defaultActionOf({ policy, configuration }: AccessPolicy): string {
  return text(policy.defaultAction) || text(at(configuration.spec, 'accessControl', 'defaultAction')) || 'allow';
}

/** Every policy of every Configuration. */
export function accessPolicies({ configurations }: Model): readonly AccessPolicy[] {
  return configurations.flatMap((configuration) => policiesOf(configuration));
}

export function policiesOf(configuration: Resource): readonly AccessPolicy[] {
  return list(at(configuration.spec, 'accessControl', 'policies')).map((item, i) => {
    const policy = mapping(item);
    const path = ['spec', 'accessControl', 'policies', i];
    return {
      configuration,
      policy,
      appId: text(policy.appId) ?? '',
      namespace: text(policy.namespace) ?? '',
      trustDomain: text(policy.trustDomain) ?? '',
      operations: list(policy.operations).map((operation, j) => operationOf(mapping(operation), [...path, 'operations', j])),
      path,
    };
  });
}

function operationOf(operation: Mapping, path: Path): AccessOperation {
  return {
    name: text(operation.name) ?? '',
    action: text(operation.action) ?? '',
    verbs: list(operation.httpVerb).filter((verb) => typeof verb === 'string'),
    path,
  };
}
