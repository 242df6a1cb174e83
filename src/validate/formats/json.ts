import type { LocatedFinding } from '../result';
import type { Format } from './format';

/** For programs: its shape is `schemas/validate-output.json`, and only grows. */
export const json: Format = ({ findings, acknowledged, summary }) =>
  JSON.stringify(
    {
      findings: findings.map(plain),
      acknowledged: acknowledged.map((finding) => ({ ...plain(finding), reason: finding.reason })),
      summary,
    },
    undefined,
    2,
  );

function plain(finding: LocatedFinding): object {
  const { rule, severity, message, fix, file, line, column, kind, name, namespace, path, docs } = finding;
  return { rule, severity, message, fix, file, line, column, kind, name, namespace, path, docs };
}
