/**
 * Remembers what was made of an object, as long as the object lives: many rules ask the same of one model, and none of them changes it.
 *
 * @param make is asked once for each object
 */
export function once<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    const known = made.get(of);
    if (known !== undefined) {
      return known.value;
    }
    const value = make(of);
    made.set(of, { value });
    return value;
  };
}

/** The function, which is asked once for each argument. */
export function memoized<A, T>(compute: (argument: A) => T): (argument: A) => T {
  const known = new Map<A, T>();
  return (argument) => {
    if (!known.has(argument)) {
      known.set(argument, compute(argument));
    }
    return known.get(argument)!;
  };
}
