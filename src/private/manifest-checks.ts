import { ApiObject, Chart } from 'cdk8s';
import { IConstruct, Node } from 'constructs';
import { Code } from './codes';

const WATCHED = Symbol.for('cdk8s-dapr.manifestChecks');

/** Adds, once for the whole tree, the checks that need every manifest. */
export function checkManifestsOf(construct: IConstruct): void {
  const root = construct.node.root as IConstruct & { [WATCHED]?: true };
  if (root[WATCHED] === undefined) {
    root[WATCHED] = true;
    root.node.addValidation({ validate: () => manifestProblems(root.node) });
  }
}

/** What is wrong with the manifests of a tree, taken together. */
export function manifestProblems(root: Node): string[] {
  const objects = root.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));
  return duplicates(objects);
}

/** One chart is applied as a whole: of two objects with one name, the second overwrites the first. */
function duplicates(objects: ApiObject[]): string[] {
  const problems: string[] = [];
  const seen = new Map<Chart, Map<string, ApiObject>>();
  for (const object of objects) {
    let inChart = seen.get(object.chart);
    if (inChart === undefined) {
      seen.set(object.chart, (inChart = new Map()));
    }
    const key = `${object.apiGroup}/${object.kind}/${object.metadata.namespace ?? ''}/${object.name}`;
    const first = inChart.get(key);
    if (first === undefined) {
      inChart.set(key, object);
    } else {
      problems.push(
        `${Code.DUPLICATE} [${object.node.path}] a ${object.kind} named '${object.name}' exists already at ${first.node.path}: the second overwrites the first in the cluster; give one another id or objectMeta.name`,
      );
    }
  }
  return problems;
}
