import { DaprVersion } from '../../dapr-version';
import { COMPONENTS, TYPE_ALIASES } from '../../generated/component-facts';
import { MISNAMED } from '../../generated/component-types';
import { categoriesOf, PLUGGABLE } from '../../private/categories';
import { didYouMean } from '../../private/nearest';
import { versionsOf } from '../facts';
import type { Component } from '../model/component';
import type { Severity } from '../rule';
import { meantType } from './meant-type';

const TYPES = [...Object.keys(COMPONENTS), ...Object.keys(TYPE_ALIASES)];

/** Types that are gone, with the last Dapr that brought each. */
const REMOVED: { readonly [type: string]: { readonly last: string; readonly instead?: string } } = {
  'bindings.kitex': { last: '1.16' },
  'bindings.twitter': { last: '1.10' },
  'pubsub.hazelcast': { last: '1.10' },
  'pubsub.natsstreaming': { last: '1.12', instead: 'pubsub.jetstream' },
};

export interface Wrong {
  readonly message: string;
  readonly severity: Severity;
}

/** What is wrong with a type, apart from its version; nothing for one that the sidecar has, or only a later one. */
export function wrongType({ type, category }: Component, version: DaprVersion): Wrong | undefined {
  const lower = type.toLowerCase();
  const none = `the sidecar has no component type '${type}'`;
  const categories = categoriesOf(version);
  if (category === 'nameresolution') {
    return error(`'${type}' is no component: it is set as spec.nameResolution of a Configuration`);
  }
  if (/^workflow(backend|s)?$/.test(category)) {
    return error(`'${type}' is no component since Dapr 1.15: workflows keep their state in an actor state store`);
  }
  if (type === lower && versionsOf(type) !== undefined) {
    return undefined; // what only a later Dapr has is told by another rule
  }
  if (!type.includes('.') || !categories.includes(category)) {
    const lowered = category.toLowerCase();
    const rightCase = `${lowered}${type.slice(category.length)}`;
    const hint = categories.includes(lowered)
      ? `: the category is in lower case, as in '${rightCase}'`
      : didYouMean(type, TYPES) || `: it begins with one of ${categories.join(', ')} and a dot`;
    return error(`${none}${hint}`);
  }
  if (Object.hasOwn(MISNAMED, lower)) {
    return error(`the sidecar does not load '${type}': its name is '${MISNAMED[lower]}'`);
  }
  if (versionsOf(type) !== undefined) {
    return undefined;
  }
  if (Object.hasOwn(REMOVED, lower)) {
    const { last, instead } = REMOVED[lower];
    // Versions are told apart from 1.15 on.
    const has = Number(last.split('.')[1]) >= Number(version.name.split('.')[1]);
    return has ? undefined : error(`Dapr ${last} was the last with '${type}'${instead === undefined ? '' : `: write '${instead}'`}`);
  }
  const meant = meantType(lower, TYPES);
  if (meant !== undefined) {
    return error(`${none}; did you mean '${meant}'?`);
  }
  if (!PLUGGABLE.includes(category)) {
    return error(`${none}: ${category} has ${TYPES.filter((name) => name.startsWith(`${category}.`)).join(', ')}`);
  }
  const message = `Dapr brings no component type '${type}': without a program of your own beside the sidecar that brings it, the sidecar exits`;
  return { message, severity: 'warning' };
}

function error(message: string): Wrong {
  return { message, severity: 'error' };
}
