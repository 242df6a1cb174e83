/** Writes the options of the control plane and the tables by which they become values of Dapr's Helm chart. */
import { enumerations, interfaces } from './control-plane-docs';
import { Entry, readControlPlane, tree, Tree } from './control-plane-catalog';
import { header } from './component-file';
import { quote } from './fields';

const FILE = 'catalog/control-plane.yaml';

/** @param yaml the text of `catalog/control-plane.yaml` */
export function controlPlaneOptions(yaml: string): string {
  const catalog = readControlPlane(yaml);
  return `${header(FILE)}import { Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { ControlPlaneSelector, ControlPlaneToleration } from '../control-plane/kubernetes-options';
import { SecretValue } from '../metadata-value';
import { LogLevel, SeccompProfileType } from './sidecar-options';

${[...enumerations(catalog), ...interfaces(catalog)].join('\n')}`;
}

/** @param yaml the text of `catalog/control-plane.yaml` */
export function controlPlaneTables(yaml: string): string {
  const catalog = readControlPlane(yaml);
  const unread = catalog.notOffered.filter(({ fields }) => fields.length === 0);
  return `${header(FILE)}import { SELECTOR, TOLERATION } from '../control-plane/kubernetes-fields';
import type { ValueFact } from '../control-plane/values';
import { Fields } from '../private/fields';

/** What each option takes. */
export const CONTROL_PLANE_FIELDS: Fields = {
${fields(tree(catalog), '  ')}};

/** How each option becomes a value of the chart, by its path. */
export const CONTROL_PLANE_VALUES: { readonly [option: string]: ValueFact } = {
${catalog.offered.map(({ key, entry }) => `  ${quote(entry.option)}: { ${valueFacts(key, entry)} },\n`).join('')}};

/** The keys of the chart that are not offered, and why. */
export const CONTROL_PLANE_NOT_OFFERED: { readonly [key: string]: string } = {
${unread.map(({ key, because }) => `  ${quote(key)}: ${quote(because)},\n`).join('')}};

/** Keys that the chart does not have, though they are often copied, and what to do instead. */
export const CONTROL_PLANE_ABSENT: { readonly [key: string]: string } = {
${Object.entries(catalog.absent)
  .map(([key, because]) => `  ${quote(key)}: ${quote(because)},\n`)
  .join('')}};
`;
}

function fields(node: Tree, indent: string): string {
  return Object.entries(node.children)
    .map(([name, child]) =>
      child.entry === undefined
        ? `${indent}${name}: {\n${indent}  is: 'object',\n${indent}  fields: {\n${fields(child, `${indent}    `)}${indent}  },\n${indent}},\n`
        : `${indent}${name}: { ${fieldFacts(child.entry).join(', ')} },\n`,
    )
    .join('');
}

/** What an entry takes, as `checkFields` reads it; the table of values checks what this cannot say. */
function fieldFacts(entry: Entry): string[] {
  const is = ['resources', 'kubernetes'].includes(entry.is) ? 'any' : entry.is;
  const scale = entry.unit === 's' ? 1000 : 1;
  const table = { ControlPlaneToleration: 'TOLERATION', ControlPlaneSelector: 'SELECTOR' }[entry.type as string];
  const of = entry.of ?? (entry.values && Object.keys(entry.values));
  return [
    `is: ${quote(is)}`,
    entry.unit && `unit: ${quote(entry.unit)}`,
    entry.min !== undefined && is !== 'size' && `min: ${entry.min * scale}`,
    entry.max !== undefined && `max: ${entry.max}`,
    of && `of: [${of.map(quote).join(', ')}]`,
    entry.pattern !== undefined && `pattern: ${String(new RegExp(entry.pattern))}`,
    entry.expected !== undefined && `expected: ${quote(entry.expected)}`,
    table && `fields: ${table}`,
    entry.since && `since: ${quote(entry.since)}`,
  ].filter((fact): fact is string => typeof fact === 'string');
}

function valueFacts(key: string, entry: Entry): string {
  return [
    `key: ${quote(key)}`,
    `is: ${quote(entry.is)}`,
    entry.unit && `unit: ${quote(entry.unit)}`,
    entry.spelled && `spelled: ${quote(entry.spelled)}`,
    entry.bare && 'bare: true',
  ]
    .filter((fact) => typeof fact === 'string')
    .join(', ');
}
