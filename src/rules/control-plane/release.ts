import { groupOf, Manifest } from '../model/manifest';
import type { Model } from '../model/model';
import { at, isMapping, list, Mapping, mapping, Path, text } from '../read';

/** An object that has a GitOps tool install Dapr's Helm chart. */
export interface Release {
  readonly manifest: Manifest;
  readonly tool: 'Flux' | 'Argo CD';
  readonly values: Mapping;
  /** Where the values stand, as far as they are data. */
  readonly valuesPath: Path;
  /** Whether the values are text, or set one by one: then no path leads to one of them. */
  readonly opaque: boolean;
  /** Whether there are further values elsewhere. */
  readonly more: boolean;
  readonly version: unknown;
  /** What names the chart, and the field in it that names its version. */
  readonly chartPath: Path;
  readonly versionField: 'version' | 'targetRevision';
}

/** Every installation of the control plane among the objects. */
export function releasesOf(model: Pick<Model, 'ofKind'>): Release[] {
  return [...model.ofKind('HelmRelease').flatMap(ofFlux), ...model.ofKind('Application').flatMap(ofArgoCd)];
}

/** A value of the chart, and where it stands, or would. */
export function valueAt({ values, valuesPath, opaque }: Release, ...path: string[]): { value: unknown; path: Path } {
  const there: string[] = [];
  while (!opaque && there.length < path.length && at(values, ...path.slice(0, there.length + 1)) !== undefined) {
    there.push(path[there.length]);
  }
  return { value: at(values, ...path), path: [...valuesPath, ...there] };
}

function ofFlux(manifest: Manifest): Release[] {
  const chartPath = ['spec', 'chart', 'spec'];
  const chart = at(manifest.body, ...chartPath);
  if (!groupOf(manifest).startsWith('helm.toolkit.fluxcd.io') || at(chart, 'chart') !== 'dapr') {
    return [];
  }
  const given = at(manifest.body, 'spec', 'values');
  return [
    {
      manifest,
      tool: 'Flux',
      values: mapping(given),
      valuesPath: given === undefined ? ['spec'] : ['spec', 'values'],
      opaque: false,
      more: list(at(manifest.body, 'spec', 'valuesFrom')).length > 0,
      version: at(chart, 'version'),
      chartPath,
      versionField: 'version',
    },
  ];
}

function ofArgoCd(manifest: Manifest): Release[] {
  if (groupOf(manifest) !== 'argoproj.io') {
    return [];
  }
  const single = at(manifest.body, 'spec', 'source');
  const sources: [unknown, Path][] = [
    ...(single === undefined ? [] : [[single, ['spec', 'source']] as [unknown, Path]]),
    ...list(at(manifest.body, 'spec', 'sources')).map((source, i): [unknown, Path] => [source, ['spec', 'sources', i]]),
  ];
  return sources.flatMap(([source, chartPath]): Release[] => {
    if (at(source, 'chart') !== 'dapr') {
      return [];
    }
    const helm = mapping(at(source, 'helm'));
    const asText = text(helm.values);
    const parameters = list(helm.parameters);
    const asObject = helm.valuesObject !== undefined;
    const opaque = parameters.length > 0 || (asText !== undefined && !asObject);
    const values = asObject ? mapping(helm.valuesObject) : parsed(asText);
    return [
      {
        manifest,
        tool: 'Argo CD',
        values: parameters.reduce<Mapping>((all, item) => set(all, text(at(item, 'name')) ?? '', at(item, 'value')), values),
        valuesPath: opaque ? [...chartPath, 'helm'] : asObject ? [...chartPath, 'helm', 'valuesObject'] : chartPath,
        opaque,
        more: list(helm.valueFiles).length > 0,
        version: at(source, 'targetRevision'),
        chartPath,
        versionField: 'targetRevision',
      },
    ];
  });
}

/** Values as one text need a reader, which is loaded for nothing else. */
function parsed(yaml: string | undefined): Mapping {
  try {
    if (yaml === undefined) {
      return {};
    }
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would cost whoever has no such values
    const { load } = require('js-yaml') as typeof import('js-yaml');
    return mapping(load(yaml));
  } catch {
    return {};
  }
}

/** As Helm's `--set` does with a plain name. */
function set(values: Mapping, name: string, value: unknown): Mapping {
  const [first, ...rest] = name.split('.');
  if (first === '') {
    return values;
  }
  const inner = values[first];
  return { ...values, [first]: rest.length === 0 ? value : set(isMapping(inner) ? inner : {}, rest.join('.'), value) };
}
