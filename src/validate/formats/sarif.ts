import { isAbsolute } from 'node:path';
import type { Severity } from '../../rules/rule';
import { fingerprints } from '../baseline';
import { docsOf } from '../docs';
import type { LocatedFinding } from '../result';
import type { Format, FormatOptions } from './format';
import { objectOf } from './words';

const LEVELS: { readonly [severity in Severity]: string } = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, for GitHub's code scanning and its like. Only the rules that found something are described. */
export const sarif: Format = ({ findings, acknowledged }, options) => {
  const all: readonly (LocatedFinding & { readonly reason?: string })[] = [...findings, ...acknowledged];
  const ids = [...new Set(all.map(({ rule }) => rule))].sort();
  const prints = fingerprints(all);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cdk8s-dapr',
            version: options.version,
            semanticVersion: options.version,
            informationUri: 'https://github.com/cdk8s-dapr/cdk8s-dapr',
            rules: ids.map((id) => ruleOf(id, options)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: all.map((finding) => resultOf(finding, ids.indexOf(finding.rule), prints.get(finding) ?? '')),
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
};

function ruleOf(id: string, { rules }: FormatOptions): object {
  const doc = rules.find((rule) => rule.id === id);
  const docs = docsOf(id);
  return {
    id,
    ...(doc === undefined
      ? {}
      : {
          shortDescription: { text: doc.title ?? doc.fix },
          fullDescription: { text: doc.why ?? doc.fix },
          help: { text: doc.fix },
          defaultConfiguration: { level: LEVELS[doc.severity] },
        }),
    ...(docs === '' ? {} : { helpUri: docs }),
  };
}

function resultOf(finding: LocatedFinding & { readonly reason?: string }, ruleIndex: number, fingerprint: string): object {
  const { rule, severity, message, fix, file, line, column, path, reason } = finding;
  const object = objectOf(finding);
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${object === '' ? '' : `${object}: `}${message}${message.endsWith('?') ? '' : '.'} ${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column, ...endOf(finding) },
        },
        ...(object === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path === '' ? object : `${object} ${path}` }] }),
      },
    ],
    partialFingerprints: { 'cdk8sDapr/v1': fingerprint },
    ...(reason === undefined ? {} : { suppressions: [{ kind: 'external', justification: reason }] }),
  };
}

function endOf({ source, start, end, line }: LocatedFinding): object {
  const last = source?.positionOf(end);
  return last === undefined || end <= start || last.line !== line ? {} : { endLine: last.line, endColumn: last.column };
}

/** Relative to where the command ran, so that it fits a repository; an absolute one says that it is a file. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/^\.\//, '');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return isAbsolute(file) ? `file://${encoded.startsWith('/') ? '' : '/'}${encoded}` : encoded;
}
