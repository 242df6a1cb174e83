const OPEN: { readonly [bracket: string]: string } = { '(': ')', '[': ']', '{': '}' };
const CLOSE = new Set(Object.values(OPEN));

/** What CEL itself gives a meaning to. */
const WORDS = new Set([
  ...['true', 'false', 'null', 'in'],
  ...['bool', 'bytes', 'double', 'dyn', 'int', 'list', 'map', 'null_type', 'string', 'type', 'uint', 'google'],
]);

const TRIPLE = `"""[\\s\\S]*?"""|'''[\\s\\S]*?'''`;
const TOKEN = new RegExp(
  [
    `(?<string>(?:[bB]?[rR]|[rR][bB])(?:${TRIPLE}|"[^"\\n]*"|'[^'\\n]*')|[bB]?(?:${TRIPLE}|"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*'))`,
    `(?<space>\\s+|//[^\\n]*)`,
    `(?<name>[A-Za-z_]\\w*)`,
    `(?<number>0[xX][0-9a-fA-F]+[uU]?|\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?[uU]?)`,
    `(?<mark>[\\s\\S])`,
  ].join('|'),
  'y',
);

/** Macros whose first arguments are variables that they bind themselves. */
const BINDS = /\.(?:all|exists|exists_one|filter|map|transformList|transformMap|transformMapEntry)\(([A-Za-z_]\w*)(?:,([A-Za-z_]\w*),)?/g;

/** What a shallow look at a CEL expression finds. */
export interface CelFindings {
  /** Why the expression cannot be read: a quote or bracket is left open, or closed without a beginning. */
  readonly broken?: string;
  /** The variables that the expression uses, each once, in order. */
  readonly variables: string[];
}

/** Looks at quotes, brackets and the names of variables. Grammar and types are left to Dapr: what CEL accepts is never doubted. */
export function readCel(expression: string): CelFindings {
  const variables = new Set<string>();
  const missing: string[] = [];
  let code = '';
  for (const { groups } of expression.matchAll(new RegExp(TOKEN, 'yg'))) {
    const { string, name, number, mark } = groups!;
    if (mark !== undefined) {
      const broken = readMark(mark, missing);
      if (broken !== undefined) {
        return { broken, variables: [] };
      }
    } else if (name !== undefined && !/\.\??$/.test(code) && !WORDS.has(name)) {
      variables.add(name);
    }
    code += name === 'in' ? ' in ' : string === undefined ? (name ?? number ?? mark ?? '') : '""';
  }
  if (missing.length > 0) {
    return { broken: `a '${missing.pop()}' is missing`, variables: [] };
  }
  return { variables: [...variables].filter((name) => isVariable(name, code)) };
}

function readMark(mark: string, missing: string[]): string | undefined {
  if (mark === '"' || mark === "'") {
    return `a ${mark} is left open`;
  }
  if (mark in OPEN) {
    missing.push(OPEN[mark]);
  } else if (CLOSE.has(mark) && missing.pop() !== mark) {
    return `a '${mark}' has no beginning`;
  }
  return undefined;
}

/** Not a function, nor the field of a message, nor bound by a macro. */
function isVariable(name: string, code: string): boolean {
  const bound = [...code.matchAll(BINDS)].some(([, first, second]) => first === name || second === name);
  return !bound && new RegExp(`(?<![\\w.{,]|\\.\\?)${name}(?![\\w({])|[{,]${name}(?![\\w({:])`).test(code);
}
