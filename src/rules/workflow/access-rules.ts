import type { Resource } from '../model/resource';
import { list, mapping, Mapping, Path, text, texts } from '../read';

/** What a rule grants: a workflow with some operations, or an activity. */
export interface Grant {
  readonly kind: 'workflows' | 'activities';
  readonly name: string;
  /** Of a workflow. */
  readonly operations: readonly string[];
  readonly item: Mapping;
  readonly path: Path;
}

/** One of `spec.rules`. */
export interface AccessRule {
  readonly callers: readonly { readonly appId: string; readonly path: Path }[];
  readonly grants: readonly Grant[];
  readonly path: Path;
}

export function accessRulesOf({ spec }: Resource): AccessRule[] {
  return list(spec.rules).map((item, i) => {
    const rule = mapping(item);
    const path = ['spec', 'rules', i];
    return {
      callers: list(rule.callers).flatMap((caller, j) => {
        const appId = text(mapping(caller).appID) ?? '';
        return appId === '' ? [] : [{ appId, path: [...path, 'callers', j, 'appID'] }];
      }),
      grants: (['workflows', 'activities'] as const).flatMap((kind) =>
        list(rule[kind]).map((one, j) => {
          const granted = mapping(one);
          const name = text(granted.name) ?? '';
          return { kind, name, operations: texts(granted.operations), item: granted, path: [...path, kind, j] };
        }),
      ),
      path,
    };
  });
}
