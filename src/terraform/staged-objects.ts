import { ApiObject, Chart } from 'cdk8s';
import { inOrder, resolveDependencies } from '../private/dependency-order';
import { Stage, STAGES, stageOf } from '../private/apply-order';
import { mistake } from '../private/problems';

/** An object of a chart, and when it is applied. */
export interface StagedObject {
  readonly json: any;
  readonly stage: Stage;
  /** The same on every run, whatever else the chart holds. */
  readonly key: string;
  /** The keys of the objects of the chart that it was told to come after. */
  readonly after: readonly string[];
}

/** The objects of a chart, checked as for `synth`, in the order in which to apply them. */
export function stagedObjects(chart: Chart): StagedObject[] {
  validate(chart);
  const objects = inOrder(chart).filter((node): node is ApiObject => ApiObject.isApiObject(node) && node.chart === chart);
  const stages = earliest(objects);
  const keys = new Map(objects.map((object) => [object, keyOf(object)]));
  return objects.map((object) => ({
    json: object.toJson(),
    stage: stages.get(object)!,
    key: keys.get(object)!,
    after: object.node.dependencies.flatMap((other) => keys.get(other as ApiObject) ?? []),
  }));
}

function validate(chart: Chart): void {
  const nodes = chart.node.root.node.findAll();
  resolveDependencies(nodes);
  const errors = nodes.flatMap((node) => node.node.validate().map((error) => `[${node.node.path}] ${error}`));
  if (errors.length > 0) {
    throw mistake(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
  }
}

/** The stage of each object: its kind's, or that of an earlier object that was told to come after it. */
function earliest(objects: readonly ApiObject[]): Map<ApiObject, Stage> {
  const stages = new Map(objects.map((object) => [object, stageOf(object.apiVersion, object.kind)]));
  // Objects come after all that they depend on, so that going backwards meets each after those that need it.
  for (const object of [...objects].reverse()) {
    for (const other of object.node.dependencies) {
      const [own, needed] = [stages.get(object)!, stages.get(other as ApiObject)];
      if (needed !== undefined && STAGES.indexOf(own) < STAGES.indexOf(needed)) {
        stages.set(other as ApiObject, own);
      }
    }
  }
  return stages;
}

function keyOf({ apiGroup, kind, name, metadata }: ApiObject): string {
  const group = apiGroup === 'core' ? undefined : apiGroup;
  return [kind, group, metadata.namespace, name]
    .filter((part) => part !== undefined)
    .join('-')
    .replace(/[^A-Za-z0-9-]/g, '-')
    .toLowerCase();
}
