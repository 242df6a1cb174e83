/** What a maintainer reads of a release, as Markdown. */
import { Difference } from './difference';
import { Explained } from './explained';

/** A part of the report, such as the components. */
export interface Area {
  readonly title: string;
  readonly found: Explained;
}

/** The whole report. */
export function report(version: string, areas: readonly Area[]): string {
  const open = areas.reduce((sum, { found }) => sum + found.open.length, 0);
  const explained = areas.reduce((sum, { found }) => sum + found.explained.length, 0);
  const head = [`# Dapr ${version} against the catalog`, '', `${open} open, ${explained} explained.`, ''];
  return [...head, ...areas.flatMap(areaLines)].join('\n');
}

function areaLines({ title, found: { open, explained, unused } }: Area): string[] {
  return [
    `## ${title}`,
    '',
    ...(open.length === 0 ? ['Nothing open.', ''] : table(open)),
    ...(explained.length === 0
      ? []
      : [
          'Explained:',
          '',
          ...explained.map(({ difference: { place, found }, because }) => `- \`${place}\`: ${cell(found)}. ${because}`),
          '',
        ]),
    ...(unused.length === 0 ? [] : ['Explanations that nothing needed here:', '', ...unused.map((place) => `- \`${place}\``), '']),
  ];
}

function table(differences: readonly Difference[]): string[] {
  return [
    '| where | | found | proposed |',
    '|---|---|---|---|',
    ...differences.map(({ place, what, found, propose }) => `| \`${cell(place)}\` | ${what} | ${cell(found)} | ${cell(propose)} |`),
    '',
  ];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
