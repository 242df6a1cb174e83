import { createHash } from 'node:crypto';
import { isMapping } from '../rules/read';
import type { LocatedFinding } from './result';

/**
 * What a finding is known by: its rule, object, field and message, and where two are alike, which of them it is. Not its line: that moves.
 */
export function fingerprints(findings: readonly LocatedFinding[]): Map<LocatedFinding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const { rule, file, kind, namespace, name, path, message } = finding;
      // What is said of a file and not of an object is known by the file.
      const what = JSON.stringify([rule, kind === '' ? file : kind, namespace, name, path, message]);
      const count = seen.get(what) ?? 0;
      seen.set(what, count + 1);
      return [finding, createHash('sha256').update(`${what}${count}`).digest('hex').slice(0, 16)];
    }),
  );
}

/** A baseline: sorted, and with what a reader wants to know of each, so that a change of it can be reviewed. */
export function baselineOf(findings: readonly LocatedFinding[]): string {
  const entries = [...fingerprints(findings)].map(([{ rule, kind, namespace, name, path, file }, fingerprint]) => ({
    fingerprint,
    rule,
    object: [namespace, kind, name].filter((part) => part !== '').join('/') || file,
    path,
  }));
  const order = ({ rule, object, path, fingerprint }: (typeof entries)[number]): string => [rule, object, path, fingerprint].join('\0');
  entries.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return `${JSON.stringify({ version: 1, findings: entries }, undefined, 2)}\n`;
}

/** The fingerprints of a baseline; nothing where the text is none. */
export function readBaseline(text: string): ReadonlySet<string> | undefined {
  try {
    const { version, findings } = JSON.parse(text) as { version?: unknown; findings?: unknown };
    if (version !== 1 || !Array.isArray(findings)) {
      return undefined;
    }
    return new Set(findings.flatMap((entry) => (isMapping(entry) && typeof entry.fingerprint === 'string' ? [entry.fingerprint] : [])));
  } catch {
    return undefined;
  }
}
