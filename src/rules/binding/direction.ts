import { didYouMean } from '../../private/nearest';
import { Component } from '../model/component';

export const DIRECTIONS = ['input', 'output'] as const;

/** What `direction` of a binding says: nothing where there is none, or where it is not filled in yet. */
export function directionsOf(component: Component): readonly string[] | undefined {
  const items = component.metadata.filter(({ name }) => name.toLowerCase() === 'direction');
  if (items.length === 0 || items.some(({ late, value = '' }) => late || /<.*>/.test(value))) {
    return undefined;
  }
  return items.flatMap(({ value = '' }) => value.split(',').map((direction) => direction.trim().toLowerCase()));
}

/** The direction that a word was meant to be, ending a sentence. */
export function meantDirection(word: string): string {
  const near = DIRECTIONS.find((direction) => word.length > 1 && direction.startsWith(word));
  return near === undefined ? didYouMean(word, DIRECTIONS) : `; did you mean '${near}'?`;
}
