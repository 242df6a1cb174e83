import { ApiObject, App, Chart, IResolver, ResolutionContext } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Code } from './codes';
import { show } from './field-words';
import { article } from './names';
import { isChangedByCdk8sWriter } from './unsafe-text';

const CHECKED = Symbol.for('cdk8s-dapr.checked');
const EXACT = Symbol.for('cdk8s-dapr.exact');

type Marked = IConstruct & { [CHECKED]?: true; [EXACT]?: true };

/** Adds, once for each chart and app, the checks that single constructs cannot make. */
export function checkManifestsOf(construct: IConstruct): void {
  const chart = Chart.of(construct) as Chart & Marked;
  if (chart[CHECKED]) {
    return;
  }
  chart[CHECKED] = true;
  chart.node.addValidation({ validate: () => duplicates(chart) });
  const app = App.of(construct) as App & Marked;
  if (!app[CHECKED] && !app[EXACT] && Array.isArray(app.resolvers)) {
    app[CHECKED] = true;
    app.resolvers.push(new TextCheck());
  }
}

/** Marks an app whose writer gives every text back as it is. */
export function writesExactly(app: App): void {
  (app as App & Marked)[EXACT] = true;
}

/** A chart is applied as a whole: of two objects with one name, the second overwrites the first. */
function duplicates(chart: Chart): string[] {
  const problems: string[] = [];
  const seen = new Map<string, ApiObject>();
  for (const object of chart.node.findAll()) {
    if (!ApiObject.isApiObject(object) || object.chart !== chart) {
      continue;
    }
    const key = `${object.apiGroup}/${object.kind}/${object.metadata.namespace ?? ''}/${object.name}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, object);
    } else {
      problems.push(
        `${Code.DUPLICATE} [${object.node.path}] ${article(object.kind)} ${object.kind} named '${object.name}' exists already at ${first.node.path}: the second overwrites the first in the cluster; give one of them another name`,
      );
    }
  }
  return problems;
}

/**
 * Stops synth at a text that cdk8s's own writer would change. It resolves nothing: being asked for each value of each manifest, it
 * sees what is written without rendering anything twice.
 */
class TextCheck implements IResolver {
  public resolve(context: ResolutionContext): void {
    const { key, value } = context;
    const name = key[key.length - 1];
    if (typeof value === 'string' && isChangedByCdk8sWriter(value, 'value')) {
      throw unsafeText(context, `the text ${show(value)}`);
    }
    if (name !== undefined && !/^\d+$/.test(name) && isChangedByCdk8sWriter(name, 'key')) {
      throw unsafeText(context, `the key ${show(name)}`);
    }
  }
}

function unsafeText({ obj, key }: ResolutionContext, what: string): Error {
  return new Error(
    `${Code.UNSAFE_TEXT} [${obj.node.path}] ${what} at ${key.join('.')} would be read as another by kubectl, because of how cdk8s writes it: take dapr.App in place of cdk8s.App, whose writer keeps every text`,
  );
}
