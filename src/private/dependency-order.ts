import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { mistake } from './problems';

/**
 * Carries dependencies over to the charts and objects that they concern, as cdk8s does: a chart depends on those nested in it, and on those
 * that its constructs depend on; so do the objects of a construct on the objects of what it depends on.
 *
 * @returns whether charts depend on one another, which puts their number before their files' names
 */
export function resolveDependencies(nodes: readonly IConstruct[]): boolean {
  let betweenCharts = false;
  const depend = (source: Chart, target: Chart): void => {
    source.node.addDependency(target);
    betweenCharts = true;
  };
  for (const parent of nodes.filter((node): node is Chart => Chart.isChart(node))) {
    parent.node.children.filter((child): child is Chart => Chart.isChart(child)).forEach((child) => depend(parent, child));
  }
  for (const [source, target] of dependencies(nodes)) {
    const [from, to] = [Chart.of(source), Chart.of(target)];
    if (from !== to) {
      depend(from, to);
    }
  }
  for (const [source, target] of dependencies(nodes)) {
    const sources = objectsOf(source);
    for (const object of objectsOf(target)) {
      sources.filter((other) => other !== object).forEach((other) => other.node.addDependency(object));
    }
  }
  return betweenCharts;
}

function dependencies(nodes: readonly IConstruct[]): [IConstruct, IConstruct][] {
  return nodes.flatMap((node) => node.node.dependencies.map((target): [IConstruct, IConstruct] => [node, target]));
}

function objectsOf(construct: IConstruct): ApiObject[] {
  const chart = Chart.of(construct);
  return construct.node.findAll().filter((node): node is ApiObject => ApiObject.isApiObject(node) && node.chart === chart);
}

/**
 * The constructs of a tree, each after all that it depends on, else in the order of the tree: the order of cdk8s's own graph, found in one walk.
 */
export function inOrder(root: IConstruct): IConstruct[] {
  const nodes = root.node.findAll();
  const within = new Set(nodes);
  const targets = new Map<IConstruct, IConstruct[]>();
  const needed = new Set<IConstruct>();
  for (const node of nodes) {
    const own = node.node.dependencies.filter((target) => within.has(target));
    if (own.length > 0) {
      targets.set(node, own);
      own.forEach((target) => needed.add(target));
    }
  }
  if (targets.size === 0) {
    return nodes;
  }
  const order: IConstruct[] = [];
  const done = new Set<IConstruct>();
  const path: IConstruct[] = [];
  const visit = (node: IConstruct): void => {
    if (done.has(node)) {
      return;
    }
    if (path.includes(node)) {
      throw mistake(`Dependency cycle detected: ${[...path.slice(path.indexOf(node)), node].map((one) => one.node.path).join(' => ')}`);
    }
    path.push(node);
    targets.get(node)?.forEach(visit);
    path.pop();
    done.add(node);
    order.push(node);
  };
  nodes.filter((node) => !needed.has(node)).forEach(visit);
  nodes.forEach(visit); // only what lies on a cycle is left, and says so
  return order;
}
