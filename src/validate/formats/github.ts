import type { Severity } from '../../rules/rule';
import { objectOf, printable, summaryLine } from './words';
import type { Format } from './format';

const COMMANDS: { readonly [severity in Severity]: string } = { error: 'error', warning: 'warning', info: 'notice' };

/** Commands that GitHub shows as annotations in a pull request. */
export const github: Format = (result) =>
  [
    ...result.findings.map((finding) => {
      const { severity, file, line, column, rule, message, fix, docs } = finding;
      const properties = { file, line, col: column, title: printable(`${rule} ${objectOf(finding)}`).trim() };
      const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${COMMANDS[severity]} ${written.join(',')}::${data(
        [message, fix, docs]
          .filter((text) => text !== '')
          .map(printable)
          .join('\n'),
      )}`;
    }),
    summaryLine(result),
  ].join('\n');

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
