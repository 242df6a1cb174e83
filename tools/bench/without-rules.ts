import type { App } from 'cdk8s';

/** What the name of a way to make the objects ends with, where nothing is held against the rules. */
export const NOT_CHECKED = ', not checked';

/** Takes away what the library adds to an app for its checks. There is no such switch for users: this is to see what they cost. */
export function withoutRules(app: App): void {
  (app.node as unknown as { _validations: unknown[] })._validations.length = 0;
  Reflect.deleteProperty(app, 'synth');
}
