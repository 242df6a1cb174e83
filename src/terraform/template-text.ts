import { ITerraformLibrary } from './library';

/** A value of another resource, as cdktf and cdktn put it into a text. */
const TOKEN = /\$\{TfToken\[[^\]]*\]\}/g;
const SPECIAL = /\$\{TfToken\[[^\]]*\]\}|\$\{|%\{/g;

/** A text that Terraform takes as it is: only tokens of the library remain templates. */
export function literal(text: string): string {
  return text.replace(SPECIAL, (found) => (found.startsWith('${TfToken[') ? found : `${found[0]}${found}`));
}

/** The same for all texts and names of a JSON value. */
export function literals(value: unknown): unknown {
  if (typeof value === 'string') {
    return literal(value);
  }
  if (Array.isArray(value)) {
    return value.map(literals);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [literal(name), literals(item)]));
}

/** A JSON value as one text. What a token stands for is known later, and may hold quotes: Terraform puts it in as JSON would. */
export function jsonText(library: ITerraformLibrary, value: unknown): string {
  const { Fn } = library;
  const quote = Fn.rawString('"');
  return literal(JSON.stringify(value, null, 2)).replace(
    TOKEN,
    (token) => Fn.trimsuffix(Fn.trimprefix(Fn.jsonencode(Fn.tostring(token)), quote), quote) as string,
  );
}
