import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PRODUCTION, RECOMMENDED } from '../../rules';
import type { RunnableRule } from '../../rules/engine';
import { isMapping, list, text } from '../../rules/read';
import type { RuleDoc, Severity } from '../../rules/rule';
import { Failure } from '../errors';

/** A rule, with what reports say of it. */
export type PackRule = RunnableRule & Pick<RuleDoc, 'id' | 'severity' | 'title' | 'why' | 'fix'>;

export interface Pack {
  readonly rules: readonly PackRule[];
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}

const OURS: { readonly [name: string]: readonly PackRule[] } = { recommended: RECOMMENDED, production: PRODUCTION };
const SEVERITIES = ['error', 'warning', 'info'];

/** The packs of these names or files together. `recommended` is always among them. */
export async function loadPacks(names: readonly string[]): Promise<Pack> {
  const packs = await Promise.all([...new Set(['recommended', ...names])].map(loadPack));
  const rules = packs.flatMap((pack) => pack.rules);
  const twice = rules.find(({ id }, i) => rules.findIndex((rule) => rule.id === id) !== i);
  if (twice !== undefined) {
    throw new Failure(`two packs have a rule ${twice.id}: expected ids that differ`, 2);
  }
  return { rules, severities: new Map(packs.flatMap((pack) => [...pack.severities])) };
}

async function loadPack(name: string): Promise<Pack> {
  if (Object.hasOwn(OURS, name)) {
    return { rules: OURS[name], severities: new Map() };
  }
  const fail = (message: string): never => {
    throw new Failure(`pack '${name}': ${message}`, 2);
  };
  if (!existsSync(name)) {
    return fail(`there is no such file, and no pack of that name: expected ${Object.keys(OURS).join(', ')} or a file`);
  }
  const loaded = await load(resolve(name)).catch((error: unknown) =>
    fail(`it cannot be loaded: ${(error as Error)?.message ?? String(error)}`),
  );
  const pack = [loaded.pack, isMapping(loaded.default) ? (loaded.default.pack ?? loaded.default) : undefined].find(isMapping);
  if (pack === undefined || !Array.isArray(pack.rules)) {
    return fail("expected it to export 'pack', with a name and rules");
  }
  pack.rules.forEach((rule, i) => {
    const wrong = !isMapping(rule) ? 'is no rule' : missing(rule);
    return wrong === undefined ? undefined : fail(`rules[${i}] ${wrong}`);
  });
  const severities = Object.entries(isMapping(pack.severities) ? pack.severities : {}) as [string, Severity | 'off'][];
  const odd = severities.find(([, severity]) => !['off', ...SEVERITIES].includes(severity));
  if (odd !== undefined) {
    return fail(`severities.${odd[0]} must be one of off, ${SEVERITIES.join(', ')}: got '${String(odd[1])}'`);
  }
  return { rules: pack.rules as PackRule[], severities: new Map(severities) };
}

/** An ES module as well as CommonJS. */
async function load(path: string): Promise<{ readonly [name: string]: unknown }> {
  return (await import(pathToFileURL(path).href)) as { readonly [name: string]: unknown };
}

function missing(rule: { readonly [key: string]: unknown }): string | undefined {
  const absent = list(['id', 'title', 'why', 'fix']).find((key) => (text(rule[String(key)]) ?? '').trim() === '');
  if (absent !== undefined) {
    return `needs '${String(absent)}', a text`;
  }
  if (!/^[A-Z][A-Za-z0-9_-]*$/.test(String(rule.id)) || /^DAPR\d/.test(String(rule.id))) {
    return `has the id '${String(rule.id)}': expected letters and digits, and not DAPR, which is ours`;
  }
  if (!SEVERITIES.includes(String(rule.severity))) {
    return `has the severity '${String(rule.severity)}': expected one of ${SEVERITIES.join(', ')}`;
  }
  return typeof rule.check === 'function' ? undefined : "needs 'check', a function of a model and a report";
}
