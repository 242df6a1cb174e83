import type { Callable, Docs, Method, Property, Type, TypeReference } from '../api/assembly';
import { escaped, item, paragraphs } from './markdown';

/** A link to a type, as Markdown; types of other packages are their name. */
export type Link = (fqn: string) => string;

/** What a type is, and every member of its own; of properties those first that are required. */
export function printType(type: Type, link: Link): string {
  const { methods = [] } = type;
  const properties = [...(type.properties ?? [])].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false));
  return paragraphs(
    `## ${type.name}`,
    `*${kindOf(type, link)}*`,
    ...described(type.docs),
    ...constructorOf(type, link),
    list(
      'Properties',
      properties.filter((property) => !property.static).map((property) => printProperty(property, type, link)),
    ),
    list(
      'Constants',
      properties.filter((property) => property.static).map((property) => printProperty(property, type, link)),
    ),
    list(
      'Static methods',
      methods.filter((method) => method.static).map((method) => printMethod(method, type, link)),
    ),
    list(
      'Methods',
      methods.filter((method) => !method.static).map((method) => printMethod(method, type, link)),
    ),
    list(
      'Values',
      (type.members ?? []).map(({ name, docs }) => item(`\`${type.name}.${name}\``, described(docs))),
    ),
  );
}

function kindOf(type: Type, link: Link): string {
  const kind = type.kind === 'interface' && type.datatype ? 'properties' : type.kind;
  const above = [...(type.base === undefined ? [] : [type.base]), ...(type.interfaces ?? [])].map(link);
  const has = type.kind === 'interface' && type.datatype ? 'with those of' : 'with the members of';
  return `${type.abstract && type.kind === 'class' ? 'abstract ' : ''}${kind}${above.length === 0 ? '' : `, ${has} ${above.join(', ')}`}`;
}

function constructorOf({ name, kind, initializer, abstract }: Type, link: Link): string[] {
  if (kind !== 'class' || initializer === undefined || initializer.protected) {
    return [];
  }
  const signature = `${abstract ? '' : 'new '}${name}${parameterList(initializer)}`;
  return [list('Constructor', [item(`\`${signature}\``, described(initializer.docs), parametersOf(initializer, link))])];
}

function printMethod(method: Method, { name: owner }: Type, link: Link): string {
  const name = `${method.static ? `${owner}.` : ''}${method.name}${parameterList(method)}`;
  const returned =
    method.returns === undefined ? '' : `: ${typeText(method.returns.type, link)}${method.returns.optional ? ' or nothing' : ''}`;
  return item(
    `\`${name}\`${returned}${bracketed(method.protected ? ['protected'] : [])}`,
    described(method.docs),
    parametersOf(method, link),
  );
}

function printProperty(property: Property, type: Type, link: Link): string {
  const name = property.static ? `${type.name}.${property.name}` : property.name;
  const required = type.datatype && !property.optional ? ', **required**' : '';
  const notes = [property.protected ? 'protected' : '', property.immutable ? '' : 'can be set'].filter((note) => note !== '');
  const optional = !type.datatype && property.optional ? ' or nothing' : '';
  return item(`\`${name}\`: ${typeText(property.type, link)}${optional}${required}${bracketed(notes)}`, described(property.docs));
}

function parameterList({ parameters = [] }: Callable): string {
  return `(${parameters.map(({ name, optional, variadic }) => `${variadic ? '...' : ''}${name}${optional ? '?' : ''}`).join(', ')})`;
}

function parametersOf({ parameters = [] }: Callable, link: Link): string[] {
  return parameters.map(({ name, type, docs }) => item(`\`${name}\`: ${typeText(type, link)}`, described(docs)));
}

/** What the doc comment says, a paragraph each. */
function described(docs: Docs = {}): string[] {
  const { summary = '', remarks = '', deprecated } = docs;
  const [tag] = Object.keys(docs.custom ?? {});
  if (tag !== undefined) {
    throw new Error(`a doc comment says '@${tag}', which cuts it off after '${summary}': put it into backticks, or say it in other words`);
  }
  // jsii takes the first sentence off the paragraph that it was in.
  const goesOn = remarks !== '' && !/^(```|[-*] |\d+\. |#)/.test(remarks);
  return [
    ...(deprecated === undefined ? [] : [`**Deprecated:** ${escaped(deprecated)}`]),
    ...(goesOn ? [escaped(`${summary} ${remarks}`.trim())] : [escaped(summary), escaped(remarks)]),
    docs.returns === undefined ? '' : `Returns ${escaped(docs.returns)}`,
    docs.default === undefined ? '' : `Default: ${defaultText(docs.default)}`,
    docs.example === undefined ? '' : `\`\`\`ts\n${docs.example}\n\`\`\``,
    docs.see === undefined ? '' : /^https?:/.test(docs.see) ? `See <${docs.see}>` : `See ${escaped(docs.see)}`,
  ].filter((text) => text !== '');
}

/** A literal, or behind `- ` what happens. */
function defaultText(text: string): string {
  return text.startsWith('- ') ? escaped(text.slice(2)) : `\`${text}\``;
}

function typeText(reference: TypeReference, link: Link): string {
  const { primitive, fqn, collection, union } = reference;
  if (primitive !== undefined) {
    return `\`${primitive}\``;
  }
  if (fqn !== undefined) {
    return link(fqn);
  }
  if (collection !== undefined) {
    return `${collection.kind === 'array' ? 'list of' : 'map of'} ${typeText(collection.elementtype, link)}`;
  }
  if (union !== undefined) {
    return union.types.map((type) => typeText(type, link)).join(' or ');
  }
  throw new Error(`a type of an unknown kind: ${JSON.stringify(reference)}`);
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : paragraphs(`**${title}**`, items.join('\n'));
}

function bracketed(notes: readonly string[]): string {
  return notes.length === 0 ? '' : ` (${notes.join(', ')})`;
}
