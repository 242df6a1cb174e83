import { IResolver, ResolutionContext } from 'cdk8s';
import { Code } from './codes';
import { show } from './field-words';
import { isChangedByCdk8sWriter } from './unsafe-text';

/**
 * Stops synth at a text that cdk8s's own writer would change. It resolves nothing: being asked for each value of each manifest, it
 * sees what is written without rendering anything twice.
 */
export class TextCheck implements IResolver {
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
