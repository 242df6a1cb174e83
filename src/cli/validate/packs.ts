import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PRODUCTION, RECOMMENDED } from '../../rules';
import type { RunnableRule } from '../../rules/engine';
import { isMapping, Mapping, text } from '../../rules/read';
import type { RuleDoc, Severity } from '../../rules/rule';
import { Failure } from '../errors';

/** A rule, with what reports say of it. */
export type PackRule = RunnableRule & Partial<Pick<RuleDoc, 'title' | 'why'>>;

export interface Pack {
  readonly rules: readonly PackRule[];
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}

/** A `RulePack` of the library, by what the library itself asks it: the same file then serves synth and the command line. */
interface LibraryPack {
  _rules(): PackRule[];
  _ids(): string[];
  _severity(id: string): Severity | 'off' | undefined;
}

const OURS: { readonly [name: string]: readonly PackRule[] } = { recommended: RECOMMENDED, production: PRODUCTION };
const SEVERITIES = ['error', 'warning', 'info'];

/** The packs of these names or files together. `recommended` is always among them. */
export async function loadPacks(names: readonly string[]): Promise<Pack> {
  const packs: Pack[] = [];
  for (const name of new Set(['recommended', ...names])) {
    packs.push(Object.hasOwn(OURS, name) ? { rules: OURS[name], severities: new Map() } : await loadFile(name));
  }
  const rules = new Map<string, PackRule>();
  for (const rule of packs.flatMap((pack) => pack.rules)) {
    // A pack of the user's may bring one of ours along, but two of different packs are a mistake.
    if (rules.has(rule.id) && !isOurs(rule.id)) {
      throw new Failure(`two packs have a rule ${rule.id}: expected ids that differ`, 2);
    }
    rules.set(rule.id, rules.get(rule.id) ?? rule);
  }
  return { rules: [...rules.values()], severities: new Map(packs.flatMap((pack) => [...pack.severities])) };
}

async function loadFile(file: string): Promise<Pack> {
  const fail = (message: string): never => {
    throw new Failure(`pack '${file}': ${message}`, 2);
  };
  if (!existsSync(file)) {
    return fail(`there is no such file, and no pack of that name: expected ${Object.keys(OURS).join(', ')} or a file`);
  }
  const exported = await load(resolve(file)).catch((error: unknown) =>
    fail(`it cannot be loaded: ${error instanceof Error ? error.message : String(error)}`),
  );
  const pack = packIn(exported) ?? fail("expected it to export 'pack', with a name and rules");
  return isLibraryPack(pack) ? ofLibrary(pack) : ofMapping(pack, fail);
}

/** An ES module as well as CommonJS, whose exports are also its default. */
async function load(path: string): Promise<Mapping> {
  return (await import(pathToFileURL(path).href)) as Mapping;
}

function packIn(exported: Mapping): Mapping | undefined {
  const { pack, default: whole } = exported;
  return [pack, isMapping(whole) ? whole.pack : undefined, whole].find(
    (candidate): candidate is Mapping => isMapping(candidate) && (Array.isArray(candidate.rules) || isLibraryPack(candidate)),
  );
}

function isLibraryPack(pack: object): pack is LibraryPack {
  return ['_rules', '_ids', '_severity'].every((name) => typeof (pack as Mapping)[name] === 'function');
}

function ofLibrary(pack: LibraryPack): Pack {
  const severities = pack._ids().flatMap((id): [string, Severity | 'off'][] => {
    const severity = pack._severity(id);
    return severity === undefined ? [] : [[id, severity]];
  });
  return { rules: pack._rules(), severities: new Map(severities) };
}

function ofMapping(pack: Mapping, fail: (message: string) => never): Pack {
  const rules = (pack.rules as unknown[]).map((rule, i) => {
    const wrong = isMapping(rule) ? mistakeIn(rule) : 'is no rule';
    return wrong === undefined ? runnable(rule as Mapping) : fail(`rules[${i}] ${wrong}`);
  });
  const severities = Object.entries(isMapping(pack.severities) ? pack.severities : {});
  for (const [id, severity] of severities) {
    if (![...SEVERITIES, 'off'].includes(severity as string)) {
      fail(`severities.${id} must be one of off, ${SEVERITIES.join(', ')}: got '${String(severity)}'`);
    }
  }
  return { rules, severities: new Map(severities as [string, Severity | 'off'][]) };
}

/** A `CustomRule` of the library takes a context; what it makes of itself takes a model, as a plain rule does. */
function runnable(rule: Mapping): PackRule {
  const { _runnable: own } = rule;
  const plain = typeof own === 'function' ? (own.call(rule) as PackRule) : (rule as unknown as PackRule);
  return plain === (rule as unknown) ? plain : { ...plain, title: text(rule.title), why: text(rule.why) };
}

function mistakeIn(rule: Mapping): string | undefined {
  const absent = ['id', 'title', 'why', 'fix'].find((key) => (text(rule[key]) ?? '').trim() === '');
  if (absent !== undefined) {
    return `needs '${absent}', a text`;
  }
  if (!/^[A-Z][A-Z0-9_-]*[0-9]$/.test(rule.id as string) || isOurs(rule.id as string)) {
    return `has the id '${String(rule.id)}': expected capital letters and digits, and not DAPR in front, which is ours`;
  }
  if (!SEVERITIES.includes(rule.severity as string)) {
    return `has the severity '${String(rule.severity)}': expected one of ${SEVERITIES.join(', ')}`;
  }
  return typeof rule.check === 'function' ? undefined : "needs 'check', a function of a model and a report";
}

function isOurs(id: string): boolean {
  return id.startsWith('DAPR');
}
