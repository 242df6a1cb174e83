/**
 * A pattern of paths as a regular expression: `*` and `?` within a name, `**` over folders, `{a,b}`, `[abc]`. Names that begin with a dot are
 * matched only by patterns that say so.
 */
export function globToRegExp(glob: string): RegExp {
  return new RegExp(`^${translate(glob)}$`);
}

/** Whether a text is a pattern, and not just a path. */
export function isGlob(text: string): boolean {
  return /[*?]|\{[^}]*,[^}]*\}|\[[^\]]+\]/.test(text);
}

/** The folder that a pattern begins with: everything it matches is below. */
export function rootOf(glob: string): string {
  const parts = glob.split('/');
  const first = parts.findIndex(isGlob);
  const root = parts.slice(0, first < 0 ? -1 : first).join('/');
  return root === '' ? (glob.startsWith('/') ? '/' : '.') : root;
}

const TOKEN = /\*\*\/|\*\*|\*|\?|\{[^{}]*,[^{}]*\}|\[!?[^\]]+\]|[\s\S]/g;

function translate(glob: string): string {
  let atStart = true;
  return [...glob.matchAll(TOKEN)]
    .map(([token]) => {
      const pattern = one(token, atStart);
      atStart = token.endsWith('/');
      return pattern;
    })
    .join('');
}

function one(token: string, atStart: boolean): string {
  const visible = atStart ? '(?!\\.)' : '';
  if (token === '**/') {
    return '(?:(?!\\.)[^/]+/)*';
  }
  if (token === '**') {
    return `${visible}.*`;
  }
  if (token === '*') {
    return `${visible}[^/]*`;
  }
  if (token === '?') {
    return `${visible}[^/]`;
  }
  if (token.length > 1 && token.startsWith('{')) {
    return `(?:${token.slice(1, -1).split(',').map(translate).join('|')})`;
  }
  if (token.length > 2 && token.startsWith('[')) {
    const negated = token[1] === '!';
    return `[${negated ? '^' : ''}${token.slice(negated ? 2 : 1, -1).replace(/[\\\]^]/g, '\\$&')}]`;
  }
  return token.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
