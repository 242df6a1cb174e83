import type { ASTNode, SourceRange } from '@marcbachmann/cel-js';

/** What the parser does not take and cel-go does, or might: then nothing is said. */
const BEYOND_PARSER = new RegExp(
  [
    // A name from the root, a number without its zero: `.event`, `.5`.
    String.raw`(?:^|[-+*/%<>=!&|([{,:])\s*\.|\?\s+\.|\.\d`,
    // A message: `google.protobuf.Int32Value{value: 1}`.
    String.raw`[\w.]\s*\{`,
    // An empty list with a comma, a form feed, names that mean something to JavaScript only, and the corners of raw texts.
    String.raw`[[{]\s*,|\f|\b(?:prototype|__proto__)\b|[rR]["'][^]*\\|[bB][rR]["']`,
  ].join('|'),
);

/** Nobody writes a longer one by hand; cel-go itself takes ten times as much. */
const MAX_LENGTH = 10_000;

type Cel = typeof import('@marcbachmann/cel-js', { with: { 'resolution-mode': 'import' } });
type CelError = { readonly code?: string; readonly summary?: string; readonly range?: SourceRange };
let environment: InstanceType<Cel['Environment']> | undefined;

/** The tree of an expression, why there is none, or neither where it is beyond the parser. */
export function parseCel(expression: string): { readonly ast?: ASTNode; readonly problem?: string } {
  if (expression.length > MAX_LENGTH) {
    return {};
  }
  // Loaded on first use: few inputs hold an expression.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  environment ??= new (require('@marcbachmann/cel-js') as Cel).Environment({ limits: { maxAstNodes: 1500, maxCallArguments: 1000 } });
  try {
    return { ast: environment.parse(expression).ast };
  } catch (error) {
    const { code, summary = 'it cannot be read', range } = error as CelError;
    if (code === undefined || code === 'limit_exceeded' || BEYOND_PARSER.test(expression)) {
      return {};
    }
    return {
      problem: range === undefined ? inWords(summary) : `${problemAt(expression, summary, range)}, at character ${range.start + 1}`,
    };
  }
}

const TOKENS: { readonly [token: string]: string } = {
  EOF: 'the end',
  NUMBER: 'a number',
  STRING: 'a text',
  BYTES: 'bytes',
  BOOLEAN: 'true or false',
  NULL: 'null',
  IDENTIFIER: 'a name',
  PLUS: "'+'",
  MINUS: "'-'",
  MULTIPLY: "'*'",
  DIVIDE: "'/'",
  MODULO: "'%'",
  EQ: "'=='",
  NE: "'!='",
  LT: "'<'",
  LE: "'<='",
  GT: "'>'",
  GE: "'>='",
  AND: "'&&'",
  OR: "'||'",
  NOT: "'!'",
  IN: "'in'",
  LPAREN: "'('",
  RPAREN: "')'",
  LBRACKET: "'['",
  RBRACKET: "']'",
  LBRACE: "'{'",
  RBRACE: "'}'",
  DOT: "'.'",
  COMMA: "','",
  COLON: "':'",
  QUESTION: "'?'",
};

/** What other languages write, and CEL. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['=', '=='],
  ['&', '&&'],
  ['|', '||'],
  ['and', '&&'],
  ['or', '||'],
]);

function problemAt(expression: string, summary: string, { start, end }: SourceRange): string {
  const found = expression.slice(start, end);
  if (!/^unexpected character/i.test(summary)) {
    return inWords(summary);
  }
  const before = expression.slice(0, start);
  const meant = found === '=' && before.endsWith('==') ? undefined : MEANT.get(found);
  return `unexpected '${found}'${meant === undefined ? '' : `; did you mean '${meant}'?`}`;
}

function inWords(summary: string): string {
  const words = summary.replace(/\b[A-Z]{2,}\b/g, (token) => TOKENS[token] ?? token);
  return words.charAt(0).toLowerCase() + words.slice(1);
}
