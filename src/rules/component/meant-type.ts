import { nearest } from '../../private/nearest';

/**
 * The type that another text most likely meant: misspelt, with a segment too few, with segments swapped, or without its dots. One's own type
 * may begin with the name of an engine that Dapr has too, so that alone is no likeness.
 */
export function meantType(type: string, types: readonly string[]): string | undefined {
  const [category] = type.split('.', 1);
  const name = type.slice(category.length + 1);
  const ofCategory = types.filter((other) => other.startsWith(`${category}.`));
  return (
    ofCategory.find((other) => sorted(other) === sorted(type)) ??
    ofCategory.find((other) => squeezed(other) === squeezed(type)) ??
    ofCategory.find((other) => other.endsWith(`.${name}`)) ??
    ofCategory.find((other) => other.includes(`.${name}.`)) ??
    (name.length < 4 ? undefined : (ofCategory.find((other) => other.startsWith(type)) ?? misspelt(category, name, ofCategory)))
  );
}

function misspelt(category: string, name: string, types: readonly string[]): string | undefined {
  const near = nearest(
    name,
    types.map((type) => type.slice(category.length + 1)),
  );
  return near !== undefined && similar(name, near) ? `${category}.${near}` : undefined;
}

/** Whether the letters of two words differ in at most one of five. */
function similar(a: string, b: string): boolean {
  const left = [...b];
  const common = [...a].filter((letter) => {
    const i = left.indexOf(letter);
    return i >= 0 && left.splice(i, 1).length === 1;
  });
  return common.length >= Math.max(a.length, b.length) * 0.8;
}

function sorted(type: string): string {
  return type.split('.').sort().join('.');
}

function squeezed(type: string): string {
  return type.replace(/[-_.]/g, '');
}
