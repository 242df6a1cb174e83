import { factsOf } from '../rules/facts';
import { parseDocument, YamlProblem } from './yaml/events';
import type { Range } from './yaml/locate';
import { Node, treeOf } from './yaml/tree';

/** A document with where it begins in its source. */
interface Document {
  readonly text: string;
  readonly start: number;
}

/** Names of what is secret, wherever they stand; and names that only say where a secret is. */
const SECRET_NAME =
  /pass(word|wd|phrase)?$|pwd|secret|token|credential|api-?_?key|(access|account|private|shared|encryption|master|signing|storage|host)-?_?key|connection-?_?string|authori[sz]ation|^(dsn|url|key|auth|sasl.*|.*certificate|.*cert|.*pem|cookie|webhook.*|.*sas)$/i;
const ONLY_REFERS = /(name|ref|store|path|file|type|version|enabled|namespace|prefix|duration|ttl|timeout|audience|issuer)s?$/i;
/** `redis://user:word@host`, and `AccountKey=…;`. */
const SECRET_VALUE =
  /\/\/[^/\s@]*:[^/\s@]*@|(password|pwd|key|secret|token|signature|sig)\s*=|-----BEGIN|^(bearer|basic|sk-|xox|gh[pousr]_|AKIA|eyJ)/i;
const SECRET_FIELDS = new Set(['data', 'stringData']);

/**
 * Where secrets stand in a document, by all that can be told: excerpts leave them out. It hides rather too much: a report is shown in places
 * where the file is not.
 *
 * @returns ranges of the whole source; nothing where the document cannot be read, so that nobody knows
 */
export function secretsIn(document: Document): readonly Range[] | undefined {
  try {
    const parsed = parseDocument(document.text);
    const found: Node[] = [];
    visit(treeOf(parsed), found, new Set());
    return found.map(({ start, end }) => ({
      start: document.start + parsed.toSource(start),
      end: document.start + parsed.toSource(end),
    }));
  } catch (error) {
    if (error instanceof YamlProblem) {
      return undefined;
    }
    throw error;
  }
}

function visit(node: Node, found: Node[], seen: Set<Node>): void {
  if (seen.has(node)) {
    return;
  }
  seen.add(node);
  if (node.kind === 'scalar') {
    if (SECRET_VALUE.test(node.value)) {
      found.push(node);
    }
    return;
  }
  if (node.kind === 'sequence') {
    node.items.forEach((item) => visit(item, found, seen));
    return;
  }
  const field = (name: string): Node | undefined => node.pairs.find(({ key }) => key.kind === 'scalar' && key.value === name)?.value;
  const textOf = (name: string): string => {
    const value = field(name);
    return value?.kind === 'scalar' ? value.value : '';
  };
  const kind = textOf('kind');
  const listed = isSecretName(textOf('name'));
  for (const { key, value } of node.pairs) {
    const name = key.kind === 'scalar' ? key.value : '';
    if (
      (kind === 'Secret' && SECRET_FIELDS.has(name)) ||
      (listed && name === 'value') ||
      (isSecretName(name) && !isReference(name, node))
    ) {
      hide(value, found);
    } else {
      visit(value, found, seen);
    }
  }
  if (kind.toLowerCase() === 'component') {
    hideByCatalog(field('spec'), found);
  }
}

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !ONLY_REFERS.test(name);
}

/** `secretKeyRef: { name, key }`: its key is the name of one. */
function isReference(name: string, { pairs }: Node & { readonly kind: 'mapping' }): boolean {
  return name === 'key' && pairs.some(({ key }) => key.kind === 'scalar' && key.value === 'name') && pairs.length <= 3;
}

function hideByCatalog(spec: Node | undefined, found: Node[]): void {
  const pairs = spec?.kind === 'mapping' ? spec.pairs : [];
  const of = (name: string): Node | undefined => pairs.find(({ key }) => key.kind === 'scalar' && key.value === name)?.value;
  const [type, version, metadata] = [of('type'), of('version'), of('metadata')];
  const facts = type?.kind === 'scalar' ? factsOf(type.value, version?.kind === 'scalar' ? version.value : '') : undefined;
  if (facts === undefined || metadata?.kind !== 'sequence') {
    return;
  }
  const secret = new Set(Object.keys(facts.keys).flatMap((key) => (facts.keys[key].secret === true ? [key.toLowerCase()] : [])));
  for (const item of metadata.items) {
    const own = item.kind === 'mapping' ? item.pairs : [];
    const name = own.find(({ key }) => key.kind === 'scalar' && key.value === 'name')?.value;
    if (name?.kind === 'scalar' && secret.has(name.value.toLowerCase())) {
      own.filter(({ key }) => key.kind === 'scalar' && key.value === 'value').forEach(({ value }) => hide(value, found));
    }
  }
}

function hide(node: Node, found: Node[]): void {
  if (node.kind === 'scalar') {
    found.push(node);
  } else if (node.kind === 'sequence') {
    node.items.forEach((item) => hide(item, found));
  } else {
    node.pairs.forEach(({ value }) => hide(value, found));
  }
}
