import { grouped } from '../../rules/grouped';
import type { LocatedFinding } from '../result';
import type { Format } from './format';
import { objectOf } from './words';

/**
 * For CI servers: a suite for each file, a failed test for each error, and a passed one that tells the rest in its output. A file without
 * findings has one passed test, so that an empty report is not taken for a run that did not happen.
 */
export const junit: Format = ({ findings, summary }) => {
  const suites = [...grouped(findings, ({ file }) => file)].flatMap(([file, found]) => [
    `  <testsuite name="${attribute(file)}" tests="${found.length}" failures="${errorsOf(found)}" errors="0" skipped="0">`,
    ...found.flatMap(testcase),
    '  </testsuite>',
  ]);
  const none = ['  <testsuite name="cdk8s-dapr validate" tests="1" failures="0" errors="0" skipped="0">'];
  none.push(`    <testcase name="${summary.checked} objects in ${summary.files} files" classname="cdk8s-dapr"/>`, '  </testsuite>');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cdk8s-dapr validate" tests="${Math.max(findings.length, 1)}" failures="${summary.errors}" errors="0">`,
    ...(findings.length === 0 ? none : suites),
    '</testsuites>',
  ].join('\n');
};

function testcase(finding: LocatedFinding): string[] {
  const { rule, severity, message, fix, file, line, column, path, docs } = finding;
  const name = [rule, objectOf(finding), path].filter((part) => part !== '').join(' ');
  const text = [`${file}:${line}:${column}`, message, fix, docs].filter((part) => part !== '').join('\n');
  const open = `    <testcase name="${attribute(name)}" classname="${attribute(file)}">`;
  return severity === 'error'
    ? [open, `      <failure type="${attribute(rule)}" message="${attribute(message)}">${escape(text)}</failure>`, '    </testcase>']
    : [open, `      <system-out>${escape(`${severity}: ${text}`)}</system-out>`, '    </testcase>'];
}

function errorsOf(findings: readonly LocatedFinding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

/** XML 1.0 has no way to write most control characters, nor half a character. */
function escape(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '�')

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '�')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

function attribute(text: string): string {
  return escape(text).replace(/"/g, '&quot;').replace(/\t/g, '&#9;').replace(/\n/g, '&#10;').replace(/\r/g, '&#13;');
}
