/** Whether a value is an object or a list, of whatever class: what a program without types may have put in its place is not. */
export function isObject<T>(value: T | undefined): value is T & object {
  return typeof value === 'object' && value !== null;
}

/** Whether a value is an object of no class, as a literal is. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  return isObject(value) && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}
