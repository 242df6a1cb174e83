import { isPlain } from './objects';

/**
 * A deep copy of plain values: what the caller does to its own later changes nothing. Members that are null are left out, as other
 * languages write them for nothing. Values of classes, such as Duration and constructs, are kept.
 */
export function copied<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(copied) as T;
  }
  if (!isPlain(value)) {
    return value;
  }
  const members = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(members.map(([name, item]) => [name, copied(item)])) as T;
}

/** The props of a construct, as a copy of its own. A program without types may leave them out. */
export function propsOf<T>(props: T): T {
  return copied(props ?? ({} as T));
}
