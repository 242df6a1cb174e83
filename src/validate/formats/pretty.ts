import type { Severity } from '../../rules/rule';
import { Excerpts } from '../excerpt';
import type { LocatedFinding, Result } from '../result';
import type { Format, FormatOptions } from './format';
import { objectOf, printable, summaryLine } from './words';

type Paint = (text: string) => string;

interface Palette {
  readonly of: { readonly [severity in Severity]: Paint };
  readonly good: Paint;
  readonly bold: Paint;
  readonly dim: Paint;
}

const WORDS: { readonly [severity in Severity]: string } = { error: 'error', warning: 'warning', info: 'hint' };

/** For people: by file and object, with the lines of the file and what to do. */
export const pretty: Format = (result, options) => {
  const palette = paletteFor(options);
  const excerpts = new Excerpts();
  const blocks = groups(result.findings).map((group) =>
    [heading(group[0], palette), ...group.map((finding) => block(finding, excerpts, palette))].join('\n\n'),
  );
  return [...blocks, ...acknowledgedBlock(result, palette), summary(result, palette)].join('\n\n');
};

/** Neighbours about one object of one file. */
function groups(findings: readonly LocatedFinding[]): LocatedFinding[][] {
  const all: LocatedFinding[][] = [];
  for (const finding of findings) {
    const group = all.at(-1);
    if (group !== undefined && group[0].file === finding.file && objectOf(group[0]) === objectOf(finding)) {
      group.push(finding);
    } else {
      all.push([finding]);
    }
  }
  return all;
}

function heading(finding: LocatedFinding, { bold, dim }: Palette): string {
  const object = objectOf(finding);
  return object === '' ? bold(printable(finding.file)) : `${bold(printable(object))} ${dim(`in ${printable(finding.file)}`)}`;
}

function block(finding: LocatedFinding, excerpts: Excerpts, { of, bold, dim }: Palette): string {
  const { severity, rule, message, fix, file, line, column, docs } = finding;
  const lines = excerpts.of(finding);
  const width = Math.max(...lines.map(({ number }) => String(number).length), 1) + 1;
  const bar = dim('|');
  const gutter = (number: string): string => `  ${dim(number.padStart(width))} ${bar}`;
  const shown = lines.flatMap(({ number, text, mark }) => [
    `${gutter(String(number))} ${text}`,
    ...(mark === undefined ? [] : [`${gutter('')} ${' '.repeat(mark.from)}${of[severity]('^'.repeat(mark.width))}`]),
  ]);
  return [
    `  ${of[severity](WORDS[severity])}${bold(`: ${printable(message)}`)}`,
    `  ${' '.repeat(width)}${dim('-->')} ${printable(file)}:${line}:${column}`,
    ...(shown.length === 0 ? [] : [gutter(''), ...shown]),
    `  ${' '.repeat(width)} ${dim('=')} ${printable(fix)}`,
    `  ${' '.repeat(width)} ${dim(`= ${rule}${docs === '' ? '' : ` ${docs}`}`)}`,
  ].join('\n');
}

function acknowledgedBlock({ acknowledged }: Result, { bold, dim }: Palette): string[] {
  const lines = acknowledged.map((finding) => {
    const where = `${finding.file}:${finding.line}`;
    const what = [objectOf(finding), dim(where)].filter((part) => part !== '').join(' ');
    return `  ${finding.rule} ${what}: ${printable(finding.reason)}`;
  });
  return lines.length === 0 ? [] : [[bold('Acknowledged'), ...lines].join('\n')];
}

function summary(result: Result, { of, good }: Palette): string {
  const { errors, warnings, infos } = result.summary;
  const paint = errors > 0 ? of.error : warnings > 0 ? of.warning : infos > 0 ? of.info : good;
  const line = summaryLine(result);
  return paint(line[0].toUpperCase() + line.slice(1));
}

function paletteFor({ colour }: FormatOptions): Palette {
  const paint = (code: number): Paint => (colour ? (text) => `\u001b[${code}m${text}\u001b[0m` : (text) => text);
  return { of: { error: paint(31), warning: paint(33), info: paint(36) }, good: paint(32), bold: paint(1), dim: paint(2) };
}
