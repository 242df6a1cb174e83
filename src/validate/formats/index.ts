import type { Format } from './format';
import { github } from './github';
import { json } from './json';
import { junit } from './junit';
import { pretty } from './pretty';
import { sarif } from './sarif';

/** Every format by its name. */
export const FORMATS: { readonly [name: string]: Format } = { pretty, json, sarif, junit, github };
